import { setImmediate as turn } from 'node:timers/promises';

/** Lines made before whoever else waits for this process has a turn: some milliseconds. */
const TURN = 500;

/** A long text of lines that are made as they are asked for, so that pages are answered meanwhile. */
export async function textInTurns(lines: Iterable<string>): Promise<string> {
  let [text, made] = ['', 0];
  for (const line of lines) {
    text += line;
    made += 1;
    if (made % TURN === 0) await turn();
  }
  return text;
}
