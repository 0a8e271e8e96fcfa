export type { Tx } from '#store';
export { createAccess, type Access } from './access.ts';
export type { TellEmergency } from './break-glass.ts';
export type { TellLooks } from './entry.ts';
export { findWayToRows, namedChildren, tiedSchools, type WayToRows } from './found-by.ts';
export {
  addActor,
  addOrganisation,
  addTie,
  endActor,
  endInvitations,
  endTie,
  singleUser,
  type Actor,
  type Organisation,
  type Tie,
} from './actor.ts';
export {
  CHILD_COLUMNS,
  drawStandIn,
  ERASURE_GROUNDS,
  heldRefusal,
  type Erasure,
  type ErasureGround,
  type TakenOut,
} from './erasing.ts';
export {
  consentStands,
  isAgreed,
  SHARED_CLASSES,
  stateOfAgreement,
  type Agreement,
  type AgreementState,
  type Answer,
  type Answerer,
  type ConsentEvent,
  type ConsentStands,
  type SharedClass,
  type SharingMode,
} from './agreed.ts';
export {
  addAgreement,
  listAgreements,
  listSharingPurposes,
  revokeAgreement,
  sharedClasses,
  type NewAgreement,
} from './agreements.ts';
export { foldedWords } from './card.ts';
export type { ChildGroup, ChildYearRow } from './child-year.ts';
export {
  consentScopes,
  findCompetence,
  listConsents,
  recordCompetence,
  recordConsent,
  type Competence,
  type ConsentLine,
  type ConsentScope,
  type NewConsent,
} from './consents.ts';
export {
  EMERGENCIES_AT_ONCE,
  EMERGENCY_HOURS,
  isOverdue,
  listEmergencies,
  LONGEST_REASON,
  reviewEmergency,
  SHORTEST_REASON,
  type Emergency,
  type EmergencyOutcome,
  type OpenEmergency,
} from './emergency.ts';
export type { ListEntryRow } from './list-entry.ts';
export type { Look, LooksPage } from './looks.ts';
export { mayNow } from './may-now.ts';
export { endNote, listNotes, writeNote, type NewNote, type Note } from './notes.ts';
export { TIMED_CLASSES, type TimedClass } from './past-time.ts';
export { listOrganisations, listPeople, type PersonTie, type PersonWithAccess } from './people.ts';
export type { Permit, PermitAnswer } from './permit.ts';
export { findCurrentPublication, type Publication } from './publication.ts';
export {
  isChildYears,
  publicationNow,
  type EntryBatch,
  type Prepared,
  type PublicationAbout,
  type PublishedBatch,
} from './publishing.ts';
export { restrictedSince } from './restricted.ts';
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
  AGREEING_KINDS,
  seesByAgreement,
  type OrganisationKind,
  type Role,
  type RoleRow,
  type Scope,
} from './roles.ts';
export {
  compareSeals,
  goOnSealing,
  startSealer,
  unsealedLooks,
  verifyLooks,
  type Sealer,
  type SealerOptions,
  type SetAside,
  type ToldSetAside,
  type Fault,
  type Verdict,
  type VerifyOptions,
} from './seals/index.ts';
export type { Seer, Seers, SeerTie } from './seers.ts';
export { SIGNED } from './signed.ts';
export type { Subject } from './subject.ts';
export { listSchoolsOf } from './who-has.ts';
export { rolesText } from './roles-text.ts';
export { createThreshold, knownAs, type ShownSession, type Threshold } from './threshold.ts';
