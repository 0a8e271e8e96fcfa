import type { Actor } from '#access';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { createHash } from 'node:crypto';
import { z } from 'zod';

/** A passkey as the records keep it. */
export type KeptPasskey = {
  readonly id: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
};

/** Loaded when somebody first uses a passkey: it takes a third of a second. */
const library = () => import('@simplewebauthn/server');

const NAME = 'Kith';

/** Passkeys belong to a name, never to a number (WebAuthn level 2, 5.1.3: “effective domain”). */
export function mayHavePasskeys(origin: URL): boolean {
  return !/^[\d.]+$|^\[/.test(origin.hostname);
}

/** What a browser needs to make a passkey for this actor. The device must check who holds it. */
export async function offerOf(
  origin: URL,
  actor: Actor,
): Promise<{ readonly options: object; readonly challenge: string }> {
  const { generateRegistrationOptions } = await library();
  const options = await generateRegistrationOptions({
    rpName: NAME,
    rpID: origin.hostname,
    userName: actor.name,
    userID: new Uint8Array(createHash('sha256').update(actor.id).digest()),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { options, challenge: options.challenge };
}

export async function requestOf(origin: URL): Promise<{ readonly options: object; readonly challenge: string }> {
  const { generateAuthenticationOptions } = await library();
  const options = await generateAuthenticationOptions({ rpID: origin.hostname, userVerification: 'required' });
  return { options, challenge: options.challenge };
}

/** The passkey that was made, where the answer is to this challenge and from this site. */
export async function verifyEnrolled(
  origin: URL,
  challenge: string,
  answer: unknown,
): Promise<KeptPasskey | undefined> {
  const response = enrolled.safeParse(answer);
  if (!response.success) return undefined;
  const { verifyRegistrationResponse } = await library();
  const verified = await verifyRegistrationResponse({
    response: asRegistration(response.data),
    expectedChallenge: challenge,
    expectedOrigin: origin.origin,
    expectedRPID: origin.hostname,
    requireUserVerification: true,
  }).catch(() => undefined);
  if (verified?.verified !== true) return undefined;
  const { id, publicKey, counter } = verified.registrationInfo.credential;
  return { id, publicKey, counter };
}

/** The new counter, where the answer is this passkey’s to this challenge, the device checked its holder, and it is no copy. */
export async function verifyShown(
  origin: URL,
  challenge: string,
  answer: unknown,
  passkey: KeptPasskey,
): Promise<number | undefined> {
  const response = asserted.safeParse(answer);
  if (!response.success) return undefined;
  const { verifyAuthenticationResponse } = await library();
  const verified = await verifyAuthenticationResponse({
    response: asAuthentication(response.data),
    expectedChallenge: challenge,
    expectedOrigin: origin.origin,
    expectedRPID: origin.hostname,
    credential: { id: passkey.id, publicKey: passkey.publicKey, counter: passkey.counter },
    requireUserVerification: true,
  }).catch(() => undefined);
  return verified?.verified === true ? verified.authenticationInfo.newCounter : undefined;
}

const text = z.string().max(10_000);
const around = { id: text, rawId: text, type: z.literal('public-key'), clientExtensionResults: z.object({}) };
const enrolled = z.object({
  ...around,
  response: z.object({ clientDataJSON: text, attestationObject: text }),
});
const asserted = z.object({
  ...around,
  response: z.object({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: text.nullish(),
  }),
});

function asRegistration({ response, ...rest }: z.infer<typeof enrolled>): RegistrationResponseJSON {
  const { clientDataJSON, attestationObject } = response;
  return { ...rest, response: { clientDataJSON, attestationObject } };
}

function asAuthentication({ response, ...rest }: z.infer<typeof asserted>): AuthenticationResponseJSON {
  const { clientDataJSON, authenticatorData, signature } = response;
  return { ...rest, response: { clientDataJSON, authenticatorData, signature } };
}
