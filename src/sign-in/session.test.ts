import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createThreshold, endActor, singleUser, type Actor } from '#access';
import { instantOf, type Clock } from '#kernel';
import { beginTransaction } from '#store';
import { heard, openSignInWorld, settingsFor, SIGNING_IN, type SignInWorld } from '#testing';
import { keyOf } from './key.ts';
import { endWays, invite, listWays, revokeSessions } from './management.ts';
import { keepPending } from './pending.ts';
import { listSignIns, type Tx } from './record.ts';
import { SESSION_LENGTHS } from './rules.ts';
import { beginSession } from './session.ts';
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
/** Past every policy, as whoever owns the database. */
const asOwner = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => beginTransaction(world.records, work);
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

  test('is found in one question to the records, and written once a minute', async () => {
    const secret = await be(officer);
    const { said } = await heard(() => who(secret));
    expect(said).toEqual([expect.stringContaining('from access.session_shown')]);
    after(2);
    expect((await heard(() => who(secret))).said).toContainEqual(expect.stringContaining('update "access"."session"'));
    expect((await heard(() => who(secret))).said).toHaveLength(1);
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
    const code = await managing((tx) => invite(tx, clock, 'lena'));
    await expect(tie([subject, keyOf(code)])).rejects.toThrow(/row-level security/);
    await expect(
      threshold.showing([subject], (tx) => tx.selectFrom('account.child_year').select('upn').execute()),
    ).resolves.toEqual([]);
    await expect(threshold.showing([subject], (tx) => tx.deleteFrom('access.sign_in').execute())).rejects.toThrow(
      /permission denied/,
    );
  });

  test('lets no actor seal, whatever else the transaction is told', async () => {
    await managing(async () => undefined);
    const looks = (actor: string) =>
      beginTransaction(world.records, async (tx) => {
        await sql`select set_config('role', 'kith_app', true), set_config('kith.actor', ${actor}, true),
          set_config('kith.purpose', 'oversight', true), set_config('kith.kind', 'sealing', true)`.execute(tx);
        return (await tx.selectFrom('access.look').select('id').execute()).length;
      });
    expect(await looks('')).toBeGreaterThan(0);
    for (const actor of ['lena', 'asha', 'sealer']) expect([actor, await looks(actor)]).toEqual([actor, 0]);
  });

  test('forgets what is over, and only that', async () => {
    const held = () =>
      asOwner(async (tx) => ({
        sessions: (await tx.selectFrom('access.session').select('key').execute()).map(({ key }) => key),
        pending: (await tx.selectFrom('access.pending_sign_in').select('key').execute()).length,
      }));
    // Policies ask the database’s own clock what is over.
    now = Date.now() - 3 * 86_400_000;
    const past = await be(officer);
    const pending = { provider: 'local', state: '', nonce: '', verifier: '', returnTo: '/', invitation: undefined };
    await createThreshold(world.records).showing([keyOf('old')], (tx) => keepPending(tx, clock, keyOf('old'), pending));
    now = Date.now();
    const secret = await be(officer);
    await createThreshold(world.records).showing([keyOf('new')], (tx) => keepPending(tx, clock, keyOf('new'), pending));
    const before = await held();
    expect([before.sessions.includes(keyOf(past)), before.pending]).toEqual([true, 2]);
    await signIn.clear();
    const after = await held();
    expect([after.sessions.includes(keyOf(past)), after.sessions.includes(keyOf(secret)), after.pending]).toEqual([
      false,
      true,
      1,
    ]);
    expect(await who(secret)).toBe('owen');
  });
});

test('a new role counts at once: whoever has become staff shows what staff show', async () => {
  const real = world.signIn(settingsFor({}, { passkeys: true }), 'http://localhost:9');
  const secret = 'a-parent-who-signed-in-with-one-factor-000000';
  await asOwner(async (tx) => {
    await tx
      .insertInto('access.actor')
      .values({ id: 'pat', name: 'Pat', role: 'parent', scope: 'ties', since: clock.now() })
      .execute();
  });
  await createThreshold(world.records).showing([keyOf(secret)], (tx) =>
    beginSession(tx, clock, SESSION_LENGTHS, {
      key: keyOf(secret),
      before: undefined,
      begun: { actor: 'pat', provider: 'passkey', secondFactor: false },
    }),
  );
  expect((await real.findPerson(secret))?.actor.role).toBe('parent');
  await asOwner((tx) => tx.updateTable('access.actor').set({ role: 'senco' }).where('id', '=', 'pat').execute());
  expect(await real.findPerson(secret)).toBeUndefined();
});

describe('an invitation', () => {
  const isOpen = (code: string) => signIn.isInvited(code);
  const insert = (actor: string, madeBy = singleUser.id) =>
    managing((tx) =>
      tx
        .insertInto('access.invitation')
        .values({
          key: keyOf(`${actor} ${madeBy}`),
          actor,
          made_by: madeBy,
          made_at: clock.now(),
          expires_at: clock.now(),
        })
        .execute(),
    );

  test('is not made for who has a way in, nor in somebody else’s name, nor twice: the database itself refuses', async () => {
    await world.tie('local', 'http://issuer.example', 'subject-of-asha', administrator);
    await expect(managing((tx) => invite(tx, clock, 'asha'))).rejects.toMatchObject({ code: 'sign-in/has-a-way' });
    await expect(insert('asha')).rejects.toThrow(/row-level security/);
    await expect(insert('lena', 'asha')).rejects.toThrow(/row-level security/);
    await managing((tx) => invite(tx, clock, 'lena'));
    await expect(insert('lena')).rejects.toThrow(/one_open_invitation/);
    await managing((tx) => endWays(tx, clock, 'asha'));
    expect(await isOpen(await managing((tx) => invite(tx, clock, 'asha')))).toBe(true);
  });

  test('ends with the ways in, and with access', async () => {
    const first = await managing((tx) => invite(tx, clock, 'lena'));
    expect(await isOpen(first)).toBe(true);
    await managing((tx) => endWays(tx, clock, 'lena'));
    expect(await isOpen(first)).toBe(false);
    const second = await managing((tx) => invite(tx, clock, 'lena'));
    await managing((tx) => endActor(tx, 'lena', clock));
    expect(await isOpen(second)).toBe(false);
    const open = await managing((tx) => listWays(tx, clock));
    expect(open.filter(({ id, invited }) => id === 'lena' && invited)).toEqual([]);
  });

  test('and the end of ways in stand on the record with who did it, which nobody can leave out or forge', async () => {
    const lines = await managing((tx) => listSignIns(tx, 50, { actor: 'asha' }));
    expect(
      lines.filter(({ done_by }) => done_by !== null).map(({ outcome, done_by_name }) => [outcome, done_by_name]),
    ).toEqual([
      ['invited', 'Single user'],
      ['ways-ended', 'Single user'],
    ]);
    const line = { at: clock.now(), provider: 'invitation', outcome: 'invited', actor: 'asha', done_by: 'asha' };
    const forge = (tx: Tx) => tx.insertInto('access.sign_in').values(line).execute();
    await expect(managing(forge)).rejects.toThrow(/row-level security/);
    await expect(createThreshold(world.records).showing([keyOf('x')], forge)).rejects.toThrow(/row-level security/);
  });

  test('is the only way to be tied: an administrator ties nobody to a sign-in of their choosing', async () => {
    const identity = {
      subject: keyOf('mine'),
      provider: 'local',
      actor: 'asha',
      tied_by: 'single-user',
      since: clock.now(),
    };
    await expect(managing((tx) => tx.insertInto('access.identity').values(identity).execute())).rejects.toThrow(
      /row-level security/,
    );
  });
});

test('who has no access any more is signed out with it', async () => {
  const gone = await be(officer);
  await managing((tx) => endActor(tx, 'owen', clock));
  expect(await who(gone)).toBeUndefined();
});
