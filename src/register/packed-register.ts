import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { firstDay, lastDay, startYear, type AcademicYear, type Instant } from '#kernel';
import { buildModels, quoted, readModels, type Model, type Warehouse } from '#store';
import { rollModels } from '#roll';
import { attendanceCodes } from './attendance-codes.ts';
import { YearBlock } from './year-block.ts';

/**
 * The register as it is kept for computing: one Parquet file an authority and academic year, one row a child and school,
 * in order of school, and in it the year’s winning marks as one text of two characters a day from 1 September (decision
 * 0010). Made from received marks at each import, and made again at the next: nothing is ever changed in place.
 */
export const registerModels = new URL('./models/', import.meta.url);

/**
 * Makes the fact that models read: `code_letter`, from the table of codes. A letter is of a type of its own, of one byte:
 * there are millions of them, and as texts they would fill most of the memory that an account takes.
 */
export async function loadCodeLetters(warehouse: Warehouse): Promise<void> {
  const letters = [...attendanceCodes.map((fact) => fact.letter), ...OTHER_LETTERS].toSorted();
  await warehouse.run(`create type if not exists letter as enum (${letters.map(quoted).join(', ')})`);
  const rows = attendanceCodes.map((fact) => `(${quoted(fact.code)}, ${quoted(fact.letter)})`);
  await warehouse.run(
    `create or replace temp table code_letter as
     select code, cast(letter as letter) as letter from (values ${rows.join(', ')}) as t(code, letter)`,
  );
}

/** Beside the letters of codes: a register not taken, no record at either school, off roll. */
const OTHER_LETTERS = ['?', '=', '~'];

/** Packs one year of the received marks that stand in the warehouse, as known at a moment. */
export async function packRegister(
  warehouse: Warehouse,
  year: AcademicYear,
  knownAt: Instant,
  folder: string,
): Promise<void> {
  await loadCodeLetters(warehouse);
  await warehouse.run(
    `create or replace temp table question as select date '${firstDay(year)}' as first_day, date '${lastDay(year)}' as last_day,
       date '${lastDay(year)}' as as_of, timestamp '${knownAt.slice(0, -1)}' as known_at`,
  );
  const models = await readModels(warehouse, [rollModels, registerModels]);
  await buildModels(warehouse, models, ['mark_day', 'child', 'school']);
  const yearFolder = join(folder, `year=${startYear(year)}`);
  await mkdir(yearFolder, { recursive: true });
  await warehouse.run(
    `create or replace temp table register_row as
     select row.*, school.la, child.upn, cast(row_number() over (order by school.la, row.urn, child.upn) as integer) as number
     from (select distinct child_no, urn from mark_day) as row
     join school on school.urn = row.urn join child on child.child_no = row.child_no`,
  );
  const authorities = await warehouse.rows<{ la: string; first: number; last: number }>(
    'select la, min(number) as first, max(number) as last from register_row group by la order by la',
  );
  for (const { la, first, last } of authorities) {
    await packRows(warehouse, first, last);
    await warehouse.run(
      `copy (${PACKED}) to ${quoted(join(yearFolder, `la=${la}.parquet`))} (format parquet, compression zstd)`,
    );
  }
  for (const relation of ['mark_day', 'child', 'school']) await warehouse.run(`drop table if exists ${relation}`);
}

/** Rows packed at once: their block stays within some tens of megabytes. */
const SLICE = 20_000;

/** Makes relation `packed_row(number, marks)` of the register rows numbered from `first` to `last`. */
async function packRows(warehouse: Warehouse, first: number, last: number): Promise<void> {
  await warehouse.run('create or replace temp table packed_row (number BIGINT, marks VARCHAR)');
  for (let from = first; from <= last; from += SLICE) {
    const size = Math.min(SLICE, last - from + 1);
    const block = new YearBlock(size);
    const sql = `select row.number, mark_day.day, cast(ascii(coalesce(am, ' ')) as integer), cast(ascii(coalesce(pm, ' ')) as integer)
      from mark_day join register_row as row on row.child_no = mark_day.child_no and row.urn = mark_day.urn
      where row.number >= ${from} and row.number < ${from + size}`;
    for await (const [numbers, days, mornings, afternoons] of warehouse.streamIntegers(sql)) {
      if (!numbers || !days || !mornings || !afternoons) continue;
      for (let at = 0; at < numbers.length; at += 1) {
        const [row, place] = [(numbers[at] ?? from) - from, (days[at] ?? 0) * 2];
        block.put(row, place, mornings[at] ?? 0);
        block.put(row, place + 1, afternoons[at] ?? 0);
      }
    }
    await warehouse.appendTexts('packed_row', 1, packedTexts(block, from, size));
  }
}

function* packedTexts(block: YearBlock, from: number, size: number): Generator<readonly [number, string]> {
  for (let index = 0; index < size; index += 1) yield [from + index, wholeDays(block.lettersOf(index))];
}

/** Without the empty days at the end: two characters a day. */
function wholeDays(letters: string): string {
  const length = letters.trimEnd().length;
  return letters.slice(0, length + (length % 2));
}

const PACKED = `
  select row.upn, row.urn, packed_row.marks, late.am_late, late.pm_late
  from packed_row
  join register_row as row on row.number = packed_row.number
  left join (
    select child_no, urn,
      string_agg(day * 2 || ':' || am_minutes_late, ' ' order by day) filter (where am_minutes_late is not null) as am_late,
      string_agg(day * 2 + 1 || ':' || pm_minutes_late, ' ' order by day) filter (where pm_minutes_late is not null) as pm_late
    from mark_day where am_minutes_late is not null or pm_minutes_late is not null group by child_no, urn
  ) as late on late.child_no = row.child_no and late.urn = row.urn
  order by row.number`;

/** The packed files of a year, or none where it was not packed. */
export async function listPacked(folder: string, year: AcademicYear): Promise<readonly string[]> {
  const yearFolder = join(folder, `year=${startYear(year)}`);
  const names = await readdir(yearFolder).catch(() => []);
  return names
    .filter((name) => name.endsWith('.parquet'))
    .toSorted()
    .map((name) => join(yearFolder, name));
}

/** Models that take the place of those of the same name where marks are read from packed files. */
export const packedModels = new URL('./packed-models/', import.meta.url);

/** Makes `packed_register`, the files as they are, and reads the models that make a register of them. */
export async function readPackedModels(
  warehouse: Warehouse,
  files: readonly string[],
): Promise<ReadonlyMap<string, Model>> {
  await warehouse.run(
    `create or replace temp view packed_register as from read_parquet([${files.map(quoted).join(', ')}])`,
  );
  return readModels(warehouse, [packedModels]);
}
