import { Refusal } from '#kernel';

/** Work that outlasts a request: pages ask how far it is. */
export type Job<T> = {
  readonly state: () => JobState<T>;
  /** Resolves when it is over, however it ended. */
  readonly settled: Promise<void>;
};

export type JobState<T> =
  | { readonly kind: 'working'; readonly words: string; readonly percent: number }
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'failed'; readonly reason: string };

export type Tell = (words: string, percent: number) => void;
export type Queue = <T>(work: (tell: Tell) => Promise<T>) => Job<T>;

/** Does one piece of work after another: each may take as much memory as it was promised. Tells of our own faults. */
export function createQueue(onFault: (error: unknown) => void): Queue {
  let last: Promise<void> = Promise.resolve();
  return <T>(work: (tell: Tell) => Promise<T>): Job<T> => {
    let state: JobState<T> = { kind: 'working', words: 'Waiting for its turn', percent: 0 };
    const run = async (): Promise<void> => {
      try {
        const value = await work((words, percent) => {
          state = { kind: 'working', words, percent: Math.max(0, Math.min(99, Math.round(percent))) };
        });
        state = { kind: 'done', value };
      } catch (error) {
        state = { kind: 'failed', reason: reasonOf(error) };
        if (!(error instanceof Refusal)) onFault(error);
      }
    };
    last = last.then(run);
    return { state: () => state, settled: last };
  };
}

/** A refusal says what to do. Anything else is our own fault, told without detail. */
function reasonOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  return 'Something went wrong in Kith. Nothing was changed. Try again; if it happens again, tell whoever runs this Kith.';
}
