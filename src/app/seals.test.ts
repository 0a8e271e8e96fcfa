import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '#kernel';
import { createAccess, singleUser, startSealer } from '#access';
import { run } from '#cli';
import { areaFolderAt, closeRecords, commitManifest, openRecords, readManifest } from '#store';
import { verifyLooksOf } from './seals.ts';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kith-verify-'));
  const area = areaFolderAt(home);
  await commitManifest(area, { ...(await readManifest(area)), version: 1 });
  const records = await openRecords({ folder: join(home, 'records') });
  const access = createAccess(records, systemClock);
  const sealer = startSealer(records, systemClock, { folder: join(home, 'seals'), onTrouble: expect.unreachable });
  for (let at = 0; at < 3; at += 1) {
    await access.actingAs(singleUser, 'oversight', { kind: 'area' }, () => Promise.resolve());
  }
  await sealer.stop();
  await closeRecords(records);
}, 300_000);
afterAll(() => rm(home, { recursive: true }));

async function verify(...args: readonly string[]) {
  const said = { out: '', err: '' };
  const terminal = {
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
    width: undefined,
    clock: systemClock,
    user: 'a test',
  };
  const serve = (): Promise<void> => Promise.resolve();
  const none = (): Promise<never> => Promise.reject(new Error('not asked'));
  const records = { verifyLooks: verifyLooksOf, backUp: none, restore: none, goOnSealing: none };
  return { status: await run(['records', 'verify-looks', ...args], { terminal, serve, records }), ...said };
}

test('a record as it was sealed ends with 0, and tells since when it is sealed', async () => {
  const { status, out, err } = await verify(home);
  expect(err).toBe('The record of looks is as it was sealed.\n');
  expect(out).toMatch(
    /^3 looks stand as they were sealed, in 1 seal made from \S+Z to \S+Z\.\n0 looks are not sealed yet\.\n$/,
  );
  expect(status).toBe(0);
});

test('one that was tampered with ends with 1, and says where', async () => {
  const file = join(home, 'seals', 'looks.jsonl');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('"counted":3', '"counted":2'));
  const { status, out, err } = await verify(home);
  await writeFile(file, text);
  expect(out).toContain('Its line in the file outside the database was changed');
  expect(err).toContain('not as it was sealed');
  expect(status).toBe(1);
});

test('seals, a copy and a public key may be somewhere else', async () => {
  const at = (name: string) => join(home, 'seals', name);
  const elsewhere = ['--seals', join(home, 'seals'), '--copy', at('looks.jsonl'), '--public-key', at('looks.pub')];
  expect((await verify(home, ...elsewhere)).status).toBe(0);
  const { status, err } = await verify(home, '--public-key', at('none'));
  expect([status, err.slice(0, 51)]).toEqual([
    1,
    `The public key of the record of looks is not in ${home.slice(0, 3)}`,
  ]);
});

test('a folder without an area is refused, and no folder is wrong usage', async () => {
  expect((await verify(join(home, 'none'))).status).toBe(1);
  expect((await verify()).status).toBe(2);
});
