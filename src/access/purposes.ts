/**
 * Why someone may look: the label written beside every look. It is chosen before the looking, and what was read for
 * one purpose may not be used for another (purpose limitation, UK GDPR article 5(1)(b)).
 *
 * `reads`: whether rows about children may be read for it.
 * `basis`: the lawful basis this software assumes. An area confirms it with its data protection officer.
 */
export const PURPOSES = {
  'attendance-and-inclusion-support': {
    why: 'To support a child’s attendance and inclusion',
    reads: 'children',
    basis: 'Public task, UK GDPR article 6(1)(e); Children Act 2004 s.10; Education Act 1996 s.436A',
  },
  'direct-care': {
    why: 'To plan and give the help that was agreed',
    reads: 'children',
    basis:
      'Public task, UK GDPR article 6(1)(e); health or social care, article 9(2)(h); the duty of confidence stays, so the agreement says what may be read',
  },
  'own-record': {
    why: 'To see what is kept about me or my child, and who looked',
    reads: 'children',
    basis: 'Right of access and openness, UK GDPR articles 12 to 15',
  },
  'safeguarding-emergency': {
    why: 'To protect a child when there is no time to ask for access',
    reads: 'children',
    basis:
      'Public task and vital interests, UK GDPR article 6(1)(d) and (e); safeguarding of children, Data Protection Act 2018, schedule 1, paragraph 18',
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
  rights: {
    why: 'To answer a request about someone’s own data, and to keep it no longer than it may be kept',
    reads: 'children',
    basis: 'Legal obligation, UK GDPR article 6(1)(c); articles 15 to 18; storage limitation, article 5(1)(e)',
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

export function listPurposes(): readonly Purpose[] {
  return Object.keys(PURPOSES).filter((key): key is Purpose => key in PURPOSES);
}

/** The purposes for which nothing about children is read: a look for one of them is no look at a child. */
export function listPurposesThatReadNothing(): readonly string[] {
  return Object.entries(PURPOSES).flatMap(([purpose, { reads }]) => (reads === 'nothing' ? [purpose] : []));
}

/**
 * What there is to read or to do, as policies tell it apart: a child’s account, entries of lists, who looked, restricted
 * notes, consents; and to give access, see who signs in, agree on sharing, publish, answer requests, look over
 * emergencies, speak for the place.
 */
export const DATA_CLASSES = {
  account: 'The account of a child’s sessions, with name, school, class and year group',
  lists: 'Entries in the lists of the working day',
  looks: 'Who looked at a child, and why',
  notes: 'That a restricted note exists, and who holds it; its words only for those it names',
  'note-writing': 'To write a restricted note, and end one of the own organisation',
  consents: 'What a child’s family agreed to be shared; to answer for oneself, or write an answer down',
  competence: 'To record that a young person can answer for themselves, and answers that were said to staff',
  emergencies: 'Emergency looks to be reviewed',
  'sign-ins': 'Who was invited to sign in, by whom, and what came of sign-ins',
  restricted: 'A child although the use of its record is restricted',
  people: 'Who has access, and to give and end it',
  agreements: 'Agreements on sharing between organisations',
  requests: 'Requests about someone’s own data, holds, and what is kept how long',
  publication: 'The account as published: to bring files in and work it out anew',
  place: 'Goals of the place, and challenges of its comparisons',
} as const;
export type DataClass = keyof typeof DATA_CLASSES;
