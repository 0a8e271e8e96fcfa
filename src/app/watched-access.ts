import { createAccess, type Access } from '#access';
import type { Terminal } from '#cli';
import type { Records } from '#store';
import type { Metrics } from './open-metrics.ts';
import type { Settings } from './settings.ts';

/** Access to the records of an area that is served: looks and emergencies are counted, and emergencies told to the log. */
export function watchedAccess(
  records: Records,
  settings: Settings,
  terminal: Pick<Terminal, 'clock' | 'err'>,
  metrics: Pick<Metrics, 'onLooks' | 'onEmergency'> | undefined,
): Access {
  const logEmergency = emergencyLog(settings, terminal);
  return createAccess(records, terminal.clock, metrics?.onLooks, () => {
    logEmergency();
    metrics?.onEmergency();
  });
}

/** Says on standard error, where machines watch, that an emergency was opened: not of whom, by whom or why. */
function emergencyLog({ KITH_LOG }: Settings, { clock, err }: Pick<Terminal, 'clock' | 'err'>): () => void {
  return () =>
    err(
      KITH_LOG === 'json'
        ? `${JSON.stringify({ at: clock.now(), event: 'emergency-opened' })}\n`
        : 'An emergency was opened. The data protection officer reviews it.\n',
    );
}
