import { betweenSchoolsLists } from './between-schools-lists.ts';
import { dutyLists } from './duty-lists.ts';
import type { List } from './list.ts';
import { suspensionLists } from './suspension-lists.ts';

/** The lists of an authority’s officer responsible for children between schools. */
export const areaLists = [...betweenSchoolsLists, ...suspensionLists, ...dutyLists] as const satisfies readonly List[];
