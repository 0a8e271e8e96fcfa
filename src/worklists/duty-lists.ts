import { leavingGround } from './between-schools-lists.ts';
import type { List } from './list.ts';
import { wordsTogether } from './words-together.ts';

const REGULATIONS = 'School Attendance (Pupil Registration) (England) Regulations 2024 (SI 2024/208)';

/** Lists of what schools owe: returns to the authority, and registers. */
export const dutyLists = [
  {
    id: 'returns-due',
    group: 'area',
    about: 'child',
    unit: 'school-days',
    order: 'due',
    doneUnseen: true,
    title: 'Returns that schools owe the authority',
    asks: 'Children who came onto a roll or left one, or were away long enough, so that their school owes the authority a return. Kith cannot see whether it was sent.',
    next: 'Look whether the return has come. If it has, there is nothing to do, and the entry goes by itself four weeks after it was due, and no sooner than the absence ends; if not, ask the school for it.',
    empty:
      'Nothing of the last four weeks calls for a return. A return on a child who does not attend regularly, which is a judgement, is not worked out here.',
    headings: { counted: 'School days since', since: 'Owed since' },
    columns: [
      {
        name: 'returns',
        kind: 'text',
        heading: 'Return',
        words: wordsTogether(
          {
            attendance: 'Attendance return',
            deletion: 'Deletion return',
            'new-pupil': 'New pupil return',
            sickness: 'Sickness return',
          },
          (all) => all.join('; '),
        ),
      },
      { name: 'sessions', kind: 'count', heading: 'Sessions absent' },
      leavingGround,
    ],
    sources: [
      {
        says: 'A school sends what its admission register says of a new pupil by the end of the fifth day after the entry; not of one placed in its most junior class whose starting day is the first of the school year, unless asked.',
        where: `${REGULATIONS}, reg. 13(1) to (3)`,
        standing: 'verified',
      },
      {
        says: 'A school sends a return on a deletion; not on pupils who leave after their final year, unless asked.',
        where: `${REGULATIONS}, reg. 13(4) and (5)`,
        standing: 'verified',
      },
      {
        says: 'It does so as soon as the ground is met, and not later than the deletion.',
        where: 'Councils’ deletion forms',
        standing: 'secondary',
      },
      {
        says: 'A school tells the authority of a pupil ill (code I) for 15 school days, in a run or not.',
        where: 'Sickness return, as Derbyshire’s page for schools gives it',
        standing: 'secondary',
      },
      {
        says: 'A school tells the authority, once for each time, of a pupil away for ten continuous school days marked G, N, O or U.',
        where: 'Attendance return, as Stockport’s and Derbyshire’s pages for schools give it',
        standing: 'secondary',
      },
      {
        says: 'A sickness or attendance return is due on the day that makes it owed, though an authority may agree to have them once a month. Year 11 is a final year, also where a school has a sixth form.',
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
