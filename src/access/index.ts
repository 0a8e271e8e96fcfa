export { createAccess, type Access } from './access.ts';
export { addActor, addTie, endActor, endTie, singleUser, type Actor, type Tie } from './actor.ts';
export { foldedWords } from './card.ts';
export type { ChildYearRow } from './child-year.ts';
export type { ListEntryRow } from './list-entry.ts';
export type { Look } from './looks.ts';
export type { Permit, PermitAnswer } from './permit.ts';
export { findCurrentPublication, type Publication } from './publication.ts';
export type { PublicationAbout, PublishedBatch } from './publishing.ts';
export { findRole, listRoles, mayActFor, PURPOSES, ROLES, type Purpose, type Role } from './roles.ts';
export {
  startSealer,
  verifyLooks,
  type Sealer,
  type SealerOptions,
  type Fault,
  type Verdict,
  type VerifyOptions,
} from './seals/index.ts';
export type { Subject } from './subject.ts';
