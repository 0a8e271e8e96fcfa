import { messageOf, Refusal } from '#kernel';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AUDIENCES, type Provider, type SignInSettings } from './provider.ts';
import { OWN_PROVIDERS, SESSION_LENGTHS } from './rules.ts';

/** Parameters that a sign-in sets itself; nobody may set them otherwise. */
const OWN_PARAMETERS = [
  'client_id',
  'redirect_uri',
  'response_type',
  'response_mode',
  'scope',
  'state',
  'nonce',
  'code_challenge',
  'code_challenge_method',
  'request',
  'request_uri',
];

const words = z.string('Give it as text.').min(1, 'Give it: it may not be empty.');
const list = z.array(words, 'Give a list of texts.');
const minutes = z.int('Give a whole number.').min(1, 'Give at least 1.').max(1440, 'Give at most 1440.');

const secondFactor = z
  .strictObject({ acr: list.optional(), amr: list.optional(), vot: list.optional() })
  .refine((claims) => Object.values(claims).some((values) => (values?.length ?? 0) > 0), {
    message: 'Name at least one value of acr, amr or vot that proves a second factor.',
  });

const provider = z
  .strictObject({
    id: z
      .string('Give a short name, like dfe-sign-in.')
      .regex(/^[a-z][a-z0-9-]{0,39}$/, 'Use small letters, digits and hyphens, like dfe-sign-in.')
      .refine((id) => !OWN_PROVIDERS.some((own) => own === id), 'Kith uses this name itself. Choose another.'),
    title: words,
    issuer: z
      .string('Give the issuer’s address, as the provider’s own document has it.')
      .refine(isSafeIssuer, 'Give an https address (http only on this machine, at 127.0.0.1 or localhost).'),
    clientId: words,
    secretIn: z
      .string('Name the environment variable that holds the secret.')
      .regex(
        /^[A-Z][A-Z0-9_]*$/,
        'Name the environment variable that holds the secret, like KITH_DFE_SECRET; not the secret itself.',
      ),
    authentication: z
      .enum(
        ['client_secret_basic', 'client_secret_post', 'private_key_jwt'],
        'Choose client_secret_basic, client_secret_post or private_key_jwt.',
      )
      .default('client_secret_basic'),
    keyAlgorithm: z.enum(['RS256', 'PS256', 'ES256'], 'Choose RS256, PS256 or ES256.').default('RS256'),
    scopes: list.refine((scopes) => scopes.includes('openid'), 'Put openid among the scopes.').default(['openid']),
    for: z.enum(AUDIENCES, 'Choose staff, health or families.'),
    secondFactor: secondFactor.optional(),
    parameters: z
      .record(z.string(), words)
      .refine((given) => Object.keys(given).every((name) => !OWN_PARAMETERS.includes(name)), {
        message: `Leave out what a sign-in sets itself: ${OWN_PARAMETERS.join(', ')}.`,
      })
      .default({}),
    idTokenAlgorithm: words.optional(),
  })
  .refine((one) => one.for === 'families' || one.secondFactor !== undefined, {
    path: ['secondFactor'],
    message: 'Say which acr, amr or vot proves a second factor: staff and clinicians are let in with one only.',
  });

const file = z
  .strictObject({
    providers: z.array(provider, 'Give a list of providers.'),
    passkeys: z.boolean('Say true or false.').default(false),
    sessions: z
      .strictObject({
        hours: z.int('Give a whole number.').min(1, 'Give at least 1.').max(24, 'Give at most 24.').optional(),
        idleMinutes: minutes.optional(),
        familyIdleMinutes: minutes.optional(),
      })
      .optional(),
  })
  .refine((given) => given.providers.length > 0 || given.passkeys, {
    path: ['providers'],
    message: 'Name at least one provider, or set passkeys to true.',
  });

/** Reads the file of providers. Throws `Refusal` with one sentence a fault: file, key, what to do. */
export async function readProviders(
  path: string,
  secretOf: (name: string) => string | undefined,
): Promise<SignInSettings> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Refusal(
      'sign-in/providers-file',
      `The providers file ${path} cannot be read. Check KITH_PROVIDERS, and that Kith may read the file.`,
      { cause },
    );
  });
  return parseProviders(path, text, secretOf);
}

export function parseProviders(
  path: string,
  text: string,
  secretOf: (name: string) => string | undefined,
): SignInSettings {
  const parsed = file.safeParse(parseJson(path, text));
  if (!parsed.success) {
    throw refused(parsed.error.issues.map((issue) => `${path}: ${keyText(issue.path)}: ${sentenceOf(issue)}`));
  }
  const faults: string[] = [];
  const providers: Provider[] = parsed.data.providers.map(({ secretIn, secondFactor = {}, ...given }, at) => {
    const secret = secretOf(secretIn) ?? '';
    if (secret === '') {
      faults.push(`${path}: providers[${at}].secretIn: Set the environment variable ${secretIn} to the secret.`);
    }
    return { ...given, idTokenAlgorithm: given.idTokenAlgorithm, secondFactor, secret };
  });
  for (const name of ['id', 'issuer'] as const) {
    providers.forEach((one, at) => {
      if (providers.findIndex((other) => other[name] === one[name]) === at) return;
      faults.push(`${path}: providers[${at}].${name}: Another provider has it already. Give each its own.`);
    });
  }
  if (faults.length > 0) throw refused(faults);
  const { hours, idleMinutes, familyIdleMinutes } = parsed.data.sessions ?? {};
  return {
    providers,
    passkeys: parsed.data.passkeys,
    lengths: {
      hours: hours ?? SESSION_LENGTHS.hours,
      idleMinutes: idleMinutes ?? SESSION_LENGTHS.idleMinutes,
      familyIdleMinutes: familyIdleMinutes ?? SESSION_LENGTHS.familyIdleMinutes,
    },
  };
}

function refused(faults: readonly string[]): Refusal {
  return new Refusal('sign-in/providers', faults.join('\n'));
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const before = text.slice(0, placeOfFault(text)).split('\n');
    const place = `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
    throw new Refusal('sign-in/providers', `${path}, ${place}: This is not JSON. Put right what stands there.`, {
      cause,
    });
  }
}

/** Where the shortest beginning ends that no text could go on from: engines give a position only now and then. */
function placeOfFault(text: string): number {
  for (let length = 1; length <= text.length; length += 1) {
    try {
      JSON.parse(text.slice(0, length));
    } catch (fault) {
      const told = messageOf(fault);
      const atEnd = /end of JSON|Unterminated|No number/.test(told) || told.includes(`at position ${length}`);
      if (!atEnd) return length - 1;
    }
  }
  return text.length;
}

function keyText(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return text === '' ? 'the file' : text.replace(/^\./, '');
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'unrecognized_keys') return issue.message;
  return `Kith does not know ${issue.keys.join(', ')}. Take it out, or check its spelling.`;
}

function isSafeIssuer(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || url.search !== '' || url.hash !== '' || url.username !== '') return false;
  return url.protocol === 'https:' || isLoopback(url);
}

/** Plain http is spoken with this machine only: with a provider that runs beside Kith, in tests. */
export function isLoopback(url: URL): boolean {
  return url.protocol === 'http:' && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname);
}
