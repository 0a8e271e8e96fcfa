import type { Terminal } from '#cli';
import { ownFaultText } from '#kernel';
import type { Answered, Operation, RequestFault } from '#web';
import type { Metrics } from './open-metrics.ts';
import type { Settings } from './settings.ts';

const WATCHED: ReadonlySet<string> = new Set(['/health', '/ready']);

/** Tells each answer to the log, where one is kept, and to whoever counts; and faults always. */
export function requestLog(
  { KITH_LOG }: Settings,
  terminal: Pick<Terminal, 'err'>,
  metrics: Pick<Metrics, 'onRequest' | 'onAnswer'> | undefined,
): Required<Pick<Operation, 'onRequest' | 'onAnswer' | 'onFault'>> {
  const asJson = KITH_LOG === 'json';
  const write = (line: Answered | RequestFault): void => terminal.err(`${JSON.stringify(line)}\n`);
  return {
    onRequest: (method) => metrics?.onRequest(method),
    onAnswer: (answered) => {
      // What a machine asks every second, and is told that all is well, is no news.
      if (asJson && !(answered.status === 200 && WATCHED.has(answered.route))) write(answered);
      metrics?.onAnswer(answered);
    },
    onFault: (fault) => {
      if (asJson) write(fault);
      else terminal.err(faultLine(fault));
    },
  };
}

function faultLine({ id = 'no request', method = '', route, fault }: RequestFault): string {
  return `A fault of Kith’s own at ${method} ${route} (${id}): ${ownFaultText(fault)}\n`;
}
