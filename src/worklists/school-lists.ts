import type { List } from './list.ts';

/** The lists of a school’s inclusion lead. */
export const schoolLists = [
  {
    id: 'reason-not-known',
    group: 'school',
    about: 'child',
    unit: 'school-days',
    order: 'longest',
    title: 'Reason still not known',
    asks: 'Children whose register still says N, reason not yet known, five school days or more after the session.',
    next: 'Ask the family, then put the right code in place of N in the register. If nobody has answered, that is itself a reason to visit.',
    empty: 'Every absence of five school days ago or more has its reason in the register.',
    headings: { counted: 'School days waiting', since: 'First session' },
    columns: [
      { name: 'sessions', kind: 'count', heading: 'Sessions without a reason' },
      { name: 'last_date', kind: 'date', heading: 'Last of them' },
    ],
    sources: [
      {
        says: 'N is replaced by the right code within five school days.',
        where: 'DfE, Working together to improve school attendance (August 2024)',
        standing: 'secondary',
      },
    ],
  },
] as const satisfies readonly List[];
