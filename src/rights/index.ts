export { commandFor } from './command-for.ts';
export { assessArea } from './assessment/assess-area.ts';
export { type AssessedArea, type SettingsInForce } from './assessment/assessed-area.ts';
export { impactAssessmentText } from './assessment/impact-assessment.ts';
export { DATA_FLOWS, type DataPlace } from './data-flows.ts';
export { eraseChild, finishErasure, type Erased, type Erasing } from './erase.ts';
export { exportChild } from './export.ts';
export { type ChildRecord, type RecordPart } from './record-part.ts';
export { liftHold, listHolds, setHold, type Held, type Hold } from './hold.ts';
export { listGrounds } from './journal.ts';
export { keepInTime, type KeptClass } from './keep-in-time.ts';
export {
  addEvent,
  ASKED_BY,
  EVENT_KINDS,
  EXTENSIONS,
  kinds,
  listHappenings,
  listRequests,
  recordRequest,
  REFUSALS,
  REQUEST_KINDS,
  type AskedBy,
  type Because,
  type EventKind,
  type Happening,
  type NewRequest,
  type Request,
  type RequestEvent,
  type RequestKind,
} from './request.ts';
export {
  groundsFor,
  liftRestriction,
  listRestrictions,
  mayRestrictFor,
  restrict,
  seeRestriction,
  RESTRICTION_GROUNDS,
  type Restriction,
  type RestrictionGround,
} from './restriction.ts';
export { RETENTION, retentionClasses, type RetentionClass } from './retention.ts';
export { THREATS } from './threats/threats.ts';
export { threatsText } from './threats/threats-text.ts';
