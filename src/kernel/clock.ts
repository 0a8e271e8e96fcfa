import { randomBytes } from 'node:crypto';
import { instantDate, instantOf, type Instant } from './instant.ts';
import type { CalendarDate } from './calendar-date.ts';

/** The only source of time. Tests and the demonstration hand in a clock of their own. */
export type Clock = { readonly now: () => Instant; readonly milliseconds: () => number };

export const systemClock: Clock = {
  now: () => instantOf(Date.now()),
  milliseconds: () => Date.now(),
};

export function fixedClock(instant: Instant): Clock {
  return { now: () => instant, milliseconds: () => Date.parse(instant) };
}

export function today(clock: Clock): CalendarDate {
  return instantDate(clock.now());
}

/** A name that nobody can guess: 128 random bits, as 32 hexadecimal digits. */
export function randomId(): string {
  return randomBytes(16).toString('hex');
}

/** What only its holder can show: 256 random bits, in 43 signs that an address and a cookie take. */
export function randomSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** A random source that a seed repeats: mulberry32, 32 bits, good enough to draw synthetic people. */
export type Random = { readonly next: () => number; readonly below: (n: number) => number };

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { next, below: (n) => Math.floor(next() * n) };
}
