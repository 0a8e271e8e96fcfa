import { sql } from 'kysely';
import { copyFile, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestRecords } from '#testing/records';
import { outsideFile } from './outside-file.ts';
import { openSealedWorld, type SealedWorld } from './sealed-world.example.ts';
import { sealShape, type Seal } from './seal.ts';
import { createSealing } from './sealing.ts';
import { verifyLooks } from './verifying.ts';
import type { Verdict } from './walk.ts';

let world: SealedWorld;
beforeAll(async () => {
  world = await openSealedWorld(await openTestRecords());
}, 300_000);
afterAll(() => world.close());

/** Three seals: looks 1 to 4, 5 to 8, 9 to 12, ten minutes apart; and looks 13 and 14, which wait. */
beforeEach(async () => {
  await world.clear();
  for (let at = 0; at < 3; at += 1) {
    await world.look(4);
    await world.seal(false);
    world.clock.move(20 * 60_000);
  }
  await world.look(2);
});

function verify(options: { readonly copy?: string; readonly publicKey?: string } = {}): Promise<Verdict> {
  return verifyLooks(world.records, { folder: world.folder, ...options });
}

async function faults(options = {}): Promise<readonly string[]> {
  return (await verify(options)).faults.map(({ place, problem }) => `${place}: ${problem}`);
}

const owner = (statement: string) => world.asOwner((tx) => sql.raw(statement).execute(tx));
const FILE = () => outsideFile(world.folder);

async function rewriteFile(change: (lines: string[]) => readonly string[]): Promise<void> {
  await writeFile(
    FILE(),
    change([...(await world.lines())])
      .map((line) => `${line}\n`)
      .join(''),
  );
}

function sealOf(line: string | undefined): Seal {
  return sealShape.parse(JSON.parse(line ?? ''));
}

test('what nobody touched stands, and what is sealed since when is told', async () => {
  expect(await verify()).toEqual({
    faults: [],
    moreFaults: 0,
    seals: 3,
    looks: 12,
    since: '2025-01-06T09:00:00.000000Z',
    until: '2025-01-06T09:40:00.000000Z',
    unsealed: 2,
    cutShort: 0,
    setAsides: [],
    keys: [{ key: sealOf((await world.lines())[0]).key, from: 1 }],
  });
});

/** The columns of a look but its id. */
const COLUMNS = 'at, actor, actor_name, role, purpose, subject_kind, subject_key, permitted, reason, salt';
const INSERT = (id: number | 'default', at: string) => `
  insert into access.look (id, ${COLUMNS}) overriding ${id === 'default' ? 'user' : 'system'} value
  values (${id === 'default' ? 1 : id}, '${at}', 'ada', 'Ada', '', 'oversight', 'area', '', true, '', gen_random_uuid())`;

type Tampering = {
  readonly done: string;
  readonly tamper: () => Promise<unknown>;
  readonly told: readonly RegExp[];
  /** More is told that follows from it: looks of a line that is gone are in no seal, for one. */
  readonly andMore?: true;
};

describe.each<Tampering>([
  {
    done: 'a changed name',
    tamper: () => owner(`update access.look set actor_name = 'Bob' where id = 6`),
    told: [/^look 6 in seal 2 \(line 2, sealed 2025-01-06T09:20:00Z\): It was changed\.$/],
  },
  {
    done: 'a time changed by a microsecond',
    tamper: () => owner(`update access.look set at = at + interval '1 microsecond' where id = 12`),
    told: [/^look 12 in seal 3 .*: It was changed\.$/],
  },
  {
    done: 'a removed look',
    tamper: () => owner('delete from access.look where id = 1'),
    told: [/^look 1 in seal 1 .*: It was removed\.$/],
  },
  {
    done: 'all looks removed',
    tamper: () => owner('truncate access.look'),
    told: Array.from({ length: 12 }, (_, at) => new RegExp(`^look ${at + 1} in .*: It was removed\\.$`)),
  },
  {
    done: 'two looks that changed places',
    tamper: () =>
      owner(`update access.look as one set (${COLUMNS}) =
        (select ${COLUMNS} from access.look as other where other.id = 13 - one.id) where id in (6, 7)`),
    told: [/^look 6 .*: It stood in the place of look 7: /, /^look 7 .*: It stood in the place of look 6: /],
  },
  {
    done: 'a look put in with an earlier time',
    tamper: () => owner(INSERT('default', '2025-01-06T09:10:00Z')),
    told: [/^look 15: It says 2025-01-06T09:10:00Z, and looks of that time had been sealed without it/],
  },
  {
    done: 'a look put in with an earlier time, and sealed since',
    tamper: async () => {
      await owner(INSERT('default', '2025-01-06T09:10:00Z'));
      await world.seal(true);
    },
    told: [/^look 15 in seal 4 .*: It says 2025-01-06T09:10:00Z, and looks of that time/],
  },
  {
    done: 'a look put in with a time to come, and sealed since',
    tamper: async () => {
      await owner(INSERT('default', '2025-01-06T12:00:00Z'));
      await world.seal(false);
    },
    told: [/^look 15 in seal 4 .*: It says 2025-01-06T12:00:00Z, which is after it was sealed/],
  },
  {
    done: 'a look replaced under its number',
    tamper: async () => {
      await owner('delete from access.look where id = 6');
      await owner(INSERT(6, '2025-01-06T09:20:00Z'));
    },
    told: [/^look 6 in seal 2 .*: It was changed\.$/],
  },
  {
    done: 'a seal removed from the database',
    tamper: () => owner('delete from access.seal where number = 2'),
    told: [/^seal 2 .*: It is in the file outside the database and not in the database/],
  },
  {
    done: 'the last seal removed from the database',
    tamper: () => owner('delete from access.seal where number = 3'),
    told: [/^seal 3 .*: It is in the file outside the database and not in the database/],
  },
  {
    done: 'a seal changed in the database',
    tamper: () => owner(`update access.seal set sealed_at = sealed_at + interval '1 hour' where number = 2`),
    told: [/^seal 2 .*: It is another in the database than in the file outside it/],
  },
  {
    done: 'where the next search begins moved on in the database',
    tamper: () => owner('update access.seal set highest = 1000 where number = 3'),
    told: [/^seal 3 .*: The database says that looks up to 1000 were sealed by then, and they were up to 12\.$/],
  },
  {
    done: 'the file cut off at a line',
    andMore: true,
    tamper: () => rewriteFile((lines) => lines.slice(0, 2)),
    told: [/^seal 3: The file outside the database ends before it, and the database goes on to seal 3/],
  },
  {
    done: 'the file cut off inside a line',
    andMore: true,
    tamper: async () => truncate(FILE(), (await readFile(FILE())).length - 10),
    told: [/^seal 3: The file outside the database ends before it/],
  },
  {
    done: 'the file removed',
    andMore: true,
    tamper: () => rm(FILE()),
    told: [/^seal 1: The file outside the database ends before it, and the database goes on to seal 3/],
  },
  {
    done: 'a line removed',
    andMore: true,
    tamper: () => rewriteFile(([one = '', , three = '']) => [one, three]),
    told: [/^seal 3 \(line 2, .*: Seal 2 is missing before it/],
  },
  {
    done: 'lines in another order',
    andMore: true,
    tamper: () => rewriteFile(([one = '', two = '', three = '']) => [two, one, three]),
    told: [/^seal 2 .*: Seal 1 is missing/, /^seal 1 .*: It stands after seal 2/, /^seal 3 .*: Seal 2 is missing/],
  },
  {
    done: 'a line changed',
    tamper: () => rewriteFile((lines) => lines.map((line) => line.replace('T09:20', 'T09:21'))),
    told: [/^seal 2 .*: Its line in the file .* was changed/, /^seal 2 .*: It is another in the database/],
  },
  {
    done: 'a signature that is another’s',
    tamper: async () => {
      const [one, two] = (await world.lines()).map(sealOf);
      await rewriteFile((lines) => lines.map((line) => line.replace(two?.signature ?? '', one?.signature ?? '')));
      await owner(`update access.seal set signature = '${one?.signature}' where number = 2`);
    },
    told: [/^seal 2 .*: Its signature is wrong/],
  },
])('$done', ({ tamper, told, andMore }) => {
  test(`is found${andMore ? '' : ', and nothing else'}`, async () => {
    await tamper();
    const found = await faults();
    for (const pattern of told) expect(found).toContainEqual(expect.stringMatching(pattern));
    expect(andMore ? told.length : found.length).toBe(told.length);
  });
});

describe('a chain that was made anew and is whole in itself', () => {
  /** The database’s owner changes look 6, and seals it all again, into a folder of their own with a key of their own. */
  async function makeAnew(): Promise<string> {
    const folder = join(world.folder, 'anew');
    await owner(`update access.look set actor_name = 'Bob' where id = 6`);
    await owner('truncate access.seal');
    await createSealing(world.records, world.clock, folder)(true);
    return folder;
  }

  test('in the database alone is found by the file outside it', async () => {
    await makeAnew();
    expect(await faults()).toContainEqual(expect.stringMatching(/^seal 1 .*: It is another in the database/));
    expect(await faults()).toContainEqual(expect.stringMatching(/^look 6 in seal 2 .*: It was changed/));
  });

  test('and in the file outside it is found by the public key', async () => {
    const folder = await makeAnew();
    await copyFile(outsideFile(folder), FILE());
    expect(await faults()).toEqual([
      expect.stringMatching(/^seal 1 .*: It is signed with key [0-9a-f]{16}, which is not/),
    ]);
  });

  test('and with its own key in place is found only by a copy of the key, or of the file, kept elsewhere', async () => {
    const elsewhere = join(world.folder, 'elsewhere');
    await copyFile(FILE(), `${elsewhere}.jsonl`);
    await copyFile(join(world.folder, 'looks.pub'), `${elsewhere}.pub`);
    const folder = await makeAnew();
    for (const name of ['looks.jsonl', 'looks.pub', 'looks.key'])
      await rename(join(folder, name), join(world.folder, name));
    expect(await faults()).toEqual([]);
    expect(await faults({ publicKey: `${elsewhere}.pub` })).toEqual([
      expect.stringMatching(/^seal 1 .*: It is signed with key/),
    ]);
    expect(await faults({ copy: `${elsewhere}.jsonl` })).toEqual([
      'seal 1 of the copy: The file outside the database has another in its place: it was rewritten.',
    ]);
  });

  test('a copy that was made earlier is a beginning of the file, and a longer one is not', async () => {
    const copy = join(world.folder, 'copy.jsonl');
    await copyFile(FILE(), copy);
    await world.seal(false);
    expect(await faults({ copy })).toEqual([]);
    await copyFile(FILE(), copy);
    await rewriteFile((lines) => lines.slice(0, 3));
    await owner('delete from access.seal where number = 4');
    expect(await faults()).toEqual([]);
    expect(await faults({ copy })).toEqual([
      'seal 4 of the copy: The file outside the database ends before it: it was cut off after the copy was made.',
    ]);
  });

  test('a copy without seals is refused', async () => {
    await expect(verify({ copy: join(world.folder, 'none') })).rejects.toMatchObject({ code: 'access/seal-copy' });
  });
});

test('a stand-in that no erasure put in the place of a child is found; one that an erasure left is not', async () => {
  const standIn = `erased-${'0'.repeat(32)}`;
  await owner(`update access.look set subject_key = '${standIn}', salt = gen_random_uuid(),
    taken_out = encode(sha256(convert_to('["kith-looks-1","' || salt || '","' || subject_key || '"]', 'UTF8')), 'hex')
    where id in (2, 3)`);
  expect(await faults()).toEqual([
    `${standIn}: It stands in the place of a child in looks (2), and no erasure and no clearing of old looks put it there.`,
  ]);
  const told = (looks: number) =>
    owner(`insert into rights.erasure select '${standIn}', now(), id, name, 'unlawful', ${looks}
      from access.actor where id = 'single-user' on conflict (stand_in) do update set looks = excluded.looks`);
  try {
    await told(2);
    const problem = 'and its erasure tells of another number (2), or left no look of its own.';
    expect(await faults()).toEqual([`${standIn}: It stands in the place of a child in looks (2), ${problem}`]);
    await owner(`update access.look set subject_kind = 'erasure', subject_key = '${standIn}' where id = 14`);
    expect(await faults()).toEqual([]);
    await told(3);
    expect(await faults()).toHaveLength(1);
  } finally {
    await owner('delete from rights.erasure');
  }
});
