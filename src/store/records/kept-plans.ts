import type { ClientBase } from 'pg';

/** A statement that comes again is one of a page: only its third coming is worth a name. */
const COMINGS = 3;
/** Statements a connection keeps, the first that come so often. Each is some tens of kilobytes of the database’s memory. */
const MOST = 300;
/** Texts whose comings are counted: one whose number of values differs each time (`in (…)`) is soon forgotten. */
const COUNTED = 1000;

/** Connections so far: the embedded database is one session, which knows the names of a connection that broke. */
let connections = 0;

/** One statement, which the database may be asked to keep; not `begin`, and not several at once. */
const ONE = /^\s*(?:select|with|insert|update|delete)\b[^;]*$/i;

/**
 * Lets a connection keep what it made of the statements that come again and again. Every policy is part of a plan, so
 * making one costs the embedded database more than most answers do. A plan is made anew where a table, a policy, the role
 * or the planner’s statistics have changed; what it answers is the same.
 */
export function keepPlans(client: ClientBase): void {
  connections += 1;
  const connection = connections;
  const comings = new Map<string, number>();
  const names = new Map<string, string>();
  let nth = 0;
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known !== undefined || names.size >= MOST || !ONE.test(text)) return known;
    const now = (comings.get(text) ?? 0) + 1;
    comings.delete(text);
    if (now < COMINGS) {
      comings.set(text, now);
      for (const oldest of comings.keys()) {
        if (comings.size <= COUNTED) break;
        comings.delete(oldest);
      }
      return undefined;
    }
    nth += 1;
    const name = `kept-${connection}-${nth}`;
    names.set(text, name);
    return name;
  };
  // oxlint-disable-next-line typescript/unbound-method -- it is called on whatever it was called on
  client.query = new Proxy(client.query, {
    apply: (query, self, asked: readonly unknown[]): unknown => {
      const [text, values, ...rest] = asked;
      const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : undefined;
      if (typeof text !== 'string' || name === undefined) return Reflect.apply(query, self, asked);
      const answer: unknown = Reflect.apply(query, self, [{ name, text, values }, ...rest]);
      if (answer instanceof Promise)
        answer.catch((error: unknown) => {
          if (isAboutName(error)) names.delete(text);
        });
      return answer;
    },
  });
}

/** 26000: nothing is kept by that name, as after a value that could not be sent; 42P05: something else is. */
function isAboutName(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '26000' || error.code === '42P05');
}
