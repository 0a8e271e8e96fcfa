import { generateKeyPairSync } from 'node:crypto';
import { appendFile, copyFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { engine, openTestRecords } from '#testing/records';
import { compareSeals } from './going-on.ts';
import { outsideFile } from './outside-file.ts';
import { putBackIn } from './put-back.example.ts';
import { openSealedWorld, type SealedWorld } from './sealed-world.example.ts';
import { createSealing } from './sealing.ts';
import { holdSealing } from './stored-seals.ts';

let world: SealedWorld;
beforeAll(async () => {
  world = await openSealedWorld(await openTestRecords());
}, 300_000);
afterAll(() => world.close());

const { begin, owner, goOn, verify, faults, lookAndSeal, putBack, rewriteFile } = putBackIn(() => world);
beforeEach(begin);
const FILE = () => outsideFile(world.folder);

describe('where the database was put back to an earlier state', () => {
  test('nothing is sealed; once the rest is set aside it is, and that is told', async () => {
    // The backup was made with look 5 in it, which was not sealed yet.
    await putBack(1, 6);
    await world.look(3);
    expect(await world.seal(true)).toMatchObject({ kind: 'trouble' });
    expect(await compareSeals(world.records, world.folder)).toMatchObject({ kind: 'ahead' });
    const before = await world.lines();
    const setAside = await goOn();
    expect(await world.lines()).toEqual([...before, JSON.stringify(setAside)]);
    expect(setAside).toMatchObject({ from: 2, to: 3, counted: 8, goesOn: 2 });
    await lookAndSeal(2);
    const [next] = (await world.lines()).slice(-1);
    expect(JSON.parse(next ?? '')).toMatchObject({ number: 2, previous: setAside.digest, looks: '5-10' });
    const { setAsides, ...verdict } = await verify();
    expect(verdict).toMatchObject({ faults: [], seals: 2, looks: 10, unsealed: 0 });
    const sealed = { sealedAfter: '2025-01-06T09:00:00.000000Z', sealedUntil: '2025-01-06T09:20:00.000000Z' };
    const at = '2025-01-06T09:30:00.000000Z';
    expect(setAsides).toEqual([{ at, from: 2, to: 3, counted: 8, ...sealed, goesOn: 2, left: 1, again: 0 }]);
  });

  test('also to before anything was sealed', async () => {
    await putBack(0, 1);
    await goOn();
    expect(await verify()).toMatchObject({ faults: [], seals: 0, setAsides: [{ from: 1, to: 3, sealedAfter: '' }] });
    await lookAndSeal(1);
    expect(await verify()).toMatchObject({ faults: [], seals: 1, looks: 1 });
  });

  test('also by one seal, whose looks are others now: its line is not taken in', async () => {
    await putBack(2, 9);
    await world.look(6);
    expect(await world.seal(true)).toMatchObject({ kind: 'trouble' });
    await goOn();
    await world.seal(true);
    expect(await verify()).toMatchObject({ faults: [], looks: 14, setAsides: [{ from: 3, to: 3, left: 0 }] });
  });

  test('twice, to before the first time, and forward again to what was set aside', async () => {
    await world.seal(true);
    await owner('create table access.kept_look as select * from access.look');
    await owner('create table access.kept_seal as select * from access.seal');
    await putBack(2, 9);
    await goOn();
    await lookAndSeal(2);
    await putBack(1, 5);
    expect(await goOn()).toMatchObject({ from: 2, to: 3, counted: 6 });
    await lookAndSeal(1);
    await putBack(1, 5);
    expect(await goOn()).toMatchObject({ from: 2, to: 2, counted: 1 });
    await lookAndSeal(1);
    expect(await verify()).toMatchObject({ faults: [], seals: 2, looks: 5 });
    // It was the wrong backup: the one with all of it is restored.
    await owner('truncate access.look, access.seal');
    await owner('insert into access.look overriding system value select * from access.kept_look');
    await owner('insert into access.seal select * from access.kept_seal');
    await owner('alter table access.look alter column id restart with 15');
    expect(await goOn()).toMatchObject({ from: 2, to: 2, counted: 1, goesOn: 5 });
    await lookAndSeal(3);
    const verdict = await verify();
    expect(verdict).toMatchObject({ faults: [], seals: 5, looks: 17 });
    // What stands again is held by the records, whichever line had set it aside.
    expect(verdict.setAsides.map(({ from, to, again, counted, left }) => [from, to, again, counted, left])).toEqual([
      [3, 4, 0, 6, 6],
      [2, 3, 0, 6, 4],
      [2, 2, 0, 1, 0],
      [2, 2, 3, 1, 0],
    ]);
  });

  test('a stop after the line of the next seal and before its row is made good', async () => {
    await putBack(1, 5);
    await goOn();
    await lookAndSeal(2);
    await owner('delete from access.seal where number = 2');
    await expect(goOn()).rejects.toMatchObject({ code: 'access/seals-together' });
    await world.look(1);
    await createSealing(world.records, world.clock, world.folder)(true);
    expect(await verify()).toMatchObject({ faults: [], seals: 3, looks: 7 });
  });

  test('a stop in the middle of the line leaves nothing, and it can be done again; a second time does nothing', async () => {
    await putBack(1, 5);
    await goOn();
    const line = (await world.lines()).at(-1) ?? '';
    await rewriteFile((lines) => lines.slice(0, -1));
    await appendFile(FILE(), line.slice(0, 100));
    await goOn();
    const text = await readFile(FILE(), 'utf8');
    await expect(goOn()).rejects.toMatchObject({ code: 'access/seals-together' });
    expect(await readFile(FILE(), 'utf8')).toBe(text);
    await lookAndSeal(1);
    expect(await verify()).toMatchObject({ faults: [], cutShort: 1, looks: 5 });
  });

  test('a copy made before is a beginning of the file still, and one made after shows that the line was taken out', async () => {
    const copy = join(world.folder, 'copy.jsonl');
    await copyFile(FILE(), copy);
    await putBack(1, 5);
    await goOn();
    expect(await faults({ copy })).toEqual([]);
    await copyFile(FILE(), copy);
    await rewriteFile((lines) => lines.slice(0, -1));
    expect(await faults({ copy })).toContainEqual(
      expect.stringMatching(/^line 4 of the copy, which sets seals aside: The file .* ends before it/),
    );
  });
});

describe.each<{
  readonly when: string;
  readonly make: () => Promise<unknown>;
  readonly code: string;
  readonly words: RegExp;
}>([
  {
    when: 'the two go on from each other',
    make: () => Promise.resolve(),
    code: 'access/seals-together',
    words: /nothing to set aside/,
  },
  {
    when: 'only the last row did not come to be',
    make: () => owner('delete from access.seal where number = 3'),
    code: 'access/seals-together',
    words: /nothing to set aside/,
  },
  {
    when: 'the database’s last seal is another',
    make: async () => {
      await putBack(2, 9);
      await owner(`update access.seal set digest = repeat('0', 64) where number = 2`);
    },
    code: 'access/seals-apart',
    words: /^Seal 2, the last in the database, is not in the file/,
  },
  {
    when: 'the file was cut off',
    make: () => rewriteFile((lines) => lines.slice(0, 2)),
    code: 'access/seals-apart',
    words: /ends at seal 2, and the database goes on to seal 3.* Put back the copy/,
  },
  {
    when: 'the file is not there',
    make: () => rm(FILE()),
    code: 'access/seals-apart',
    words: /ends at seal 0, and the database goes on to seal 3/,
  },
  {
    when: 'the file was cut off after a line that sets aside',
    make: async () => {
      await putBack(1, 5);
      await goOn();
      await lookAndSeal(1);
      await rewriteFile((lines) => lines.slice(0, 4));
    },
    code: 'access/seals-apart',
    words: /ends at seal 1, and the database goes on to seal 2/,
  },
  {
    when: 'a line of the file was changed',
    make: async () => {
      await putBack(1, 5);
      await rewriteFile((lines) => lines.map((line) => line.replace('T09:10', 'T09:11')));
    },
    code: 'access/seals-apart',
    words: /^Line 2 of .* is not as it was written/,
  },
  {
    when: 'the key is not there',
    make: async () => {
      await putBack(1, 5);
      await rm(join(world.folder, 'looks.key'));
    },
    code: 'access/seal-key',
    words: /The key that seals the record of looks is not in/,
  },
])('when $when', ({ make, code, words }) => {
  test('setting aside is refused, and nothing is written', async () => {
    await make();
    const held = () => readFile(FILE(), 'utf8').catch(() => 'none');
    const before = await held();
    await expect(goOn()).rejects.toMatchObject({ code, message: expect.stringMatching(words) as unknown });
    expect(await held()).toBe(before);
  });
});

// The embedded store is one process’s alone: there nobody else can be at it.
test.runIf(engine === 'server')('while another process seals it is refused', async () => {
  await putBack(1, 5);
  await world.asOwner(async (tx) => {
    await holdSealing(tx);
    await expect(goOn()).rejects.toMatchObject({ code: 'access/seals-busy' });
  });
  await goOn();
});

describe('a new key', () => {
  async function newKey(): Promise<string> {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    await rename(join(world.folder, 'looks.key'), join(world.folder, 'old.key'));
    await writeFile(join(world.folder, 'looks.key'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
    return publicKey.export({ type: 'spki', format: 'pem' }).toString();
  }
  const anew = () => createSealing(world.records, world.clock, world.folder);

  test('seals once looks.pub holds its public half; older seals are checked with the older one', async () => {
    const pem = await newKey();
    await expect(anew()(true)).rejects.toMatchObject({ code: 'access/seal-key' });
    await copyFile(join(world.folder, 'looks.pub'), join(world.folder, 'old.pub'));
    await appendFile(join(world.folder, 'looks.pub'), pem);
    expect(await anew()(true)).toMatchObject({ kind: 'sealed', seal: { number: 4 } });
    const verdict = await verify();
    expect(verdict).toMatchObject({ faults: [], seals: 4, looks: 14, keys: [{ from: 1 }, { from: 4 }] });
    expect(await faults({ publicKey: join(world.folder, 'old.pub') })).toEqual([
      expect.stringMatching(/^seal 4 .*: It is signed with key [0-9a-f]{16}, which is not a key of this record\.$/),
    ]);
  });

  test('goes on after a line of the old one, and sets aside what the old one sealed', async () => {
    await putBack(1, 5);
    await goOn();
    await appendFile(join(world.folder, 'looks.pub'), await newKey());
    await world.look(2);
    expect(await anew()(true)).toMatchObject({ kind: 'sealed', seal: { number: 2 } });
    await putBack(1, 5);
    await goOn();
    expect(await verify()).toMatchObject({ faults: [], setAsides: [{ to: 3 }, { to: 2, counted: 2 }] });
  });
});
