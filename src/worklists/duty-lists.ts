import { leavingGround } from './between-schools-lists.ts';
import type { List } from './list.ts';

const REGULATIONS = 'School Attendance (Pupil Registration) (England) Regulations 2024 (SI 2024/208)';

/** Words, and those of several that are told in one text, in the order of their names. */
function together(words: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const all: (readonly [name: string, words: string])[] = [];
  for (const [name, said] of Object.entries(words)) {
    const more = all.map(([names, also]) => [`${names}, ${name}`, `${also}; ${said}`] as const);
    all.push([name, said], ...more);
  }
  return Object.fromEntries(all);
}

/** Lists of what schools owe: returns to the authority, and registers. */
export const dutyLists = [
  {
    id: 'returns-due',
    group: 'area',
    about: 'child',
    unit: 'school-days',
    order: 'due',
    title: 'Returns that schools owe the authority',
    asks: 'Children who came onto a roll or left one, or were away long enough, so that their school owes the authority a return. Kith cannot see whether it was sent.',
    next: 'Look whether the return has come. If it has, there is nothing to do, and the entry goes by itself four weeks after it was due; if not, ask the school for it.',
    empty:
      'Nothing of the last four weeks calls for a return. A return on a child who does not attend regularly, which is a judgement, is not worked out here.',
    headings: { counted: 'School days since', since: 'Owed since' },
    columns: [
      {
        name: 'returns',
        kind: 'text',
        heading: 'Return',
        words: together({
          attendance: 'Attendance return',
          deletion: 'Deletion return',
          'new-pupil': 'New pupil return',
          sickness: 'Sickness return',
        }),
      },
      { name: 'sessions', kind: 'count', heading: 'Sessions absent' },
      leavingGround,
    ],
    sources: [
      {
        says: 'A school sends what its admission register says of a new pupil by the end of the fifth day after entry; not for usual first-year children on the first day of the year, unless asked.',
        where: `${REGULATIONS}, reg. 13(1)`,
        standing: 'verified',
      },
      {
        says: 'A school sends a return on a deletion; not for pupils who leave after their final year, unless asked.',
        where: `${REGULATIONS}, reg. 13(4)`,
        standing: 'verified',
      },
      {
        says: 'It does so as soon as the ground is met, and not later than the deletion.',
        where: 'Councils’ deletion forms',
        standing: 'secondary',
      },
      {
        says: 'A school tells the authority of a pupil ill (code I) for 15 school days, in a run or not.',
        where: 'Guides to DfE, Working together to improve school attendance (August 2024)',
        standing: 'secondary',
      },
      {
        says: 'A school tells the authority of a pupil away for ten continuous school days marked G, N, O or U.',
        where: 'No primary source was opened',
        standing: 'assumption',
      },
      {
        says: 'The five days after entry are days of the calendar. A sickness or attendance return is due on the day that makes it owed. Year 11 is a final year, also where a school has a sixth form.',
        where: 'Our reading',
        standing: 'assumption',
      },
    ],
  },
  {
    id: 'registers-not-taken',
    group: 'area',
    about: 'school',
    unit: 'sessions',
    order: 'due',
    title: 'Registers that were not taken',
    asks: 'Schools that were open on a day of which their register has no mark at all, for a class or for everyone. The oldest stand first.',
    next: 'Ask the school to complete its register, or, if it was closed, to say so with the right code. Until then nobody knows who was there. Where nothing has come since a day, ask about its files first.',
    empty:
      'Every school has a mark for every class in every session it opened. A single child without a mark is not looked for here.',
    headings: { counted: 'Children’s sessions without a mark', since: 'Day' },
    columns: [
      {
        name: 'missing',
        kind: 'text',
        heading: 'What is missing',
        words: {
          school: 'The whole school',
          classes: 'Single classes',
          silent: 'The whole school, on every day since',
        },
      },
      {
        name: 'part',
        kind: 'text',
        heading: 'Part of the day',
        words: { morning: 'Morning', afternoon: 'Afternoon', day: 'Morning and afternoon' },
      },
      { name: 'classes', kind: 'text', heading: 'Classes' },
      { name: 'days', kind: 'count', heading: 'School days without a mark' },
      { name: 'days_since', kind: 'count', heading: 'School days since' },
    ],
    sources: [
      {
        says: 'A register is taken at the start of each morning session and once in each afternoon session.',
        where: `${REGULATIONS}, reg. 10`,
        standing: 'verified',
      },
      {
        says: 'A class is said to have no register where none of its children, three or more, has a mark.',
        where: 'Our own choice: fewer may be single children who were missed',
        standing: 'assumption',
      },
    ],
  },
] as const satisfies readonly List[];
