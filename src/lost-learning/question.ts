import {
  academicYearOf,
  calendarDate,
  dateOfDayNumber,
  dayNumber,
  findInstant,
  firstDay,
  instantDate,
  lastDay,
  today,
  type AcademicYear,
  type CalendarDate,
  type Clock,
  type Instant,
} from '#kernel';
import { buildModels, readModels, type Model, type Warehouse } from '#store';
import { attendanceCodes, loadCodeLetters, readPackedModels, registerModels } from '#register';
import { rollModels } from '#roll';
import { loadRegions } from './authority-region.ts';
import { ruleOfCode, states } from './states.ts';

/** What is asked of an area: which year, up to which day, and as known when. Each may be left to its default. */
export type Question = {
  readonly year?: AcademicYear;
  readonly asOf?: CalendarDate;
  readonly knownAt?: Instant;
};

/** What was answered. `asOf` is null where the year has no mark to go by: then there is nothing to show. */
export type Answered = {
  readonly year: AcademicYear;
  readonly asOf: CalendarDate | null;
  readonly knownAt: Instant;
};

export const lostLearningModels = new URL('./models/', import.meta.url);

export type AccountModels = ReadonlyMap<string, Model>;

export async function readAccountModels(warehouse: Warehouse): Promise<AccountModels> {
  return readModels(warehouse, [rollModels, registerModels, lostLearningModels]);
}

/**
 * Makes the facts that models and groupings read: `code_letter` and `code_rule`, from the tables of codes and states, and
 * `authority_region`, an authority a row.
 */
export async function loadFacts(warehouse: Warehouse): Promise<void> {
  await loadCodeLetters(warehouse);
  const rules = attendanceCodes.map((fact, index) => {
    const possible = states.some((one) => one.possible && one.codes.includes(fact.code));
    const absence =
      fact.category === 'authorised-absence'
        ? 'authorised'
        : fact.category === 'unauthorised-absence'
          ? 'unauthorised'
          : null;
    return `(${text(fact.letter)}, ${index + 1}, ${ruleOfCode(fact.code)}, ${possible}, ${absence ? text(absence) : 'null'})`;
  });
  await warehouse.run(
    `create or replace temp table code_rule as
     select cast(letter as letter) as letter, code_no, rule, possible, absence
     from (values ${rules.join(', ')}) as t(letter, code_no, rule, possible, absence)`,
  );
  await loadRegions(warehouse);
}

/** The packed register files of a year, as known now; none where received marks must be read instead. */
export type PackedRegister = (year: AcademicYear) => Promise<readonly string[]>;

const notPacked: PackedRegister = () => Promise.resolve([]);

/** The relations that a settled question leaves behind, for the rest of the account to read. */
export const SETTLED = ['register_session', 'coverage', 'school_day', 'spell', 'child', 'school'];

/** What is left behind beside it where figures are held against those of other systems: marks that are used nowhere. */
export const SETTLED_FOR_BRIDGE = [...SETTLED, 'unplaced_mark'];

/**
 * Settles year, day and moment, and makes `question` and the register for them.
 * Default year: the latest in sessions.csv that has a mark in this view; default day: the last with a mark other than `#`.
 */
export async function settleQuestion(
  warehouse: Warehouse,
  models: AccountModels,
  question: Question,
  clock: Clock,
  packed: PackedRegister = notPacked,
  settled: readonly string[] = SETTLED,
): Promise<Answered> {
  const knownAt = await momentOf(warehouse, question, clock);
  const latest = earlier(today(clock), question.knownAt ? instantDate(question.knownAt) : today(clock));
  const read = async (year: AcademicYear, asOf: CalendarDate | null): Promise<void> => {
    await putQuestion(warehouse, { year, asOf, knownAt });
    const files = question.knownAt ? [] : await packed(year);
    const read = files.length > 0 ? await readPackedModels(warehouse, files) : [];
    await buildModels(warehouse, new Map([...models, ...read]), settled);
  };
  if (question.year && question.asOf) {
    const asOf = earlier(question.asOf, lastDay(question.year));
    await read(question.year, asOf);
    return { year: question.year, asOf, knownAt };
  }
  const years = question.year ? [question.year] : await listYears(warehouse);
  for (const year of years) {
    await read(year, earlier(lastDay(year), latest));
    const marked = await lastMarkedDay(warehouse, year);
    if (marked === null) continue;
    const asOf = earlier(question.asOf ?? marked, lastDay(year));
    if (asOf > latest) await read(year, asOf);
    await putQuestion(warehouse, { year, asOf, knownAt });
    for (const relation of settled.filter((name) => name === 'register_session' || name === 'unplaced_mark'))
      await warehouse.run(`delete from ${relation} where pos > (select (as_of - first_day) * 2 + 1 from question)`);
    return { year, asOf, knownAt };
  }
  const year = years[0] ?? academicYearOf(today(clock));
  const asOf = question.asOf ? earlier(question.asOf, lastDay(year)) : null;
  await read(year, asOf);
  return { year, asOf, knownAt };
}

/**
 * The moment as known when a question is asked: its own, or now; and now is no earlier than the area’s last change, because
 * the clock may have been put back since.
 */
export async function momentOf(warehouse: Warehouse, { knownAt }: Question, clock: Clock): Promise<Instant> {
  if (knownAt) return knownAt;
  const { moment } = await warehouse.row<{ moment: string | null }>('select max(moment) as moment from received_until');
  const [now, last] = [clock.now(), findInstant(moment ?? '')];
  return last !== undefined && last > now ? last : now;
}

/** The academic years that the area’s sessions lie in, latest first. */
export async function listYears(warehouse: Warehouse): Promise<readonly AcademicYear[]> {
  const rows = await warehouse.rows<{ date: string }>(
    `select max(date) as date from received_session where urn in (select urn from received_school)
     group by year(date) - case when month(date) < 9 then 1 else 0 end order by 1 desc`,
  );
  return rows.map((row) => academicYearOf(calendarDate(row.date)));
}

async function lastMarkedDay(warehouse: Warehouse, year: AcademicYear): Promise<CalendarDate | null> {
  const { pos } = await warehouse.row<{ pos: number | null }>(
    `select max(pos) as pos from register_session where letter is not null and letter <> '#'`,
  );
  return pos === null ? null : dateOfDayNumber(dayNumber(firstDay(year)) + Math.floor(pos / 2));
}

/** The earlier of two days. */
export function earlier(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? a : b;
}

async function putQuestion(warehouse: Warehouse, answered: Answered): Promise<void> {
  const { year, asOf, knownAt } = answered;
  await warehouse.run(
    `create or replace temp table question as select
       date '${firstDay(year)}' as first_day, date '${lastDay(year)}' as last_day,
       ${asOf === null ? 'null::date' : `date '${asOf}'`} as as_of, timestamp '${knownAt.slice(0, -1)}' as known_at`,
  );
}

function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
