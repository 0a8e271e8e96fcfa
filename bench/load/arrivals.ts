import { systemClock, type Random } from '#kernel';

/** What was asked for: by whom, which kind of page, and where. */
export type Asked = { readonly person: string; readonly page: string; readonly path: string };

/** One answer that came: how long from the moment its request was to arrive until its last byte, in milliseconds. */
export type Answered<A extends Asked = Asked> = A & {
  readonly due: number;
  readonly milliseconds: number;
  readonly status: number;
  readonly text: string;
};

export type Arrivals<A extends Asked> = {
  /** Requests a second, arriving at random (exponential gaps), whether or not those before have been answered. */
  readonly rate: number;
  /** Asked before each request; the first false is the end. */
  readonly goesOn: () => boolean;
  readonly draw: (random: Random) => A;
  readonly send: (asked: A) => Promise<{ readonly status: number; readonly text: string }>;
  readonly onAnswer: (answered: Answered<A>) => void;
  readonly random: Random;
};

/**
 * Sends requests that do not wait for each other, as people do: a slow answer makes no one else come later. The time of
 * a request is counted from the moment at which it was to arrive, so that a server that falls behind shows it.
 */
export async function sendArrivals<A extends Asked>(arrivals: Arrivals<A>): Promise<void> {
  const { rate, goesOn, draw, send, onAnswer, random } = arrivals;
  const under = new Set<Promise<void>>();
  const answer = async (asked: A, at: number): Promise<void> => {
    // A server that gives no answer at all is told of with the answers that were not whole.
    const answered = await send(asked).catch(() => ({ status: 0, text: '' }));
    onAnswer({ ...asked, ...answered, due: at, milliseconds: systemClock.milliseconds() - at });
  };
  let due = systemClock.milliseconds();
  while (goesOn()) {
    due += (-Math.log(1 - random.next()) / rate) * 1000;
    const wait = due - systemClock.milliseconds();
    if (wait > 0) await pause(wait);
    const [asked, at] = [draw(random), due];
    const one = answer(asked, at).finally(() => under.delete(one));
    under.add(one);
  }
  await Promise.all(under);
}

/** The value below which `share` of the times lie: the nearest rank, of the times themselves. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
