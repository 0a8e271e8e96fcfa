import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { singleUser, type Actor } from '#access';
import { systemClock } from '#kernel';
import { openAuthenticator, openSignInWorld, settingsFor, SIGNING_IN, type SignInWorld } from '#testing';
import { endWays, invite } from './management.ts';
import type { Passkeys } from './passkeys.ts';
import type { SignIn } from './sign-in.ts';
import type { Finished } from './shown.ts';

const KITH = 'http://localhost:9';
const SITE = { origin: KITH, id: 'localhost' };
const NOTHING = { session: undefined, pending: undefined, invitation: undefined };
const clock = systemClock;
type Device = ReturnType<typeof openAuthenticator>;

let world: SignInWorld;
let signIn: SignIn;
beforeAll(async () => {
  world = await openSignInWorld(clock);
  signIn = world.signIn(settingsFor({}, { passkeys: true }), KITH);
}, 300_000);
afterAll(() => world.close());

const passkeys = (): Passkeys => {
  if (!signIn.passkeys) throw new Error('no passkeys');
  return signIn.passkeys;
};
const inviting = (actor: Actor): Promise<string> =>
  world.access.actingAs(singleUser, 'access-management', { kind: 'area' }, (tx) => invite(tx, clock, actor.id));
const who = async (finished: Finished): Promise<string> =>
  finished.kind === 'refused' ? finished.outcome : ((await signIn.findPerson(finished.secret))?.actor.id ?? 'nobody');

async function enrol(device: Device, invitation: string, how?: Parameters<Device['create']>[1]): Promise<string> {
  const offer = await passkeys().offerToEnrol({ ...NOTHING, invitation });
  if (!offer) return 'no offer';
  const shown = { ...NOTHING, invitation, pending: offer.secret };
  return who(await passkeys().enrol(shown, device.create(offer.options, how)));
}

async function use(device: Device, how?: Parameters<Device['get']>[1]): Promise<string> {
  const offer = await passkeys().offerToSignIn('/');
  return who(await passkeys().signIn({ ...NOTHING, pending: offer.secret }, device.get(offer.options, how)));
}

test('with an invitation a passkey is made, once, and signs in from then on', async () => {
  const device = openAuthenticator(SITE);
  const code = await inviting(SIGNING_IN.lead);
  expect(await enrol(device, code)).toBe('lena');
  expect([await use(device), await use(device)]).toEqual(['lena', 'lena']);
  expect(await enrol(openAuthenticator(SITE), code)).toBe('no offer');
});

describe('a passkey is not made', () => {
  test.each([
    ['for another site', { origin: 'http://evil.example' }],
    ['by a device that did not check who holds it', { verified: false }],
    ['for another challenge', { challenge: 'YW5vdGhlcg' }],
  ])('%s', async (_, how) => {
    expect(await enrol(openAuthenticator(SITE), await inviting(SIGNING_IN.officer), how)).toBe('passkey-not-valid');
  });

  test('without an invitation', async () => {
    expect(await enrol(openAuthenticator(SITE), 'made-up')).toBe('no offer');
  });

  test('from what is no answer', async () => {
    const invitation = await inviting(SIGNING_IN.officer);
    for (const answer of [undefined, {}, 'x', { id: 'x', rawId: 'x', type: 'public-key', response: {} }]) {
      const offer = await passkeys().offerToEnrol({ ...NOTHING, invitation });
      const shown = { ...NOTHING, invitation, pending: offer?.secret };
      expect(await who(await passkeys().enrol(shown, answer))).toBe('passkey-not-valid');
    }
  });
});

describe('a passkey does not sign in', () => {
  let device: Device;
  beforeAll(async () => {
    device = openAuthenticator(SITE);
    await enrol(device, await inviting(SIGNING_IN.officer));
  });

  test.each([
    ['at another site', { origin: 'http://evil.example' }],
    ['when the device did not check who holds it', { verified: false }],
    ['with an answer to another challenge', { challenge: 'YW5vdGhlcg' }],
    ['when it is a copy: its counter goes back', { counter: 1 }],
  ])('%s', async (_, how) => {
    expect(await use(device)).toBe('owen');
    expect(await use(device, how)).toBe('passkey-not-valid');
  });

  test('that nobody here has', async () => {
    expect(await use(openAuthenticator(SITE))).toBe('unknown-subject');
  });

  test('with an answer that was given before', async () => {
    const offer = await passkeys().offerToSignIn('/');
    const answer = device.get(offer.options);
    const shown = { ...NOTHING, pending: offer.secret };
    expect(await who(await passkeys().signIn(shown, answer))).toBe('owen');
    expect(await who(await passkeys().signIn(shown, answer))).toBe('not-begun-here');
    const next = await passkeys().offerToSignIn('/');
    expect(await who(await passkeys().signIn({ ...NOTHING, pending: next.secret }, answer))).toBe('passkey-not-valid');
  });

  test('once an administrator has ended it', async () => {
    await world.access.actingAs(singleUser, 'access-management', { kind: 'area' }, (tx) => endWays(tx, clock, 'owen'));
    expect(await use(device)).toBe('unknown-subject');
  });
});

test('at a number instead of a name there are no passkeys', () => {
  expect(world.signIn(settingsFor({}, { passkeys: true }), 'http://127.0.0.1:9').passkeys).toBeUndefined();
});
