import { systemClock, type Clock } from '#kernel';
import { run } from './program.ts';

/** What a command line said, and the status that it ended with. */
export type Said = { readonly status: number; readonly out: string; readonly err: string };

/** Runs command lines in this process, without the pages, at a time. */
export function kithAt(clock: Clock): (...args: readonly string[]) => Promise<Said> {
  return async (...args) => {
    const said = { out: '', err: '' };
    const status = await run(args, {
      terminal: {
        out: (text) => void (said.out += text),
        err: (text) => void (said.err += text),
        width: undefined,
        clock,
        user: 'tester',
      },
      serve: () => Promise.resolve(),
    });
    return { status, ...said };
  };
}

export const kith = kithAt(systemClock);
