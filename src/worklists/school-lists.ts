import { absenceLists } from './absence-lists.ts';
import type { List } from './list.ts';
import { registerLists } from './register-lists.ts';
import { standingLists } from './standing-lists.ts';

/** The lists of a school’s inclusion lead, the daily ones first. */
export const schoolLists = [...registerLists, ...absenceLists, ...standingLists] as const satisfies readonly List[];
