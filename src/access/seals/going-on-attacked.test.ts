import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestRecords } from '#testing/records';
import { outsideFile } from './outside-file.ts';
import { putBackIn } from './put-back.example.ts';
import { openSealedWorld, type SealedWorld } from './sealed-world.example.ts';
import { digestOfSetAside, setAsideShape, type SetAside } from './set-aside.ts';
import { openSigner } from './seal-key.ts';

let world: SealedWorld;
beforeAll(async () => {
  world = await openSealedWorld(await openTestRecords());
}, 300_000);
afterAll(() => world.close());

const { begin, owner, goOn, verify, faults, lookAndSeal, putBack, rewriteFile } = putBackIn(() => world);
beforeEach(begin);

const setAsideOf = (line: string | undefined): SetAside => setAsideShape.parse(JSON.parse(line ?? ''));

/** The line that sets aside with something else in it, signed with the key, as whoever holds the key would. */
async function signAnew(told: Partial<SetAside>): Promise<string> {
  const signer = await openSigner(world.folder, false);
  const changed = { ...setAsideOf((await world.lines()).at(-1)), ...told };
  const digest = digestOfSetAside(changed);
  return JSON.stringify({ ...changed, digest, signature: signer.sign(digest) });
}

const SIX_IS_BOB = `update access.look set actor_name = 'Bob' where id = 6`;

describe('a rollback made by hand, to hide a look', () => {
  test.each<{ readonly done: string; readonly tamper: readonly string[]; readonly gone: number }>([
    {
      done: 'seals removed after the first, and one look',
      tamper: ['delete from access.seal where number > 1', 'delete from access.look where id = 6'],
      gone: 1,
    },
    {
      done: 'every seal removed, and one look',
      tamper: ['delete from access.seal', 'delete from access.look where id = 2'],
      gone: 1,
    },
    {
      done: 'seals removed after the first, and one look changed and given a time after its seal',
      tamper: [
        'delete from access.seal where number > 1',
        `update access.look set actor_name = 'Bob', at = '2025-01-06 09:25Z' where id = 6`,
      ],
      gone: 1,
    },
  ])('is told from a backup that was restored: $done', async ({ tamper, gone }) => {
    await world.seal(false);
    const copy = join(world.folder, 'copy.jsonl');
    await copyFile(outsideFile(world.folder), copy);
    for (const statement of tamper) await owner(statement);
    await goOn();
    await world.seal(true);
    expect(await faults({ copy })).toContainEqual(
      expect.stringMatching(
        /^seal 4 \(line 4, .*: Looks of it are in the database \(2\), and seal 2 is not, .* no backup has the one without the other/,
      ),
    );
    const [aside] = (await verify()).setAsides;
    expect((aside?.counted ?? 0) - (aside?.left ?? 0)).toBe(gone);
  });

  test('is told also after a restore, of seals that were made since', async () => {
    await putBack(1, 5);
    await goOn();
    for (let at = 0; at < 2; at += 1) await lookAndSeal(2);
    expect(await faults()).toEqual([]);
    await owner('delete from access.seal where number > 0');
    await owner('delete from access.look where id = 6');
    await goOn();
    await world.seal(true);
    // Seal 2 goes on from seal 1 past the line that sets aside; seal 1 has none before it that could have been removed.
    expect(await faults()).toEqual([expect.stringMatching(/^seal 3 \(line 6, .*and seal 1 is not/)]);
  });

  test('of the last two seals alone is not, and what is gone of them is counted', async () => {
    await world.seal(false);
    await owner('delete from access.seal where number > 2');
    await owner('delete from access.look where id = 10');
    await goOn();
    await world.seal(true);
    expect(await verify()).toMatchObject({ faults: [], setAsides: [{ counted: 6, left: 5 }] });
  });
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
