import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cp, mkdir, readdir, rename, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openArea, type OpenArea } from '#exchange/area-files';
import { systemClock } from '#kernel';
import { countAccount, writeAccount } from '#lost-learning';
import { quoted, Warehouse } from '#store';
import { runKithHere, workedArea, workFolder } from '#testing';

test('the account of a year is written as files that say what kith ledger and kith absence say', async () => {
  const to = join(await workFolder(), 'account');
  const made = await runKithHere(['account', workedArea, '--to', to]);
  expect(made.status).toBe(0);
  expect(made.out).toMatch(/^The account of \d+ children is in /);
  expect(made.err).toContain('personal data');
  const warehouse = await Warehouse.open({ folders: [to] });
  const csvOf = async (file: string, order: string): Promise<string> => {
    const rows = await warehouse.rows(`from read_parquet(${quoted(join(to, file))}) order by ${order}`);
    return [Object.keys(rows[0] ?? {}).join(','), ...rows.map((row) => Object.values(row).join(','))].join('\n');
  };
  const ledger = await runKithHere(['ledger', workedArea, '--by', 'child', '--format', 'csv']);
  expect(await csvOf('child/*.parquet', 'upn')).toBe(ledger.out.trimEnd());
  const bySchool = await runKithHere(['ledger', workedArea, '--by', 'school', '--format', 'csv']);
  expect(await csvOf('school.parquet', 'urn')).toBe(bySchool.out.trimEnd());
  const enrolments = await runKithHere(['absence', workedArea, '--by', 'enrolment', '--format', 'csv']);
  expect(await csvOf('enrolment/*.parquet', 'cast(urn as varchar), upn')).toBe(enrolments.out.trimEnd());
  warehouse.close();
  const said: unknown = JSON.parse(await readFile(join(to, 'account.json'), 'utf8'));
  expect(said).toHaveProperty('year');
});

test('a folded register is kept for a version of an area; a correction makes another, and both can be asked', async () => {
  const store = join(await workFolder(), 'store');
  await runKithHere(['import', workedArea, '--store', store]);
  const before = await runKithHere(['ledger', store, '--by', 'cause', '--format', 'csv']);
  const kept = async (): Promise<readonly string[]> =>
    (await readdir(join(store, 'derived'), { recursive: true })).filter((name) => name.endsWith('about.json'));
  const [first] = await kept();
  expect(first).toMatch(/^1\/folded-[0-9a-f]{12}\/year=2024\/about\.json$/);
  expect((await runKithHere(['ledger', store, '--by', 'cause', '--format', 'csv'])).out).toBe(before.out);
  const past = ['ledger', store, '--by', 'cause', '--format', 'csv', '--known-at', '2026-10-31'];
  const pastBefore = await runKithHere(past);
  const correction = join(await workFolder(), 'marks-late.csv');
  const row = '2024-10-08,F801400123018,900100,I,I,2026-11-01T09:00:00Z';
  await writeFile(correction, `date,upn,urn,am,pm,recorded_at\n${row}\n`);
  await runKithHere(['import', correction, '--store', store]);
  const after = await runKithHere(['ledger', store, '--by', 'cause', '--format', 'csv']);
  const ill = (said: string): number => Number(/^I,(\d+)$/m.exec(said)?.[1]);
  expect(ill(after.out)).toBe(ill(before.out) + 2);
  expect(await kept()).toEqual([first?.replace(/^1/, '2')]);
  expect((await runKithHere(past)).out).toBe(pastBefore.out);
  expect(await kept()).toHaveLength(1);
});

describe('where an account is written or a folded register kept', () => {
  const opened = async (): Promise<{ readonly store: string; readonly open: OpenArea }> => {
    const store = join(await workFolder(), 'store');
    await runKithHere(['import', workedArea, '--store', store]);
    return { store, open: await openArea(store, { clock: systemClock }) };
  };

  test('the kept one is counted again without folding, and one that other rules made is not', async () => {
    const { store, open } = await opened();
    const steps = async (): Promise<readonly string[]> => {
      const told = new Set<string>();
      await countAccount(open, {}, systemClock, { onProgress: (step) => void told.add(step) });
      return [...told];
    };
    expect(await steps()).toEqual(['folding', 'counting']);
    expect(await steps()).toEqual(['counting']);
    const derived = join(store, 'derived', '1');
    const name = (await readdir(derived)).find((one) => one.startsWith('folded-')) ?? '';
    await rename(join(derived, name), join(derived, 'folded-000000000000'));
    expect(await steps()).toEqual(['folding', 'counting']);
    await open.close();
  });

  test('where what is kept is damaged the command says that it begins anew, and then what it said before', async () => {
    const { store, open } = await opened();
    await open.close();
    const place = await workFolder();
    const account = (to: string): ReturnType<typeof runKithHere> =>
      runKithHere(['account', store, '--to', join(place, to)]);
    expect((await account('first')).err).not.toContain('damaged');
    const derived = join(store, 'derived', '1');
    const words = (await readdir(derived, { recursive: true })).find((name) => name.endsWith('.words')) ?? '';
    await writeFile(join(derived, words), 'no words');
    const second = await account('second');
    expect(second.status).toBe(0);
    expect(second.err).toMatch(/is damaged: it is made again, and counting begins anew\.\n/);
    const schools = (of: string): Promise<Buffer> => readFile(join(place, of, 'school.parquet'));
    expect(await schools('second')).toEqual(await schools('first'));
  });

  test('a version that goes while it is folded does not come back', async () => {
    const { store, open } = await opened();
    const derived = join(store, 'derived');
    await countAccount(open, {}, systemClock, {
      onProgress: (step, done, total) => {
        if (step === 'folding' && done === total) rmSync(join(derived, '1'), { recursive: true });
      },
    });
    expect(await readdir(derived)).toEqual([]);
    await open.close();
  });

  test('an account that fails half way leaves nothing, and what was put into its place meanwhile stays', async () => {
    const { open } = await opened();
    const place = await workFolder();
    const to = join(place, 'account');
    const write = (onCounting: () => void): Promise<unknown> =>
      writeAccount(open, {}, systemClock, to, { onProgress: (step) => step === 'counting' && onCounting() });
    await expect(
      write(() => {
        throw new Error('no more');
      }),
    ).rejects.toThrow('no more');
    expect(await readdir(place)).toEqual([]);
    const put = (): void => {
      mkdirSync(to);
      writeFileSync(join(to, 'letter.txt'), 'mine');
    };
    await expect(write(put)).rejects.toThrow('is not empty');
    expect(await readdir(place, { recursive: true })).toEqual(['account', join('account', 'letter.txt')]);
    await open.close();
  });
});

test('an area without a mark has an account of nobody, and says so', async () => {
  const folder = await workFolder();
  for (const name of ['schools.csv', 'sessions.csv', 'roll.csv']) await cp(join(workedArea, name), join(folder, name));
  const to = join(await workFolder(), 'account');
  const made = await runKithHere(['account', folder, '--to', to]);
  expect(made.out).toBe(`The account of 0 children is in ${to}\n`);
  expect(made.err).toContain('no marks to go by');
});

test('a folder with something in it is left as it is, and nothing half written stands beside it', async () => {
  const place = await workFolder();
  const to = join(place, 'mine');
  await mkdir(to);
  await writeFile(join(to, 'letter.txt'), 'mine');
  const refused = await runKithHere(['account', workedArea, '--to', to]);
  expect(refused).toMatchObject({ status: 1, out: '' });
  expect(refused.err).toContain('is not empty. Name a folder that does not exist yet');
  const unread = await runKithHere(['account', join(place, 'nowhere'), '--to', join(place, 'account')]);
  expect(unread.status).toBe(1);
  const small = await runKithHere(['account', workedArea, '--to', join(place, 'account'), '--memory', 'some']);
  expect(small.err).toContain('Enter an amount of memory of at least 512MiB, like 4GiB');
  expect(await readdir(place)).toEqual(['mine']);
  expect(await readFile(join(to, 'letter.txt'), 'utf8')).toBe('mine');
});
