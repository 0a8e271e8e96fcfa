import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ClickHouse } from './clickhouse-engine.ts';
import { countSlice, countTexts, DONE_BY_SLICE, inClickHouse, PLACES, type Slice } from './clickhouse-slice.ts';
import { quoted, readStatements } from './statements.ts';

/**
 * `npx tsx bench/england/peers/clickhouse.ts FOLDER DIGEST CODES OUT PEERS [steps]`: all outputs by ClickHouse, in this
 * process (chdb, in the folder PEERS that `setup.sh` made). A register becomes a text of 730 bytes in which every place
 * that is closed, or outside the stay, is zero: one `bitAnd` with a mask. Its states are counted as substrings, and its
 * weeks by their texts, of which there are few. What follows is the SQL of the other peers, changed where ClickHouse
 * divides or joins in its own way.
 */
const [from = '', digest = '', codes = '', to = '', peers = '', ...flags] = process.argv.slice(2);
if (peers === '') throw new Error('Say what to read and where to write: clickhouse.ts FOLDER DIGEST CODES OUT PEERS');

/** Registers worked on at once, as bytes of their files: some 300,000 children, 200 MB once unpacked. */
const SLICE_BYTES = 24_000_000;

const engine = new ClickHouse(peers);
mkdirSync(to, { recursive: true });
readDigest();
const slices = listSlices();
findLastDay();
for (const slice of slices) countSlice(engine, slice);
countTexts(engine);
for (const [, name, sql] of [...readStatements('registers.sql'), ...readStatements('account.sql')]) {
  if (!DONE_BY_SLICE.has(name)) engine.step(name, inClickHouse(sql));
}
for (const [, name, sql] of readStatements('outputs.sql')) {
  engine.step(
    `written: ${name}`,
    `insert into function file(${quoted(join(to, `${name}.parquet`))}, 'Parquet') ${inClickHouse(sql)}`,
  );
}
engine.report(flags.includes('steps'));

function readDigest(): void {
  const file = (name: string): string => `file(${quoted(join(digest, `${name}.parquet`))}, 'Parquet')`;
  const text = (column: string): string => `ifNull(toString(${column}), '') as ${column}`;
  const flag = (column: string): string => `toUInt8(${column}) as ${column}`;
  // prettier-ignore
  const tables: Readonly<Record<string, string>> = {
    calendar: `select toInt32(calendar_no) as calendar_no, open, replaceAll(replaceAll(open, '0', '\\0'), '1', '\\xFF') as mask from ${file('calendar')}`,
    open_place: `select calendar_no, toInt32(place - 1) as pos from calendar array join arrayEnumerate(splitByString('', open)) as place where substring(open, place, 1) = '1'`,
    before: `select calendar_no, toInt32(place) as place, toInt32(countSubstrings(substring(open, 1, place), '1')) as n,
      toInt32(arrayCount((is_open, at) -> is_open = '1' and at % 2 = 1, splitByString('', substring(open, 1, place)), arrayEnumerate(splitByString('', substring(open, 1, place))))) as am
      from calendar array join range(${PLACES + 1}) as place`,
    week_place: `select toInt32(number) as week_no, toInt32(greatest(0, number * 14 - 12)) as first_place, toInt32(least(${PLACES}, number * 14 + 2)) as end_place,
      toString(toDate('2024-08-26') + number * 7) as week from numbers(53)`,
    day_no: 'select toInt32(number) as day from numbers(366)',
    school: `select urn, la, phase, ${text('trust')}, ${text('region')} from ${file('school')}`,
    attribute: `select attribute_no, ${text('year_group')}, ${text('sex')}, ${text('ethnicity')}, multiIf(fsm, 'Y', not fsm, 'N', '') as fsm, ${text('sen')} from ${file('attribute')}`,
    gap: `select * replace (${flag('contested')}) from ${file('gap')}`,
    removal: `select child_no, urn, pos, kind, minutes from ${file('removal')}`,
    code_rule: `select letter, code, code_no, rule from file(${quoted(codes)}, 'CSVWithNames', 'letter String, code String, code_no Int32, rule Int32')`,
  };
  for (const [name, sql] of Object.entries(tables)) engine.create('digest read', name, sql);
}

/** Authorities together, so that a slice is of some size. An authority may have stays and no register. */
function listSlices(): readonly Slice[] {
  const registers = join(from, 'register', 'year=2024');
  const marked = new Set(readdirSync(registers));
  const slices: string[][] = [];
  let room = 0;
  for (const name of readdirSync(join(digest, 'stay')).toSorted()) {
    const size = marked.has(name) ? statSync(join(registers, name)).size : 0;
    if (room < size || slices.length === 0) {
      slices.push([]);
      room = SLICE_BYTES;
    }
    room -= size;
    slices.at(-1)?.push(name);
  }
  const files = (folder: string, names: readonly string[]): string =>
    `file(${quoted(join(folder, `{${names.join(',')}}`))}, 'Parquet')`;
  return slices.map((names) => ({
    stays: files(join(digest, 'stay'), names),
    registers: `(select upn, urn, ifNull(marks, '') as marks, ifNull(am_late, '') as am_late, ifNull(pm_late, '') as pm_late from ${files(
      registers,
      names.filter((name) => marked.has(name)),
    )})`,
  }));
}

/** The last day with a mark other than `#` that counts. Asked of the last days first: nearly always the first answers. */
function findLastDay(): void {
  const days = engine.value(
    "select arrayStringConcat(groupArray(toString(day)), ' ') from (select distinct intDiv(pos, 2) as day from open_place order by day desc)",
  );
  for (const day of days.split(' ').map(Number)) {
    const mark = (place: number): string =>
      `substring(open, ${place}, 1) = '1' and substring(marks, ${place}, 1) not in ('', ' ', '#')`;
    for (const { stays, registers } of slices) {
      const found = engine.value(
        `select count() from (
           select 1 from ${registers} as register
           join (select upn, urn, calendar_no from ${stays} where first_day <= ${day} and last_day >= ${day}) as stay using (upn, urn)
           join calendar using (calendar_no)
           where (${mark(day * 2 + 1)}) or (${mark(day * 2 + 2)}) limit 1
         )`,
      );
      if (found !== '0') return engine.create('as of', 'as_of', `select toInt32(${day}) as day`);
    }
  }
  throw new Error(`No register in ${from} has a mark to go by.`);
}
