/** An interval that contains what it is about: `lower` ≤ `upper`, in the unit of the value beside it. */
export type Interval = { readonly lower: number; readonly upper: number };

/** The two levels of every comparison: 95 % to look again, 99.8 % to ask why (Spiegelhalter 2005, §2). */
export type Level = 95 | 99.8;

/** Chance left out on each side, and the normal deviate that leaves it out. */
export const LEVELS = {
  95: { tail: 0.025, z: 1.959963984540054 },
  99.8: { tail: 0.001, z: 3.090232306167813 },
} as const satisfies Readonly<Record<Level, { readonly tail: number; readonly z: number }>>;

/** One interval a level. */
export type Intervals = { readonly at95: Interval; readonly at998: Interval };

/** A figure with how far chance alone could have moved it. */
export type Estimate = Intervals & { readonly value: number };

export function atEachLevel(interval: (level: Level) => Interval): Intervals {
  return { at95: interval(95), at998: interval(99.8) };
}
