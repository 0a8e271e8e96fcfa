import { copyFile, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fixedClock, instantOf } from '#kernel';
import { quoted, type Warehouse } from '#store';
import { areaAt, importFiles, listAreaFiles, openStore } from '#exchange/area-files';
import { buildAccount } from '#lost-learning';
import { randomArea } from '#testing';
import { YEAR } from './england-folder.ts';

/**
 * `tsx bench/england/random-folder.ts SEED FOLDER [CHILDREN]`: an England folder of a small area with every awkwardness, as
 * an import leaves it behind. For holding engines against the reference where it is hardest.
 */
const [seed = '1', to = '', children = '300'] = process.argv.slice(2);
if (to === '') throw new Error('Say where to write: random-folder.ts SEED FOLDER');

/** Removals as known, before it is judged whether the school has the child. */
const REMOVALS = `
  select upn, urn, date, session, kind, minutes
  from (
    select *, row_number() over (partition by upn, urn, date, session, kind order by recorded_at desc, seq desc) as nth
    from received_removal
  )
  where nth = 1 and not withdrawn
  order by urn, upn, date, session, kind`;

const clock = fixedClock(instantOf(Date.UTC(2040, 0, 1)));
const work = await mkdtemp(join(tmpdir(), 'kith-random-'));
try {
  const received = join(work, 'received');
  await mkdir(received);
  const size = { schools: 8, children: Number(children), years: [2023, 2024], days: 60 };
  for (const { name, text } of randomArea(Number(seed), size)) await writeFile(join(received, name), text);
  const area = areaAt(join(work, 'area'));
  await importFiles(area, await listAreaFiles(received), { clock, by: 'bench' });
  const open = await openStore(area, {});
  try {
    await buildAccount(open.warehouse, { year: YEAR }, clock, open.packed);
    // A warehouse writes in its own folder only.
    const england = join(area.path, 'england');
    await writeTables(open.warehouse, england);
    await mkdir(to, { recursive: true });
    await cp(england, to, { recursive: true });
    const registers = join(to, 'register', 'year=2024');
    await mkdir(registers, { recursive: true });
    for (const file of await open.packed(YEAR)) await copyFile(file, join(registers, basename(file)));
  } finally {
    await open.close();
  }
} finally {
  await rm(work, { recursive: true, force: true });
}

async function writeTables(warehouse: Warehouse, england: string): Promise<void> {
  const spells = join(england, 'spell');
  await mkdir(spells, { recursive: true });
  const write = (sql: string, file: string): Promise<void> =>
    warehouse.run(`copy (${sql}) to ${quoted(join(england, file))} (format parquet, compression zstd)`);
  await write('select urn, la, name, phase, trust from school order by la, urn', 'school.parquet');
  await write('select urn, date, am, pm from school_day order by urn, date', 'school-day.parquet');
  const authorities = await warehouse.rows<{ la: string }>('select distinct la from school order by la');
  for (const { la } of authorities) {
    await write(
      `select upn, urn, status, entry_date, leaving_date, leaving_ground, destination_urn, birth_date, year_group, sex,
         ethnicity, fsm, sen, boarder
       from spell where urn in (select urn from school where la = ${quoted(la)}) order by urn, upn, entry_date`,
      join('spell', `la=${la}.parquet`),
    );
  }
  await write(REMOVALS, 'removal.parquet');
}
