import { calendarDate, findUpn, type AcademicYear, type CalendarDate } from '#kernel';
import type { EntryBatch, ListEntryRow } from '#access';
import { readAccountModels } from '#lost-learning';
import { buildModels, formOf, readModels, type Cell, type Row, type Warehouse } from '#store';
import type { List } from './list.ts';
import { lists, relationOf } from './lists.ts';
import { thresholdSql } from './thresholds.ts';

/** The relations of the account that models of lists read, as `buildAccount` leaves them. */
const GIVEN = [
  'question',
  'half_term',
  'register_session',
  'coverage',
  'school_day',
  'spell',
  'child',
  'school',
  'child_session',
  'several_schools',
  'child_week',
  'school_week',
  'enrolment',
  'gap',
  'removal',
  'suspension',
  'code_letter',
  'code_rule',
];

const MODELS = new URL('./models/', import.meta.url);

/** Names what lists are made by: another name, and what an older Kith published has to be worked out again. */
export async function listsForm(): Promise<string> {
  return formOf([MODELS], [thresholdSql(), ...lists.map(entriesSql)]);
}

/** Works out lists over the account that stands in the warehouse. Without `wanted`: all of them. */
export async function buildLists(warehouse: Warehouse, wanted: readonly List[] = lists): Promise<void> {
  const models = new Map([...(await readAccountModels(warehouse)), ...(await readModels(warehouse, [MODELS]))]);
  await warehouse.run(`create or replace temp table threshold as ${thresholdSql()}`);
  await buildModels(warehouse, models, wanted.map(relationOf), new Set(GIVEN));
}

/** Works out all lists over the account that stands in the warehouse, and hands them out to be published. */
export async function* listBatches(warehouse: Warehouse, year: AcademicYear): AsyncGenerator<EntryBatch> {
  await buildLists(warehouse);
  const all: readonly List[] = lists;
  for (const list of all) {
    for await (const entries of listEntries(warehouse, list, year)) yield { entries, oneEach: list.oneEach ?? false };
  }
}

/** Rows handed out at once. */
const BATCH = 2000;

/** The entries of a list that `buildLists` worked out, in its order. Each carries what a page shows of its child. */
export async function* listEntries(
  warehouse: Warehouse,
  list: List,
  year: AcademicYear,
): AsyncGenerator<readonly ListEntryRow[]> {
  let held: ListEntryRow[] = [];
  for await (const rows of warehouse.stream(entriesSql(list))) {
    for (const row of rows) {
      held.push(entryOf(list, year, row));
      if (held.length < BATCH) continue;
      yield held;
      held = [];
    }
  }
  if (held.length > 0) yield held;
}

// Ties are settled by name and school, so that a list reads the same twice.
function entriesSql(list: List): string {
  const leading = list.leading === undefined ? '' : `entry.${list.leading} desc, `;
  const order = `${leading}${list.order === 'due' ? 'entry.due nulls last, entry.counted desc' : 'entry.counted desc, entry.since'}`;
  const child = list.about === 'child';
  return `
    select cast(row_number() over (order by ${order}, lower(child.family_name), lower(child.given_name), child.upn, entry.urn) as integer) as nth,
      child.upn, entry.urn, seen.urns, child.given_name, child.family_name, child.year_group, child.class, child.sex,
      child.fsm, child.sen, child.in_care,
      cast(entry.since as varchar) as since, cast(entry.until as varchar) as until, entry.counted,
      cast(entry.due as varchar) as due, ${overdueSql(list)} as overdue,
      cast(entry.entered_on as varchar) as entered_on${detailSql(list)}
    from ${relationOf(list)} as entry
    cross join question
    left join child on ${child ? 'child.child_no = entry.child_no' : 'false'}
    left join (
      select child.child_no, string_agg(distinct cast(spell.urn as varchar), ',') as urns
      from spell join child on child.upn = spell.upn cross join question
      where spell.entry_date <= question.last_day and spell.last_date >= question.first_day
      group by child.child_no
    ) as seen on ${child ? 'seen.child_no = entry.child_no' : 'false'}
    order by nth`;
}

function overdueSql({ doneUnseen }: List): string {
  return doneUnseen ? 'false' : 'coalesce(entry.due < question.as_of, false)';
}

function detailSql(list: List): string {
  return list.columns
    .map(({ name, kind }) => (kind === 'date' ? `, cast(entry.${name} as varchar) as ${name}` : `, entry.${name}`))
    .join('');
}

function entryOf(list: List, year: AcademicYear, row: Row): ListEntryRow {
  const urn = Number(row['urn']);
  const upn = findUpn(textOrNull(row['upn']) ?? '') ?? '';
  if (upn === '' && list.about === 'child') throw new Error(`worklists/no-child: an entry of ${list.id} has no child`);
  const urns = (textOrNull(row['urns']) ?? '').split(',').filter((text) => text !== '');
  return {
    list: list.id,
    nth: Number(row['nth']),
    upn,
    urn,
    // Its own school sees an entry also where the child left before the year began.
    urns: [...new Set([...urns.map(Number), urn])].toSorted((a, b) => a - b),
    academic_year: year,
    given_name: textOrNull(row['given_name']),
    family_name: textOrNull(row['family_name']),
    year_group: row['year_group'] === null ? null : Number(row['year_group']),
    class: textOrNull(row['class']),
    sex: textOrNull(row['sex']),
    fsm: booleanOrNull(row['fsm']),
    sen: textOrNull(row['sen']),
    in_care: booleanOrNull(row['in_care']),
    since: dateOf(row['since']),
    until: dateOf(row['until']),
    counted: Number(row['counted']),
    due: row['due'] === null ? null : dateOf(row['due']),
    overdue: row['overdue'] === true,
    entered_on: dateOf(row['entered_on']),
    detail: Object.fromEntries(list.columns.map(({ name }) => [name, row[name] ?? null])),
  };
}

function dateOf(cell: Cell | undefined): CalendarDate {
  return calendarDate(String(cell));
}

function textOrNull(cell: Cell | undefined): string | null {
  return typeof cell === 'string' ? cell : null;
}

function booleanOrNull(cell: Cell | undefined): boolean | null {
  return typeof cell === 'boolean' ? cell : null;
}
