import { createAccess, type Access } from '#access';
import type { Terminal } from '#cli';
import type { Records } from '#store';
import { eventLog } from './event-log.ts';
import type { Metrics } from './open-metrics.ts';
import type { Settings } from './settings.ts';

/** Access to the records of an area that is served: looks and emergencies are counted, and emergencies told to the log. */
export function watchedAccess(
  records: Records,
  settings: Settings,
  terminal: Pick<Terminal, 'clock' | 'err'>,
  metrics: Pick<Metrics, 'onLooks' | 'onEmergency'> | undefined,
): Access {
  const logEvent = eventLog(settings, terminal);
  return createAccess(records, terminal.clock, metrics?.onLooks, () => {
    logEvent('emergency-opened');
    metrics?.onEmergency();
  });
}
