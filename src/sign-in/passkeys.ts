import { knownAs, type Threshold } from '#access';
import type { Clock } from '#kernel';
import { invitedActor, useInvitation } from './invitation.ts';
import { keyOf, newSecret } from './key.ts';
import { keepPending, takePending } from './pending.ts';
import { offerOf, requestOf, verifyEnrolled, verifyShown, type KeptPasskey } from './passkey-ceremony.ts';
import { recordSignIn, type Tx } from './record.ts';
import { returnWithin } from './return-address.ts';
import type { RefusedOutcome, SessionLengths } from './rules.ts';
import { beginSession } from './session.ts';
import type { Finished, Shown } from './shown.ts';

/** What the browser’s script is handed, and the secret for the cookie that binds the answer to this browser. */
export type Offer = { readonly options: object; readonly secret: string };

/** Passkeys for people of an organisation without a provider. The browser part needs script. */
export type Passkeys = {
  /** Undefined where no open invitation was shown. */
  readonly offerToEnrol: (shown: Shown) => Promise<Offer | undefined>;
  readonly enrol: (shown: Shown, answer: unknown) => Promise<Finished>;
  readonly offerToSignIn: (returnTo: string) => Promise<Offer>;
  readonly signIn: (shown: Shown, answer: unknown) => Promise<Finished>;
};

type Options = {
  readonly threshold: Threshold;
  readonly clock: Clock;
  readonly lengths: SessionLengths;
  readonly origin: URL;
};

const PROVIDER = 'passkey';

export function createPasskeys({ threshold, clock, lengths, origin }: Options): Passkeys {
  const keep = async (state: 'enrol' | 'sign-in', nonce: string, returnTo: string, invitation?: string) => {
    const { secret, key } = newSecret();
    const pending = { provider: PROVIDER, state, nonce, verifier: '', returnTo: returnWithin(returnTo), invitation };
    await threshold.showing([key], (tx) => keepPending(tx, clock, key, pending));
    return secret;
  };
  const take = async (shown: Shown, state: 'enrol' | 'sign-in') => {
    const key = keyOf(shown.pending ?? '');
    const pending = await threshold.showing([key], (tx) => takePending(tx, clock, key));
    return pending?.provider === PROVIDER && pending.state === state ? pending : undefined;
  };
  const refuse = async (outcome: RefusedOutcome): Promise<Finished> => {
    await threshold.showing([keyOf(outcome)], (tx) => recordSignIn(tx, clock, { provider: PROVIDER, outcome }));
    return { kind: 'refused', outcome };
  };
  /** Runs `judge` with what was shown; where it names an actor, that actor is signed in within the same transaction. */
  const admit = async (
    shown: Shown,
    held: readonly string[],
    returnTo: string,
    judge: (tx: Tx) => Promise<Judged>,
  ): Promise<Finished> => {
    const session = newSecret();
    const before = shown.session === undefined ? undefined : keyOf(shown.session);
    return threshold.showing([session.key, ...held, ...(before ? [before] : [])], async (tx) => {
      const judged = await judge(tx);
      if (judged.outcome !== 'tied' && judged.outcome !== 'signed-in') {
        await recordSignIn(tx, clock, { provider: PROVIDER, ...judged });
        return { kind: 'refused', outcome: judged.outcome };
      }
      const begun = { actor: judged.actor, provider: PROVIDER, secondFactor: true };
      await beginSession(tx, clock, lengths, { key: session.key, before, begun });
      await recordSignIn(tx, clock, { provider: PROVIDER, ...judged });
      return { kind: 'signed-in', secret: session.secret, returnTo };
    });
  };

  return {
    offerToEnrol: async (shown) => {
      const key = keyOf(shown.invitation ?? '');
      const actor = await threshold.showing([key], async (tx) => {
        const id = await invitedActor(tx, clock, key);
        return id === undefined ? undefined : knownAs(tx, id);
      });
      if (!actor) return undefined;
      const { options, challenge } = await offerOf(origin, actor);
      return { options, secret: await keep('enrol', challenge, '/', key) };
    },
    enrol: async (shown, answer) => {
      const pending = await take(shown, 'enrol');
      if (!pending?.invitation) return refuse('not-begun-here');
      const { invitation } = pending;
      const made = await verifyEnrolled(origin, pending.nonce, answer);
      if (!made) return refuse('passkey-not-valid');
      return admit(shown, [invitation, keyOf(made.id)], '/', async (tx) => {
        const id = await invitedActor(tx, clock, invitation);
        if (id === undefined) return { outcome: 'invitation-not-open' };
        if (!(await knownAs(tx, id))) return { outcome: 'actor-ended', actor: id };
        await tx
          .insertInto('access.passkey')
          .values({
            key: keyOf(made.id),
            credential: made.id,
            actor: id,
            public_key: Buffer.from(made.publicKey),
            counter: made.counter,
            tied_by: 'invitation',
            since: clock.now(),
          })
          .execute();
        await useInvitation(tx, clock, invitation);
        return { outcome: 'tied', actor: id };
      });
    },
    offerToSignIn: async (returnTo) => {
      const { options, challenge } = await requestOf(origin);
      return { options, secret: await keep('sign-in', challenge, returnTo) };
    },
    signIn: async (shown, answer) => {
      const pending = await take(shown, 'sign-in');
      if (!pending) return refuse('not-begun-here');
      const key = keyOf(credentialOf(answer));
      return admit(shown, [key], pending.returnTo, async (tx) => {
        const passkey = await tx
          .selectFrom('access.passkey')
          .select(['credential', 'actor', 'public_key', 'counter'])
          .where('key', '=', key)
          .where('ended_at', 'is', null)
          .executeTakeFirst();
        if (!passkey) return { outcome: 'unknown-subject' };
        const counter = await verifyShown(origin, pending.nonce, answer, keptPasskey(passkey));
        if (counter === undefined) return { outcome: 'passkey-not-valid', actor: passkey.actor };
        if (!(await knownAs(tx, passkey.actor))) return { outcome: 'actor-ended', actor: passkey.actor };
        await tx.updateTable('access.passkey').set({ counter, used_at: clock.now() }).where('key', '=', key).execute();
        return { outcome: 'signed-in', actor: passkey.actor };
      });
    },
  };
}

type Judged =
  | { readonly outcome: 'tied' | 'signed-in'; readonly actor: string }
  | { readonly outcome: RefusedOutcome; readonly actor?: string };

function keptPasskey(row: {
  readonly credential: string;
  readonly public_key: Buffer;
  readonly counter: string;
}): KeptPasskey {
  return { id: row.credential, publicKey: new Uint8Array(row.public_key), counter: Number(row.counter) };
}

/** The id of the credential that an answer says it is of; the signature shows whether it is. */
function credentialOf(answer: unknown): string {
  return typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string'
    ? answer.id
    : '';
}
