import type { RefusedOutcome } from './rules.ts';

/** What a browser shows: the secret of its session, of a begun sign-in, of an invitation. All may be missing or false. */
export type Shown = {
  readonly session: string | undefined;
  readonly pending: string | undefined;
  readonly invitation: string | undefined;
};

/** What came of a sign-in: the secret of a new session, or why there is none. */
export type Finished =
  | { readonly kind: 'signed-in'; readonly secret: string; readonly returnTo: string }
  | { readonly kind: 'refused'; readonly outcome: RefusedOutcome };
