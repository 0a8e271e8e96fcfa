import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findHash, hashOfBytes, quoted, type Warehouse } from '#store';
import { checkPart, childrenFile, type FoldedFolder } from '../folded/open-folded.ts';
import { partFileIn, type Part } from '../folded/parts.ts';
import { yearsOf, type Years } from '../folded/years.ts';
import { sessionFigures } from '../account.ts';
import { states, type State } from '../states.ts';
import { columnOfRule, type ChildRows } from './child-rows.ts';

/** The words of all children of a part: a few tens of bytes a child. */
export async function readYears({ folder }: FoldedFolder, part: Part): Promise<Years> {
  const bytes = await readFile(partFileIn(folder, 'years', part.part)).catch(() => undefined);
  checkPart(folder, part, 'years', bytes && hashOfBytes(bytes));
  // A small file may be read into memory that others share, at any place.
  return yearsOf(!bytes || bytes.byteOffset % 4 !== 0 ? Uint8Array.from(bytes ?? []) : bytes);
}

/** Refuses rows whose pupil numbers are not those that were written. */
export async function checkChildren({ folder }: FoldedFolder, part: Part): Promise<void> {
  checkPart(folder, part, 'children', await findHash(partFileIn(folder, 'children', part.part)));
}

export async function makeRowFolders(folder: string): Promise<void> {
  for (const name of ['child', 'enrolment']) await mkdir(join(folder, name), { recursive: true });
}

/** Lets a warehouse read rows of children as `counted_child()`, and their further enrolments as `counted_further()`. */
export function offerRows(warehouse: Warehouse, rows: ChildRows): void {
  const rules = Object.fromEntries(states.map(({ rule }) => [`rule_${rule}`, columnOfRule(rows, rule)]));
  const child = { ...rules, calendar: rows.calendar, minutes: rows.minutes, ...rows.first };
  warehouse.offerIntegers('counted_child', child, () => rows.count);
  const further = { child: rows.furtherChild, ...rows.further };
  warehouse.offerIntegers('counted_further', further, () => rows.furtherCount);
}

/**
 * Writes the rows of a part that are offered: one of each child with a session, one of each enrolment. Children stand in
 * the order of their file, so that a join is needed only for the few with further enrolments.
 */
export async function writeRows(
  warehouse: Warehouse,
  folded: FoldedFolder,
  part: string,
  folder: string,
): Promise<void> {
  const upns = `read_parquet(${childrenFile(folded, part)}, file_row_number = true)`;
  const children = `${upns} positional join counted_child()`;
  await warehouse.run(
    `copy (select upn, ${FIGURES} from ${children} where calendar > 0)
     to ${fileIn(folder, 'child', part)} (${FORMAT})`,
  );
  const columns = 'urn, upn, possible, authorised, unauthorised';
  await warehouse.run(
    `copy (select ${columns}, authorised + unauthorised as overall,
         case when overall * 10 >= possible then 1 else 0 end as persistent,
         case when overall * 2 >= possible then 1 else 0 end as severe
       from (
         select ${columns} from ${children} where possible > 0
         union all
         select ${columns} from counted_further() as further join ${upns} on file_row_number = further.child
       ))
     to ${fileIn(folder, 'enrolment', part)} (${FORMAT})`,
  );
}

/** A dictionary pays where values come again; one of the pupils’ numbers would be built for nothing. */
const FORMAT = 'format parquet, compression snappy, dictionary_size_limit 1000';

function fileIn(folder: string, name: string, part: string): string {
  return quoted(join(folder, name, `part=${part}.parquet`));
}

function sumOf(some: readonly State[]): string {
  return some.map(({ rule }) => `rule_${rule}`).join(' + ');
}

/** The figures of a child in the order of the contract. */
const FIGURES = [
  ...sessionFigures.map(({ name, states: some }) => `${some === states ? 'calendar' : sumOf(some)} as ${name}`),
  'minutes as minutes_lost',
].join(', ');
