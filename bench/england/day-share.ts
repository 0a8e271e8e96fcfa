import { performance } from 'node:perf_hooks';
import type { Totals } from '#lost-learning';
import { countDay } from './day-count.ts';
import { readDay, readDayPart, readState, statePart, type StateSaid } from './day-files.ts';
import { readGround, type DayGround } from './day-ground.ts';
import { changeOf, newHand } from './day-hand.ts';
import { readPart, roomFor, writePart } from './day-state.ts';

/** A day that arrives: folders of the state before, of the day, and of the state after, which is new. */
export type Arrival = {
  readonly yesterday: string;
  readonly day: string;
  readonly today: string;
  /** Whether every file has reached the disk before it is over, and not the system’s memory alone. */
  readonly sync: boolean;
  /** The place of the next part, in memory that all threads share. */
  readonly next: Int32Array<SharedArrayBuffer>;
};

/** What one thread made of its parts: the files are written, the change of the totals is told. */
export type Share = {
  readonly change: Totals;
  readonly parts: StateSaid['parts'];
  /** Milliseconds by stage. */
  readonly spent: Readonly<Record<string, number>>;
};

/** The day and the state before it, where the day is the next one on which any school opens. */
export async function readArrival({ yesterday, day }: Pick<Arrival, 'yesterday' | 'day'>): Promise<{
  readonly state: StateSaid;
  readonly said: Awaited<ReturnType<typeof readDay>>;
  readonly year: DayGround;
}> {
  const [state, said] = [await readState(yesterday), await readDay(day)];
  const year = await readGround(day);
  if (state.ground !== said.ground)
    throw new Error(`${yesterday} and ${day} number schools differently: count the account anew`);
  if (state.asOf >= said.day)
    throw new Error(`${yesterday} is counted up to day ${state.asOf}: day ${said.day} is in it already`);
  for (let between = state.asOf + 1; between < said.day; between += 1) {
    if (year.schools.open.some(({ beforeDay }) => (beforeDay[between + 1] ?? 0) > (beforeDay[between] ?? 0)))
      throw new Error(`Day ${between} is missing: a school opened on it, so count it before day ${said.day}`);
  }
  return { state, said, year };
}

/** Counts parts of a day into the state, one after another, until there are none left to be taken. */
export async function countShare(arrival: Arrival): Promise<Share> {
  const spent: Record<string, number> = {};
  let last = performance.now();
  const spend = (stage: string): void => {
    const now = performance.now();
    spent[stage] = (spent[stage] ?? 0) + now - last;
    last = now;
  };
  const { state, said, year } = await readArrival(arrival);
  const largest = (of: (part: (typeof said.parts)[number]) => number): number => Math.max(0, ...said.parts.map(of));
  const children = largest((part) => part.children);
  const hand = newHand(year, said.day, children);
  const [words, columns] = [new ArrayBuffer(largest((part) => part.bytes)), roomFor(children)];
  const before = new Map(state.parts.map((part) => [part.part, part]));
  const parts: StateSaid['parts'][number][] = [];
  const inOrder = said.parts.toSorted((one, other) => other.children - one.children);
  spend('open');
  for (;;) {
    const part = inOrder[Atomics.add(arrival.next, 0, 1)];
    if (!part) break;
    const known = before.get(part.part);
    if (!known) throw new Error(`${arrival.yesterday} has no part ${part.part}: count the account anew`);
    const years = readDayPart(arrival.day, part, words);
    const counted = readPart(statePart(arrival.yesterday, part.part), known, columns);
    spend('read');
    countDay(hand, years, counted);
    spend('count');
    parts.push({ part: part.part, ...writePart(statePart(arrival.today, part.part), counted, arrival.sync) });
    spend('write');
  }
  const change = changeOf(hand);
  spend('settle');
  return { change, parts, spent };
}
