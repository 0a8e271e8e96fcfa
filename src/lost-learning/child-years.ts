import { addDays, calendarDate, findUpn, firstDay, type AcademicYear, type CalendarDate } from '#kernel';
import type { ChildGroup, ChildYearRow } from '#access';
import type { Row, Warehouse } from '#store';
import { figuresSql } from './account.ts';
import { readFacts, type ChildFacts, type FactsByChild, type SpellFact } from './child-facts.ts';
import { packedBlock, PLACED } from './packed-block.ts';
import { longestAway, packYear } from './packed-year.ts';

/** A child’s year as it is published into records, with what its page tells. */
export type ChildYear = Omit<ChildYearRow, 'facts'> & { readonly facts: ChildFacts };

/** Children worked on at once: their packed years stay within some tens of megabytes. */
const SLICE = 20_000;

/** Every child with a session in the year of the account that stands in the warehouse, in batches. */
export async function* childYears(
  warehouse: Warehouse,
  year: AcademicYear,
  asOf: CalendarDate,
): AsyncGenerator<readonly ChildYear[]> {
  const facts = await readFacts(warehouse, year);
  await warehouse.run(
    `create or replace temp table place_by_name as
     select child_no, cast(row_number() over (order by lower(family_name) nulls last, lower(given_name) nulls last, upn) as integer) as nth
     from child where child_no in (select child_no from child_rule)`,
  );
  const { last } = await warehouse.row<{ last: number }>('select coalesce(max(child_no), 0) as last from child');
  for (let first = 1; first <= last; first += SLICE) {
    const slice = `child_no >= ${first} and child_no < ${first + SLICE}`;
    const block = await packedBlock(warehouse, `select ${PLACED} from child_session where ${slice}`, first, SLICE);
    const sql = `
      with totals as (select child_no, ${figuresSql()} from child_rule where ${slice} group by child_no)
      select totals.*, child.* exclude (child_no, birth_date), cast(child.birth_date as varchar) as birth_date, place.nth
      from totals join child on child.child_no = totals.child_no join place_by_name as place on place.child_no = totals.child_no
      order by child.upn`;
    for await (const rows of warehouse.stream(sql)) {
      yield rows.map((row) => childYear(row, block.lettersOf(Number(row['child_no']) - first), facts, year, asOf));
    }
  }
}

function childYear(row: Row, letters: string, facts: FactsByChild, year: AcademicYear, asOf: CalendarDate): ChildYear {
  const child = Number(row['child_no']);
  const away = longestAway(letters);
  const dateAt = (place: number): CalendarDate => addDays(firstDay(year), Math.floor(place / 2));
  const upn = findUpn(String(row['upn']));
  if (!upn) throw new Error('account/upn: a child without a UPN came through the roll');
  const number = (name: string): number => Number(row[name]);
  return {
    upn,
    academic_year: year,
    given_name: textOrNull(row['given_name']),
    family_name: textOrNull(row['family_name']),
    year_group: row['year_group'] === null ? null : number('year_group'),
    sex: textOrNull(row['sex']),
    urns: facts.schools.get(child) ?? [],
    calendar: number('calendar'),
    attended: number('attended'),
    suspended: number('suspended'),
    unauthorised: number('unauthorised'),
    part_time: number('part_time'),
    authorised: number('authorised'),
    access_failure: number('access_failure'),
    unrecorded_dual: number('unrecorded_dual'),
    not_required: number('not_required'),
    unmarked: number('unmarked'),
    off_roll: number('off_roll'),
    possible: number('possible'),
    lost_headline: number('lost_headline'),
    lost_absence: number('lost_absence'),
    lost_extended: number('lost_extended'),
    minutes_lost: number('minutes_lost'),
    sessions: packYear(letters),
    facts: {
      birth_date: calendarDate(String(row['birth_date'])),
      class: textOrNull(row['class']),
      sen: textOrNull(row['sen']),
      fsm: booleanOrNull(row['fsm']),
      in_care: booleanOrNull(row['in_care']),
      as_of: asOf,
      spells: facts.spells.get(child) ?? [],
      gaps: facts.gaps.get(child) ?? [],
      registers: facts.registers.get(child) ?? [],
      minutes: facts.minutes.get(child) ?? [],
      removals: facts.removals.get(child) ?? [],
      suspensions: facts.suspensions.get(child) ?? [],
      away: away.sessions === 0 ? null : { sessions: away.sessions, from: dateAt(away.from), to: dateAt(away.to) },
    },
    card: { nth: number('nth'), class: textOrNull(row['class']), away: away.sessions },
    groups: groupsOf(textOrNull(row['class']), booleanOrNull(row['in_care']), facts.spells.get(child) ?? [], asOf),
  };
}

/** A class is that of the latest spell (roll/models/child.sql), while it lasts: nobody reaches a child through a class it has left. */
function groupsOf(
  form: string | null,
  inCare: boolean | null,
  spells: readonly SpellFact[],
  asOf: CalendarDate,
): readonly ChildGroup[] {
  const latest = spells.at(-1);
  const lasts = latest && latest.entry_date <= asOf && (latest.leaving_date === null || latest.leaving_date >= asOf);
  return [
    ...(form !== null && lasts ? [{ kind: 'class', urn: latest.urn, class: form } as const] : []),
    ...(inCare === true ? [{ kind: 'in-care' } as const] : []),
  ];
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function booleanOrNull(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}
