import { cp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { csvLine, findInstant, fixedClock, systemClock, type Clock } from '#kernel';
import { absenceBy, buildAccount, groupings, ledgerBy } from '#lost-learning';
import { areaFolderAt, readManifest, takeImporterLease, Warehouse, type AreaFolder } from '#store';
import { folderWith, killImports, workedArea, workFolder } from '../index.ts';
import {
  findFindings,
  forgetImport,
  importFiles,
  listAreaFiles,
  listImports,
  openArea,
  openStore,
  type Incoming,
} from '#exchange/area-files';

const by = 'tester';

async function newArea(): Promise<AreaFolder> {
  return areaFolderAt(join(await workFolder(), 'area'));
}

function at(text: string): Clock {
  return fixedClock(findInstant(text) ?? systemClock.now());
}

/** Every answer of an area, as one text. */
async function answers(area: AreaFolder, knownAt?: string): Promise<string> {
  const open = await openStore(area, {});
  const instant = knownAt === undefined ? undefined : findInstant(knownAt);
  await buildAccount(open.warehouse, instant ? { knownAt: instant } : {}, systemClock);
  const tables = [];
  for (const grouping of groupings) tables.push(await ledgerBy(open.warehouse, grouping));
  tables.push(await absenceBy(open.warehouse, 'enrolment'));
  await open.close();
  return tables
    .map((table) => table.rows.map((row) => csvLine(table.columns.map((name) => String(row[name])))).join(''))
    .join('\n');
}

/** Every file below a folder with its size and, for the manifest, its text. */
async function everything(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  const files = await Promise.all(names.map(async (name) => ({ name, found: await stat(join(folder, name)) })));
  return files
    .filter(({ found }) => found.isFile())
    .map(({ name, found }) => `${name.replace(/^derived\/\d+/, 'derived')} ${found.size}`)
    .toSorted();
}

describe('bringing files in', () => {
  test('importing twice changes nothing, whole or in part', async () => {
    const area = await newArea();
    await importFiles(area, await listAreaFiles(workedArea), { clock: systemClock, by });
    const before = { answers: await answers(area), files: await everything(area.path) };
    const again = await importFiles(area, (await listAreaFiles(workedArea)).slice(2, 4), { clock: systemClock, by });
    expect(again.files).toEqual([]);
    expect(again.held).toHaveLength(2);
    expect({ answers: await answers(area), files: await everything(area.path) }).toEqual(before);
  });

  test('CSV, gzip and Parquet of the same rows give the same answers', async () => {
    const plain = await newArea();
    await importFiles(plain, await listAreaFiles(workedArea), { clock: systemClock, by });
    const packed = await workFolder();
    const warehouse = await Warehouse.open({ folders: [packed, workedArea] });
    for (const { path, name } of await listAreaFiles(workedArea)) {
      if (name.startsWith('marks-1') || name.startsWith('removals')) {
        await warehouse.run(
          `copy (from read_csv('${path}', all_varchar = true)) to '${join(packed, name.replace('.csv', '.parquet'))}'`,
        );
      } else await writeFile(join(packed, `${name}.gz`), gzipSync(await readFile(path)));
    }
    warehouse.close();
    const area = await newArea();
    await importFiles(area, await listAreaFiles(packed), { clock: systemClock, by });
    expect(await answers(area)).toBe(await answers(plain));
  });

  test('Parquet with columns of its own types reads as text does', async () => {
    const TYPES: Readonly<Record<string, string>> = {
      urn: 'integer',
      date: 'date',
      entry_date: 'date',
      leaving_date: 'date',
      birth_date: 'date',
      recorded_at: 'timestamptz',
      minutes: 'integer',
      am_minutes_late: 'integer',
      year_group: 'integer',
    };
    const folder = await workFolder();
    const warehouse = await Warehouse.open({ folders: [folder, workedArea] });
    for (const { path, name } of await listAreaFiles(workedArea)) {
      const [header = ''] = (await readFile(path, 'utf8')).split('\n');
      const columns = header
        .split(',')
        .map((column) => (TYPES[column] ? `try_cast(${column} as ${TYPES[column]}) as ${column}` : column));
      await warehouse.run(
        `copy (select ${columns.join(', ')} from read_csv('${path}', all_varchar = true)) to '${join(folder, name.replace('.csv', '.parquet'))}'`,
      );
    }
    warehouse.close();
    const [typed, text] = [await newArea(), await newArea()];
    await importFiles(typed, await listAreaFiles(folder), { clock: systemClock, by });
    await importFiles(text, await listAreaFiles(workedArea), { clock: systemClock, by });
    expect(await answers(typed)).toBe(await answers(text));
  });

  test('one file that cannot be read refuses them all, and leaves nothing behind', async () => {
    const area = await newArea();
    await importFiles(area, await listAreaFiles(workedArea), { clock: systemClock, by });
    const before = await everything(area.path);
    const folder = await folderWith({ 'marks-new.csv': 'upn,urn,date,am\n', 'roll-new.csv': 'upn,name\n1,x\n' });
    await expect(importFiles(area, await listAreaFiles(folder), { clock: systemClock, by })).rejects.toMatchObject({
      code: 'file/columns-missing',
    });
    expect(await everything(area.path)).toEqual(before);
  });

  test('what was received is kept as it came, under the hash of its bytes', async () => {
    const area = await newArea();
    const { files } = await importFiles(area, await listAreaFiles(workedArea), {
      clock: at('2025-08-01T10:00:00Z'),
      by,
    });
    for (const file of files) {
      expect(await readFile(join(area.received, file.sha256))).toEqual(await readFile(join(workedArea, file.name)));
      expect(file.receivedAt).toBe('2025-08-01T10:00:00.000000Z');
    }
    expect(await listImports(area)).toMatchObject([
      { import: 'import-1', by, file: 'marks-1.csv', rejected: 4 },
      {},
      {},
      {},
      {},
      {},
    ]);
  });

  test('forgetting an import takes it out of the answers and off the disk', async () => {
    const area = await newArea();
    await importFiles(area, await listAreaFiles(workedArea), { clock: systemClock, by });
    const before = {
      answers: await answers(area),
      files: (await everything(area.path)).filter((name) => !name.startsWith('kith-area')),
    };
    const secret = 'Perpetua-Zephyrine';
    const folder = await folderWith({
      'roll-late.csv': `upn,urn,status,entry_date,birth_date,given_name\nH801200001001,900100,C,2024-09-05,2015-01-02,${secret}\n`,
    });
    await importFiles(area, await listAreaFiles(folder), { clock: systemClock, by });
    expect(await answers(area)).not.toBe(before.answers);
    await forgetImport(area, 'import-2', systemClock);
    expect(await answers(area)).toBe(before.answers);
    expect((await everything(area.path)).filter((name) => !name.startsWith('kith-area'))).toEqual(before.files);
    const left = await readdir(area.path, { recursive: true, withFileTypes: true });
    const texts = left.filter((one) => one.isFile()).map((one) => readFile(join(one.parentPath, one.name), 'latin1'));
    expect((await Promise.all(texts)).some((text) => text.includes(secret))).toBe(false);
    await expect(forgetImport(area, 'import-2', systemClock)).rejects.toMatchObject({ code: 'import/unknown' });
  });

  test('a second importer is refused with a sentence while the first holds the area', async () => {
    const area = await newArea();
    const lease = await takeImporterLease(area);
    const files = await listAreaFiles(workedArea);
    await expect(importFiles(area, files, { clock: systemClock, by })).rejects.toMatchObject({
      code: 'store/import-in-progress',
    });
    await lease.release();
    const both = await Promise.allSettled([1, 2].map(() => importFiles(area, files, { clock: systemClock, by })));
    expect(both.filter((one) => one.status === 'fulfilled').length).toBeGreaterThan(0);
    expect((await readManifest(area)).files).toHaveLength(6);
  });
});

describe('when a row counts as recorded', () => {
  const SCHOOLS = 'urn,la,name,phase\n900100,801,School,primary\n';
  const SESSIONS = 'urn,date,am,pm\n900100,2024-09-03,1,1\n';
  const ROLL =
    'upn,urn,status,entry_date,birth_date,recorded_at\nH801200001001,900100,C,2024-09-01,2015-01-02,2024-09-01T00:00:00Z\n';
  const mark = (am: string): string => `upn,urn,date,am,pm\nH801200001001,900100,2024-09-03,${am},\\\n`;

  async function areaWith(
    imports: readonly (readonly [string, Readonly<Record<string, string>>])[],
  ): Promise<AreaFolder> {
    const area = await newArea();
    for (const [when, files] of imports) {
      await importFiles(area, await listAreaFiles(await folderWith(files)), { clock: at(when), by });
    }
    return area;
  }
  async function cause(area: AreaFolder, knownAt?: string): Promise<unknown> {
    const open = await openStore(area, {});
    const instant = findInstant(knownAt ?? '');
    await buildAccount(open.warehouse, instant ? { knownAt: instant } : {}, systemClock);
    const { rows } = await ledgerBy(open.warehouse, 'cause');
    await open.close();
    return rows.map((row) => row['code']).filter((code) => code !== '\\');
  }

  test('a row without recorded_at counts from the import that first brought it', async () => {
    const base = { 'schools.csv': SCHOOLS, 'sessions.csv': SESSIONS, 'roll.csv': ROLL };
    const area = await areaWith([
      ['2024-09-03T10:00:00Z', { ...base, 'marks.csv': mark('N') }],
      ['2024-09-04T10:00:00Z', { 'marks.csv': mark('I') }],
      // The first file again, under another name and with a line end more: the row is the one received first.
      ['2024-09-05T10:00:00Z', { 'marks-again.csv': `${mark('N')}\n` }],
    ]);
    expect(await cause(area)).toEqual(['I']);
    expect(await cause(area, '2024-09-03T12:00:00Z')).toEqual(['N']);
    expect(await cause(area, '2024-09-03T09:00:00Z')).toEqual([]);
  });

  test('an area folder without a store is recorded now', async () => {
    const folder = await folderWith({
      'schools.csv': SCHOOLS,
      'sessions.csv': SESSIONS,
      'roll.csv': ROLL,
      'marks.csv': mark('N'),
    });
    const open = await openArea(folder, { clock: at('2025-01-01T00:00:00Z') });
    const before = findInstant('2024-12-31T23:59:59Z');
    const answered = await buildAccount(open.warehouse, before ? { knownAt: before } : {}, systemClock);
    expect(answered.asOf).toBeNull();
    await open.close();
  });
});

describe('hostile content', () => {
  test('a million bad rows are each told of, in bounded time and memory', async () => {
    const bad = 'Z801200001001,900100,2024-02-31,??,!!\n'.repeat(1_000_000);
    const folder = await folderWith({ 'marks.csv': `upn,urn,date,am,pm\n${bad}` });
    await cp(join(workedArea, 'schools.csv'), join(folder, 'schools.csv'));
    const open = await openArea(folder, { clock: systemClock, memoryLimit: '1GiB' });
    const findings = await findFindings(open, systemClock.now());
    expect(findings.summary).toMatchObject([
      { file: 'marks.csv', line: 2, column: 'upn', fault: 'upn', count: 1_000_000 },
    ]);
    await open.close();
  }, 120_000);

  test('SQL, markup and formulas in a header or a value are only text', async () => {
    const name = `Robert'); drop table school;--<script>alert(1)</script>`;
    const folder = await folderWith({
      'schools.csv': `urn,la,name,phase,"x'; drop table raw;--"\n900100,801,"${name}",primary,=1+1\n`,
    });
    const open = await openArea(folder, { clock: systemClock });
    expect(open.manifest.files[0]?.ignoredColumns).toEqual([`x'; drop table raw;--`]);
    expect(await open.warehouse.rows<{ name: string }>('select name from received_school')).toEqual([{ name }]);
    await open.close();
  });

  test.each([
    ['the same column twice', 'urn,la,name,phase,phase\n', 'file/column-twice'],
    [
      'more columns than any export has',
      `${Array.from({ length: 3000 }, (_, index) => `c${index}`).join(',')}\n`,
      'file/too-wide',
    ],
    ['a first line that is no header', '"\n', 'file/no-header'],
  ])('%s is refused', async (_, text, code) => {
    const folder = await folderWith({ 'schools.csv': text });
    await expect(openArea(folder, { clock: systemClock })).rejects.toMatchObject({ code });
  });

  test('a Parquet file that is cut short is refused', async () => {
    const folder = await workFolder();
    const warehouse = await Warehouse.open({ folders: [folder] });
    await warehouse.run(
      `copy (select 900100 as urn, '801' as la, 'School' as name, 'primary' as phase) to '${folder}/whole.parquet'`,
    );
    warehouse.close();
    const whole = await readFile(join(folder, 'whole.parquet'));
    const cut: Incoming = { path: join(folder, 'schools.parquet'), name: 'schools.parquet' };
    await writeFile(cut.path, whole.subarray(0, whole.length - 20));
    await expect(importFiles(await newArea(), [cut], { clock: systemClock, by })).rejects.toMatchObject({
      code: 'file/not-parquet',
    });
  });
});

// Here, beside much else, because the runner begins with the largest files: alone and last it would keep the other
// process waiting.
test('an import killed at any moment leaves the old state or the new one, and can be done again', async () => {
  const { wrong, killed } = await killImports(3, 7);
  expect(wrong).toEqual([]);
  expect(killed).toBeGreaterThan(0);
}, 240_000);
