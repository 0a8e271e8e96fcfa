import type { Role } from '#access';

/** How long a session lasts. An area may set its own (`sessions` in the providers file). */
export type SessionLengths = {
  /** From the sign-in, however busy. */
  readonly hours: number;
  /** Without a request, for staff and clinicians. */
  readonly idleMinutes: number;
  /** The same for families: their screen is more often their own, and what they see is of one child. */
  readonly familyIdleMinutes: number;
};

export const SESSION_LENGTHS: SessionLengths = { hours: 12, idleMinutes: 30, familyIdleMinutes: 30 };

export const PENDING_MINUTES = 10;
export const INVITATION_DAYS = 7;

/** Those who see their own family only. Everyone else works for an organisation. */
const FAMILY = ['parent', 'young-person'] as const satisfies readonly Role[];

export function isFamily(role: string): boolean {
  return FAMILY.some((one) => one === role);
}

/**
 * Whether a role is let in only with a second factor. Whoever works for an organisation is: one password that was
 * given away would open more than one child (NCSC, “Multi-factor authentication for your corporate online services”).
 */
export function needsSecondFactor(role: string): boolean {
  return !isFamily(role);
}

/** What may come of a sign-in, as the record of signing in says it. */
export const OUTCOMES = {
  'signed-in': 'Signed in',
  tied: 'Signed in for the first time, with an invitation',
  'signed-out': 'Signed out',
  'signed-out-by-provider': 'Signed out by the provider',
  invited: 'An administrator made an invitation',
  'ways-ended': 'An administrator ended all ways to sign in',
  'unknown-subject': 'Refused: nobody here is known by this sign-in',
  'actor-ended': 'Refused: access has ended',
  'no-second-factor': 'Refused: no second factor was shown',
  'invitation-not-open': 'Refused: the invitation is not open',
  'already-tied': 'Refused: this sign-in belongs to someone already',
  'declined-by-provider': 'Refused by the provider',
  'not-begun-here': 'Refused: this sign-in was not begun in this browser, was used before or took too long',
  'not-valid': 'Refused: what the provider sent does not hold',
  'provider-unreachable': 'The provider could not be reached',
  'passkey-not-valid': 'Refused: the passkey does not hold',
} as const;

export type Outcome = keyof typeof OUTCOMES;
/** What administrators do about someone’s ways in: said with who did it. */
export type Deed = 'invited' | 'ways-ended';
export type RefusedOutcome = Exclude<Outcome, 'signed-in' | 'tied' | 'signed-out' | 'signed-out-by-provider' | Deed>;

/** Providers that are no provider of OpenID Connect, and so may not be names in the file. */
export const OWN_PROVIDERS = ['demonstration', 'passkey', 'invitation'] as const;
