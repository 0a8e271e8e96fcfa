import { tellable, type Clock } from '#kernel';
import type { Records } from '#store';
import { createSealing, type SealingAnswer } from './sealing.ts';

export type Sealer = {
  /** Seals what waits, and ends. The records are still open, and nobody looks any more. */
  readonly stop: () => Promise<void>;
};

export type SealerOptions = {
  /** Where the outside file and the key are. */
  readonly folder: string;
  /** Told once of each thing that keeps looks from being sealed, for whoever runs this. */
  readonly onTrouble: (problem: string) => void;
  readonly everyMilliseconds?: number;
};

const EVERY = 5000;

/** Seals looks every few seconds, and at the stop. Whoever looks waits for none of it. */
export function startSealer(records: Records, clock: Clock, options: SealerOptions): Sealer {
  const seal = createSealing(records, clock, options.folder);
  let told = '';
  // The first time every look is gone through: one may have been committed late before the last stop.
  let everyLook = true;

  const tell = (problem: string): void => {
    if (problem !== told) options.onTrouble(problem);
    told = problem;
  };

  const sealAll = async (): Promise<void> => {
    let answer: SealingAnswer;
    do {
      answer = await seal(everyLook).catch((error: unknown) => ({
        kind: 'trouble' as const,
        problem: `Looks are recorded and not sealed: ${tellable(error)}`,
      }));
    } while (answer.kind === 'sealed' && !answer.seal.emptied);
    if (answer.kind === 'trouble') return tell(answer.problem);
    if (answer.kind !== 'busy') everyLook = false;
    told = '';
  };

  let resting = true;
  let running = Promise.resolve();
  const timer = setInterval(() => {
    if (!resting) return;
    resting = false;
    running = sealAll().finally(() => (resting = true));
  }, options.everyMilliseconds ?? EVERY);
  timer.unref();

  return {
    stop: async () => {
      clearInterval(timer);
      await running;
      await sealAll();
    },
  };
}
