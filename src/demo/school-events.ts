import { calendarDate, dayNumber, startYear } from '#kernel';
import { placeOf, type SchoolYear } from './calendar.ts';
import { happens, poisson, randomFor } from './chance.ts';
import type { School } from './schools.ts';

/** What happens to a whole school, year group or form at once: the things that make children’s registers move together. */
export type SchoolEvents = {
  readonly closures: readonly number[];
  readonly disruption: { readonly place: number; readonly share: number } | undefined;
  /** Places of educational visits by year group. */
  readonly visits: ReadonlyMap<number, readonly number[]>;
  readonly workExperience: readonly number[];
  /** The first place of study leave for year 11. */
  readonly studyLeave: number;
  /** By year group and form: sessions whose register was not taken, and after how many days it was (0: never). */
  readonly missedRegisters: ReadonlyMap<string, readonly { readonly session: number; readonly filledAfter: number }[]>;
};

export function drawSchoolEvents(seed: number, school: School, calendar: SchoolYear): SchoolEvents {
  const start = startYear(calendar.year);
  const random = randomFor(seed, 13, school.urn, start);
  const days = calendar.days.length;
  const on = (monthDay: string) =>
    Math.min(days - 1, placeOf(calendar, dayNumber(calendarDate(`${start + 1}-${monthDay}`))));
  const snow = on('01-14');
  const visits = new Map<number, readonly number[]>();
  const missed = new Map<string, readonly { session: number; filledAfter: number }[]>();
  for (let group = school.youngest; group <= school.oldest; group += 1) {
    visits.set(group, visitDays(group, days, random.below));
    for (const form of 'ABCDEFGHJK') {
      const sessions = Array.from({ length: poisson(random, 0.3) }, () => ({
        session: random.below(2 * days),
        filledAfter: happens(random, 0.65) ? 1 + random.below(6) : 0,
      }));
      missed.set(`${group}${form}`, sessions);
    }
  }
  return {
    closures: happens(random, 0.22) ? [snow] : [],
    disruption: happens(random, 0.3) ? { place: snow + 1 + random.below(2), share: 0.12 } : undefined,
    visits,
    workExperience: happens(random, 0.62) ? Array.from({ length: 10 }, (_, day) => on('06-22') + day) : [],
    studyLeave: happens(random, 0.2) ? on('05-19') : on('06-01'),
    missedRegisters: missed,
  };
}

// Visits crowd into the summer: 1.46 % of sessions, against 0.49 % in autumn and spring (DfE, 2024/25). Year 6 has three days away.
function visitDays(group: number, days: number, below: (n: number) => number): readonly number[] {
  const summer = 155 + below(Math.max(1, days - 160));
  const residential = group === 6 ? [60, 61, 62].map((place) => place + below(2)) : [];
  const rest = Array.from({ length: below(3) }, () => 15 + below(120));
  return [...new Set([summer, ...residential, ...rest])];
}
