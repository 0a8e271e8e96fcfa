import type { Subject } from '#access';
import type { List } from '#worklists';
import type { ListQuery } from '../../urls.ts';

/** Groups of children that lists can be narrowed to, as an address names them. */
export const GROUPS = ['sex-F', 'sex-M', 'fsm-yes', 'fsm-no', 'sen-N', 'sen-K', 'sen-E', 'in-care-yes'] as const;
export type Group = (typeof GROUPS)[number];

/** Which entries: of a school, of some of its children. */
export type Narrowed = {
  readonly urn: number | undefined;
  readonly yearGroup: number | undefined;
  readonly class: string | undefined;
  readonly group: Group | undefined;
};

/** What a list was asked for, from its address; what cannot be read is no condition. */
export type Asked = Narrowed & { readonly isNew: boolean; readonly isOverdue: boolean; readonly page: number };

export function askedFor(query: Readonly<Record<string, string>>): Asked {
  const yearGroup = query['year-group'] ?? '';
  return {
    urn: /^\d{6}$/.test(query['school'] ?? '') ? Number(query['school']) : undefined,
    yearGroup: /^-?\d{1,2}$/.test(yearGroup) ? Number(yearGroup) : undefined,
    class: (query['class'] ?? '').trim().slice(0, 40) || undefined,
    group: GROUPS.find((one) => one === query['group']),
    isNew: query['new'] === 'yes',
    isOverdue: query['overdue'] === 'yes',
    page: /^[1-9]\d{0,5}$/.test(query['page'] ?? '') ? Number(query['page']) : 1,
  };
}

/** A list of one school’s children is a look at that school, not at the area. */
export function subjectOf({ urn }: Narrowed): Subject {
  return urn === undefined ? { kind: 'area' } : { kind: 'school', urn };
}

/** The address of what was asked for, for `urls.list`. */
export function queryOf(asked: Partial<Asked>): ListQuery {
  return {
    school: asked.urn,
    yearGroup: asked.yearGroup,
    class: asked.class,
    group: asked.group,
    isNew: asked.isNew === true,
    isOverdue: asked.isOverdue === true,
    page: asked.page,
  };
}

/** Whether anything but the school narrows it. */
export function isNarrowed({ yearGroup, class: form, group }: Narrowed): boolean {
  return yearGroup !== undefined || form !== undefined || group !== undefined;
}

/** A list about schools has no children to be narrowed to. */
export function narrowedFor(list: List, asked: Asked): Asked {
  return list.about === 'child' ? asked : { ...asked, yearGroup: undefined, class: undefined, group: undefined };
}
