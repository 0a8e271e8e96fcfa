import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemClock } from '#kernel';
import { quoted, Warehouse } from '#store';
import { workedArea, workFolder } from '#testing';
import { run } from '#cli';

async function kith(
  ...args: readonly string[]
): Promise<{ readonly status: number; readonly out: string; readonly err: string }> {
  const said = { out: '', err: '' };
  const status = await run(args, {
    terminal: {
      out: (text) => void (said.out += text),
      err: (text) => void (said.err += text),
      width: undefined,
      clock: systemClock,
      user: 'tester',
    },
    serve: () => Promise.resolve(),
  });
  return { status, ...said };
}

test('the account of a year is written as files that say what kith ledger and kith absence say', async () => {
  const to = join(await workFolder(), 'account');
  const made = await kith('account', workedArea, '--to', to);
  expect(made.status).toBe(0);
  expect(made.out).toMatch(/^The account of \d+ children is in /);
  expect(made.err).toContain('personal data');
  const warehouse = await Warehouse.open({ folders: [to] });
  const csvOf = async (file: string, order: string): Promise<string> => {
    const rows = await warehouse.rows(`from read_parquet(${quoted(join(to, file))}) order by ${order}`);
    return [Object.keys(rows[0] ?? {}).join(','), ...rows.map((row) => Object.values(row).join(','))].join('\n');
  };
  const ledger = await kith('ledger', workedArea, '--by', 'child', '--format', 'csv');
  expect(await csvOf('child/*.parquet', 'upn')).toBe(ledger.out.trimEnd());
  const bySchool = await kith('ledger', workedArea, '--by', 'school', '--format', 'csv');
  expect(await csvOf('school.parquet', 'urn')).toBe(bySchool.out.trimEnd());
  const enrolments = await kith('absence', workedArea, '--by', 'enrolment', '--format', 'csv');
  expect(await csvOf('enrolment/*.parquet', 'cast(urn as varchar), upn')).toBe(enrolments.out.trimEnd());
  warehouse.close();
  const said: unknown = JSON.parse(await readFile(join(to, 'account.json'), 'utf8'));
  expect(said).toHaveProperty('year');
});

test('a folded register is kept for a version of an area; a correction makes another, and both can be asked', async () => {
  const store = join(await workFolder(), 'store');
  await kith('import', workedArea, '--store', store);
  const before = await kith('ledger', store, '--by', 'cause', '--format', 'csv');
  const kept = async (): Promise<readonly string[]> =>
    (await readdir(join(store, 'derived'), { recursive: true })).filter((name) => name.endsWith('about.json'));
  const [first] = await kept();
  expect(first).toMatch(/^1\/folded-[0-9a-f]{12}\/year=2024\/about\.json$/);
  expect((await kith('ledger', store, '--by', 'cause', '--format', 'csv')).out).toBe(before.out);
  const past = ['ledger', store, '--by', 'cause', '--format', 'csv', '--known-at', '2026-10-31'];
  const pastBefore = await kith(...past);
  const correction = join(await workFolder(), 'marks-late.csv');
  const row = '2024-10-08,F801400123018,900100,I,I,2026-11-01T09:00:00Z';
  await writeFile(correction, `date,upn,urn,am,pm,recorded_at\n${row}\n`);
  await kith('import', correction, '--store', store);
  const after = await kith('ledger', store, '--by', 'cause', '--format', 'csv');
  const ill = (said: string): number => Number(/^I,(\d+)$/m.exec(said)?.[1]);
  expect(ill(after.out)).toBe(ill(before.out) + 2);
  expect(await kept()).toEqual([first?.replace(/^1/, '2')]);
  expect((await kith(...past)).out).toBe(pastBefore.out);
  expect(await kept()).toHaveLength(1);
});

test('a folder with something in it is left as it is, and nothing half written stands beside it', async () => {
  const place = await workFolder();
  const to = join(place, 'mine');
  await mkdir(to);
  await writeFile(join(to, 'letter.txt'), 'mine');
  const refused = await kith('account', workedArea, '--to', to);
  expect(refused).toMatchObject({ status: 1, out: '' });
  expect(refused.err).toContain('is not empty. Name a folder that does not exist yet');
  const unread = await kith('account', join(place, 'nowhere'), '--to', join(place, 'account'));
  expect(unread.status).toBe(1);
  const small = await kith('account', workedArea, '--to', join(place, 'account'), '--memory', 'some');
  expect(small.err).toContain('Enter an amount of memory of at least 512MiB, like 4GiB');
  expect(await readdir(place)).toEqual(['mine']);
  expect(await readFile(join(to, 'letter.txt'), 'utf8')).toBe('mine');
});
