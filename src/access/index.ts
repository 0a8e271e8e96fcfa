export { createAccess, type Access } from './access.ts';
export {
  addActor,
  addOrganisation,
  addTie,
  endActor,
  endTie,
  singleUser,
  type Actor,
  type Organisation,
  type Tie,
} from './actor.ts';
export { foldedWords } from './card.ts';
export type { ChildGroup, ChildYearRow } from './child-year.ts';
export type { ListEntryRow } from './list-entry.ts';
export type { Look, LooksPage } from './looks.ts';
export type { Permit, PermitAnswer } from './permit.ts';
export { findCurrentPublication, type Publication } from './publication.ts';
export { publicationNow, type EntryBatch, type PublicationAbout, type PublishedBatch } from './publishing.ts';
export { DATA_CLASSES, listPurposes, PURPOSES, type DataClass, type Purpose } from './purposes.ts';
export {
  findPurpose,
  findRole,
  getRole,
  listGranted,
  listRoles,
  mayActFor,
  ORGANISATION_KINDS,
  ROLES,
  type OrganisationKind,
  type Role,
  type RoleRow,
  type Scope,
} from './roles.ts';
export {
  startSealer,
  verifyLooks,
  type Sealer,
  type SealerOptions,
  type Fault,
  type Verdict,
  type VerifyOptions,
} from './seals/index.ts';
export type { Seer, SeerTie } from './seers.ts';
export type { Subject } from './subject.ts';
export { createThreshold, knownAs, type Threshold } from './threshold.ts';
