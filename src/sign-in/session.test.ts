import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createThreshold, endActor, singleUser, type Actor } from '#access';
import { instantOf, type Clock } from '#kernel';
import { openSignInWorld, settingsFor, SIGNING_IN, type SignInWorld } from '#testing';
import { keyOf } from './key.ts';
import { invite, revokeSessions } from './management.ts';
import type { Tx } from './record.ts';
import type { SignIn } from './sign-in.ts';

const KITH = 'http://127.0.0.1:9';
const START = Date.parse('2026-11-26T09:00:00Z');
const NOTHING = { session: undefined, pending: undefined, invitation: undefined };
const { administrator, officer, lead } = SIGNING_IN;

/** A clock that a test sets on. */
let now = START;
const clock: Clock = { now: () => instantOf(now), milliseconds: () => now };
const after = (minutes: number): void => void (now += minutes * 60_000);

let world: SignInWorld;
let signIn: SignIn;
beforeAll(async () => {
  world = await openSignInWorld(clock);
  signIn = world.signIn(settingsFor({ local: 'http://127.0.0.1:1' }), KITH, true);
}, 300_000);
afterAll(() => world.close());
beforeEach(() => {
  now = START;
});

const be = (actor: Actor, session?: string): Promise<string> => signIn.becomeCast(actor, { ...NOTHING, session });
const who = async (secret: string): Promise<string | undefined> => (await signIn.findPerson(secret))?.actor.id;
const managing = <T>(work: (tx: Tx) => Promise<T>, actor: Actor = singleUser): Promise<T> =>
  world.access.actingAs(actor, 'access-management', { kind: 'area' }, work);

describe('a session', () => {
  test('is of who signed in, and of nobody for any other secret', async () => {
    const secret = await be(officer);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(await who(secret)).toBe('owen');
    expect(await who(secret.slice(0, -1))).toBeUndefined();
    expect(await who(keyOf(secret))).toBeUndefined();
    expect(await who('')).toBeUndefined();
  });

  test('stands in the records as a hash alone', async () => {
    const secret = await be(officer);
    const rows = await managing((tx) => tx.selectFrom('access.session').selectAll().execute());
    expect(rows.some(({ key }) => key === keyOf(secret))).toBe(true);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  test('ends after thirty minutes without a request, and not before', async () => {
    const secret = await be(officer);
    after(29);
    expect(await who(secret)).toBe('owen');
    after(29);
    expect(await who(secret)).toBe('owen');
    after(30);
    expect(await who(secret)).toBeUndefined();
  });

  test('ends after twelve hours, however busy', async () => {
    const secret = await be(officer);
    for (let quarters = 0; quarters < 47; quarters += 1) {
      after(15);
      expect(await who(secret)).toBe('owen');
    }
    after(15);
    expect(await who(secret)).toBeUndefined();
  });

  test('takes the place of the one before in the same browser', async () => {
    const before = await be(officer);
    const secret = await be(lead, before);
    expect(secret).not.toBe(before);
    expect([await who(before), await who(secret)]).toEqual([undefined, 'lena']);
  });

  test('is not begun by a secret that somebody planted', async () => {
    const planted = 'planted-by-somebody-else-0000000000000000000';
    const secret = await be(officer, planted);
    expect(secret).not.toBe(planted);
    expect(await who(planted)).toBeUndefined();
  });

  test('ends when one signs out, and signing out twice is no fault', async () => {
    const secret = await be(officer);
    await signIn.signOut(secret);
    await signIn.signOut(secret);
    expect(await who(secret)).toBeUndefined();
  });

  test('of the demonstration opens nothing in a process that was not started as one', async () => {
    const secret = await be(officer);
    const real = world.signIn(settingsFor({ local: 'http://127.0.0.1:1' }), KITH);
    expect(await real.findPerson(secret)).toBeUndefined();
  });
});

describe('an administrator signs out at once', () => {
  test('one session, a person, everyone', async () => {
    const [first, second, another] = [await be(officer), await be(officer), await be(lead)];
    const seen = async () => [await who(first), await who(second), await who(another)];
    expect(await managing((tx) => revokeSessions(tx, clock, { session: keyOf(first) }))).toBe(1);
    expect(await seen()).toEqual([undefined, 'owen', 'lena']);
    await managing((tx) => revokeSessions(tx, clock, { actor: 'owen' }));
    expect(await seen()).toEqual([undefined, undefined, 'lena']);
    await managing((tx) => revokeSessions(tx, clock, 'all'));
    expect(await seen()).toEqual([undefined, undefined, undefined]);
  });

  test('and nobody else may', async () => {
    const secret = await be(administrator);
    await expect(managing((tx) => revokeSessions(tx, clock, 'all'), officer)).rejects.toMatchObject({
      code: 'access/not-permitted',
    });
    expect(await who(secret)).toBe('asha');
  });
});

describe('the database itself', () => {
  const tables = ['session', 'identity', 'invitation', 'passkey', 'pending_sign_in', 'sign_in'] as const;
  const countAll = async (tx: Tx): Promise<readonly number[]> => {
    const counts: number[] = [];
    for (const table of tables) {
      const { rows } = await sql<{
        n: number;
      }>`select count(*)::integer as n from ${sql.table(`access.${table}`)}`.execute(tx);
      counts.push(rows[0]?.n ?? -1);
    }
    return counts;
  };

  test('shows who has shown nothing no row, and who looks at children no session', async () => {
    const secret = await be(officer);
    const threshold = createThreshold(world.records);
    expect(await threshold.showing([], countAll)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await threshold.showing([keyOf('nothing')], countAll)).toEqual([0, 0, 0, 0, 0, 0]);
    expect((await threshold.showing([keyOf(secret)], countAll))[0]).toBe(1);
    const purpose = 'attendance-and-inclusion-support';
    expect(await world.access.actingAs(administrator, purpose, { kind: 'area' }, countAll)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('lets nobody at the threshold read about children, or tie anyone without an invitation', async () => {
    const threshold = createThreshold(world.records);
    const subject = keyOf('me');
    const tie = (held: readonly string[]) =>
      threshold.showing(held, (tx) =>
        tx
          .insertInto('access.identity')
          .values({ subject, provider: 'local', actor: 'asha', tied_by: 'me', since: clock.now() })
          .execute(),
      );
    await expect(tie([subject])).rejects.toThrow(/row-level security/);
    const code = await managing((tx) => invite(tx, clock, { actor: 'lena', by: 'asha' }));
    await expect(tie([subject, keyOf(code)])).rejects.toThrow(/row-level security/);
    await expect(
      threshold.showing([subject], (tx) => tx.selectFrom('account.child_year').select('upn').execute()),
    ).resolves.toEqual([]);
    await expect(threshold.showing([subject], (tx) => tx.deleteFrom('access.sign_in').execute())).rejects.toThrow(
      /permission denied/,
    );
  });

  test('forgets what is over, and only that', async () => {
    const secret = await be(officer);
    await signIn.clear();
    expect(await who(secret)).toBe('owen');
  });
});

test('who has no access any more is signed out with it, and a new role counts at once', async () => {
  const [gone, changed] = [await be(officer), await be(lead)];
  await managing((tx) => endActor(tx, 'owen', clock));
  expect(await who(gone)).toBeUndefined();
  expect((await signIn.findPerson(changed))?.actor).toEqual(lead);
});
