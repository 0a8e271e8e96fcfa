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
  expect(small.err).toContain('Enter an amount of memory of at least 256MiB, like 4GiB');
  expect(await readdir(place)).toEqual(['mine']);
  expect(await readFile(join(to, 'letter.txt'), 'utf8')).toBe('mine');
});
