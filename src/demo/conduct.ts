import { academicYearOf, dateOfDayNumber, type CalendarDate } from '#kernel';
import { geometric, happens, pick, poisson, weighted } from './chance.ts';
import { BY_CIRCUMSTANCE, BY_YEAR_GROUP } from './rates.ts';
import { claim, drawPlace, isFree, markOf, shareOfYear, type Page } from './sheet.ts';

const E = markOf('E');
const PRESENT: ReadonlySet<number> = new Set([0, markOf('L'), markOf('/'), markOf('\\')]);

export type Suspension = {
  readonly upn: string;
  readonly urn: number;
  readonly category: 'SUSP' | 'PERM' | 'LNCH';
  readonly startDate: CalendarDate;
  readonly sessions: number | undefined;
  readonly reasons: readonly string[];
  readonly reviewClosed: CalendarDate | undefined;
  /** Days after the start (for a closed review, after its closing) on which it was recorded. */
  readonly toldAfter: number;
};

export type RemovalKind =
  'internal-exclusion' | 'removed-from-lesson' | 'left-lesson' | 'late-to-lesson' | 'detention-in-lesson-time';

export type Removal = {
  readonly upn: string;
  readonly urn: number;
  readonly date: CalendarDate;
  readonly session: 'AM' | 'PM';
  readonly minutes: number;
  readonly kind: RemovalKind;
};

/** Suspensions by length in days, England 2015/16 (DfE, the last year published by length). */
// prettier-ignore
const LENGTHS: readonly (readonly [days: number, weight: number])[] = [
  [1, 155250], [2, 80695], [3, 46735], [4, 11625], [5, 37245], [6, 1600], [8, 1570], [10, 2715], [13, 545], [15, 880], [20, 260],
];

/** Reasons of the 2020 code set and since. The weights follow the order of the published reasons; they are our own. */
// prettier-ignore
const REASONS: readonly (readonly [code: string, weight: number])[] = [
  ['DB', 46], ['VA', 15], ['PP', 13], ['CB', 6], ['VP', 5], ['PA', 4], ['LD', 3], ['VR', 2], ['DM', 2], ['MT', 1], ['DA', 1],
  ['RA', 1], ['BU', 1], ['OW', 1], ['SM', 0.5], ['TH', 0.5], ['LG', 0.4], ['DS', 0.2],
];

/** Suspensions claim their sessions in the register, so that code E and the suspension rows agree session for session. */
export function suspend(page: Page, out: Suspension[]): void {
  const { random, rates, calendar, spell, yearGroup } = page;
  const { upn, temper } = spell.pupil;
  const { fsm, sen } = page.circumstances;
  const by = BY_CIRCUMSTANCE.conduct;
  const readiness = 0.55 + 0.45 * spell.school.strictness;
  const likelihood = (fsm ? by.fsm : by.noFsm) * by[sen] * (BY_YEAR_GROUP[yearGroup]?.conduct ?? 1) * readiness;
  const share = shareOfYear(calendar.ordinary, page.from, page.to);
  const row = {
    upn,
    urn: spell.school.urn,
    reviewClosed: undefined,
    toldAfter: weighted(random, [
      [0, 70],
      [1, 20],
      [4, 8],
      [20, 2],
    ]),
  };
  if (happens(random, rates.lunchtimes)) {
    const place = drawPlace(calendar.ordinary, page.from, page.to, random);
    out.push({ ...row, category: 'LNCH', startDate: dateAt(page, place), sessions: 1, reasons: reasons(page) });
  }
  if (temper.conduct >= Math.min(0.6, rates.suspended * likelihood)) return;
  const times = Math.max(1, Math.round(Math.min(14, geometric(random, rates.suspensionsEach)) * share));
  const started = new Set<number>();
  for (let each = 0; each < times; each += 1) {
    const place = drawPlace(calendar.ordinary, page.from, page.to, random);
    const first = 2 * place + (happens(random, 0.25) ? 1 : 0);
    const wanted = 2 * weighted(random, LENGTHS) - (first & 1);
    if (started.has(place) || !isFree(page, first)) continue;
    let sessions = 0;
    for (let session = first; sessions < wanted && session >> 1 <= page.to; session += 1)
      if (claim(page, session, E)) sessions += 1;
    started.add(place);
    out.push({ ...row, category: 'SUSP', startDate: dateAt(page, place), sessions, reasons: reasons(page) });
  }
}

/** The row of a permanent exclusion; its review closes on the day the child comes off roll. */
export function recordExclusion(page: Page, out: Suspension[]): void {
  const { excludedOn, leave, pupil, school } = page.spell;
  if (
    excludedOn === undefined ||
    leave === undefined ||
    academicYearOf(dateOfDayNumber(excludedOn)) !== page.calendar.year
  )
    return;
  const startDate = dateOfDayNumber(excludedOn);
  const row = {
    upn: pupil.upn,
    urn: school.urn,
    category: 'PERM',
    startDate,
    sessions: undefined,
    reasons: reasons(page),
  } as const;
  out.push({ ...row, reviewClosed: undefined, toldAfter: 0 });
  out.push({ ...row, reviewClosed: dateOfDayNumber(leave), toldAfter: 0 });
}

/** Time out of lessons in sessions the child attended: a few children, and a few schools, account for most of it. */
export function removeFromLessons(page: Page, out: Removal[]): void {
  const { random, rates, calendar, spell, sheet } = page;
  const { conduct } = spell.pupil.temper;
  const often = conduct < 0.03 ? 12 : conduct < 0.1 ? 4 : conduct < 0.3 ? 1.2 : 0.15;
  const share = shareOfYear(calendar.ordinary, page.from, page.to);
  const taken = new Set<string>();
  for (let each = poisson(random, rates.removals * often * spell.school.strictness * share); each > 0; each -= 1) {
    const place = drawPlace(calendar.ordinary, page.from, page.to, random);
    const kind = removalKind(page);
    const first = happens(random, 0.6) ? 0 : 1;
    const halves = kind === 'internal-exclusion' && first === 0 && happens(random, 0.5) ? [0, 1] : [first];
    const minutes = minutesOf(page, kind);
    for (const half of halves) {
      const session = 2 * place + half;
      const open = half === 0 || calendar.pmOpen[place] === 1;
      const key = `${session}${kind}`;
      if (!open || !PRESENT.has(sheet.marks[session] ?? 0) || taken.has(key)) continue;
      taken.add(key);
      out.push({
        upn: spell.pupil.upn,
        urn: spell.school.urn,
        date: dateAt(page, place),
        session: half ? 'PM' : 'AM',
        minutes,
        kind,
      });
    }
  }
}

function removalKind(page: Page): RemovalKind {
  const strict = page.spell.school.strictness > 1.5;
  return weighted(page.random, [
    ['removed-from-lesson', 42],
    ['internal-exclusion', strict ? 48 : 16],
    ['late-to-lesson', 18],
    ['left-lesson', 12],
    ['detention-in-lesson-time', 4],
  ]);
}

function minutesOf(page: Page, kind: RemovalKind): number {
  const { random } = page;
  if (kind === 'internal-exclusion') return pick(random, [60, 100, 120, 150, 150, 165]);
  return kind === 'late-to-lesson' ? 5 + random.below(15) : 10 + 5 * random.below(10);
}

function reasons(page: Page): readonly string[] {
  const { random } = page;
  const count = weighted(random, [
    [1, 72],
    [2, 22],
    [3, 6],
  ]);
  return [...new Set(Array.from({ length: count }, () => weighted(random, REASONS)))];
}

function dateAt(page: Page, place: number): CalendarDate {
  return dateOfDayNumber(page.calendar.days[place] ?? 0);
}
