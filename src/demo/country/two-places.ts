import { placeOf } from '../calendar.ts';
import { happens, pick } from '../chance.ts';
import type { CountrySchool } from './country.ts';
import { close, dayAt, findOther, open, placeInYear, type Scene, type Stay } from './stays.ts';

const PATTERNS = [
  [4, 5],
  [1, 2],
  [3, 4, 5],
  [1, 3, 5],
  [2, 4],
  [1, 2, 3, 4],
] as const;
const WEEK = [1, 2, 3, 4, 5] as const;

/** Dual registration: the weekdays are shared, each register says `D` for the other’s, and some agreements leave a day to nobody. */
export function shareWeek(scene: Scene): void {
  const { life, first, random } = scene;
  const wanted = life.yearGroup >= 7 && happens(random, 0.6) ? 'alternative-provision' : 'special';
  const other = findOther(scene, first.school, happens(random, 0.8) ? wanted : first.school.phase);
  const place = placeInYear(random, first.school, 4, 60);
  const from = dayAt(first.school, place);
  if (!other || from === undefined) return;
  const second = open(life, other, from);
  second.status = 'S';
  first.status = 'M';
  const away = pick(random, PATTERNS);
  const toNobody = happens(random, 0.25) ? away[0] : undefined;
  const atOther = WEEK.filter((day) => !away.some((each) => each === day) || day === toNobody);
  const to = happens(random, 0.35) ? dayAt(first.school, place + 30 + random.below(25)) : undefined;
  link(first, other, away, from, to, 'D');
  link(second, first.school, atOther, from, to, 'D');
  if (to !== undefined) close(second, to, 'c', happens(random, 0.8) ? first.school.urn : undefined);
  // A few lose the main place and keep the other, or come off both.
  if (!happens(random, 0.06)) return;
  const end = to ?? dayAt(first.school, place + 40);
  if (end !== undefined)
    close(first, end, happens(random, 0.5) ? 'a' : undefined, happens(random, 0.5) ? other.urn : undefined);
}

/** Due at a school outside the country, or known to one school only, as its subsidiary. */
export function isDueElsewhereOnly({ first, random }: Scene): void {
  first.status = happens(random, 0.6) ? 'M' : 'S';
  const from = dayAt(first.school, placeInYear(random, first.school, 4, 60));
  if (from === undefined) return;
  link(first, first.school, pick(random, PATTERNS), from, undefined, 'D');
  if (first.status === 'S' && happens(random, 0.5)) close(first, from + 90, happens(random, 0.5) ? 'c' : undefined);
}

/** A guest one day a week for six weeks. */
export function beGuest(scene: Scene): void {
  const { life, first, random } = scene;
  const other = findOther(scene, first.school, 'alternative-provision');
  const place = placeInYear(random, first.school, 10, 60);
  const [from, to] = [dayAt(first.school, place), dayAt(first.school, place + 30)];
  if (!other || from === undefined || to === undefined) return;
  const day = 1 + random.below(5);
  const guest = open(life, other, from);
  guest.status = 'G';
  link(
    guest,
    first.school,
    WEEK.filter((each) => each !== day),
    from,
    to,
    '',
  );
  link(first, other, [day], from, to, happens(random, 0.5) ? 'B' : 'D');
  close(guest, to);
}

/** On no roll, and taught as a guest for some weeks of it. */
export function beGuestOffRoll(scene: Scene): void {
  const { life, first, random } = scene;
  const other = findOther(scene, first.school, 'alternative-provision');
  const place = placeInYear(random, first.school, 5, 60);
  const leave = dayAt(first.school, place);
  if (!other || leave === undefined) return;
  close(first, leave, happens(random, 0.5) ? 'o' : undefined);
  const guest = open(life, other, dayAt(other, placeOf(other.calendar, leave) + 6) ?? leave + 14);
  guest.status = 'G';
  link(guest, first.school, [pick(random, WEEK)], guest.entry, undefined, happens(random, 0.3) ? 'D' : '');
  close(guest, guest.entry + 42);
}

/** At a college or another place that is no school: on roll there, and in no published measure. */
export function goToCollege(scene: Scene): void {
  const { life, first, random } = scene;
  const status = happens(random, 0.6) ? 'F' : 'O';
  const other = findOther(scene, first.school);
  const leave = dayAt(first.school, placeInYear(random, first.school, 10, 40));
  if (!other || leave === undefined || happens(random, 0.5)) {
    first.status = status;
    return;
  }
  close(first, leave, 'a', other.urn);
  open(life, other, leave + 3).status = status;
}

/** Two single places at once: at two schools that both take the register, or written twice by one. */
export function stayTwice(scene: Scene): void {
  const { life, first, random } = scene;
  const other = findOther(scene, first.school);
  const place = placeInYear(random, first.school, 5, 60);
  const [entry, leave] = [dayAt(first.school, place), dayAt(first.school, place + 12)];
  if (!other || entry === undefined || leave === undefined) return;
  if (happens(random, 0.5)) {
    open(life, other, entry);
    close(first, leave, 'a', other.urn);
    return;
  }
  open(life, first.school, entry);
  if (happens(random, 0.5)) close(first, leave);
  // Marks of a school on whose roll the child never was.
  life.strays.push({ school: other, from: entry, to: leave, letter: '/' });
}

function link(
  stay: Stay,
  other: CountrySchool,
  weekdays: readonly number[],
  from: number,
  to: number | undefined,
  mark: 'D' | 'B' | '',
): void {
  stay.elsewhere.push({ other, weekdays, from, to: to ?? Number.MAX_SAFE_INTEGER, mark });
}
