import { areaLists } from './area-lists.ts';
import type { List } from './list.ts';
import { schoolLists } from './school-lists.ts';

/** Every list, in the order in which pages offer them. */
export const lists = [...schoolLists, ...areaLists] as const satisfies readonly List[];

export type ListId = (typeof lists)[number]['id'];

/** A list by its id, as an address or a command names it. */
export function findList(id: string): List<ListId> | undefined {
  return lists.find((list) => list.id === id);
}

/** The relation its model makes: `reason-not-known` is `reason_not_known`. */
export function relationOf(list: List): string {
  return list.id.replaceAll('-', '_');
}
