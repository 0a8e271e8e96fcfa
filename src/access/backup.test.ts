import { instantOf, systemClock } from '#kernel';
import {
  backUpRecords,
  beginTransaction,
  checkBackup,
  closeRecords,
  openRecords,
  restoreRecords,
  type Records,
} from '#store';
import { engine, openTestRecords, type TestRecords } from '#testing/records';
import { sql } from 'kysely';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createAccess } from './access.ts';
import { addActor, addTie, singleUser } from './actor.ts';
import { childYear, listEntry, upnOf } from './child-year.example.ts';
import type { PublishedBatch } from './publishing.ts';

const quiet = (): void => undefined;
const AREA = { kind: 'area' } as const;
const AWKWARD = `Zoë “Z”\\, {x}\t"q"\r\n'' \\x00 null NULL ١٢٣ 😀`;

let home: string;
let source: TestRecords;
let backup: string;
let rows: number;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kith-backup-'));
  source = await openTestRecords();
  await fill(source.records, source.owner);
  backup = join(home, 'backup');
  ({ rows } = await backUpRecords(source.owner, backup, systemClock, quiet));
}, 300_000);
afterAll(async () => {
  await source.close();
  await rm(home, { recursive: true });
});

/** Something in every corner: what the door writes, and what only SQL says so awkwardly. */
async function fill(records: Records, owner: Records): Promise<void> {
  const access = createAccess(records, systemClock);
  await access.actingAs(singleUser, 'access-management', AREA, async (tx) => {
    await addActor(tx, { id: 'lead', name: AWKWARD, role: 'inclusion-lead', scope: 'ties' }, systemClock);
    await addTie(tx, 'lead', { urn: 100001 }, systemClock);
  });
  const [first, second] = [upnOf(1), upnOf(2)];
  async function* batches(): AsyncGenerator<PublishedBatch> {
    const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
    const facts = { empty: '', deep: [[1e21, -0.1, null, 'a “b”\\n']] };
    yield [childYear(first, { family_name: AWKWARD, urns: [], sessions: bytes, facts, year_group: -1 })];
    yield Array.from({ length: 1100 }, (_, at) => childYear(upnOf(10 + at)));
    yield { entries: [listEntry(second, { list: 'reason-not-known', detail: { words: AWKWARD }, fsm: null })] };
    yield await Promise.resolve([childYear(second)]);
  }
  await access.publish(singleUser, batches(), { knownAt: instantOf(1), area: 'a'.repeat(32), madeOf: AWKWARD });
  await beginTransaction(owner, async (tx) => {
    for (const [key, ended] of [
      ['a', null],
      ['b', '2024-01-01T00:00:00Z'],
    ] as const) {
      await sql`insert into access.session (key, actor, provider, second_factor, begun_at, seen_at, ends_at, ended_at, ended_because)
        values (${key.repeat(64)}, 'lead', 'passkey', true, now(), now(), now() + interval '12 hours', ${ended}, ${ended && 'signed-out'})`.execute(
        tx,
      );
    }
    await sql`insert into access.invitation (key, actor, made_by, made_at, expires_at)
      values (${'c'.repeat(64)}, 'lead', 'single-user', now(), now() + interval '7 days')`.execute(tx);
    await sql`insert into access.pending_sign_in (key, provider, state, nonce, verifier, return_to, made_at, expires_at)
      values (${'d'.repeat(64)}, 'x', '', '', '', '/', now(), now() + interval '10 minutes')`.execute(tx);
    await sql`insert into worklist.seen (actor, subject_key, at) values ('lead', '', '2024-10-27T01:30:00.123456+01:00')`.execute(
      tx,
    );
    await sql`insert into worklist.departed (list, upn, urn, urns, since, counted, listed_at, left_at)
      values ('', ${first}, 1, '{1,2}', '0001-01-01', 0, '-infinity', 'infinity')`.execute(tx);
    await sql`insert into accountability.mission_event (mission, number, at, actor, actor_name, kind, said)
      values (${'0'.repeat(32)}, 1, now(), 'lead', ${AWKWARD}, 'stated', ${JSON.stringify({ why: AWKWARD })})`.execute(
      tx,
    );
  });
}

/** What lets somebody in: a restored backup holds it ended. */
const LETS_IN = ['access.session', 'access.invitation', 'access.pending_sign_in'];
const kept = (held: Readonly<Record<string, readonly string[]>>): object =>
  Object.fromEntries(Object.entries(held).filter(([name]) => !LETS_IN.includes(name)));

/** Every row of every table, as text: what two stores hold is compared without knowing what it is. */
async function everything(records: Records): Promise<Readonly<Record<string, readonly string[]>>> {
  return beginTransaction(records, async (tx) => {
    await sql`select set_config('TimeZone', 'UTC', true), set_config('row_security', 'off', true)`.execute(tx);
    const { rows: tables } = await sql<{ name: string }>`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema$|kith$)' order by 1`.execute(tx);
    const held: Record<string, readonly string[]> = {};
    for (const { name } of tables) {
      const { rows: found } = await sql<{ row: string }>`
        select md5(t::text) as row from ${sql.raw(name)} as t order by 1`.execute(tx);
      held[name] = found.map(({ row }) => row);
    }
    return held;
  });
}

type Target = { readonly records: Records; readonly owner: Records; readonly place: string };

/** New records to restore into: in a folder, or on the server of this run. */
const TARGETS: Readonly<Record<string, () => Promise<Target>>> = {
  'an embedded store': async () => {
    const place = join(await mkdtemp(join(home, 'to-')), 'records');
    const records = await openRecords({ folder: place });
    onTestFinished(() => closeRecords(records));
    return { records, owner: records, place };
  },
  ...(engine === 'server'
    ? {
        'a server': async () => {
          const opened = await openTestRecords();
          onTestFinished(() => opened.close());
          return { records: opened.records, owner: opened.owner, place: opened.urls?.owner ?? '' };
        },
      }
    : {}),
};

describe.each(Object.keys(TARGETS))('a backup of this run’s engine, restored into %s', (to) => {
  // That a kill or a damaged file changes nothing is shown once an engine.
  const own = (to === 'a server') === (engine === 'server');
  const target = (): Promise<Target> => TARGETS[to]?.() ?? Promise.reject(new Error(to));

  test('holds every row of every table, and goes on counting after the last', async () => {
    const before = await everything(source.owner);
    expect(Object.values(before).filter((held) => held.length > 0).length).toBeGreaterThan(11);
    const { owner, records } = await target();
    expect(await restoreRecords(owner, backup, quiet)).toEqual({ actors: 2, ties: 1, agreements: 0, consents: 0 });
    expect(kept(await everything(owner))).toEqual(kept(before));
    // Nobody is signed in, nobody can use an invitation of before, and what had ended by itself says so still.
    const { rows: lets } = await beginTransaction(owner, (tx) =>
      sql<{ said: string }>`
        select concat('session ', left(key, 1), ' ', ended_because) as said from access.session where ended_at is not null
        union all select 'invitation' from access.invitation where ended_at is not null
        union all select 'pending' from access.pending_sign_in order by 1`.execute(tx),
    );
    expect(lets.map(({ said }) => said)).toEqual(['invitation', 'session a revoked', 'session b signed-out']);
    // The next look takes a number that no look has.
    const access = createAccess(records, systemClock);
    const seen = await access.actingAs(singleUser, 'attendance-and-inclusion-support', AREA, (tx) =>
      tx.selectFrom('account.child_year').select('upn').execute(),
    );
    expect(seen).toHaveLength(1102);
    await expect(restoreRecords(owner, backup, quiet)).rejects.toMatchObject({ code: 'store/records-not-empty' });
  });

  test.runIf(own)(
    'by a process that is killed half-way leaves nothing, and can be done again',
    async () => {
      const { owner, place } = await target();
      const fresh = await everything(owner);
      if (to === 'an embedded store') await closeRecords(owner);
      const worker = fileURLToPath(new URL('./interrupted-restore-worker.ts', import.meta.url));
      const env = { ...process.env, TMPDIR: home };
      const child = spawn(process.execPath, ['--import', 'tsx', worker, place, backup], { stdio: 'inherit', env });
      expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
      const again = to === 'an embedded store' ? await openRecords({ folder: place }) : owner;
      try {
        expect(await everything(again)).toEqual(fresh);
        await restoreRecords(again, backup, quiet);
        expect(kept(await everything(again))).toEqual(kept(await everything(source.owner)));
      } finally {
        if (again !== owner) await closeRecords(again);
      }
    },
    120_000,
  );

  test.runIf(own)('is refused where it is cut, changed or foreign, and nothing is changed', async () => {
    const { owner } = await target();
    const fresh = await everything(owner);
    const whole = await readFile(backup);
    const changed = Buffer.from(whole);
    changed[whole.length >> 1] = (changed[whole.length >> 1] ?? 0) ^ 1;
    const text = gunzipSync(whole).toString();
    const files: readonly [string, Buffer, string][] = [
      ['cut-late', whole.subarray(0, -9), 'store/backup-damaged'],
      ['cut-half', whole.subarray(0, whole.length >> 1), 'store/backup-damaged'],
      ['changed', changed, 'store/backup-damaged'],
      ['another-number', gzipSync(text.replace('"100001"', '"100002"')), 'store/backup-damaged'],
      ['a-row-less', gzipSync(text.replace(/^\[.*\n/m, '')), 'store/backup-damaged'],
      ['no-end', gzipSync(text.replace(/\{"sha256.*\n$/, '')), 'store/backup-damaged'],
      ['more-after', Buffer.concat([whole, gzipSync('more\n')]), 'store/backup-damaged'],
      ['empty', Buffer.of(), 'store/not-a-backup'],
      ['text', Buffer.from('schools.csv'), 'store/not-a-backup'],
      ['other-gzip', gzipSync('urn,name\n1,A\n'), 'store/not-a-backup'],
      ['other-version', resummed(text.replace('0001-access', '0000-access')), 'store/backup-other-version'],
      ['other-table', resummed(text.replace('"access.tie"', '"access.tied"')), 'store/backup-damaged'],
    ];
    for (const [name, content, code] of files) {
      const path = join(home, name);
      await writeFile(path, content);
      const answer = await restoreRecords(owner, path, quiet).catch((error: unknown) => error);
      expect([name, answer]).toMatchObject([name, { code }]);
    }
    expect(await everything(owner)).toEqual(fresh);
  });
});

/** The same with its sum worked out again, as whoever forges one would. */
function resummed(text: string): Buffer {
  const lines = text.split('\n').slice(0, -2).join('\n');
  const sha256 = createHash('sha256').update(`${lines}\n`).digest('hex');
  return gzipSync(`${lines}\n${JSON.stringify({ sha256 })}\n`);
}

describe('a backup', () => {
  test('is for its owner’s eyes alone, says what it is of, and replaces nothing', async () => {
    expect((await stat(backup)).mode & 0o777).toBe(0o600);
    expect(await checkBackup(backup)).toMatchObject({ area: 'a'.repeat(32), rows });
    await expect(backUpRecords(source.owner, backup, systemClock, quiet)).rejects.toMatchObject({
      code: 'store/backup-exists',
    });
  });

  test('that fails half-way leaves no file', async () => {
    const folder = await mkdtemp(join(home, 'failing-'));
    const failing = backUpRecords(source.owner, join(folder, 'one'), systemClock, (done) => {
      if (done > 1) throw new Error('out of luck');
    });
    await expect(failing).rejects.toThrow('out of luck');
    expect(await readdir(folder)).toEqual([]);
  });

  test.each([join('nowhere', 'one'), '.'])('to %s is refused with a sentence', async (name) => {
    await chmod(home, 0o700);
    await expect(backUpRecords(source.owner, join(home, name), systemClock, quiet)).rejects.toMatchObject({
      code: name === '.' ? 'store/backup-exists' : 'store/backup-unwritable',
    });
  });

  test('of a file that is not there is refused with a sentence', async () => {
    await expect(checkBackup(join(home, 'nothing'))).rejects.toMatchObject({ code: 'store/backup-unreadable' });
  });

  test.runIf(engine === 'server')('is refused to a login that the policies bind: it would leave rows out', async () => {
    const path = join(home, 'bound');
    await expect(backUpRecords(source.records, path, systemClock, quiet)).rejects.toMatchObject({
      code: 'store/backup-login',
    });
    await expect(restoreRecords(source.records, backup, quiet)).rejects.toMatchObject({ code: 'store/backup-login' });
  });
});
