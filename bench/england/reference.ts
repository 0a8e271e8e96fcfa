import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixedClock, instantOf, type CalendarDate } from '#kernel';
import { quoted, Warehouse } from '#store';
import { absenceSql, buildAccount, ledgerSql } from '#lost-learning';
import { englandAt, YEAR } from './england-folder.ts';
import { absenceOutputs, CAUSE, CHILD, ENROLMENT, ledgerOutputs, outputs, type Output } from './outputs.ts';
import { packPart, receiveEngland } from './received-england.ts';

/**
 * `tsx bench/england/reference.ts FOLDER OUT [PARTS]`: works out every output with Kith’s own models, as an account is
 * made, and writes them as Parquet. What every other engine must equal: slow, and exact.
 *
 * In parts where the children are many. A part is some of the children with all that is theirs, and all schools: every
 * model is about one child, or about schools and their days, so that figures by child are those of the parts side by side,
 * and sums and counts of children their sums. Only the as-of day is of all children: a part that ends before is made again.
 */
const [from = '', to = '', parts = '1'] = process.argv.slice(2);
if (from === '' || to === '') throw new Error('Say which folder to read and where to write: reference.ts FOLDER OUT');

const PARTS = Number(parts);
const clock = fixedClock(instantOf(Date.UTC(2026, 0, 1)));
const folder = englandAt(from);
const work = await mkdtemp(join(tmpdir(), 'kith-reference-'));
await mkdir(to, { recursive: true });
const warehouse = await Warehouse.open({
  folders: [from, to, work],
  memoryLimit: '4GiB',
  spillFolder: join(work, 'spill'),
});
try {
  const made = new Map<number, CalendarDate>();
  for (let nth = 0; nth < PARTS; nth += 1) {
    const asOf = await makePart(nth);
    if (asOf !== null) made.set(nth, asOf);
  }
  const asOf = [...made.values()].toSorted().at(-1);
  if (asOf === undefined) throw new Error(`No register in ${from} has a mark to go by.`);
  for (let nth = 0; nth < PARTS; nth += 1) if (made.get(nth) !== asOf) await makePart(nth, asOf);
  for (const output of outputs) await writeOutput(output);
  process.stdout.write(`As of ${asOf}: ${outputs.length} outputs in ${to}\n`);
} finally {
  warehouse.close();
  await rm(work, { recursive: true, force: true });
}

/** Makes the account of a part, and files of its outputs. Without an as-of day, as of its own last marked day. */
async function makePart(nth: number, asOf?: CalendarDate): Promise<CalendarDate | null> {
  const part = { of: PARTS, nth };
  await receiveEngland(warehouse, folder, part);
  const files = await packPart(warehouse, folder, part, join(work, 'register.parquet'));
  const question = { year: YEAR, ...(asOf === undefined ? {} : { asOf }) };
  const answered = await buildAccount(warehouse, question, clock, () => Promise.resolve(files));
  for (const [output, sql] of selects()) {
    const columns = output.columns.join(', ');
    await warehouse.run(
      `copy (select ${columns} from (${sql})) to ${quoted(partFile(output, String(nth)))} (format parquet)`,
    );
  }
  return answered.asOf;
}

function selects(): readonly (readonly [Output, string])[] {
  return [
    [CHILD, ledgerSql('child')],
    [ENROLMENT, absenceSql('enrolment')],
    ...ledgerOutputs.map((output) => [output, ledgerSql(output.by)] as const),
    [CAUSE, ledgerSql('cause')],
    ...absenceOutputs.map((output) => [output, absenceSql(output.by)] as const),
  ];
}

/** An output of all parts: rows of the same key added up, in order of the key. */
async function writeOutput(output: Output): Promise<void> {
  const rows = `read_parquet(${quoted(partFile(output, '*'))})`;
  const key = output.key.join(', ');
  const rest = output.columns.filter((column) => !output.key.includes(column));
  const sums = rest.map((column) => `cast(sum(${column}) as bigint) as ${column}`);
  const isOwn = output === CHILD || output === ENROLMENT;
  const all = isOwn ? `select * from ${rows}` : `select ${key}, ${sums.join(', ')} from ${rows} group by ${key}`;
  await warehouse.run(
    `copy (select ${output.columns.join(', ')} from (${all}) order by ${key})
     to ${quoted(join(to, `${output.name}.parquet`))} (format parquet, compression zstd)`,
  );
}

function partFile(output: Output, nth: string): string {
  return join(work, `${output.name}-${nth}.parquet`);
}
