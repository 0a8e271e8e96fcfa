export { subjectKey } from './key.ts';
export { endWays, invite, listWays, revokeSessions, type OpenSession, type SignInWays } from './management.ts';
export type { OwnSignIn, OwnWay } from './own.ts';
export type { Passkeys } from './passkeys.ts';
export type { Audience, Provider, SignInSettings } from './provider.ts';
export { AUDIENCES } from './provider.ts';
export { parseProviders, readProviders } from './providers-file.ts';
export { listSignIns, type SignInRow } from './record.ts';
export { returnWithin } from './return-address.ts';
export {
  INVITATION_DAYS,
  needsSecondFactor,
  OUTCOMES,
  PENDING_MINUTES,
  SESSION_LENGTHS,
  type Outcome,
  type RefusedOutcome,
  type SessionLengths,
} from './rules.ts';
export type { Person } from './session.ts';
export type { Finished, Shown } from './shown.ts';
export { createSignIn, type SignIn } from './sign-in.ts';
