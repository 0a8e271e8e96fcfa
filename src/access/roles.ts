/**
 * Why someone may look: the label written beside every look. It is chosen before the looking, and what was read for
 * one purpose may not be used for another (purpose limitation, UK GDPR article 5(1)(b)).
 *
 * `reads`: whether rows about children may be read for it. The same rule stands in the policies of
 * the migrations; a test holds the two together.
 * `basis`: the lawful basis this software assumes. An area confirms it with its data protection officer.
 */
export const PURPOSES = {
  'attendance-and-inclusion-support': {
    why: 'To support a child’s attendance and inclusion',
    reads: 'children',
    basis: 'Public task, UK GDPR article 6(1)(e); Children Act 2004 s.10; Education Act 1996 s.436A',
  },
  'import-and-data-quality': {
    why: 'To bring files in and put right what is wrong in them',
    reads: 'children',
    basis: 'Public task, UK GDPR article 6(1)(e); accuracy, article 5(1)(d)',
  },
  oversight: {
    why: 'To answer who looked, and why',
    reads: 'children',
    basis: 'Accountability, UK GDPR article 5(2); right of access, article 15',
  },
  'access-management': {
    why: 'To give and end access',
    reads: 'nothing',
    basis: 'Security of processing, UK GDPR article 32',
  },
  'place-improvement': {
    why: 'To set goals for the place, and to say where a comparison of it is wrong',
    reads: 'nothing',
    basis: 'Public task, UK GDPR article 6(1)(e), for the names of those who act; no data about children is read',
  },
} as const satisfies Readonly<Record<string, PurposeRow>>;

type PurposeRow = { readonly why: string; readonly reads: 'children' | 'nothing'; readonly basis: string };
export type Purpose = keyof typeof PURPOSES;

/** What each role may act for, and how far it can see at most. */
export const ROLES = {
  'area-administrator': {
    title: 'Area administrator',
    sees: 'area',
    purposes: [
      'attendance-and-inclusion-support',
      'import-and-data-quality',
      'oversight',
      'access-management',
      'place-improvement',
    ],
  },
  'area-officer': {
    title: 'Area officer',
    sees: 'area',
    purposes: ['attendance-and-inclusion-support', 'oversight', 'place-improvement'],
  },
  'school-lead': {
    title: 'School lead',
    sees: 'ties',
    purposes: ['attendance-and-inclusion-support', 'oversight', 'place-improvement'],
  },
} as const satisfies Readonly<Record<string, RoleRow>>;

type RoleRow = {
  readonly title: string;
  readonly sees: 'area' | 'ties';
  readonly purposes: readonly Purpose[];
};
export type Role = keyof typeof ROLES;

export function findRole(text: string): Role | undefined {
  return listRoles().find((role) => role === text);
}

export function listRoles(): readonly Role[] {
  return ['area-administrator', 'area-officer', 'school-lead'];
}

/** The purposes for which nothing about children is read: a look for one of them is no look at a child. */
export function listPurposesThatReadNothing(): readonly string[] {
  return Object.entries(PURPOSES).flatMap(([purpose, { reads }]) => (reads === 'nothing' ? [purpose] : []));
}

export function mayActFor(role: Role, purpose: Purpose): boolean {
  const purposes: readonly Purpose[] = ROLES[role].purposes;
  return purposes.includes(purpose);
}
