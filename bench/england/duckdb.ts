import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quoted, Warehouse } from '#store';
import { contestedStatements } from './duckdb-contested.ts';
import { emptyParts, partStatements } from './duckdb-parts.ts';
import { sliceStatements } from './duckdb-slice.ts';
import { totalStatements } from './duckdb-totals.ts';

/**
 * `tsx bench/england/duckdb.ts FOLDER DIGEST OUT [AUTHORITIES] [steps]`: all outputs by DuckDB alone, from the packed
 * registers of FOLDER and what digest.ts made of its rolls: the quickest SQL that was found. So many authorities at once
 * as fit in memory. `steps` prints what each statement took.
 */
const [from = '', digest = '', to = '', authorities = '10', ...flags] = process.argv.slice(2);
if (from === '' || digest === '' || to === '')
  throw new Error('Say what to read and where to write: duckdb.ts FOLDER DIGEST OUT');

const began = performance.now();
const work = await mkdtemp(join(tmpdir(), 'kith-duckdb-'));
await mkdir(join(to, 'child'), { recursive: true });
await mkdir(join(to, 'enrolment'), { recursive: true });
const warehouse = await Warehouse.open({
  folders: [from, digest, to, work],
  memoryLimit: '8GiB',
  threads: 2,
  spillFolder: join(work, 'spill'),
  keepsOrder: false,
});
const spent = new Map<string, { wall: number; cpu: number }>();
try {
  for (const table of ['unit', 'calendar', 'school', 'attribute', 'gap']) {
    await step(
      'digest read',
      `create temp table ${table} as from read_parquet(${quoted(join(digest, `${table}.parquet`))})`,
    );
  }
  for (const sql of emptyParts()) await step('digest read', sql);
  const names = (await readdir(join(digest, 'stay'))).toSorted();
  const asOf = await lastMarkedDay(names);
  const marked = new Set(await readdir(join(from, 'register', 'year=2024')));
  const size = Number(authorities);
  for (let at = 0; at < names.length; at += size) {
    const some = names.slice(at, at + size);
    const las = some.map((name) => quoted(name.slice('la='.length, -'.parquet'.length)));
    const slice = {
      stays: listSql(some.map((name) => join(digest, 'stay', name))),
      registers: registersSql(some.filter((name) => marked.has(name))),
      removal: `(select child_no, urn, pos, kind, minutes from read_parquet(${quoted(join(digest, 'removal.parquet'))}) where la in (${las.join(', ')}))`,
      asOf,
    };
    await steps(sliceStatements(slice));
    await steps(partStatements({ child: fileIn('child', at), enrolment: fileIn('enrolment', at) }));
  }
  await steps(contestedStatements(asOf, quoted(join(digest, 'removal.parquet'))));
  await steps(totalStatements(asOf, fileOf));
} finally {
  warehouse.close();
  await rm(work, { recursive: true, force: true });
}
if (flags.includes('steps')) {
  for (const [name, { wall, cpu }] of [...spent].toSorted(([, a], [, b]) => b.cpu - a.cpu)) {
    process.stdout.write(`${name}: ${(wall / 1000).toFixed(2)} s, processor ${(cpu / 1e6).toFixed(2)} s\n`);
  }
}
const { user, system } = process.cpuUsage();
process.stdout.write(
  `DuckDB: ${((performance.now() - began) / 1000).toFixed(2)} s, processor ${((user + system) / 1e6).toFixed(2)} s, ` +
    `most memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB\n`,
);

async function steps(statements: readonly (readonly [string, string])[]): Promise<void> {
  for (const [name, sql] of statements) await step(name, sql);
}

async function step(name: string, sql: string): Promise<void> {
  const [at, before] = [performance.now(), process.cpuUsage()];
  await warehouse.run(sql);
  const { user, system } = process.cpuUsage(before);
  const sum = spent.get(name) ?? { wall: 0, cpu: 0 };
  spent.set(name, { wall: sum.wall + performance.now() - at, cpu: sum.cpu + user + system });
}

/** The last day with a mark other than `#` that counts: a day of the year, from 0. Asked of the last days first. */
async function lastMarkedDay(names: readonly string[]): Promise<number> {
  const days = await warehouse.rows<{ day: number }>(
    `select distinct place // 2 as day
     from (select open, unnest(range(730)) as place from calendar) where open[place + 1] = '1' order by 1 desc`,
  );
  for (const { day } of days) {
    for (const name of names) {
      const mark = (half: number): string =>
        `(calendar.open[${day * 2 + half + 1}] = '1' and register.marks[${day * 2 + half + 1}] not in ('', ' ', '#'))`;
      const found = await warehouse.rows(
        `select 1 as found
         from read_parquet(${quoted(join(digest, 'stay', name))}) as stay
         join read_parquet(${quoted(join(from, 'register', 'year=2024', name))}) as register using (upn, urn)
         join calendar using (calendar_no)
         where stay.first_day <= ${day} and stay.last_day >= ${day} and (${mark(0)} or ${mark(1)}) limit 1`,
      );
      if (found.length > 0) return day;
    }
  }
  throw new Error(`No register in ${from} has a mark to go by.`);
}

/** The registers of some authorities; where none of them has any, none. */
function registersSql(names: readonly string[]): string {
  const files = listSql(names.map((name) => join(from, 'register', 'year=2024', name)));
  return names.length > 0
    ? `read_parquet(${files})`
    : '(select null::varchar as upn, 0 as urn, null::varchar as marks, null::varchar as am_late, null::varchar as pm_late where false)';
}

function listSql(files: readonly string[]): string {
  return `[${files.map(quoted).join(', ')}]`;
}

function fileIn(name: string, at: number): string {
  return quoted(join(to, name, `${String(at).padStart(3, '0')}.parquet`));
}

function fileOf(name: string): string {
  return quoted(
    name === 'child' || name === 'enrolment' ? join(to, name, 'rest.parquet') : join(to, `${name}.parquet`),
  );
}
