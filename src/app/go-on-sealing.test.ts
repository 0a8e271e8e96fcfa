import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '#kernel';
import { createAccess, singleUser, startSealer } from '#access';
import { run } from '#cli';
import { areaFolderAt, closeRecords, commitManifest, openRecords, readManifest } from '#store';
import { backUp, restore } from './records-backup.ts';
import { goOnSealingOf, verifyLooksOf } from './seals.ts';

let home: string;
let area: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kith-go-on-'));
  area = join(home, 'area');
  await mkdir(area);
  const folder = areaFolderAt(area);
  await commitManifest(folder, { ...(await readManifest(folder)), version: 1 });
});
afterAll(() => rm(home, { recursive: true }));

async function kith(...args: readonly string[]) {
  const said = { out: '', err: '' };
  const terminal = {
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
    width: undefined,
    clock: systemClock,
    user: 'a test',
  };
  const records = {
    verifyLooks: verifyLooksOf,
    backUp: (...asked: Parameters<typeof restore>) => backUp(systemClock, ...asked),
    restore,
    goOnSealing: (folder: string, asked: { readonly seals?: string }) => goOnSealingOf(systemClock, folder, asked),
  };
  const status = await run(args, { terminal, serve: () => Promise.resolve(), records });
  return { status, ...said };
}

/** Kith is started, somebody looks, and it is stopped; what it said of sealing. */
async function lookAndStop(times: number): Promise<readonly string[]> {
  const told: string[] = [];
  const records = await openRecords({ folder: join(area, 'records') });
  const access = createAccess(records, systemClock);
  const onTrouble = (problem: string): void => void told.push(problem);
  const sealer = startSealer(records, systemClock, { folder: join(area, 'seals'), onTrouble });
  for (let at = 0; at < times; at += 1) {
    await access.actingAs(singleUser, 'oversight', { kind: 'area' }, () => Promise.resolve());
  }
  await sealer.stop();
  await closeRecords(records);
  return told;
}

test('looks are sealed again after a restore once go-on-sealing was run, and verify-looks tells of it', async () => {
  const backup = join(home, 'backup.kith');
  expect(await lookAndStop(2)).toEqual([]);
  expect(await kith('records', 'backup', area, '--to', backup)).toMatchObject({ status: 0 });
  expect(await lookAndStop(1)).toEqual([]);
  expect(await lookAndStop(2)).toEqual([]);
  expect(await kith('records', 'go-on-sealing', area)).toMatchObject({
    status: 1,
    err: expect.stringContaining('there is nothing to set aside') as unknown,
  });

  await rm(join(area, 'records'), { recursive: true });
  const restored = await kith('records', 'restore', area, '--from', backup);
  expect(restored.out).toMatch(
    /no more are sealed\. Run kith records go-on-sealing for this area before you start Kith\. If this is a drill .* a copy of the folder of seals/,
  );
  expect(await lookAndStop(1)).toEqual([
    expect.stringContaining('Looks are recorded and not sealed: the database ends'),
  ]);
  expect((await kith('records', 'verify-looks', area)).status).toBe(1);

  const before = await readFile(join(area, 'seals', 'looks.jsonl'), 'utf8');
  const open = await openRecords({ folder: join(area, 'records') });
  expect((await kith('records', 'go-on-sealing', area)).status).toBe(1);
  await closeRecords(open);
  const done = await kith('records', 'go-on-sealing', area);
  expect(done.out).toMatch(
    /^Seals 2 to 3 were set aside at \S+Z, with 3 looks, sealed after \S+Z and up to \S+Z\.\nLooks are sealed again, from seal 2 on/,
  );
  expect((await readFile(join(area, 'seals', 'looks.jsonl'), 'utf8')).startsWith(before)).toBe(true);

  expect(await lookAndStop(1)).toEqual([]);
  const { status, out, err } = await kith('records', 'verify-looks', area);
  expect(out).toMatch(
    /^4 looks stand as they were sealed, in 2 seals made from \S+ to \S+\.\n0 looks are not sealed yet\.\nSeals 2 to 3 were set aside at \S+, with 3 looks, .* Of these looks the records hold 0 as they were sealed; gone or changed: 3\. Was a backup restored then\?\n$/,
  );
  // Whoever reads only the status has to notice, until somebody says that a backup was restored.
  expect(err).toMatch(/^Looks that were sealed are gone or were changed, .* --set-aside 1\. If not, keep the database/);
  expect(status).toBe(1);
  const known = (times: string) => kith('records', 'verify-looks', area, '--set-aside', times);
  expect(await known('1')).toMatchObject({
    status: 0,
    err: 'The record of looks is as it was sealed, but for looks that were set aside, as you know, and are gone.\n',
  });
  expect(await known('2')).toMatchObject({
    status: 1,
    err: expect.stringMatching(/^You know seals to be set aside 2 times, and the file .* says it once\./) as unknown,
  });
  expect((await known('one')).status).toBe(2);
}, 120_000);

test('a restore beside a folder of seals that was lost says so', async () => {
  await rm(join(area, 'records'), { recursive: true });
  await rm(join(area, 'seals'), { recursive: true });
  const { out } = await kith('records', 'restore', area, '--from', join(home, 'backup.kith'));
  expect(out).toMatch(/No looks are sealed as it is: .* ends at seal 0, and the database goes on to seal 1: .*\n$/);
});
