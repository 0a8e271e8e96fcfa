// "A child's calendar": which sessions count for a child, and whether the child was on roll in them.
import { academicYearOf, addDays, compulsoryAge, datesBetween, firstDayOf, lastDayOf } from './dates.ts';
import { sessions, type OpenDay, type OracleArea, type Session, type SpellRow } from './types.ts';
import { covers, isOpen, latestSpell, type View } from './view.ts';

export type CalendarSession = {
  readonly date: string;
  readonly session: Session;
  /** The school last left, where the child is off roll; undefined on roll. */
  readonly lastLeft: string | undefined;
};

const daysOf = (area: OracleArea, urn: string): readonly OpenDay[] => area.daysBySchool.get(urn) ?? [];

const opensAtAll = (area: OracleArea, urn: string, date: string): boolean =>
  isOpen(area, urn, date, 'AM') || isOpen(area, urn, date, 'PM');

/** The spell last left before a date: "latest leaving_date, then latest entry_date, then highest urn". */
const lastLeftSpell = (spells: readonly SpellRow[], date: string): SpellRow | undefined => {
  // "the school last left is sought among subsidiary spells (`S`) only where the child has no kind but those and
  // guest"
  const onlySubsidiary = spells.every((spell) => spell.status === 'S');
  return spells
    .filter((spell) => spell.leaving !== '' && spell.leaving < date)
    .filter((spell) => onlySubsidiary || spell.status !== 'S')
    .sort((a, b) => (a.leaving + a.entry + a.urn < b.leaving + b.entry + b.urn ? 1 : -1))[0];
};

/** What the calendar rule makes of an off-roll date: counted, or the clause that says it is not. */
export type OffRollOutcome =
  | 'counted'
  | 'not-compulsory-age'
  | 'no-school-last-left'
  | 'ground'
  | 'destination-outside'
  | 'destination-unconfirmed'
  | 'short-gap';

/** Whether the gap that a date lies in is one of those "Not counted". `spells` are the child's, guest ones apart. */
const gapOutcome = (area: OracleArea, spells: readonly SpellRow[], left: SpellRow, date: string): OffRollOutcome => {
  // "after the grounds `e` `f` `j` `k` `l`"
  if (['e', 'f', 'j', 'k', 'l'].includes(left.ground)) return 'ground';
  // "where destination_urn is given and is not in `schools.csv` (another area's child)"
  if (left.destination !== '' && !area.schools.has(left.destination)) return 'destination-outside';
  // "or the ground is `a` or `c` and no destination is given: such a gap is never counted"
  if (['a', 'c'].includes(left.ground) && left.destination === '') return 'destination-unconfirmed';
  // "a gap of at most five days on which the school last left opens, ended by an entry anywhere in the area (the
  // whole gap as known, also where the entry is after the as-of date; days that `sessions.csv` does not list are
  // no days)"
  const nextEntry = spells
    .map((spell) => spell.entry)
    .filter((entry) => entry > date)
    .sort()[0];
  if (nextEntry === undefined) return 'counted';
  // No spell covers the date, so the gap began the day after the last of the leaving dates before it.
  const lastCovered = spells
    .map((spell) => spell.leaving)
    .filter((leaving) => leaving !== '' && leaving < date)
    .sort()
    .at(-1);
  const openDays = daysOf(area, left.urn).filter(
    (day) => (day.am || day.pm) && day.date > (lastCovered ?? '') && day.date < nextEntry,
  );
  return openDays.length > 5 ? 'counted' : 'short-gap';
};

/** First and last day of compulsory school age. */
type Ages = { readonly from: string; readonly to: string };

/** The rule for one date off roll; undefined for a date that is none (covered, or before the first spell ended). */
const offRoll = (
  area: OracleArea,
  spells: readonly SpellRow[],
  compulsory: Ages,
  date: string,
): { readonly outcome: OffRollOutcome; readonly urn: string } | undefined => {
  if (spells.some((spell) => covers(spell, date))) return undefined;
  // "a date after a spell's leaving_date and covered by no spell" / "Before the first spell nothing is counted."
  if (!spells.some((spell) => spell.leaving !== '' && spell.leaving < date)) return undefined;
  // "counts where the child is of compulsory school age on that date"
  if (date < compulsory.from || date > compulsory.to) return { outcome: 'not-compulsory-age', urn: '' };
  const left = lastLeftSpell(spells, date);
  if (left === undefined) return { outcome: 'no-school-last-left', urn: '' };
  return { outcome: gapOutcome(area, spells, left, date), urn: left.urn };
};

/**
 * "if that school lists no day in the academic year, both sessions of each date on which more than half of all
 * schools in `schools.csv` open (AM or PM)"
 */
const offRollSessions = (view: View, urn: string, date: string): readonly Session[] => {
  const { area, year } = view;
  const lists = daysOf(area, urn).some((day) => academicYearOf(day.date) === year);
  if (lists) return sessions.filter((session) => isOpen(area, urn, date, session));
  const opening = [...area.schools.keys()].filter((school) => opensAtAll(area, school, date));
  return opening.length * 2 > area.schools.size ? sessions : [];
};

const calendarOfDate = (
  view: View,
  spells: readonly SpellRow[],
  compulsory: Ages,
  date: string,
): readonly CalendarSession[] => {
  const covering = spells.filter((spell) => covers(spell, date));
  // "On roll: the open sessions of every school whose spell covers the date …, the union over schools."
  if (covering.length > 0) {
    return sessions
      .filter((session) => covering.some((spell) => isOpen(view.area, spell.urn, date, session)))
      .map((session) => ({ date, session, lastLeft: undefined }));
  }
  const off = offRoll(view.area, spells, compulsory, date);
  if (off === undefined || off.outcome !== 'counted') return [];
  return offRollSessions(view, off.urn, date).map((session) => ({ date, session, lastLeft: off.urn }));
};

/** "Guest spells (`G`) make no calendar; `F` and `O` spells do." */
const calendarSpells = (view: View, upn: string): readonly SpellRow[] =>
  (view.spells.get(upn) ?? []).filter((spell) => spell.status !== 'G');

const agesOf = (view: View, upn: string): Ages => compulsoryAge(latestSpell(view.spells.get(upn) ?? [])?.birth ?? '');

export const calendarOf = (view: View, upn: string): readonly CalendarSession[] => {
  const spells = calendarSpells(view, upn);
  const compulsory = agesOf(view, upn);
  return datesBetween(view.first, view.last).flatMap((date) => calendarOfDate(view, spells, compulsory, date));
};

/** Every run of days off roll that touches the year up to the as-of date, and whether an arrival is known since. */
export const gapsOf = (
  view: View,
  upn: string,
): readonly { readonly outcome: OffRollOutcome; readonly arrived: boolean }[] => {
  const spells = calendarSpells(view, upn);
  const firstDays = new Set(spells.flatMap((spell) => (spell.leaving === '' ? [] : [addDays(spell.leaving, 1)])));
  return [...firstDays].flatMap((first) => {
    if (spells.some((spell) => covers(spell, first))) return [];
    const entry = spells
      .map((spell) => spell.entry)
      .filter((one) => one > first)
      .sort()[0];
    if (first > view.last || (entry ?? lastDayOf(view.year)) < firstDayOf(view.year)) return [];
    const left = lastLeftSpell(spells, first);
    const outcome = left === undefined ? 'no-school-last-left' : gapOutcome(view.area, spells, left, first);
    return [{ outcome, arrived: entry !== undefined }];
  });
};

/** Every date off roll with what the rule makes of it: for tests that ask why a gap is (not) counted. */
export const offRollDates = (
  view: View,
  upn: string,
): readonly { readonly date: string; readonly outcome: OffRollOutcome }[] => {
  const spells = calendarSpells(view, upn);
  const compulsory = agesOf(view, upn);
  return datesBetween(view.first, view.last).flatMap((date) => {
    const off = offRoll(view.area, spells, compulsory, date);
    return off === undefined ? [] : [{ date, outcome: off.outcome }];
  });
};
