import { findPurpose, mayActFor, type DataClass } from '#access';
import type { WebContext } from './context.ts';
import { isVisitor } from './person.ts';

/*
 * What whoever asks may do at most, by role and reach: so that pages offer nothing that would be refused. Whether it is
 * allowed is for `access` to say, each time, and for the database.
 */

/** Something of this class of data is theirs to see: of the area, or of those they are tied to. */
export function maySee(web: WebContext, wanted: DataClass): boolean {
  return !isVisitor(web) && findPurpose(web.actor.role, wanted) !== undefined;
}

/** All of the area is. */
export function maySeeArea(web: WebContext): boolean {
  return maySee(web, 'account') && web.actor.scope === 'area';
}

/** Goals and challenges are read and said by those whose role speaks for the place or for a school of it. */
export function maySpeak(web: WebContext): boolean {
  return !isVisitor(web) && mayActFor(web.actor.role, 'place-improvement');
}

/** Files are of the whole area: who brings them in works for it. */
export function mayBringFiles(web: WebContext): boolean {
  return !isVisitor(web) && web.actor.scope === 'area' && mayActFor(web.actor.role, 'import-and-data-quality');
}
