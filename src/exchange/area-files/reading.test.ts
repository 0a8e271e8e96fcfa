import fc from 'fast-check';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csvField, findInstant, findUpn, findCalendarDate, upnCheckLetter, UPN_ALPHABET } from '#kernel';
import { attendanceCodes } from '#register';
import { areaFolderAt, Warehouse } from '#store';
import { folderWith, workFolder } from '#testing';
import { readCarefully, type CsvRecord } from './careful-csv.ts';
import { getFormat } from './formats.ts';
import { loadQuickly, loadRaw, loadSlowly } from './raw-rows.ts';
import { readIncoming } from './receive.ts';
import { scanFile } from './scan.ts';
import { judgedSql, macros, upnsSql } from './typed-rows.ts';

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await Warehouse.open({ folders: ['/tmp'], threads: 1 });
  for (const macro of macros) await warehouse.run(macro);
});
afterAll(() => warehouse.close());

async function carefully(path: string, gzipped = false): Promise<readonly CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const batch of readCarefully(path, gzipped)) records.push(...batch);
  return records;
}

const cell = fc
  .oneof(
    fc.string({ maxLength: 8, unit: 'grapheme' }),
    fc.constantFrom('', 'a,b', 'a"b', '"', 'two\nlines', ' spaced ', '=1+1', '\\', '2024-09-03', 'é'),
  )
  .filter((text) => !['\u0000', '\r', '\uFEFF'].some((odd) => text.includes(odd)));

describe('the quick reader and the careful one', () => {
  test('read the same rows with the same lines wherever the quick one accepts a file', async () => {
    const folder = await workFolder();
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { maxLength: 12 }),
        fc.boolean(),
        fc.boolean(),
        async (rows, crlf, gzipped) => {
          const end = crlf ? '\r\n' : '\n';
          const text = ['a,b,c', ...rows.map((row) => row.map(csvField).join(','))].join(end) + end;
          const path = join(folder, gzipped ? 'x.csv.gz' : 'x.csv');
          await writeFile(path, gzipped ? gzipSync(text) : text);
          const scan = await scanFile(path);
          const columns = ['c1', 'c2', 'c3'];
          const quick = !scan.awkward && (await loadQuickly(warehouse, path, gzipped, columns, scan.lines - 1));
          if (!quick) return;
          accepted += 1;
          const select = `select line, coalesce(c1, '') as c1, coalesce(c2, '') as c2, coalesce(c3, '') as c3 from raw_text order by line`;
          const quickRows = await warehouse.rows(select);
          expect(await loadSlowly(warehouse, path, 'x.csv', gzipped, columns)).toEqual([]);
          expect(await warehouse.rows(select)).toEqual(quickRows);
          expect(quickRows).toHaveLength(rows.length);
        },
      ),
      { numRuns: 120 },
    );
    expect(accepted).toBeGreaterThan(20);
  });

  test('the careful one reads back whatever was written by RFC 4180', async () => {
    const folder = await workFolder();
    const path = join(folder, 'x.csv');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 10 }), async (rows) => {
        await writeFile(
          path,
          `${rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\n')}\n`,
        );
        const read = (await carefully(path)).map((record) => (record.kind === 'record' ? record.fields : record));
        expect(read).toEqual(rows.map((row) => [...row]));
      }),
      { numRuns: 100 },
    );
  });
});

test('progress moves on through one file, and ends where the file does', async () => {
  const folder = await folderWith({ 'schools.csv': 'urn,la,name,phase\n900100,801,One,primary\n' });
  const area = areaFolderAt(join(folder, 'store'));
  const own = await Warehouse.open({ folders: [folder], threads: 1 });
  const seen: number[] = [];
  await readIncoming(
    own,
    area,
    { path: join(folder, 'schools.csv'), name: 'schools.csv' },
    { keep: true, isHeld: () => false, progress: ({ read, of }) => void seen.push(read / of) },
  );
  own.close();
  expect(seen.toSorted((a, b) => a - b)).toEqual(seen);
  expect(new Set(seen).size).toBeGreaterThanOrEqual(6);
  expect(seen.at(-1)).toBe(1);
});

describe('a line that is no record costs itself and no more', () => {
  test('a quote that is never closed', async () => {
    const folder = await folderWith({ 'x.csv': 'a,b\n1,"open\n2,two\n3,three\n' });
    expect(await carefully(join(folder, 'x.csv'))).toEqual([
      { kind: 'record', line: 1, fields: ['a', 'b'] },
      { kind: 'unreadable', line: 2, fault: 'quotes', start: '1,"open' },
      { kind: 'record', line: 3, fields: ['2', 'two'] },
      { kind: 'record', line: 4, fields: ['3', 'three'] },
    ]);
  });

  test('text after a closing quote', async () => {
    const folder = await folderWith({ 'x.csv': 'a,b\n"1"x,2\n3,4\n' });
    const kinds = (await carefully(join(folder, 'x.csv'))).map((record) => record.kind);
    expect(kinds).toEqual(['record', 'unreadable', 'record']);
  });

  test('a 10 MB field', async () => {
    const folder = await folderWith({ 'x.csv': `a,b\n1,${'x'.repeat(10_000_000)}\n2,two\n` });
    const path = join(folder, 'x.csv');
    expect((await carefully(path)).map((record) => [record.kind, record.line])).toEqual([
      ['record', 1],
      ['unreadable', 2],
      ['record', 3],
    ]);
    const raw = await loadRaw(warehouse, path, await scanFile(path));
    expect(raw.rejections).toMatchObject([{ line: 2, fault: 'too-long' }]);
  });

  test('a record over several lines keeps the line it starts on', async () => {
    const folder = await folderWith({ 'x.csv': 'a,b\n1,"two\nlines"\n3,x\n' });
    expect((await carefully(join(folder, 'x.csv'))).map((record) => record.line)).toEqual([1, 2, 4]);
  });

  test('too few and too many values', async () => {
    const folder = await folderWith({ 'x.csv': 'a,b\n1\n1,2\n1,2,3\n' });
    const path = join(folder, 'x.csv');
    const { rejections } = await loadRaw(warehouse, path, await scanFile(path));
    expect(rejections.map(({ line, fault }) => [line, fault])).toEqual([
      [2, 'columns'],
      [4, 'columns'],
    ]);
  });
});

describe('a file that is not what its name says is refused with a sentence', () => {
  const csv = 'upn,urn\n1,2\n'.repeat(2000);
  test.each([
    ['empty.csv', '', 'file/empty'],
    ['latin.csv', Buffer.from('name\ncaf\xe9\n', 'latin1'), 'file/not-utf8'],
    ['utf16.csv', Buffer.from('\uFEFFa,b\n1,2\n', 'utf16le'), 'file/not-utf8'],
    ['binary.csv', Buffer.from([97, 10, 0, 1, 2]), 'file/not-text'],
    ['sheet.csv', Buffer.from('PK\u0003\u0004rest'), 'file/spreadsheet'],
    ['cut.csv.gz', gzipSync(csv).subarray(0, 60), 'file/truncated'],
    ['plain.csv.gz', Buffer.from(csv), 'file/not-gzip'],
    ['bomb.csv.gz', gzipSync(Buffer.alloc(110 * 1024 * 1024, 'a')), 'file/bomb'],
  ])('%s', async (name, content, code) => {
    const folder = await folderWith({ [name]: content });
    await expect(scanFile(join(folder, name))).rejects.toMatchObject({ name: 'Refusal', code });
  });

  test('a character cut in two by a chunk of the file is not a fault', async () => {
    const folder = await folderWith({ 'x.csv': `a\n${'é'.repeat(3_000_000)}\n` });
    await expect(scanFile(join(folder, 'x.csv'))).resolves.toMatchObject({ lines: 2, awkward: true });
  });

  test('a byte order mark is no part of the first column’s name', async () => {
    const folder = await folderWith({ 'x.csv': '\uFEFFupn,urn\n1,2\n' });
    const path = join(folder, 'x.csv');
    expect((await loadRaw(warehouse, path, await scanFile(path))).header).toEqual(['upn', 'urn']);
  });
});

describe('one rule in two languages', () => {
  const digits = (length: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
  const upn = fc.tuple(digits(11), fc.constantFrom(...UPN_ALPHABET, ...'0123456789')).map(([eleven, last]) => {
    const twelve = eleven + last;
    return upnCheckLetter(twelve) + twelve;
  });

  test('UPN: SQL and TypeScript accept the same texts', async () => {
    const near = fc
      .tuple(upn, fc.nat(12), fc.constantFrom(...'AIOSZ019 a'))
      .map(([text, at, letter]) => text.slice(0, at) + letter + text.slice(at + 1));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(upn, near, fc.string({ maxLength: 14 })), { minLength: 20, maxLength: 40 }),
        async (texts) => {
          const clean = texts.filter((text) => !text.includes('\u0000'));
          const list = clean.map((text) => `('${text.replaceAll("'", "''")}')`).join(', ');
          const rows = await warehouse.rows<{ t: string; ok: boolean }>(
            `select t, is_upn(t) as ok from (values ${list}) as v(t)`,
          );
          for (const { t, ok } of rows) expect([t, ok]).toEqual([t, findUpn(t) !== undefined]);
        },
      ),
      { numRuns: 40 },
    );
  });

  test.each([
    ['text', 'VARCHAR'],
    ['a date, as Parquet has it', 'DATE'],
  ])('a code is read on the days on which it is in force, and on no other; the day is %s', async (_, type) => {
    const days = ['2024-08-18', '2024-08-19', ''];
    const texts = [...attendanceCodes.map(({ code }) => code), 'h', '//', 'C1,C2', "'"];
    const cases = days.flatMap((day) => texts.map((text) => [day, text] as const));
    const rows = cases
      .map(([day, text], line) => `(${line}, nullif('${day}', '')::${type}, '${text.replaceAll("'", "''")}')`)
      .join(', ');
    await warehouse.run(`create or replace temp view raw as from (values ${rows}) as v(line, c1, c2)`);
    const code = { sql: 'c2', type: 'VARCHAR' };
    const sources = { date: { sql: 'c1', type }, am: code, pm: code };
    await warehouse.run(`create or replace temp table upn_checked as ${upnsSql(sources)}`);
    const judged = await warehouse.rows<{ am: string | null; pm: string | null }>(
      `select am, pm from (${judgedSql(getFormat('marks'), sources)}) order by line`,
    );
    expect(judged.map(({ am, pm }) => [am, pm])).toEqual(
      cases.map(([day, text]) => {
        const fact = attendanceCodes.find((one) => one.code === text);
        const isRead = fact && day !== '' && (day < '2024-08-19' ? fact.from === undefined : fact.to === undefined);
        return isRead ? [text, text] : [null, null];
      }),
    );
  });

  test('dates and instants: SQL and TypeScript read the same', async () => {
    const dates = [
      '2024-02-29',
      '2023-02-29',
      '2024-13-01',
      '2024-9-03',
      '2024-09-31',
      '0000-01-01',
      '9999-12-31',
      ' 2024-09-03',
      '2024-09-03T00:00',
    ];
    const instants = [
      '2024-09-03T16:00:00Z',
      '2024-09-03t16:00:00z',
      '2024-09-03T16:00:00+01:00',
      '2024-09-03T16:00:00.123456Z',
      '2024-09-03T16:00:00',
      '2024-09-03 16:00:00Z',
      '2024-09-03T24:00:00Z',
      '2024-09-03T16:00Z',
      '2024-02-30T16:00:00Z',
      '2024-09-03T23:30:00-05:30',
      '2024-09-03T16:00:60Z',
    ];
    const format = getFormat('marks');
    const cases = [
      ...dates.map((date) => [date, '2024-09-03T16:00:00Z'] as const),
      ...instants.map((instant) => ['2024-09-03', instant] as const),
    ];
    const rows = cases.map(([date, instant], index) => `(${index}, '${date}', '${instant}')`).join(', ');
    await warehouse.run(`create or replace temp view raw as from (values ${rows}) as v(line, c1, c2)`);
    const sources = { date: { sql: 'c1', type: 'VARCHAR' }, recorded_at: { sql: 'c2', type: 'VARCHAR' } };
    await warehouse.run(`create or replace temp table upn_checked as ${upnsSql(sources)}`);
    const judged = await warehouse.rows<{ line: number; date: string | null; recorded_at: string | null }>(
      `select line, date, recorded_at from (${judgedSql(format, sources)}) order by line`,
    );
    expect(judged.map(({ date, recorded_at }) => [date, recorded_at])).toEqual(
      cases.map(([date, instant]) => [findCalendarDate(date) ?? null, findInstant(instant) ?? null]),
    );
  });
});
