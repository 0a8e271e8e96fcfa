import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { academicYearStarting, systemClock } from '#kernel';
import { makeCountryArea, type Terminal } from '#cli';
import { areaAt, formats, mustBeAsReceived, openStore, rewriteReceived } from '#exchange/area-files';
import { quoted, readManifest, Warehouse } from '#store';
import { folderWith, runKithHere, workFolder } from '../index.ts';

/** The smallest country: three authorities and some 1,500 children. */
const SMALLEST = { scale: 1_000_000, processors: 1 };

let home: string;
/** Made straight into its store. */
let made: string;
/** The same rows as long files of text, imported. */
let imported: string;
let warehouse: Warehouse;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kith-country-'));
  [made, imported] = [join(home, 'made'), join(home, 'imported')];
  await makeCountryArea(
    made,
    SMALLEST,
    heardBy(() => undefined),
  );
  warehouse = await Warehouse.open({ folders: [home], threads: 2 });
  await mkdir(imported);
  await writeAsText(imported);
  await importNow(imported);
}, 120_000);

afterAll(async () => {
  warehouse.close();
  await rm(home, { recursive: true });
});

test.each(['absence --by la', 'ledger --by la', 'ledger --by school --known-at 2025-02-12'])(
  'kith %s answers what it answers of the same rows imported',
  async (asked) => {
    const [command = '', ...how] = asked.split(' ');
    const ask = (folder: string) => runKithHere([command, folder, ...how, '--format', 'csv']);
    const [one, other] = [await ask(made), await ask(imported)];
    expect(one.status).toBe(0);
    expect(one.out.split('\n').length).toBeGreaterThan(3);
    expect(one.out).toBe(other.out);
    // Authorities of it have codes of real ones: no answer goes without saying so.
    const invented = 'A demonstration: everything in it is invented';
    expect([one.err.includes(invented), other.err.includes(invented)]).toEqual([true, false]);
  },
  120_000,
);

test('the account as files is that of the same rows imported', async () => {
  const [one, other] = [join(home, 'account-made'), join(home, 'account-imported')];
  expect((await runKithHere(['account', made, '--to', one])).status).toBe(0);
  expect((await runKithHere(['account', imported, '--to', other])).status).toBe(0);
  const names = await parquetIn(one);
  expect(await parquetIn(other)).toEqual(names);
  expect(names.length).toBeGreaterThan(3);
  for (const name of names)
    expect({ name, ...(await difference(join(one, name), join(other, name))) }).toEqual({ name, rows: 0 });
});

test('what was read and what was rejected stand in the columns that an import writes', async () => {
  const columns = async (folder: string): Promise<Readonly<Record<string, string>>> => {
    const { files } = await readManifest(areaAt(join(folder, '.kith')));
    const entries = files.flatMap(({ kind, sha256 }) =>
      [kind, `${kind}-rejected`].map(async (name) => {
        const path = join(folder, '.kith', 'parsed', `${sha256}-${name}.parquet`);
        const rows = await warehouse.rows<{ column_name: string; column_type: string }>(
          `describe from read_parquet(${quoted(path)})`,
        );
        return [name, rows.map((row) => `${row.column_name} ${row.column_type}`).join(', ')] as const;
      }),
    );
    return Object.fromEntries(await Promise.all(entries));
  };
  expect(await columns(made)).toEqual(await columns(imported));
});

test('each row bears the line at which it stands in its file', async () => {
  const { wrong, rows } = await warehouse.row<{ wrong: number; rows: number }>(
    `select count(*) filter (where line <> file_row_number + 1) as wrong, count(*) as rows
     from read_parquet(${quoted(join(made, '.kith', 'parsed', '*-marks.parquet'))}, file_row_number = true)`,
  );
  expect(wrong).toBe(0);
  expect(rows).toBeGreaterThan(200_000);
});

describe('a further import', () => {
  let next: string;

  beforeAll(async () => {
    next = join(home, 'next');
    await cp(made, next, { recursive: true });
    const more = join(home, 'schools-more.csv');
    await writeFile(more, 'urn,la,name,phase\n970001,801,A school more,primary\n');
    await importNow(more, '--store', next);
  }, 120_000);

  test('packs anew from the received rows the very registers that were there', async () => {
    const [one, other] = [made, next].map((folder, at) => join(folder, '.kith', 'derived', String(at + 1), 'register'));
    const names = await parquetIn(one ?? '');
    expect(names.length).toBe(3);
    expect(await parquetIn(other ?? '')).toEqual(names);
    for (const name of names) {
      const [before, after] = [join(one ?? '', name), join(other ?? '', name)];
      expect({ name, ...(await difference(before, after)) }).toEqual({ name, rows: 0 });
    }
  });

  test('leaves the registers in use, and is listed and taken out like any', async () => {
    const listed = (await runKithHere(['import', next, '--list'])).out;
    expect(listed).toContain('marks-2024-25-802.parquet');
    expect(listed).toContain('schools-more.csv');
    expect((await runKithHere(['forget', 'import-2', '--store', next])).status).toBe(0);
    const store = await openStore(areaAt(join(next, '.kith')), {});
    expect((await store.packed(academicYearStarting(2024))).length).toBe(3);
    await store.close();
  });

  test('what was received can be checked, and a child taken out of it', async () => {
    const area = areaAt(join(next, '.kith'));
    await mustBeAsReceived(area);
    const { upn } = await warehouse.row<{ upn: string }>(
      `select min(upn) as upn from read_parquet(${quoted(join(next, '.kith', 'parsed', '*-roll.parquet'))})`,
    );
    const lines = (kind: string): string =>
      ['roll', 'marks', 'removals'].includes(kind)
        ? `select line from read where upn = ${quoted(upn)}`
        : 'select line from read where false';
    expect((await rewriteReceived(area, { lines, word: upn }, 'erasure', systemClock)).length).toBeGreaterThan(1);
    await mustBeAsReceived(area);
    const left = `read_parquet([${[...(await filesIn(join(next, '.kith', 'received')))].map(quoted).join(', ')}], union_by_name = true)`;
    expect(await warehouse.row(`select count(*) as rows from ${left} where upn = ${quoted(upn)}`)).toEqual({ rows: 0 });
    expect((await runKithHere(['ledger', next, '--by', 'child', '--format', 'csv'])).out).not.toContain(upn);
  });
});

test.each(['Making authorities', 'Writing what schools recorded'])(
  'a disk that is full during “%s” is told of, and nothing is left',
  async (step) => {
    const parent = await workFolder();
    const full = heardBy((text) => {
      if (text.startsWith(step)) throw new Error('ENOSPC: no space left on device');
    });
    await expect(makeCountryArea(join(parent, 'country'), SMALLEST, full)).rejects.toMatchObject({
      code: 'store/disk-full',
    });
    expect(await readdir(parent)).toEqual([]);
  },
);

test('a folder that holds something is left as it is, before anything is made', async () => {
  const folder = await folderWith({ 'letter.txt': 'Dear all' });
  await expect(
    makeCountryArea(
      folder,
      SMALLEST,
      heardBy(() => undefined),
    ),
  ).rejects.toMatchObject({
    code: 'demo/folder-in-use',
  });
  expect(await readdir(folder)).toEqual(['letter.txt']);
});

test('more pupils than England has are refused', async () => {
  const folder = join(await workFolder(), 'country');
  const { status, err } = await runKithHere(['demo', folder, '--pupils', '9000001']);
  expect(status).toBe(1);
  expect(err).toBe('Enter a number of pupils from 300 to 9000000, like 20000\n');
});

async function importNow(...how: readonly string[]): Promise<void> {
  const { status, err } = await runKithHere(['import', ...how]);
  if (status !== 0) throw new Error(err);
}

function heardBy(err: (text: string) => void): Terminal {
  return { out: () => undefined, err, width: undefined, clock: systemClock, user: 'a test' };
}

/** The rows that were read into the made store, as files of text without what a reading adds. */
async function writeAsText(to: string): Promise<void> {
  const { files } = await readManifest(areaAt(join(made, '.kith')));
  for (const { kind, name, sha256 } of files) {
    const path = join(made, '.kith', 'parsed', `${sha256}-${kind}.parquet`);
    const columns = (formats.find((format) => format.kind === kind)?.columns ?? []).map(({ name: column, type }) => {
      if (type.is === 'instant') return `strftime(${column}, '%Y-%m-%dT%H:%M:%SZ') as ${column}`;
      return type.is === 'flag' ? `case ${column} when true then 'Y' when false then 'N' end as ${column}` : column;
    });
    const text = join(to, name.replace('.parquet', '.csv'));
    await warehouse.run(
      `copy (select ${columns.join(', ')} from read_parquet(${quoted(path)}) order by line) to ${quoted(text)} (format csv, header)`,
    );
  }
}

async function parquetIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.parquet')).toSorted();
}

async function filesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).map((name) => join(folder, name));
}

/** Rows that stand in one of two files and not in the other, as often. */
async function difference(one: string, other: string): Promise<{ readonly rows: number }> {
  const [a, b] = [one, other].map((path) => `from read_parquet(${quoted(path)}, hive_partitioning = false)`);
  return warehouse.row(`select count(*) as rows from ((${a} except all ${b}) union all (${b} except all ${a}))`);
}
