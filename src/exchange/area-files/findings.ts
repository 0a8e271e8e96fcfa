import type { Instant, Rejection } from '#kernel';
import { buildModels, lastChange, quoted, readModels, type Warehouse } from '#store';
import { registerModels } from '#register';
import { rollModels } from '#roll';
import type { OpenArea } from './open-area.ts';
import { judgeOnce, type FindingCount, type Judged } from './kept-findings.ts';
import { rejectedPath } from './received.ts';

/** A row that was used and looks wrong: for the person who can mend the source. */
export type Warning = {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly warning: string;
  readonly words: string;
};

export type Findings = {
  /** Rows and cells that could not be used, as judged in this view, in reading order. */
  readonly rejections: () => AsyncGenerator<readonly Rejection[]>;
  /** How many of each fault, with one example. */
  readonly summary: readonly FindingCount[];
  readonly warnings: readonly FindingCount[];
  readonly rejected: number;
};

/** What a fault that only the roll, the schools or the sessions can show means, and what to do. */
export const viewFaults: Readonly<Record<string, string>> = {
  'unknown-school': 'Add the school to schools.csv, or correct its URN.',
  'outside-spell': 'Check the dates of the spell in roll.csv: the child is not on this school’s roll that day.',
  'session-not-open': 'Check sessions.csv: the school does not open that session.',
};

/** What judging a view’s rows makes: what could not be used, and what is used and looks wrong. */
const JUDGED = 'school spell spell_fault mark_fault removal_fault spell_warning gap_warning mark_warning'.split(' ');

export const warningWords: Readonly<Record<string, string>> = {
  'x-of-compulsory-age':
    'X is for children not of compulsory school age. Check the date of birth, or use another code.',
  'c2-not-of-compulsory-age':
    'C2 is for children of compulsory school age. Check the date of birth, or use another code.',
  'after-death': 'An earlier spell of this child ended with ground k (died). Check the UPN and the ground.',
  'overlapping-single-spells':
    'Two single (C) spells of this child overlap. End the earlier one, or record main and subsidiary.',
  'ground-without-leaving-date':
    'A ground for deletion is given without a leaving date. Add the date, or take the ground out.',
  'destination-unconfirmed':
    'Destination unconfirmed: the child left for a school that is not known here, and no arrival is known. Ask where the child is, then add the destination or the arrival.',
  'school-without-sessions': 'This school has marks and lists no school days. Add its days to sessions.csv.',
};

/**
 * Judges an area’s rows as known at a moment, over all its years; once for each version of the area (`judgeOnce`). Where it
 * judges, also for the rows themselves, it replaces the account that stands in the warehouse; `onJudging` is told first of
 * how many rows.
 */
export async function findFindings(
  open: OpenArea,
  now: Instant,
  onJudging: (rows: number) => void = () => undefined,
): Promise<Findings> {
  const last = lastChange(open.manifest);
  const knownAt = last !== undefined && last > now ? last : now;
  const nameOf = new Map(open.manifest.files.map((file) => [file.position, file.name]));
  const named = (row: FaultRow): Rejection => ({
    file: nameOf.get(row.file_no) ?? '',
    line: row.line,
    column: row.column_name,
    value: row.value,
    fault: row.fault,
    problem: row.problem || (viewFaults[row.fault] ?? warningWords[row.fault] ?? ''),
  });
  let standing = false;
  const { summary, warnings } = await judgeOnce(open, knownAt, DECIDES, async () => {
    onJudging(open.manifest.files.reduce((sum, { rows }) => sum + rows, 0));
    await judgeAll(open, knownAt);
    standing = true;
    return countJudged(open.warehouse, named);
  });
  return {
    summary,
    warnings,
    rejected: summary.reduce((total, row) => total + row.count, 0),
    rejections: async function* () {
      if (!standing) await judgeAll(open, knownAt);
      standing = true;
      const sql = `select file_no, line, column_name, value, fault, problem from (${ALL}) order by seq`;
      for await (const rows of open.warehouse.stream<FaultRow>(sql)) yield rows.map(named);
    },
  };
}

async function judgeAll(open: OpenArea, knownAt: Instant): Promise<void> {
  await open.warehouse.run(
    `create or replace temp table question as select null::date as first_day, null::date as last_day, null::date as as_of,
      timestamp '${knownAt.slice(0, -1)}' as known_at`,
  );
  await judgeReceived(open, JUDGED, new Set());
}

async function countJudged(warehouse: Warehouse, named: (row: FaultRow) => Rejection): Promise<Judged> {
  const counted = async (sql: string): Promise<readonly FindingCount[]> => {
    const rows = await warehouse.rows<FaultRow & { count: number }>(sql);
    return rows.map((row) => ({ ...named(row), count: row.count }));
  };
  return { summary: await counted(SUMMARY), warnings: await counted(WARNINGS) };
}

type FaultRow = {
  readonly file_no: number;
  readonly line: number;
  readonly column_name: string;
  readonly value: string;
  readonly fault: string;
  readonly problem: string;
};

/**
 * Makes the wanted relations of faults and warnings for the `question` that stands in the warehouse, and
 * `kept_rejection`: what could not be read, whatever is asked. Relations in `given` are used as they stand.
 */
export async function judgeReceived(
  open: OpenArea,
  wanted: readonly string[],
  given: ReadonlySet<string>,
): Promise<void> {
  const { warehouse } = open;
  await warehouse.run(`create or replace temp table kept_rejection as ${keptSql(open)}`);
  await warehouse.run(
    `create or replace temp view rejected_spell as select file_no, line, upn, urn, entry_date, leaving_date from kept_rejection
     where kind = 'roll' and whole_row and upn is not null and urn is not null`,
  );
  const models = await readModels(warehouse, [rollModels, registerModels]);
  await buildModels(warehouse, models, wanted, new Set(['rejected_spell', 'question', ...given]));
}

/** Every rejection with one order: files in reading order, then lines. */
const ALL = allSql();

const SUMMARY = `
  select min(file_no) as file_no, arg_min(line, seq) as line, column_name, arg_min(value, seq) as value, fault,
    arg_min(problem, seq) as problem, count(*) as count
  from (${ALL}) group by file_no, column_name, fault order by 1, 2, 3`;

const WARNINGS = `
  select file_no, min(line) as line, column_name, arg_min(value, line) as value, warning as fault, '' as problem,
    count(*) as count
  from (from spell_warning union all from gap_warning union all from mark_warning)
  group by file_no, column_name, warning order by 1, 2`;

/** What decides, beside the models, what is found and what is said of it. */
const DECIDES = JSON.stringify([SUMMARY, WARNINGS, viewFaults, warningWords]);

function allSql(): string {
  const lost = `select rejected_spell.file_no, rejected_spell.line, count(*) as marks
    from rejected_spell join received_mark on received_mark.upn = rejected_spell.upn and received_mark.urn = rejected_spell.urn
      and (rejected_spell.entry_date is null or rejected_spell.entry_date <= received_mark.date)
      and (rejected_spell.leaving_date is null or rejected_spell.leaving_date >= received_mark.date)
    anti join spell on spell.upn = received_mark.upn and spell.urn = received_mark.urn
      and spell.entry_date <= received_mark.date and spell.last_date >= received_mark.date
    group by all`;
  // The UPN, then whether the school is known, come before every other fault of a row (contract of the account).
  const elsewhere = `kept.whole_row and kept.column_name not in ('upn', 'urn') and kept.urn is not null and kept.urn not in (select urn from school)`;
  return `
    select kept.file_no, kept.line,
      case when ${elsewhere} then 'urn' else kept.column_name end as column_name,
      case when ${elsewhere} then cast(kept.urn as varchar) else kept.value end as value,
      case when ${elsewhere} then 'unknown-school' else kept.fault end as fault,
      case when ${elsewhere} then '' else kept.problem end
        || case when lost.marks = 1 then ' 1 row of marks waits for this row.'
                when lost.marks > 1 then ' ' || lost.marks || ' rows of marks wait for this row.' else '' end as problem,
      kept.file_no * 4294967296 + kept.line as seq
    from kept_rejection as kept left join (${lost}) as lost on lost.file_no = kept.file_no and lost.line = kept.line and kept.whole_row
    union all
    select file_no, line, column_name, value, fault, '' as problem, file_no * 4294967296 + line as seq
    from (from spell_fault union all select file_no, line, column_name, value, fault from mark_fault union all from removal_fault)`;
}

function keptSql(open: OpenArea): string {
  const parts = open.manifest.files.map(
    (file) =>
      `select cast(${file.position} as bigint) as file_no, ${quoted(file.kind)} as kind, * from read_parquet(${quoted(rejectedPath(open.area, file))})`,
  );
  // What an older Kith kept of a rejection says neither which of our columns it was nor of which day.
  const shape = `select 0::bigint as file_no, '' as kind, null::varchar as cell, null::date as date where false`;
  return [shape, ...parts].join(' union all by name ');
}
