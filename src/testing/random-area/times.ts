import { shift } from './dates.ts';
import type { Chance } from './prng.ts';

const pad = (n: number): string => String(n).padStart(2, '0');

/** When something about a date was recorded: in various offsets, or not said at all. */
export const recordedAt = (chance: Chance, date: string): string => {
  const day = shift(
    date,
    chance.weighted([
      [0, 10],
      [1, 2],
      [chance.int(2, 60), 1],
    ]),
  );
  const hour = chance.pick([8, 9, 16, 16, 23]);
  return chance.weighted([
    [`${day}T${pad(hour)}:00:00Z`, 12],
    // The same instant, an hour later on the clock (a minute to midnight stays on its day).
    [`${hour === 23 ? shift(day, 1) : day}T${pad((hour + 1) % 24)}:00:00+01:00`, 3],
    [`${day}T${pad(hour)}:00:00.500Z`, 1],
    [`${day}T${pad(hour)}:30:00-05:30`, 1],
    ['', 2],
  ]);
};
