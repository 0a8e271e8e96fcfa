import { fixedClock, instantOf } from '#kernel';
import { beginTransaction, closeRecords, openRecords, type Records } from '#store';
import { engine, openTestRecords, type TestRecords } from '#testing/records';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccess, type Access } from './access.ts';
import { addActor, singleUser, type Actor } from './actor.ts';
import { childYear, inBatches, upnOf } from './child-year.example.ts';
import { countLooks } from './count-looks.example.ts';
import { findCurrentPublication, type Publication } from './publication.ts';

const clock = fixedClock(instantOf(Date.UTC(2025, 0, 6, 9)));
const [HERE, THERE] = [100001, 100002];
const [AMINATA, BRYN, CASS] = [upnOf(1), upnOf(2), upnOf(3)];
const lead: Actor = { id: 'lead', name: 'Lena Lead', role: 'inclusion-lead', scope: 'ties' };

let home: string;
/** Where the processes that are killed have their records: a folder, or a database. */
let place: string;
let onServer: TestRecords | undefined;
let records: Records;
let owner: Records;
let access: Access;

type Count = { readonly version: number; readonly seen: number; readonly looks: number };
type Round = { readonly found: Count; readonly published: Count };

/** Has a process publish, then killed while it writes its next version: what it found first, and what it published. */
async function killedInMidPublish(afterMs: number): Promise<Round> {
  const script = fileURLToPath(new URL('./interrupted-publish-worker.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, place], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // What a killed process leaves behind goes with the folder.
    env: { ...process.env, TMPDIR: home },
  });
  const exited = once(child, 'exit');
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'writing') break;
    lines.push(line);
  }
  await pause(afterMs);
  child.kill('SIGKILL');
  await exited;
  return roundOf(lines.join(''));
}

function roundOf(line: string): Round {
  return JSON.parse(line) as Round;
}

const rounds: Round[] = [];

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kith-publish-'));
  if (engine === 'server') onServer = await openTestRecords();
  place = onServer?.urls?.web ?? join(home, 'pg');
  for (const afterMs of [0, 40, 110]) rounds.push(await killedInMidPublish(afterMs));
  records = onServer?.records ?? (await openRecords({ folder: place }));
  owner = onServer?.owner ?? records;
  access = createAccess(records, clock);
}, 300_000);
afterAll(async () => {
  await (onServer?.close() ?? closeRecords(records));
  await rm(home, { recursive: true });
});

function seenNow(): Promise<Publication | undefined> {
  return access.actingAs(singleUser, 'oversight', { kind: 'area' }, findCurrentPublication);
}

/** Which versions have rows, past every policy. */
async function storedVersions(): Promise<readonly number[]> {
  const rows = await beginTransaction(owner, (tx) =>
    tx.selectFrom('account.child_year').select('version').distinct().orderBy('version').execute(),
  );
  return rows.map(({ version }) => version);
}

test('whoever is killed in the middle of publishing leaves the version before it, whole, and every look before', async () => {
  const finished = [{ version: 0, seen: 0, looks: 0 }, ...rounds.map(({ published }) => published)];
  const looks = await countLooks(access);
  const after = { version: (await seenNow())?.version, seen: (await seenNow())?.childYears, looks };
  expect([...rounds.map(({ found }) => found), after]).toEqual(finished);
  // And some of what it was writing, which nobody sees.
  expect((await storedVersions()).length).toBeGreaterThan(1);
});

describe('publish', () => {
  test('keeps every value as it was given', async () => {
    const row = childYear(AMINATA, {
      given_name: 'Zoë “Z”',
      family_name: `O'Brien\\, {x}`,
      year_group: -1,
      sex: 'F',
      urns: [HERE, THERE],
      calendar: 380,
      minutes_lost: 41,
      sessions: Uint8Array.of(0, 255, 1),
      facts: { spells: [{ to: null }] },
    });
    const others = [childYear(BRYN, { urns: [THERE] }), childYear(CASS, { urns: [] })];
    const publication = await access.publish(singleUser, inBatches([row], others), { knownAt: clock.now() });
    expect(publication).toMatchObject({ childYears: 3, publishedAt: clock.now(), knownAt: clock.now() });
    const read = await access.actingAs(
      singleUser,
      'attendance-and-inclusion-support',
      { kind: 'child', upn: AMINATA },
      (tx) => tx.selectFrom('account.child_year').selectAll().execute(),
    );
    const { card: _card, groups: _groups, ...columns } = row;
    expect(read).toEqual([{ ...columns, version: publication.version, sessions: Buffer.from(row.sessions) }]);
    expect(await storedVersions()).toEqual([publication.version]);
  });

  test('that fails half-way leaves the version before, and the next one clears what it left', async () => {
    const before = await seenNow();
    const fails = (): Promise<unknown> =>
      access.publish(
        singleUser,
        (async function* () {
          yield Array.from({ length: 150 }, (_, at) => childYear(upnOf(200 + at)));
          yield await Promise.reject(new Error('the disk is full'));
        })(),
      );
    await expect(fails()).rejects.toThrow('the disk is full');
    const [, left] = await storedVersions();
    // A second one that fails does not add to what the first left.
    await expect(fails()).rejects.toThrow('the disk is full');
    expect(await storedVersions()).toEqual([before?.version, Number(left) + 1]);
    expect(await seenNow()).toEqual(before);
    const next = await access.publish(singleUser, inBatches([childYear(AMINATA)]));
    expect(await seenNow()).toEqual(next);
    expect(await storedVersions()).toEqual([next.version]);
  });

  test('that begins while another writes takes over; the other is told', async () => {
    let winner: unknown;
    const overtaken = (async function* () {
      winner = await access.publish(singleUser, inBatches([childYear(BRYN)]));
      yield [childYear(AMINATA)];
    })();
    await expect(access.publish(singleUser, overtaken)).rejects.toMatchObject({ code: 'access/publish-overtaken' });
    expect(await seenNow()).toEqual(winner);
  });

  test('shows what was prepared for it in the moment it is seen, and drops it where it never is', async () => {
    const told: string[] = [];
    const prepare = async (version: number) => {
      told.push(`written ${version - Number((await seenNow())?.version)}`);
      return { show: () => void told.push('shown'), drop: () => void told.push('dropped') };
    };
    const { version } = await access.publish(singleUser, inBatches([childYear(AMINATA)]), { prepare });
    expect([told, (await seenNow())?.version]).toEqual([['written 1', 'shown'], version]);
    told.length = 0;
    const late = async () => {
      await access.publish(singleUser, inBatches([childYear(BRYN)]));
      return { show: () => void told.push('shown'), drop: () => void told.push('dropped') };
    };
    await expect(access.publish(singleUser, inBatches([]), { prepare: late })).rejects.toMatchObject({
      code: 'access/publish-overtaken',
    });
    expect(told).toEqual(['dropped']);
  });

  test('is refused to a role that may not import', async () => {
    await access.actingAs(singleUser, 'access-management', { kind: 'area' }, (tx) => addActor(tx, lead, clock));
    await expect(access.publish(lead, inBatches([]))).rejects.toMatchObject({ code: 'access/not-permitted' });
    const looks = await beginTransaction(owner, (tx) =>
      tx.selectFrom('access.look').select(['subject_kind', 'permitted']).where('actor', '=', lead.id).execute(),
    );
    expect(looks).toEqual([{ subject_kind: 'publication', permitted: false }]);
  });
});
