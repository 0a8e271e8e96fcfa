import { fileURLToPath } from 'node:url';
import { Refusal } from './failure.ts';

/** What a log may hold of an error: never its message, because a database repeats in it what stood in the row. */
export type OwnFault = {
  /** The error’s class. */
  readonly name: string;
  /** Ours, the system’s or the database’s; undefined where it has none. */
  readonly code: string | undefined;
  /** The first places of Kith’s own source that it came through, as `src/room/file.ts:12`. */
  readonly at: readonly string[];
  readonly cause: OwnFault | undefined;
};

const ROOT = fileURLToPath(new URL('../../', import.meta.url)).replaceAll('\\', '/');
const PLACES = 3;
/** Causes of causes go on as long as somebody wraps. */
const DEPTH = 3;

export function ownFaultOf(error: unknown, depth: number = DEPTH): OwnFault {
  if (!(error instanceof Error)) return { name: typeof error, code: undefined, at: [], cause: undefined };
  const cause = error.cause === undefined || depth <= 1 ? undefined : ownFaultOf(error.cause, depth - 1);
  return { name: classOf(error), code: codeOf(error), at: placesIn(error), cause };
}

/** In one line, for whoever runs this: `DatabaseError 23505 at src/access/entry.ts:43`. */
export function ownFaultWords(error: unknown): string {
  return ownFaultText(ownFaultOf(error));
}

export function ownFaultText({ name, code, at, cause }: OwnFault): string {
  const own = [name, code, at.length > 0 ? `at ${at.join(', ')}` : undefined].filter(Boolean).join(' ');
  return cause ? `${own}; because of ${ownFaultText(cause)}` : own;
}

/** A refusal is a sentence that was written for whoever reads it; of any other error only what a log may hold. */
export function tellable(error: unknown): string {
  return error instanceof Refusal ? error.message : `${ownFaultWords(error)}.`;
}

/** Written in code, where `name` is a field that anything may be put into. */
function classOf(error: Error): string {
  const made: unknown = Reflect.get(error, 'constructor');
  const name = typeof made === 'function' ? made.name : '';
  return /^[A-Za-z_$][\w$]{0,59}$/.test(name) ? name : 'Error';
}

/** Ours (`app/not-shown`), PostgreSQL’s five signs, or the system’s capitals (`ENOSPC`, `ERR_…`). Nothing else is one. */
const CODE = /^([a-z-]{2,30}\/[a-z0-9-]{2,40}|(?=[A-Z]*[0-9])[0-9A-Z]{5}|ERR_[A-Z0-9_]{2,50}|E[A-Z_]{2,20})$/;

function codeOf(error: Error): string | undefined {
  const code: unknown = Reflect.get(error, 'code');
  return typeof code === 'string' && CODE.test(code) ? code : undefined;
}

/** Only lines under the message, which may be of several lines and look like anything. */
function placesIn(error: Error): readonly string[] {
  // Anything may have been put into the fields of what was thrown.
  if (typeof error.stack !== 'string' || typeof error.message !== 'string') return [];
  const stack = error.stack.replaceAll('\\', '/');
  const message = error.message.replaceAll('\\', '/');
  // A message that was changed since cannot be told from the places.
  if (!stack.includes(message)) return [];
  return stack
    .slice(stack.indexOf(message) + message.length)
    .split('\n')
    .flatMap((line) => {
      const [, path = ''] = /^ +at (?:.*\(|async )?(?:file:\/\/)?([^()]*:\d+):\d+\)?$/.exec(line) ?? [];
      const own = path.startsWith(ROOT) ? path.slice(ROOT.length) : '';
      return /^src\/[a-z0-9/.-]+:\d+$/.test(own) ? [own] : [];
    })
    .slice(0, PLACES);
}
