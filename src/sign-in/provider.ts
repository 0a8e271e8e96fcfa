import type { SessionLengths } from './rules.ts';

/** A provider of OpenID Connect, as the area has configured it. */
export type Provider = {
  /** In addresses and in the record: `dfe-sign-in`. Once in use, it stays. */
  readonly id: string;
  /** On the button: `DfE Sign-in`. */
  readonly title: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly secret: string;
  readonly authentication: 'client_secret_basic' | 'client_secret_post' | 'private_key_jwt';
  /** How the private key signs; with `private_key_jwt` only. */
  readonly keyAlgorithm: 'RS256' | 'PS256' | 'ES256';
  readonly scopes: readonly string[];
  /** Whom the page offers it to. Who may do what is decided by the actor’s role, never by this. */
  readonly for: Audience;
  /** A claim of the token with one of these values proves a second factor. Empty: this provider proves none. */
  readonly secondFactor: SecondFactor;
  /** Further parameters of the request, such as `acr_values`. */
  readonly parameters: Readonly<Record<string, string>>;
  /** How tokens are signed, where it is not what the provider’s own document says. */
  readonly idTokenAlgorithm: string | undefined;
};

export const AUDIENCES = ['staff', 'health', 'families'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** `acr` and `amr` are of OpenID Connect Core 1.0 (section 2); `vot` is of RFC 8485, which GOV.UK One Login speaks. */
export type SecondFactor = {
  readonly acr?: readonly string[] | undefined;
  readonly amr?: readonly string[] | undefined;
  readonly vot?: readonly string[] | undefined;
};

export type SignInSettings = {
  readonly providers: readonly Provider[];
  /** Whether people of an organisation without a provider may sign in by passkey. */
  readonly passkeys: boolean;
  readonly lengths: SessionLengths;
};

/** Whether the claims of a token that was checked prove a second factor. */
export function showsSecondFactor(provider: Provider, claims: Readonly<Record<string, unknown>>): boolean {
  return (['acr', 'amr', 'vot'] as const).some((name) => {
    const wanted = provider.secondFactor[name] ?? [];
    const claim = claims[name];
    const shown: readonly unknown[] = Array.isArray(claim) ? claim : [claim];
    return shown.some((value) => typeof value === 'string' && wanted.includes(value));
  });
}
