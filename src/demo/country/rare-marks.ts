import { happens } from '../chance.ts';
import type { Page } from '../sheet.ts';
import type { CountrySchool } from './country.ts';
import type { RegisterRow } from './register-row.ts';

/** Marks that Northmoor’s registers do not have: custody, public health, premises, and days the school had planned to close. */
export function addRare({ random, calendar, from, to }: Page, row: RegisterRow, school: CountrySchool): void {
  const drawn = random.next();
  const rare = RARE.find(({ below }) => drawn < below);
  if (rare) {
    const place = from + random.below(to - from + 1);
    row.put(calendar.days[place] ?? 0, calendar.days[Math.min(to, place + rare.days - 1)] ?? 0, rare.letter, true);
  }
  const { closedPlace } = school;
  if (closedPlace !== undefined && closedPlace >= from && closedPlace <= to) {
    const day = calendar.days[closedPlace] ?? 0;
    row.put(day, day, '#', true);
  }
  const training = trainingDay(calendar);
  if (
    school.listsTraining &&
    (calendar.days[from] ?? 0) < training &&
    (calendar.days[to] ?? 0) > training &&
    happens(random, 0.98)
  )
    row.put(training, training, '#');
}

/** Letters of Y5, Y6, Y3 and J1, how many days they last, and how few children they befall (running totals). */
const RARE = [
  { below: 0.0002, letter: 'e', days: 20 },
  { below: 0.0006, letter: 'f', days: 5 },
  { below: 0.001, letter: 'c', days: 3 },
  { below: 0.0012, letter: '3', days: 8 },
] as const;

/** The first weekday of the school’s year, between two open days, that is closed for training. */
export function trainingDay({ days, weekdays }: CountrySchool['calendar']): number {
  for (let place = 1; place < days.length; place += 1) {
    const [before, day] = [days[place - 1] ?? 0, days[place] ?? 0];
    if (day - before === 2 && (weekdays[place] ?? 0) > 2) return day - 1;
    if (day - before === 4 && weekdays[place] === 1) return day - 3;
    if (day - before === 4 && weekdays[place] === 2) return day - 1;
  }
  return days[0] ?? 0;
}
