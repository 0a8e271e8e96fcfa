import { channel } from 'node:diagnostics_channel';

/** A statement that a store was given, by its text: what is bound to it, or written into it, may be about somebody and is never told. */
export type Statement = { readonly store: 'records' | 'warehouse'; readonly text: string };

/** Of this process alone. Where nobody listens, nothing is made and nothing is kept. */
const told = channel('kith:statement');

const LITERAL = /'(?:[^']|'')*'/g;

export function tellStatement(store: Statement['store'], text: string): void {
  if (told.hasSubscribers) told.publish({ store, text: text.replaceAll(LITERAL, `'…'`) });
}

/** Tells `hear` each statement from now on, until what is returned is called: for tests and measurements. */
export function hearStatements(hear: (statement: Statement) => void): () => void {
  const listen = (message: unknown): void => hear(parseStatement(message));
  told.subscribe(listen);
  return () => {
    told.unsubscribe(listen);
  };
}

// Only `tellStatement` speaks here.
function parseStatement(message: unknown): Statement {
  return message as Statement;
}
