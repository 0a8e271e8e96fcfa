import type { Terminal } from '#cli';
import type { Settings } from './settings.ts';

/** What the service says of itself while it runs. None of it names a person. */
const EVENTS = {
  'emergency-opened': 'An emergency was opened. The data protection officer reviews it.',
  'restriction-set': 'The use of a record was restricted. A second person who answers requests looks at it.',
  'restriction-lifted': 'A restriction of the use of a record was lifted.',
} as const;

/** Says on standard error, where machines watch, that something happened: not to whom, by whom or why. */
export function eventLog(
  { KITH_LOG }: Settings,
  { clock, err }: Pick<Terminal, 'clock' | 'err'>,
): (event: keyof typeof EVENTS) => void {
  return (event) => err(KITH_LOG === 'json' ? `${JSON.stringify({ at: clock.now(), event })}\n` : `${EVENTS[event]}\n`);
}
