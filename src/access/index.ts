export { createAccess, type Access } from './access.ts';
export { addActor, addTie, endActor, endTie, singleUser, type Actor, type Tie } from './actor.ts';
export type { ChildYearRow } from './child-year.ts';
export type { Look } from './looks.ts';
export type { Permit, PermitAnswer } from './permit.ts';
export { findCurrentPublication, type Publication } from './publication.ts';
export type { PublicationAbout } from './publishing.ts';
export { findRole, listRoles, mayActFor, PURPOSES, ROLES, type Purpose, type Role } from './roles.ts';
export type { Subject } from './subject.ts';
