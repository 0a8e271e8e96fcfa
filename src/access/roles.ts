import { listPurposes, type DataClass, type Purpose } from './purposes.ts';

export type Scope = 'area' | 'ties';

/** What ties can hold: the kinds of tie that give a role its reach. */
export type TieKind = 'school' | 'class' | 'child' | 'in-care';

export type RoleRow = {
  readonly title: string;
  /** Where such a person works; a family is one too. */
  readonly organisations: readonly OrganisationKind[];
  /** `area`: every child of the area. `ties`: only those it is tied to. */
  readonly scopes: readonly Scope[];
  readonly ties: readonly TieKind[];
  /** What it may read or do, for each purpose that it may act for. The first that reads children is what pages act for. */
  readonly may: Partial<Readonly<Record<Purpose, readonly DataClass[]>>>;
  /** One sentence for people: what this person sees. */
  readonly sees: string;
};

export const ORGANISATION_KINDS = ['area', 'school', 'trust', 'health', 'youth', 'community', 'family'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Those whose people see a child by an agreement with the area or the child’s school, never by their role alone. */
export const AGREEING_KINDS = ['health', 'youth', 'community'] as const satisfies readonly OrganisationKind[];

const SUPPORT = 'attendance-and-inclusion-support';
const CASEWORK = {
  [SUPPORT]: ['account', 'lists', 'notes', 'consents', 'competence', 'note-writing'],
} as const;
const OVERSIGHT = { oversight: ['account', 'looks'] } as const;
const EMERGENCY = { 'safeguarding-emergency': ['account', 'restricted'] } as const;
const PLACE = { 'place-improvement': ['place'] } as const;
const RIGHTS = { rights: ['account', 'lists', 'looks', 'notes', 'requests', 'restricted'] } as const;
const OWN = { 'own-record': ['account', 'looks', 'notes', 'consents', 'restricted'] } as const;

/**
 * Who there is, and what each may see and do. This table is the only one: the rows of `access.role` and
 * `access.role_grant`, which the policies read, are made from it, and a test holds the two together; so are the words of
 * pages, the guide to roles and the data protection impact assessment.
 */
export const ROLES = {
  'area-administrator': {
    title: 'Area administrator',
    organisations: ['area'],
    scopes: ['area'],
    ties: [],
    may: {
      [SUPPORT]: ['account', 'lists', 'notes', 'consents'],
      'import-and-data-quality': ['account', 'lists', 'publication'],
      ...OVERSIGHT,
      'access-management': ['people', 'agreements', 'sign-ins'],
      ...PLACE,
      ...RIGHTS,
    },
    sees: 'Every child of the area; brings files in; gives and ends access; carries out what a request asks.',
  },
  'area-officer': {
    title: 'Authority officer',
    organisations: ['area'],
    scopes: ['area', 'ties'],
    ties: ['school', 'child'],
    may: { ...CASEWORK, ...OVERSIGHT, ...PLACE },
    sees: 'Every child of the area, or only the schools and children given.',
  },
  'virtual-school': {
    title: 'Virtual school officer',
    organisations: ['area'],
    scopes: ['ties'],
    ties: ['in-care', 'child'],
    may: { ...CASEWORK, ...OVERSIGHT, ...EMERGENCY },
    sees: 'Children in care, at whichever school they are.',
  },
  'data-protection-officer': {
    title: 'Data protection officer',
    // Of one school or trust they would see the whole area: whoever answers for that one asks the area’s.
    organisations: ['area'],
    scopes: ['area'],
    ties: [],
    may: {
      oversight: ['account', 'looks', 'emergencies', 'agreements', 'sign-ins', 'restricted'],
      rights: [...RIGHTS.rights, 'consents'],
    },
    sees: 'Who looked and why; emergency looks; agreements; and what a request about someone’s own data needs.',
  },
  head: {
    title: 'Head teacher',
    organisations: ['school'],
    scopes: ['ties'],
    ties: ['school'],
    may: { [SUPPORT]: ['account', 'lists', 'notes', 'consents', 'competence'], ...OVERSIGHT, ...EMERGENCY, ...PLACE },
    sees: 'The children of the school.',
  },
  'inclusion-lead': {
    title: 'Inclusion lead',
    organisations: ['school'],
    scopes: ['ties'],
    ties: ['school', 'child'],
    may: { ...CASEWORK, ...OVERSIGHT, ...EMERGENCY, ...PLACE },
    sees: 'The children of the school.',
  },
  senco: {
    title: 'SENCo',
    organisations: ['school'],
    scopes: ['ties'],
    ties: ['school', 'child'],
    may: { ...CASEWORK, ...OVERSIGHT, ...EMERGENCY },
    sees: 'The children of the school.',
  },
  'attendance-officer': {
    title: 'Attendance officer',
    organisations: ['school'],
    scopes: ['ties'],
    ties: ['school', 'child'],
    may: { [SUPPORT]: ['account', 'lists'], ...OVERSIGHT },
    sees: 'The children of the school.',
  },
  'class-teacher': {
    title: 'Class teacher',
    organisations: ['school'],
    scopes: ['ties'],
    ties: ['class'],
    may: { [SUPPORT]: ['account', 'lists'] },
    sees: 'The children who are in the class now.',
  },
  'trust-data-manager': {
    title: 'Trust data manager',
    organisations: ['trust'],
    scopes: ['ties'],
    ties: ['school'],
    may: {
      [SUPPORT]: ['account', 'lists'],
      'import-and-data-quality': ['account', 'lists'],
      ...OVERSIGHT,
      ...PLACE,
    },
    sees: 'The children of the trust’s schools.',
  },
  clinician: {
    title: 'CAMHS clinician',
    organisations: ['health'],
    scopes: ['ties'],
    ties: ['child'],
    may: { 'direct-care': ['account', 'notes', 'note-writing'], ...EMERGENCY },
    sees: 'Of children on the caseload, what an agreement in force allows.',
  },
  'youth-worker': {
    title: 'Youth worker',
    organisations: ['youth', 'community'],
    scopes: ['ties'],
    ties: ['child'],
    may: { 'direct-care': ['account'] },
    sees: 'Of children they work with, what an agreement in force allows.',
  },
  parent: {
    title: 'Parent or carer',
    organisations: ['family'],
    scopes: ['ties'],
    ties: ['child'],
    may: OWN,
    sees: 'Their own child, and who looked.',
  },
  'young-person': {
    title: 'Young person',
    organisations: ['family'],
    scopes: ['ties'],
    ties: ['child'],
    may: OWN,
    sees: 'Their own record, and who looked.',
  },
} as const satisfies Readonly<Record<string, RoleRow>>;

export type Role = keyof typeof ROLES;

export function findRole(text: string): Role | undefined {
  return listRoles().find((role) => role === text);
}

export function listRoles(): readonly Role[] {
  return Object.keys(ROLES).filter((key): key is Role => key in ROLES);
}

export function getRole(role: Role): RoleRow {
  return ROLES[role];
}

/** Whether someone of this role sees a child only as far as an agreement in force goes. */
export function seesByAgreement(role: Role): boolean {
  const { organisations } = getRole(role);
  return organisations.every((kind) => AGREEING_KINDS.some((agreeing) => agreeing === kind));
}

/** What may be read or done by a role for a purpose; nothing where it may not act for it. */
export function listGranted(role: Role, purpose: Purpose): readonly DataClass[] {
  return getRole(role).may[purpose] ?? [];
}

export function mayActFor(role: Role, purpose: Purpose): boolean {
  return listGranted(role, purpose).length > 0;
}

/** For what a page shows someone of this role a class of data: the first purpose of its row that may; undefined where none does. */
export function findPurpose(role: Role, wanted: DataClass): Purpose | undefined {
  const { may } = getRole(role);
  const inOrder = Object.keys(may).filter((key): key is Purpose => listPurposes().some((purpose) => purpose === key));
  return inOrder.find((purpose) => purpose !== 'safeguarding-emergency' && listGranted(role, purpose).includes(wanted));
}

/** At which kinds of organisation there are people of a role, as the database has it: role, kind. */
export function listWorkplaces(): readonly (readonly [Role, OrganisationKind])[] {
  return listRoles().flatMap((role) =>
    getRole(role).organisations.map((kind): readonly [Role, OrganisationKind] => [role, kind]),
  );
}

/** Every grant as the database has it, in order: role, purpose, class. */
export function listGrants(): readonly (readonly [Role, Purpose, DataClass])[] {
  return listRoles().flatMap((role) =>
    listPurposes().flatMap((purpose) =>
      listGranted(role, purpose).map((granted): readonly [Role, Purpose, DataClass] => [role, purpose, granted]),
    ),
  );
}
