import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { firstDay, startYear, type AcademicYear } from '#kernel';
import { attendanceCodes } from '#register';
import { quoted } from '#store';
import { YEAR } from './country.ts';

/** A file as the country’s schools would have sent it, as SQL over what was made. */
export type SentFile = {
  readonly kind: 'schools' | 'sessions' | 'roll' | 'marks' | 'removals';
  readonly name: string;
  /** Run before the rows are asked for. */
  readonly first?: readonly string[];
  /** Its rows, in the order in which they are to stand. */
  readonly sql: string;
};

/**
 * The files of a made country, authority by authority, with when each row was recorded: marks on the afternoon, by some
 * schools three days later; a place on roll on its first day, and its end on its last.
 */
export async function listSentFiles(made: string): Promise<readonly SentFile[]> {
  const spells = await tablesIn(join(made, 'spell'));
  const registers = await tablesIn(packedOf(made).packed);
  return [
    ...registers.map(({ la, table }): SentFile => {
      return {
        kind: 'marks',
        name: `marks-${YEAR.replace('/', '-')}-${la}.parquet`,
        first: [pageSql(table)],
        sql: MARKS,
      };
    }),
    { kind: 'removals', name: 'removals.parquet', sql: removalsSql(tableAt(join(made, 'removal.parquet'))) },
    ...spells.map(({ la, table }): SentFile => ({ kind: 'roll', name: `roll-${la}.parquet`, sql: rollSql(table) })),
    { kind: 'schools', name: 'schools.parquet', sql: `from ${tableAt(join(made, 'school.parquet'))}` },
    { kind: 'sessions', name: 'sessions.parquet', sql: `from ${tableAt(join(made, 'school-day.parquet'))}` },
  ];
}

/** The packed registers of a made country, and their year. */
export function packedOf(made: string): { readonly packed: string; readonly year: AcademicYear } {
  return { packed: join(made, 'register', `year=${startYear(YEAR)}`), year: YEAR };
}

async function tablesIn(folder: string): Promise<readonly { readonly la: string; readonly table: string }[]> {
  return (await readdir(folder))
    .toSorted()
    .map((name) => ({ la: name.slice('la='.length, -'.parquet'.length), table: tableAt(join(folder, name)) }));
}

function tableAt(path: string): string {
  return `read_parquet(${quoted(path)}, hive_partitioning = false)`;
}

/** Minutes of the day at which a school’s rows are recorded, and the days by which some are late. */
const RECORDED = `to_minutes(960 + urn % 90 + 1440 * case when urn % 50 = 7 then 3 else 0 end)`;

const FIRST_DAY = `date ${quoted(firstDay(YEAR))}`;

/** A code by the number of its letter, which is one of ASCII. */
const CODES = `[${Array.from({ length: 128 }, (_, at) => {
  const fact = attendanceCodes.find(({ letter }) => letter.charCodeAt(0) === at);
  return fact ? quoted(fact.code) : 'null';
}).join(', ')}]`;

const numbers = (column: string, nth: 1 | 2): string =>
  `list_transform(string_split(${column}, ' '), lambda entry: cast(split_part(entry, ':', ${nth}) as integer))`;

// A view and no table: the registers of a large authority, letter by letter, take more than a gigabyte.
function pageSql(table: string): string {
  return `create or replace temp view page as
    select upn, urn, string_split(marks, '') as letters, ${RECORDED} as recorded,
      ${numbers('am_late', 1)} as am_at, ${numbers('am_late', 2)} as am_minutes,
      ${numbers('pm_late', 1)} as pm_at, ${numbers('pm_late', 2)} as pm_minutes
    from ${table}`;
}

const codeOf = (letter: string): string => `${CODES}[1 + ascii(${letter})]`;

const minutesAt = (half: 'am' | 'pm', place: string): string =>
  `${half}_minutes[nullif(list_position(${half}_at, ${place}), 0)] as ${half}_minutes_late`;

function daysSql(where: string): string {
  return `
    select upn, urn, ${FIRST_DAY} + day as date, ${codeOf('morning')} as am, ${codeOf('afternoon')} as pm,
      ${minutesAt('am', '2 * day')}, ${minutesAt('pm', '2 * day + 1')}, ${FIRST_DAY} + day + recorded as recorded_at
    from (
      select *, letters[2 * day + 1] as morning, letters[2 * day + 2] as afternoon
      from (select *, cast(unnest(range(len(letters) // 2)) as integer) as day from page where ${where})
    ) where morning <> ' ' or afternoon <> ' '`;
}

/** Of one child in ten it is not known at first that they are ill: the register says so nine days later. */
const TOLD_LATER = `right(upn, 1) = '7'`;
const atFirst = (half: 'am' | 'pm'): string =>
  `case when ${TOLD_LATER} and ${half} = 'I' then 'N' else ${half} end as ${half}`;

const MARKS = `
  select * replace (${atFirst('am')}, ${atFirst('pm')}) from (${daysSql('true')})
  union all
  select * replace (recorded_at + to_days(9) as recorded_at) from (${daysSql(TOLD_LATER)}) where am = 'I' or pm = 'I'`;

function rollSql(table: string): string {
  return `
    select * replace (
        case when ended then leaving_date end as leaving_date, case when ended then leaving_ground end as leaving_ground,
        case when ended then destination_urn end as destination_urn),
      case when ended then leaving_date else entry_date end + ${RECORDED} as recorded_at
    from (select *, unnest(case when leaving_date is null then [false] else [false, true] end) as ended from ${table})
    order by urn, upn, entry_date, ended`;
}

function removalsSql(table: string): string {
  return `select *, date + ${RECORDED} as recorded_at from ${table}`;
}
