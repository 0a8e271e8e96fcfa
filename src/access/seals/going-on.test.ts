import { generateKeyPairSync } from 'node:crypto';
import { sql } from 'kysely';
import { appendFile, copyFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { engine, openTestRecords } from '#testing/records';
import { compareSeals, goOnSealing } from './going-on.ts';
import { outsideFile } from './outside-file.ts';
import { openSealedWorld, type SealedWorld } from './sealed-world.example.ts';
import { digestOfSetAside, setAsideShape, type SetAside } from './set-aside.ts';
import { openSigner } from './seal-key.ts';
import { createSealing } from './sealing.ts';
import { holdSealing } from './stored-seals.ts';
import { verifyLooks } from './verifying.ts';

let world: SealedWorld;
beforeAll(async () => {
  world = await openSealedWorld(await openTestRecords());
}, 300_000);
afterAll(() => world.close());

/** Three seals: looks 1 to 4, 5 to 8, 9 to 12, ten minutes apart; and looks 13 and 14, which wait. */
beforeEach(async () => {
  await owner('drop table if exists access.kept_look, access.kept_seal');
  await world.clear();
  for (let at = 0; at < 3; at += 1) await lookAndSeal(4);
  await world.look(2);
});

const owner = (statement: string) => world.asOwner((tx) => sql.raw(statement).execute(tx));
const FILE = () => outsideFile(world.folder);
const goOn = () => goOnSealing(world.records, world.clock, world.folder);
const verify = (options = {}) => verifyLooks(world.records, { folder: world.folder, ...options });
const faults = async (options = {}): Promise<readonly string[]> =>
  (await verify(options)).faults.map(({ place, problem }) => `${place}: ${problem}`);

async function lookAndSeal(count: number): Promise<void> {
  await world.look(count);
  expect(await world.seal(false)).toMatchObject({ kind: 'sealed' });
  world.clock.move(10 * 60_000);
}

/** The database as a backup has it that was made after seal `number`, and before the looks from `look` on. */
async function putBack(number: number, look: number): Promise<void> {
  await owner(`delete from access.seal where number > ${number}`);
  await owner(`delete from access.look where id >= ${look}`);
  await owner(`alter table access.look alter column id restart with ${look}`);
}

async function rewriteFile(change: (lines: string[]) => readonly string[]): Promise<void> {
  const lines = change([...(await world.lines())]);
  await writeFile(FILE(), lines.map((line) => `${line}\n`).join(''));
}

const setAsideOf = (line: string | undefined): SetAside => setAsideShape.parse(JSON.parse(line ?? ''));

/** The line that sets aside with something else in it, signed with the key, as whoever holds the key would. */
async function signAnew(told: Partial<SetAside>): Promise<string> {
  const signer = await openSigner(world.folder, false);
  const changed = { ...setAsideOf((await world.lines()).at(-1)), ...told };
  const digest = digestOfSetAside(changed);
  return JSON.stringify({ ...changed, digest, signature: signer.sign(digest) });
}

const SIX_IS_BOB = `update access.look set actor_name = 'Bob' where id = 6`;

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
    expect(verdict.setAsides.map(({ from, to, again }) => [from, to, again])).toEqual([
      [3, 4, 0],
      [2, 3, 0],
      [2, 2, 0],
      [2, 2, 3],
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

describe.each<{ readonly done: string; readonly tamper: () => Promise<unknown>; readonly told: readonly RegExp[] }>([
  {
    done: 'the line that sets aside taken out after the next seal',
    tamper: () => rewriteFile((lines) => lines.filter((line) => !line.includes('set-aside'))),
    told: [/^seal 2 \(line 4.*: It stands after seal 3/, /^seal 2 \(line 2/, /^seal 3 \(line 3/],
  },
  {
    done: 'and with it the seals it set aside',
    tamper: () => rewriteFile(([one = '', , , , next = '']) => [one, next]),
    told: [
      /^seal 2 \(line 2.*: It does not go on from the line before it: .* a line that set seals aside was taken out/,
    ],
  },
  {
    done: 'a word of the line changed',
    tamper: () =>
      rewriteFile((lines) =>
        lines.map((line) => line.replace('"counted":8,"sealedAfter"', '"counted":1,"sealedAfter"')),
      ),
    told: [
      /^line 4, which sets seals aside .*: It was changed/,
      /^line 4.*: It says that it sets aside seals 2 to 3 \(looks 1\)/,
    ],
  },
  {
    done: 'its signature replaced by another’s',
    tamper: async () => {
      const [one = ''] = await world.lines();
      const signature = /"signature":"([^"]+)"/.exec(one)?.[1] ?? '';
      await rewriteFile((lines) =>
        lines.map((line) => (line.includes('set-aside') ? JSON.stringify({ ...setAsideOf(line), signature }) : line)),
      );
    },
    told: [/^line 4, which sets seals aside .*: Its signature is wrong/],
  },
  {
    done: 'a seal that was set aside changed in the file',
    tamper: () => rewriteFile((lines) => lines.map((line) => line.replace('T09:10', 'T09:11'))),
    told: [/^seal 2 \(line 2, .*: Its line in the file .* was changed/],
  },
  {
    done: 'a look changed that had been sealed before and is sealed again',
    tamper: async () => {
      await owner(SIX_IS_BOB);
      await owner('delete from access.seal where number = 2');
      await rewriteFile((lines) => lines.slice(0, 4));
      await world.seal(true);
    },
    told: [/^look 6 in seal 2 \(line 2, .*: It was changed, or put in: it says 2025-01-06T09:10:00Z/],
  },
])('$done', ({ tamper, told }) => {
  test('is found', async () => {
    // Seals 2 and 3 are set aside, and their looks but the last two are in the database, and sealed again.
    await putBack(1, 11);
    await goOn();
    await world.seal(true);
    expect(await verify()).toMatchObject({ faults: [], looks: 10, setAsides: [{ left: 6, counted: 8 }] });
    await tamper();
    const found = await faults();
    for (const pattern of told) expect(found).toContainEqual(expect.stringMatching(pattern));
  });
});

describe('whoever holds the key', () => {
  test('cannot set aside what the database still has', async () => {
    await owner('create table access.kept_seal as select * from access.seal');
    await owner('delete from access.seal where number > 1');
    await owner('update access.look set subject_key = subject_key || 1 where id = 9');
    await goOn();
    await owner('insert into access.seal select * from access.kept_seal where number > 1');
    expect(await world.seal(false)).toMatchObject({ kind: 'trouble' });
    expect(await faults()).toContainEqual(
      expect.stringMatching(
        /^seal 2: Line 4 of the file outside the database sets it aside, and the database still has it/,
      ),
    );
  });

  test.each<Partial<SetAside>>([
    { from: 3, counted: 4 },
    { to: 4 },
    { counted: 0 },
    { goesOn: 3 },
    { sealedUntil: '' },
    { goesOnFrom: '0'.repeat(64) },
    { previous: '0'.repeat(64) },
  ])('cannot say of it what is not so: %j', async (told) => {
    await putBack(1, 5);
    await goOn();
    const line = await signAnew(told);
    await rewriteFile((lines) => [...lines.slice(0, -1), line]);
    expect(await faults()).toContainEqual(expect.stringMatching(/^line 4, which sets seals aside/));
  });
});

test('whoever does not hold it cannot make Kith go on', async () => {
  await putBack(1, 5);
  await goOn();
  const line = (await world.lines()).at(-1);
  const forged = JSON.stringify({ ...setAsideOf(line), signature: `${'A'.repeat(86)}==` });
  await rewriteFile((lines) => [...lines.slice(0, -1), forged]);
  await world.look(1);
  expect(await world.seal(true)).toMatchObject({ kind: 'trouble' });
});

test('nor can they hide a seal from the verifier', async () => {
  const before = await world.lines();
  await owner('create table access.kept_seal as select * from access.seal');
  await owner('delete from access.seal where number > 1');
  await owner(SIX_IS_BOB);
  await owner('update access.look set reason = reason || 1 where id = 9');
  await goOn();
  const line = (await world.lines()).at(-1);
  await owner('insert into access.seal select * from access.kept_seal where number > 1');
  const forged = JSON.stringify({ ...setAsideOf(line), signature: `${'A'.repeat(86)}==` });
  await rewriteFile(() => [...before, forged]);
  expect(await faults()).toEqual([
    expect.stringMatching(/^look 6 in seal 2 .*: It was changed\.$/),
    expect.stringMatching(/^look 9 in seal 3 .*: It was changed\.$/),
    expect.stringMatching(/^line 4, which sets seals aside .*: Its signature is wrong/),
  ]);
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
