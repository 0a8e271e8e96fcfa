import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { areaAt, listImports } from '#exchange/area-files';
import { fixedClock, instantOf } from '#kernel';
import { folderWith, PLANTED_A, PLANTED_B, faultyArea, plantedRules } from '#testing';
import { kithAt } from './kith.example.ts';

const kith = kithAt(fixedClock(instantOf(Date.UTC(2024, 9, 1, 9))));

const faults = (...rules: readonly string[]) => faultyArea(Object.fromEntries(rules.map((rule) => [rule, false])));

test('tells rule by rule what to mend, where, how, and what that would change', async () => {
  const folder = await folderWith(faults('neither-school-has-record', 'one-upn-two-children'));
  const { status, out } = await kith('check', folder);
  expect(status).toBe(0);
  expect(out).toContain('To mend in 2024/25, up to 2024-09-27:');
  expect(out).toContain('Neither school has a record: 1 child between two schools (neither-school-has-record)\n');
  expect(out).toContain('  Fenwick Road (900100): 1 child between two schools\n');
  expect(out).toMatch(
    /For example: Fenwick Road\. 8 sessions from .*, always on Wednesdays; .* marks\.csv, line \d+, am: “D”\n/,
  );
  expect(out).toContain('    1. Look at the weekday');
  expect(out).toMatch(/If every child was there: .*all learning lost \d+ \(now \d+\)/);
  expect(out).toContain('\nIf all of it were mended\n');
  expect(out).not.toContain('Registers not taken');
});

test('is narrowed to one school, or one rule', async () => {
  const folder = await folderWith(faults('neither-school-has-record', 'spell-after-death', 'register-not-taken'));
  const school = await kith('check', folder, '--school', String(PLANTED_B));
  expect(school.out).toContain('A spell after ground k (died): 1 spell (spell-after-death)');
  expect(school.out).not.toContain('Neither school');
  expect(school.out).not.toContain('can be used');
  const rule = await kith('check', folder, '--rule', 'register-not-taken', '--format', 'json');
  const rows: unknown = JSON.parse(rule.out);
  expect(rows).toMatchObject([{ finding: 'rule', rule: 'register-not-taken', urn: PLANTED_A, count: 1, sessions: 1 }]);
});

test('prints a row for each rule and school beside what could not be used', async () => {
  const { status, out } = await kith('check', await folderWith(faults(...plantedRules)), '--format', 'csv');
  const [head, ...lines] = out.trimEnd().split('\n');
  expect([status, head]).toEqual([
    0,
    'finding,rule,urn,school,file,line,column,value,fault,count,sessions,problem,effect',
  ]);
  const of = (finding: string) =>
    lines.filter((line) => line.startsWith(`${finding},`)).map((line) => line.split(',')[1]);
  expect(new Set(of('rule'))).toEqual(new Set(plantedRules));
  expect(of('rejected').length).toBeGreaterThan(2);
});

test('says that there is nothing to mend, and once only', async () => {
  const { status, out } = await kith('check', await folderWith(faultyArea({})));
  expect([status, out.split('Nothing').length]).toEqual([0, 2]);
});

test('a folder without marks, or a school that is not there, is answered plainly', async () => {
  const { 'marks.csv': _, ...withoutMarks } = faultyArea({});
  const empty = await kith('check', await folderWith(withoutMarks));
  expect([empty.status, empty.out]).toEqual([0, expect.stringContaining('Nothing to mend.')]);
  const folder = await folderWith(faultyArea({}));
  const unknown = await kith('check', folder, '--school', '999999');
  expect([unknown.status, unknown.err]).toEqual([1, expect.stringContaining('No school with the URN 999999')]);
  expect((await kith('check', folder, '--school', 'Hill Top')).status).toBe(2);
  expect((await kith('check', folder, '--rule', 'tidiness')).status).toBe(2);
});

test('finds one byte of a received file that is another, and a file that is gone', async () => {
  const store = await mkdtemp(join(tmpdir(), 'kith-altered-'));
  try {
    expect((await kith('import', await folderWith(faultyArea({})), '--store', store)).status).toBe(0);
    expect((await kith('check', store)).status).toBe(0);
    const [first, second] = await listImports(areaAt(store));
    const received = join(store, 'received');
    const pathOf = async (start = ''): Promise<string> =>
      join(received, (await readdir(received)).find((name) => name.startsWith(start)) ?? '');
    const path = await pathOf(first?.sha256);
    const bytes = await readFile(path);
    bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1;
    await writeFile(path, bytes);
    const altered = await kith('check', store);
    expect([altered.status, altered.out]).toEqual([1, '']);
    expect(altered.err).toContain(
      `The bytes kept of ${first?.file} (received 2024-10-01) are no longer those that were received: restore`,
    );
    await rm(await pathOf(second?.sha256));
    expect((await kith('check', store)).err).toContain(
      `, and the bytes kept of ${second?.file} (received 2024-10-01) are gone`,
    );
  } finally {
    await rm(store, { recursive: true, force: true });
  }
});
