import type { List } from './list.ts';

/** The lists of an authority’s officer responsible for children between schools. */
export const areaLists = [
  {
    id: 'off-roll',
    group: 'area',
    about: 'child',
    unit: 'school-days',
    order: 'longest',
    title: 'On no school’s roll',
    asks: 'Children of compulsory school age who left a school of the area and are on no roll.',
    next: 'Find out where the child is, with the school last left and the family, and agree who is responsible for the next step.',
    empty: 'Every child of compulsory school age who left a school is on another roll, or is known to be elsewhere.',
    headings: { counted: 'School days waiting', since: 'Off roll since' },
    columns: [
      { name: 'leaving_ground', kind: 'text', heading: 'Ground for leaving' },
      { name: 'destination_urn', kind: 'school', heading: 'Expected at' },
    ],
    sources: [
      {
        says: 'An authority makes arrangements to find children of compulsory school age who are not on a roll and not otherwise being educated.',
        where: 'Education Act 1996 s.436A',
        standing: 'assumption',
      },
    ],
  },
] as const satisfies readonly List[];
