import { leavingGrounds } from '#roll';
import type { DetailColumn, List } from './list.ts';
import { weekdayWords } from './words-together.ts';

/** The ground of a leaving, in every list that tells it: its letter, and what it says. */
export const leavingGround = {
  name: 'leaving_ground',
  kind: 'text',
  heading: 'Ground for leaving',
  words: Object.fromEntries(leavingGrounds.map(({ ground, words }) => [ground, `${ground}: ${words}`])),
} as const satisfies DetailColumn;

const lastSeen = {
  name: 'last_seen',
  kind: 'date',
  heading: 'Last attended, this year',
} as const satisfies DetailColumn;

/** Lists of children whom no school has, or of whom two schools do not agree which has them. */
export const betweenSchoolsLists = [
  {
    id: 'off-roll',
    group: 'area',
    about: 'child',
    unit: 'school-days',
    order: 'longest',
    title: 'On no school’s roll',
    asks: 'Children of compulsory school age who left a school of the area, are on no roll, and are not known to be lawfully elsewhere.',
    next: 'Find out where the child is, with the school last left and the family, and agree who is responsible for the next step. Where an arrival is known already, ask whether the child can start sooner.',
    empty:
      'No child of compulsory school age who left a school of the area waits on no roll. Children who never were on a roll here are in no file, and cannot be seen.',
    headings: { counted: 'School days waiting', since: 'Off roll since' },
    columns: [
      leavingGround,
      { name: 'destination_urn', kind: 'school', heading: 'Expected at' },
      { name: 'next_entry', kind: 'date', heading: 'Arrival known for' },
      lastSeen,
    ],
    sources: [
      {
        says: 'An authority makes arrangements to know, so far as it can, which children of compulsory school age in its area are on no school’s roll and receive no suitable education otherwise.',
        where: 'Education Act 1996 s.436A(1)',
        standing: 'verified',
      },
      {
        says: 'A gap of at most five school days that ends in an entry is not counted, nor a child who left for home education (ground f) or on the grounds e, j, k and l.',
        where: 'Kith’s account of lost learning; the grounds are those of SI 2024/208 reg. 9(1)',
        standing: 'assumption',
      },
    ],
  },
  {
    id: 'destination-unconfirmed',
    group: 'area',
    about: 'child',
    unit: 'school-days',
    order: 'longest',
    title: 'Destination not confirmed',
    asks: 'Children of compulsory school age who left for a school that is not named, or that is outside the area, and who are not known to have arrived anywhere.',
    next: 'Ask the school last left where the child went, and the school or authority there whether the child arrived. Until somebody says so, nobody here knows that the child is in a school.',
    empty:
      'Everyone of compulsory school age who left for another school is on a roll of the area, or has a school of the area to go to.',
    headings: { counted: 'School days since', since: 'Left, off roll since' },
    columns: [
      {
        name: 'destination',
        kind: 'text',
        heading: 'Destination',
        words: { 'destination-unknown': 'Not named', 'destination-outside': 'Outside the area' },
      },
      { name: 'destination_urn', kind: 'school', heading: 'School named' },
      leavingGround,
      lastSeen,
    ],
    sources: [
      {
        says: 'A pupil may be taken off the roll because they are registered at another school (ground a), or no longer come to one of two (ground c).',
        where: 'School Attendance (Pupil Registration) (England) Regulations 2024 (SI 2024/208), reg. 9(1)',
        standing: 'verified',
      },
      {
        says: 'Such time is counted nowhere in the account, so it is listed until an arrival is known.',
        where: 'Kith’s account of lost learning',
        standing: 'assumption',
      },
    ],
  },
  {
    id: 'dual-not-tiling',
    group: 'area',
    about: 'child',
    unit: 'weeks',
    order: 'longest',
    oneEach: true,
    title: 'Two registers that do not fit together',
    asks: 'Children on the rolls of two schools whose registers, in the last four school weeks, both say D (due at the other school), so that neither counts the child, or both count the child.',
    next: 'Ask both schools which of them has the child on these days, agree it in writing, and have the registers put right. Where nobody had the child, find out where the child was.',
    empty: 'In the last four school weeks exactly one register speaks for each child on two rolls in every session.',
    headings: { counted: 'School weeks since the first', since: 'First such session' },
    columns: [
      { name: 'other_urn', kind: 'school', heading: 'Other school' },
      { name: 'weekdays', kind: 'text', heading: 'Weekdays', words: weekdayWords },
      { name: 'nobody_recent', kind: 'count', heading: 'Sessions nobody has, last four weeks' },
      { name: 'twice_recent', kind: 'count', heading: 'Sessions counted twice, last four weeks' },
      { name: 'nobody_year', kind: 'count', heading: 'Sessions nobody has, this year' },
      { name: 'twice_year', kind: 'count', heading: 'Sessions counted twice, this year' },
    ],
    sources: [
      {
        says: 'D is for a pupil due at the other school, which records the session: of the two registers exactly one accounts for it.',
        where: 'DfE, Pupil attendance in schools, technical guidance (2026)',
        standing: 'verified',
      },
      {
        says: 'A register that counts a session the other counts too is as wrong as two that leave it to each other.',
        where: 'Follows from the meaning of D',
        standing: 'assumption',
      },
    ],
  },
] as const satisfies readonly List[];
