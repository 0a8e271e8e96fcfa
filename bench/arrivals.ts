import { systemClock, type Random } from '#kernel';

/** One request that came back: which page, how long from its arrival until its last byte, in milliseconds. */
export type Answered = { readonly page: string; readonly milliseconds: number };

export type Arrivals = {
  /** Requests a second, arriving at random (exponential gaps), whether or not those before have been answered. */
  readonly rate: number;
  readonly seconds: number;
  readonly ask: (random: Random) => { readonly page: string; readonly path: string };
  readonly origin: string;
  readonly random: Random;
};

/**
 * Sends requests that do not wait for each other, as people do: a slow answer makes no one else come later. The time of
 * a request is counted from the moment at which it was to arrive, so that a server that falls behind shows it.
 */
export async function sendArrivals({ rate, seconds, ask, origin, random }: Arrivals): Promise<readonly Answered[]> {
  const answered: Answered[] = [];
  const under: Promise<void>[] = [];
  const began = systemClock.milliseconds();
  let due = began;
  for (;;) {
    due += (-Math.log(1 - random.next()) / rate) * 1000;
    if (due > began + seconds * 1000) break;
    const wait = due - systemClock.milliseconds();
    if (wait > 0) await pause(wait);
    under.push(send(origin, due, ask(random), answered));
  }
  await Promise.all(under);
  return answered;
}

async function send(
  origin: string,
  due: number,
  { page, path }: { readonly page: string; readonly path: string },
  answered: Answered[],
): Promise<void> {
  const response = await fetch(`${origin}${path}`);
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 100)}`);
  answered.push({ page, milliseconds: systemClock.milliseconds() - due });
}

/** The value below which `share` of the times lie: the nearest rank, of the times themselves. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
