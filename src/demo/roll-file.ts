import {
  academicYearOf,
  dateOfDayNumber,
  dayNumber,
  firstDay,
  instantOf,
  lastDay,
  startYear,
  type AcademicYear,
} from '#kernel';
import { circumstancesIn } from './pupils.ts';
import type { Columns, TextRow } from './small-files.ts';
import { className, yearGroupIn, type Spell } from './spells.ts';

// prettier-ignore
export const ROLL_COLUMNS: Columns = [
  ['upn', 'varchar'], ['urn', 'integer'], ['status', 'varchar'], ['entry_date', 'date'], ['leaving_date', 'date'],
  ['leaving_ground', 'varchar'], ['destination_urn', 'integer'], ['birth_date', 'date'], ['year_group', 'integer'],
  ['sex', 'varchar'], ['ethnicity', 'varchar'], ['language', 'varchar'], ['fsm', 'varchar'], ['sen', 'varchar'],
  ['in_care', 'varchar'], ['boarder', 'varchar'], ['home_lsoa', 'varchar'], ['given_name', 'varchar'],
  ['family_name', 'varchar'], ['class', 'varchar'], ['postcode', 'varchar'], ['nhs_number', 'varchar'],
  ['withdrawn', 'varchar'], ['recorded_at', 'timestamptz'],
];

/**
 * The rows of a spell: as it began, as each September changed it, as dual registration began and ended, and as it closed,
 * each recorded when the school told the area. Northmoor’s own record begins with the first of its years.
 */
export function rollRows(spell: Spell, years: readonly AcademicYear[]): readonly TextRow[] {
  const [firstYear] = years;
  const begins = firstYear ? dayNumber(firstDay(firstYear)) : spell.entry;
  const [lastYear] = years.slice(-1);
  const ends = lastYear ? dayNumber(lastDay(lastYear)) : spell.entry;
  const moments = new Map<number, number>();
  const tell = (day: number, minute: number) =>
    moments.set(Math.max(day, begins), Math.max(minute, moments.get(day) ?? 0));
  tell(spell.entry, 9 * 60);
  for (const year of years) {
    const september = dayNumber(firstDay(year));
    if (september > spell.entry && (spell.leave === undefined || spell.leave > september)) tell(september, 6 * 60);
  }
  for (const plan of spell.elsewhere) {
    if (plan.mark !== 'D' || spell.status !== 'C') continue;
    tell(plan.from, 9 * 60);
    if (plan.to < Math.min(ends, spell.leave ?? ends)) tell(plan.to + 1, 9 * 60);
  }
  const closed = spell.leave === undefined ? undefined : spell.leave + spell.leaveTold;
  if (closed !== undefined) tell(closed, 17 * 60);
  return [...moments]
    .toSorted(([a], [b]) => a - b)
    .map(([day, minute]) => rollRow(spell, day, minute, closed !== undefined && day >= closed));
}

function rollRow(spell: Spell, day: number, minute: number, closed: boolean): TextRow {
  const { pupil } = spell;
  const known = closed ? (spell.leave ?? day) : day;
  const start = startYear(academicYearOf(dateOfDayNumber(known)));
  const { fsm, sen, inCare } = circumstancesIn(pupil, start);
  const dual =
    spell.status === 'C' && spell.elsewhere.some((plan) => plan.mark === 'D' && plan.from <= known && known <= plan.to);
  return [
    pupil.upn,
    String(spell.school.urn),
    dual ? 'M' : spell.status,
    dateOfDayNumber(spell.entry),
    closed && spell.leave !== undefined ? dateOfDayNumber(spell.leave) : null,
    closed ? (spell.ground ?? null) : null,
    closed && spell.destination !== undefined ? String(spell.destination) : null,
    dateOfDayNumber(pupil.birthDay),
    String(yearGroupIn(spell, start)),
    pupil.sex,
    pupil.ethnicity,
    pupil.language,
    fsm ? 'Y' : 'N',
    sen,
    inCare ? 'Y' : 'N',
    'N',
    pupil.neighbourhood,
    pupil.given,
    pupil.family,
    className(spell, start),
    pupil.postcode,
    pupil.nhsNumber ?? null,
    null,
    instantOf(day * 86_400_000 + minute * 60_000),
  ];
}
