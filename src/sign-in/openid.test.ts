import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { singleUser } from '#access';
import { systemClock } from '#kernel';
import {
  CLIENT,
  openHostileProvider,
  openSignInWorld,
  settingsFor,
  SIGNING_IN,
  type HostileProvider,
  type SignInWorld,
} from '#testing';
import { listSignIns } from './record.ts';
import type { SignIn } from './sign-in.ts';

const KITH = 'http://127.0.0.1:9';
const NOTHING = { session: undefined, pending: undefined, invitation: undefined };

let world: SignInWorld;
let hostile: HostileProvider;
let other: HostileProvider;
let signIn: SignIn;
beforeAll(async () => {
  world = await openSignInWorld(systemClock);
  hostile = await openHostileProvider();
  other = await openHostileProvider();
  signIn = world.signIn(settingsFor({ hostile: hostile.issuer, other: other.issuer }), KITH);
  await world.tie('hostile', hostile.issuer, 'mallory', SIGNING_IN.officer);
}, 300_000);
afterAll(async () => {
  await hostile.close();
  await other.close();
  await world.close();
});
beforeEach(() => {
  hostile.forge = undefined;
});

const provider = (id = 'hostile') => {
  const found = signIn.providers.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

/** Begins a sign-in and gives what the browser holds and where the provider would send it back to. */
async function begun(
  id = 'hostile',
): Promise<{ readonly pending: string; readonly state: string; readonly query: string }> {
  const made = await signIn.begin(provider(id), NOTHING, '/lists');
  if (made.kind !== 'begun') throw new Error(made.outcome);
  const asked = made.address.searchParams;
  expect(Object.fromEntries(asked)).toMatchObject({
    client_id: CLIENT.id,
    response_type: 'code',
    scope: 'openid',
    code_challenge_method: 'S256',
    redirect_uri: `${KITH}/sign-in/callback/${id}`,
  });
  hostile.nonce = asked.get('nonce') ?? '';
  const state = asked.get('state') ?? '';
  const iss = encodeURIComponent((id === 'hostile' ? hostile : other).issuer);
  return { pending: made.secret, state, query: `?code=a-code&state=${state}&iss=${iss}` };
}

async function finish(query?: string, id = 'hostile') {
  const made = await begun();
  return signIn.finish(provider(id), { ...NOTHING, pending: made.pending }, query ?? made.query);
}

test('an honest token signs in, and leads to where one wanted to go', async () => {
  const finished = await finish();
  expect(finished).toMatchObject({ kind: 'signed-in', returnTo: '/lists' });
  const person = finished.kind === 'signed-in' ? await signIn.findPerson(finished.secret) : undefined;
  expect(person).toMatchObject({ actor: SIGNING_IN.officer, provider: 'hostile' });
});

describe('a token that does not hold is refused', () => {
  const now = (): number => Math.floor(Date.now() / 1000);
  test.each([
    ['another nonce', { nonce: 'another' }],
    ['no nonce', { nonce: undefined }],
    ['another audience', { aud: 'another-client' }],
    ['another issuer', { iss: 'http://127.0.0.1:1' }],
    ['expired', { iat: now() - 7200, exp: now() - 3600 }],
    ['not yet issued', { iat: now() + 3600, nbf: now() + 3600, exp: now() + 7200 }],
    ['without a subject', { sub: undefined }],
  ])('%s', async (_, claims) => {
    hostile.forge = (honest, sign) => sign({ ...honest, ...claims });
    expect(await finish()).toEqual({ kind: 'refused', outcome: 'not-valid' });
  });

  test('signed with a key that is not the provider’s', async () => {
    hostile.forge = (honest) => hostile.signWithAnother(honest);
    expect(await finish()).toEqual({ kind: 'refused', outcome: 'not-valid' });
  });

  test('not signed at all', async () => {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    hostile.forge = async (honest) => `${part({ alg: 'none' })}.${part(honest)}.`;
    expect(await finish()).toEqual({ kind: 'refused', outcome: 'not-valid' });
  });

  test('a clock that is a little ahead is no reason', async () => {
    hostile.forge = (honest, sign) => sign({ ...honest, iat: now() + 10 });
    expect(await finish()).toMatchObject({ kind: 'signed-in' });
  });
});

describe('an answer that was not asked for in this browser is refused', () => {
  test('with another state', async () => {
    const iss = encodeURIComponent(hostile.issuer);
    expect(await finish(`?code=a-code&state=another&iss=${iss}`)).toEqual({ kind: 'refused', outcome: 'not-valid' });
  });

  test('from another issuer than the one that was asked (mix-up)', async () => {
    const made = await begun();
    const query = `?code=a-code&state=${made.state}&iss=${encodeURIComponent(other.issuer)}`;
    const finished = await signIn.finish(provider(), { ...NOTHING, pending: made.pending }, query);
    expect(finished).toEqual({ kind: 'refused', outcome: 'not-valid' });
  });

  test('at another provider’s address', async () => {
    const made = await begun();
    const finished = await signIn.finish(provider('other'), { ...NOTHING, pending: made.pending }, made.query);
    expect(finished).toEqual({ kind: 'refused', outcome: 'not-begun-here' });
  });

  test('a second time', async () => {
    const made = await begun();
    const shown = { ...NOTHING, pending: made.pending };
    expect(await signIn.finish(provider(), shown, made.query)).toMatchObject({ kind: 'signed-in' });
    expect(await signIn.finish(provider(), shown, made.query)).toEqual({ kind: 'refused', outcome: 'not-begun-here' });
  });

  test('without the browser’s cookie, or with another’s', async () => {
    const made = await begun();
    for (const pending of [undefined, '', 'made-up']) {
      const finished = await signIn.finish(provider(), { ...NOTHING, pending }, made.query);
      expect(finished).toEqual({ kind: 'refused', outcome: 'not-begun-here' });
    }
  });

  test('the provider declines', async () => {
    const made = await begun();
    const query = `?error=access_denied&state=${made.state}&iss=${encodeURIComponent(hostile.issuer)}`;
    const finished = await signIn.finish(provider(), { ...NOTHING, pending: made.pending }, query);
    expect(finished).toEqual({ kind: 'refused', outcome: 'declined-by-provider' });
  });
});

describe('who is vouched for is not yet someone here', () => {
  test.each([
    ['a subject nobody knows', { sub: 'stranger' }, 'unknown-subject'],
    ['without a second factor', { amr: ['pwd'] }, 'no-second-factor'],
    ['with no word of how', { amr: undefined }, 'no-second-factor'],
  ])('%s', async (_, claims, outcome) => {
    hostile.forge = (honest, sign) => sign({ ...honest, ...claims });
    expect(await finish()).toEqual({ kind: 'refused', outcome });
  });

  test('the same subject of another issuer is another person', async () => {
    const made = await begun('other');
    other.nonce = hostile.nonce;
    const finished = await signIn.finish(provider('other'), { ...NOTHING, pending: made.pending }, made.query);
    expect(finished).toEqual({ kind: 'refused', outcome: 'unknown-subject' });
  });
});

describe('a provider says that somebody signed out there', () => {
  const EVENTS = { 'http://schemas.openid.net/event/backchannel-logout': {} };
  const claims = () => ({
    iss: hostile.issuer,
    aud: CLIENT.id,
    iat: Math.floor(Date.now() / 1000),
    jti: 'one',
    events: EVENTS,
    sid: 'session-of-mallory',
  });
  const signedIn = async (): Promise<string> => {
    const finished = await finish();
    if (finished.kind !== 'signed-in') throw new Error(finished.outcome);
    return finished.secret;
  };

  test('and the session here ends, by its session there or by its subject', async () => {
    for (const which of [{}, { sid: undefined, sub: 'mallory' }]) {
      const secret = await signedIn();
      expect(await signIn.signOutByProvider(provider(), await hostile.sign({ ...claims(), ...which }))).toBe(true);
      expect(await signIn.findPerson(secret)).toBeUndefined();
    }
  });

  test.each([
    ['of another audience', { aud: 'another' }],
    ['without the event', { events: {} }],
    ['with a nonce: a token for signing in', { nonce: 'one' }],
    ['about nobody', { sid: undefined }],
    ['old', { iat: Math.floor(Date.now() / 1000) - 7200 }],
  ])('a token %s ends nothing', async (_, which) => {
    const secret = await signedIn();
    expect(await signIn.signOutByProvider(provider(), await hostile.sign({ ...claims(), ...which }))).toBe(false);
    expect(await signIn.findPerson(secret)).toBeDefined();
  });

  test('nor does one that another signed, or none at all', async () => {
    const secret = await signedIn();
    expect(await signIn.signOutByProvider(provider(), await hostile.signWithAnother(claims()))).toBe(false);
    expect(await signIn.signOutByProvider(provider(), 'no-token')).toBe(false);
    expect(await signIn.findPerson(secret)).toBeDefined();
  });
});

test('a provider that does not answer is told of, and asked again later', async () => {
  const gone = await openHostileProvider();
  await gone.close();
  const unreached = world.signIn(settingsFor({ gone: gone.issuer }), KITH);
  const [first] = unreached.providers;
  if (!first) throw new Error('no provider');
  const begins = await unreached.begin(first, NOTHING, '/');
  expect(begins).toEqual({ kind: 'refused', outcome: 'provider-unreachable' });
});

test('all of it is on the record, without a token, a subject or a name', async () => {
  const lines = await world.access.actingAs(singleUser, 'access-management', { kind: 'area' }, (tx) =>
    listSignIns(tx, 1000),
  );
  expect(new Set(lines.map(({ outcome }) => outcome))).toEqual(
    new Set([
      'signed-in',
      'not-valid',
      'not-begun-here',
      'declined-by-provider',
      'unknown-subject',
      'no-second-factor',
      'signed-out-by-provider',
      'provider-unreachable',
    ]),
  );
  // Names are those of the area’s own directory: nothing a provider told is among them.
  const told = lines.map(({ actor_name: _actor, done_by_name: _doneBy, ...line }) => line);
  expect(JSON.stringify(told)).not.toMatch(/mallory|stranger|Owen|a-code|eyJ/);
});
