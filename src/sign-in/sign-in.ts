import type { Actor, Threshold } from '#access';
import type { Clock } from '#kernel';
import { keyOf, newSecret } from './key.ts';
import { invitedActor } from './invitation.ts';
import { openIdOf, type OpenId, type Vouched } from './openid.ts';
import { clearExpired, keepPending, takePending, type Pending } from './pending.ts';
import { endOthers, readOwn, type OwnSignIn } from './own.ts';
import { mayHavePasskeys } from './passkey-ceremony.ts';
import { createPasskeys, type Passkeys } from './passkeys.ts';
import { logoutTokens } from './provider-sign-out.ts';
import type { Provider, SignInSettings } from './provider.ts';
import { recordSignIn, type Tx } from './record.ts';
import { returnWithin } from './return-address.ts';
import type { RefusedOutcome } from './rules.ts';
import { letIn, type LetIn } from './let-in.ts';
import type { Finished, Shown } from './shown.ts';
import { beginSession, endHeld, isSeenAnew, personOf, writeSeen, type Person } from './session.ts';

export type Begun =
  | { readonly kind: 'begun'; readonly address: URL; readonly secret: string }
  | { readonly kind: 'refused'; readonly outcome: RefusedOutcome };

export type SignIn = {
  readonly providers: readonly Provider[];
  /** Undefined where there are none: not wanted, or Kith is reached by a number. */
  readonly passkeys: Passkeys | undefined;
  /** Who asks; undefined where the session is none, or is over. */
  readonly findPerson: (session: string) => Promise<Person | undefined>;
  readonly begin: (provider: Provider, shown: Shown, returnTo: string) => Promise<Begun>;
  /** `query` is what the provider put behind our address. */
  readonly finish: (provider: Provider, shown: Shown, query: string) => Promise<Finished>;
  /** In the demonstration: signs in as one of its cast, by choosing it. */
  readonly becomeCast: (actor: Actor, shown: Shown) => Promise<string>;
  /** Whether a code opens an invitation now. */
  readonly isInvited: (code: string) => Promise<boolean>;
  /** How the person of this session is known here; undefined where the session is none, or is over. */
  readonly readOwn: (session: string) => Promise<OwnSignIn | undefined>;
  /** Signs the person of this session out everywhere else. */
  readonly signOutElsewhere: (session: string) => Promise<void>;
  /** Ends the session here. Gives the provider where the person may sign out too. */
  readonly signOut: (session: string) => Promise<Provider | undefined>;
  readonly endAddress: (provider: Provider, backTo: URL) => Promise<URL | undefined>;
  /** A provider’s own word that somebody signed out there. False where the word does not hold. */
  readonly signOutByProvider: (provider: Provider, token: string) => Promise<boolean>;
  /** Removes what is over. To be called now and then. */
  readonly clear: () => Promise<void>;
};

export type SignInOptions = SignInSettings & {
  readonly threshold: Threshold;
  readonly clock: Clock;
  /** Where browsers reach this Kith. */
  readonly origin: URL;
  /** Whether the process was started as the demonstration: only then does a session of its cast count. */
  readonly demonstration: boolean;
};

export function createSignIn(options: SignInOptions): SignIn {
  const { threshold, clock, lengths, providers, origin, demonstration } = options;
  const spoken = new Map<string, OpenId>(providers.map((provider) => [provider.id, openIdOf(provider)]));
  const openId = (provider: Provider): OpenId => spoken.get(provider.id) ?? openIdOf(provider);
  const readers = new Map(providers.map((provider) => [provider.id, logoutTokens(openId(provider))]));
  const accepts = (provider: string): boolean =>
    provider === 'demonstration' ? demonstration : provider === 'passkey' ? options.passkeys : spoken.has(provider);
  const callback = (provider: Provider): URL => new URL(`/sign-in/callback/${provider.id}`, origin);

  /** With a session that holds, in a transaction in which the person has been found. */
  const asPerson = <T>(session: string, work: (tx: Tx, person: Person) => Promise<T>): Promise<T | undefined> =>
    threshold.withSession(keyOf(session), async (tx, found) => {
      const key = keyOf(session);
      const person = found && personOf(found, clock, lengths, { key, accepts });
      if (found && person && isSeenAnew(found, clock)) await writeSeen(tx, clock, key);
      return person && work(tx, person);
    });

  const findPerson = async (session: string): Promise<Person | undefined> => {
    const key = keyOf(session);
    const found = await threshold.findSession(key);
    if (!found) return undefined;
    if (isSeenAnew(found, clock)) return asPerson(session, async (_tx, person) => person);
    return personOf(found, clock, lengths, { key, accepts });
  };

  const finishVouched = async (
    provider: Provider,
    shown: Shown,
    pending: Pending,
    vouched: Vouched,
  ): Promise<Finished> => {
    const session = newSecret();
    const { invitation } = pending;
    const held = [session.key, vouched.subject, ...keysOf(shown.session), ...(invitation ? [invitation] : [])];
    const told = await threshold.showing(held, async (tx): Promise<LetIn> => {
      const outcome = await letIn(tx, clock, { provider: provider.id, vouched, invitation });
      if (outcome.kind === 'refused') {
        await recordSignIn(tx, clock, { provider: provider.id, ...outcome, subject: vouched.subject });
        return outcome;
      }
      await beginSession(tx, clock, lengths, {
        key: session.key,
        before: keysOf(shown.session)[0],
        begun: { ...vouched, actor: outcome.actor, provider: provider.id },
      });
      await recordSignIn(tx, clock, {
        provider: provider.id,
        outcome: outcome.tied ? 'tied' : 'signed-in',
        actor: outcome.actor,
        subject: vouched.subject,
      });
      return outcome;
    });
    if (told.kind === 'refused') return { kind: 'refused', outcome: told.outcome };
    return { kind: 'signed-in', secret: session.secret, returnTo: returnWithin(pending.returnTo) };
  };

  return {
    providers,
    passkeys:
      options.passkeys && mayHavePasskeys(origin) ? createPasskeys({ threshold, clock, lengths, origin }) : undefined,
    findPerson,
    readOwn: (session) => asPerson(session, (tx, person) => readOwn(tx, clock, person)),
    signOutElsewhere: (session) =>
      asPerson(session, async (tx, person) => {
        const ended = await endOthers(tx, clock, person);
        const line = { provider: person.provider, actor: person.actor.id, outcome: 'signed-out' as const };
        if (ended > 0) await recordSignIn(tx, clock, line);
      }),
    begin: async (provider, shown, returnTo) => {
      const asked = await openId(provider).ask(callback(provider));
      if (!asked) return refuse(provider, 'provider-unreachable');
      const { secret, key } = newSecret();
      const [invitation] = keysOf(shown.invitation);
      await threshold.showing([key], (tx) =>
        keepPending(tx, clock, key, { ...asked, provider: provider.id, returnTo: returnWithin(returnTo), invitation }),
      );
      return { kind: 'begun', address: asked.address, secret };
    },
    finish: async (provider, shown, query) => {
      const [key] = keysOf(shown.pending);
      const pending = key && (await threshold.showing([key], (tx) => takePending(tx, clock, key)));
      if (!pending || pending.provider !== provider.id) return refuse(provider, 'not-begun-here');
      const address = callback(provider);
      address.search = query;
      const answered = await openId(provider).answer(address, pending);
      if (answered.kind === 'vouched') return finishVouched(provider, shown, pending, answered.vouched);
      return refuse(provider, REFUSALS[answered.kind]);
    },
    becomeCast: async (actor, shown) => {
      const session = newSecret();
      await threshold.showing([session.key, ...keysOf(shown.session)], async (tx) => {
        await beginSession(tx, clock, lengths, {
          key: session.key,
          before: keysOf(shown.session)[0],
          begun: { actor: actor.id, provider: 'demonstration', secondFactor: false },
        });
        await recordSignIn(tx, clock, { provider: 'demonstration', outcome: 'signed-in', actor: actor.id });
      });
      return session.secret;
    },
    isInvited: (code) =>
      threshold.showing([keyOf(code)], async (tx) => {
        const actor = await invitedActor(tx, clock, keyOf(code));
        if (actor === undefined)
          await recordSignIn(tx, clock, { provider: 'invitation', outcome: 'invitation-not-open' });
        return actor !== undefined;
      }),
    signOut: (session) => {
      const key = keyOf(session);
      return threshold.showing([key], async (tx) => {
        const [ended] = await endHeld(tx, clock, [key], 'signed-out');
        if (ended) await recordSignIn(tx, clock, { ...ended, outcome: 'signed-out' });
        return providers.find((provider) => provider.id === ended?.provider);
      });
    },
    endAddress: (provider, backTo) => openId(provider).endAddress(backTo),
    signOutByProvider: async (provider, token) => {
      const held = await readers.get(provider.id)?.(token);
      if (!held) return false;
      await threshold.showing(held, async (tx) => {
        for (const ended of await endHeld(tx, clock, held, 'provider')) {
          await recordSignIn(tx, clock, { ...ended, outcome: 'signed-out-by-provider' });
        }
      });
      return true;
    },
    clear: () => threshold.showing(['expired'], (tx) => clearExpired(tx, clock)),
  };

  async function refuse(provider: Provider, outcome: RefusedOutcome): Promise<Extract<Begun, { kind: 'refused' }>> {
    // Shown is the outcome’s own name: a key that no row has.
    await threshold.showing([keyOf(outcome)], (tx) => recordSignIn(tx, clock, { provider: provider.id, outcome }));
    return { kind: 'refused', outcome };
  }
}

const REFUSALS = {
  declined: 'declined-by-provider',
  'not-valid': 'not-valid',
  unreachable: 'provider-unreachable',
} as const;

function keysOf(secret: string | undefined): readonly string[] {
  return secret === undefined || secret === '' ? [] : [keyOf(secret)];
}
