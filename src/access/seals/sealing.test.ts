import { sql } from 'kysely';
import { appendFile, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestRecords } from '#testing/records';
import { appendEntry, outsideFile, readTail } from './outside-file.ts';
import { startSealer } from './sealer.ts';
import { openSealedWorld, type SealedWorld } from './sealed-world.example.ts';
import { sealShape, type Seal } from './seal.ts';
import { BATCH, createSealing } from './sealing.ts';
import { verifyLooks } from './verifying.ts';

let world: SealedWorld;
beforeAll(async () => {
  world = await openSealedWorld(await openTestRecords());
}, 300_000);
afterAll(() => world.close());
beforeEach(() => world.clear());

const owner = (statement: string) => world.asOwner((tx) => sql.raw(statement).execute(tx));
const verify = () => verifyLooks(world.records, { folder: world.folder });
const seals = async (): Promise<readonly Seal[]> =>
  (await world.lines()).map((line) => sealShape.parse(JSON.parse(line)));

test('looks that are there are sealed, each seal goes on from the one before, and nothing to seal makes none', async () => {
  expect(await world.seal(true)).toEqual({ kind: 'nothing' });
  await world.look(3);
  expect(await world.seal(false)).toMatchObject({ kind: 'sealed', seal: { number: 1, looks: '1-3', previous: '' } });
  expect(await world.seal(false)).toEqual({ kind: 'nothing' });
  await world.look(1);
  await world.seal(false);
  const [one, two] = await seals();
  expect(two).toMatchObject({ number: 2, looks: '4', previous: one?.digest, key: one?.key, emptied: true });
});

test('a look whose number was given early and that commits late is sealed later, and no look twice', async () => {
  await world.look(5);
  await owner('create table access.late as select * from access.look where id in (2, 3)');
  await owner('delete from access.look where id in (2, 3)');
  await world.seal(false);
  await owner('insert into access.look overriding system value select * from access.late where id = 3');
  await owner('delete from access.late where id = 3');
  await world.look(1);
  await world.seal(false);
  await owner('insert into access.look overriding system value select * from access.late');
  await owner('drop table access.late');
  await world.seal(false);
  expect((await seals()).map(({ looks }) => looks)).toEqual(['1,4-5', '3,6', '2']);
  expect(await verify()).toMatchObject({ faults: [], looks: 6, unsealed: 0 });
});

test('after a quarter of an hour numbers are settled; the first round after a start still finds what came later', async () => {
  await world.look(2);
  await owner('create table access.late as select * from access.look where id = 1');
  await owner('delete from access.look where id = 1');
  await world.seal(false);
  world.clock.move(16 * 60_000);
  await owner('insert into access.look overriding system value select * from access.late');
  await owner('drop table access.late');
  await world.look(1);
  await world.seal(false);
  expect(await world.seal(false)).toEqual({ kind: 'nothing' });
  expect((await verify()).faults.map(({ place, problem }) => `${place}: ${problem.slice(0, 7)}`)).toEqual([
    'look 1: It says',
  ]);
  expect(await world.seal(true)).toMatchObject({ seal: { looks: '1' } });
});

test('many that wait are sealed in batches, however old', async () => {
  await owner(`insert into access.look (at, actor, actor_name, role, purpose, subject_kind, subject_key, permitted, reason)
    select timestamptz '2025-01-05' + i * interval '1 second', 'ada', 'Ada', '', 'oversight', 'area', '', true, ''
    from generate_series(1, ${2 * BATCH + 5}) as i`);
  for (let at = 0; at < 3; at += 1) await world.seal(true);
  expect((await seals()).map(({ counted, emptied }) => [counted, emptied])).toEqual([
    [BATCH, false],
    [BATCH, false],
    [5, true],
  ]);
  expect(await verify()).toMatchObject({ faults: [], looks: 2 * BATCH + 5, unsealed: 0 });
});

test('the seal that says that none is left waiting has gone through all, also where one came late', async () => {
  await world.look(BATCH + 2);
  await owner('create table access.late as select * from access.look where id = 5');
  await owner('delete from access.look where id = 5');
  await world.seal(true);
  await owner('insert into access.look overriding system value select * from access.late');
  await owner('drop table access.late');
  await world.seal(true);
  expect((await seals()).map(({ looks, emptied }) => [looks, emptied])).toEqual([
    [`1-4,6-${BATCH + 1}`, false],
    [`5,${BATCH + 2}`, true],
  ]);
  expect(await verify()).toMatchObject({ faults: [], looks: BATCH + 2, unsealed: 0 });
});

test('nothing is added to a file that something else wrote to meanwhile', async () => {
  await world.look(1);
  await world.seal(false);
  const [line = ''] = await world.lines();
  const entry = { kind: 'seal', seal: sealShape.parse(JSON.parse(line)) } as const;
  const tail = await readTail(outsideFile(world.folder));
  await appendFile(outsideFile(world.folder), `${line}\n`);
  await expect(appendEntry(outsideFile(world.folder), entry, tail)).rejects.toMatchObject({
    code: 'access/seals-moved',
  });
  expect(await world.lines()).toEqual([line, line]);
});

test('a stop after the line and before its row is made good: the line is taken in', async () => {
  await world.look(2);
  await world.seal(false);
  await world.look(2);
  await world.seal(false);
  await owner('delete from access.seal where number = 2');
  await world.look(1);
  await createSealing(world.records, world.clock, world.folder)(true);
  expect((await seals()).map(({ looks }) => looks)).toEqual(['1-2', '3-4', '5']);
  expect(await verify()).toMatchObject({ faults: [], seals: 3, looks: 5 });
});

test('but a line that the key did not sign is not', async () => {
  await world.look(2);
  await world.seal(false);
  const [one] = await seals();
  await appendFile(outsideFile(world.folder), `${JSON.stringify({ ...one, number: 2, previous: one?.digest })}\n`);
  await world.look(1);
  const answer = await world.seal(false);
  expect(answer.kind === 'trouble' && answer.problem).toMatch(
    /^Looks are recorded and not sealed: the database ends at seal 1, and .* at seal 2\./,
  );
});

test('a line that a stop left half written is closed, and the next one is whole', async () => {
  await world.look(1);
  await world.seal(false);
  await appendFile(outsideFile(world.folder), '{"format":"kith-looks-1","number":2,"sea');
  expect(await verify()).toMatchObject({ faults: [], seals: 1, cutShort: 1 });
  await world.look(1);
  await world.seal(false);
  expect(await world.lines()).toHaveLength(3);
  expect(await verify()).toMatchObject({ faults: [], seals: 2, looks: 2, cutShort: 1 });
});

test('a line that was written but for its end counts', async () => {
  await world.look(1);
  await world.seal(false);
  const [line = ''] = await world.lines();
  await rm(outsideFile(world.folder));
  await appendFile(outsideFile(world.folder), line);
  await world.look(1);
  await world.seal(false);
  expect(await verify()).toMatchObject({ faults: [], seals: 2, looks: 2, cutShort: 0 });
});

test('where the file does not go on from the database nothing is sealed, and it is told once', async () => {
  await world.look(1);
  await world.seal(false);
  await rm(outsideFile(world.folder));
  const told: string[] = [];
  const options = { folder: world.folder, onTrouble: (problem: string) => void told.push(problem) };
  const sealer = startSealer(world.records, world.clock, { ...options, everyMilliseconds: 5 });
  await pause(200);
  await world.look(1);
  await sealer.stop();
  expect(told).toEqual([expect.stringContaining('the database ends at seal 1, and the file outside it at seal 0')]);
  expect((await verify()).faults).toHaveLength(1);
});

test('without its key nothing is sealed, and no other key takes its place', async () => {
  await world.look(1);
  await world.seal(false);
  const [key, away] = [join(world.folder, 'looks.key'), join(world.folder, 'away')];
  await rename(key, away);
  await world.look(1);
  const sealing = createSealing(world.records, world.clock, world.folder);
  await expect(sealing(true)).rejects.toMatchObject({ code: 'access/seal-key' });
  await rename(away, key);
  expect(await sealing(true)).toMatchObject({ kind: 'sealed', seal: { number: 2 } });
});

test('the key is its owner’s alone', async () => {
  await world.look(1);
  await world.seal(false);
  expect((await stat(join(world.folder, 'looks.key'))).mode & 0o777).toBe(0o600);
  expect((await stat(world.folder)).mode & 0o777).toBe(0o700);
});

test('the sealer seals what waits when it stops', async () => {
  await world.look(3);
  const sealer = startSealer(world.records, world.clock, { folder: world.folder, onTrouble: expect.unreachable });
  await sealer.stop();
  expect(await verify()).toMatchObject({ faults: [], looks: 3, unsealed: 0 });
});

test('a fault of its own is told by its class, its code and its place, without its message', async () => {
  await world.look(1);
  // A file where a folder should be: what the system says of it names it.
  const inTheWay = join(world.folder, 'Almagreen');
  await mkdir(world.folder, { recursive: true });
  await writeFile(inTheWay, '');
  const told: string[] = [];
  const onTrouble = (problem: string): void => void told.push(problem);
  await startSealer(world.records, world.clock, { folder: join(inTheWay, 'seals'), onTrouble }).stop();
  expect(told).toEqual([
    expect.stringMatching(/^Looks are recorded and not sealed: Error ENOTDIR at src\/access\/seals\//),
  ]);
  expect(told.join('')).not.toContain('Almagreen');
  await rm(inTheWay);
});

test('an area where nothing was sealed has nothing wrong with it', async () => {
  await world.look(2);
  expect(await verify()).toMatchObject({ faults: [], seals: 0, looks: 0, unsealed: 2 });
});

test('who seals sees looks and seals and nothing else, and can change or remove neither', async () => {
  await world.look(1);
  await world.seal(false);
  const asSealer = (statement: string) =>
    world.asOwner(async (tx) => {
      await sql`select set_config('role', 'kith_app', true), set_config('kith.actor', '', true),
        set_config('kith.purpose', 'oversight', true), set_config('kith.kind', 'sealing', true)`.execute(tx);
      return (await sql.raw(statement).execute(tx)).rows;
    });
  expect(await asSealer('select count(*)::integer as seen from access.look')).toEqual([{ seen: 1 }]);
  for (const table of ['look', 'seal']) {
    await expect(asSealer(`delete from access.${table}`)).rejects.toThrow('permission denied');
    await expect(asSealer(`update access.${table} set key = ''`)).rejects.toThrow(/permission denied|does not exist/);
  }
});
