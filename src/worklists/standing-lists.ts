import type { List } from './list.ts';

/** Lists of what absence has come to over the year, with the duties that follow from it. */
export const standingLists = [
  {
    id: 'persistent-absence',
    group: 'school',
    about: 'child',
    unit: 'sessions',
    order: 'longest',
    oneEach: true,
    title: 'Persistent and severe absence',
    asks: 'Children on the school’s roll who have missed 10 % or more of their own possible sessions there since September, counted as the published measure counts them; severe from 50 %. Early in the year, or soon after a move, a few sessions are enough: see how many were possible. Children who have left count in the published measure and are not listed.',
    next: 'Find out what stands in the way, at school, at home or on the way there, and agree a plan with the family. Where absence is severe, bring in the services that can help.',
    empty: 'Nobody on roll whom the published measure counts has missed 10 % of possible sessions.',
    headings: { counted: 'Sessions missed', since: 'Persistently absent since the week of' },
    columns: [
      { name: 'possible', kind: 'count', heading: 'Possible sessions' },
      { name: 'rate', kind: 'percent', heading: 'Missed' },
      { name: 'severe', kind: 'yes-no', heading: 'Severe' },
      { name: 'severe_since', kind: 'date', heading: 'Severe since the week of' },
    ],
    sources: [
      {
        says: 'Persistent: 10 % or more of an enrolment’s own possible sessions missed; who is counted, by age and time of entry.',
        where: 'DfE, Pupil absence in schools in England, methodology',
        standing: 'verified',
      },
      {
        says: 'Severe: 50 % or more. Since: the first week from whose end on it has held at the end of every week.',
        where: 'The measure as it is commonly given, and our own choice',
        standing: 'assumption',
      },
    ],
  },
  {
    id: 'illness-15-days',
    group: 'school',
    about: 'child',
    unit: 'sessions',
    order: 'longest',
    oneEach: true,
    title: 'Fifteen days of illness',
    asks: 'Children on a roll with thirty sessions (fifteen school days) marked I since September, in a row or not, at whatever school. Two half days count as a day. Only days of compulsory school age are counted.',
    next: 'Send the sickness return to the authority if it has not been sent, and ask with the family what education the child can have meanwhile. A child who is expected to miss fifteen days is told of before they are reached: no file says so.',
    empty: 'No child on a roll has reached fifteen days of illness this year. One who is expected to is not seen here.',
    headings: { counted: 'Sessions of illness', since: 'First of them' },
    columns: [
      { name: 'reached_on', kind: 'date', heading: 'Fifteen days reached on' },
      { name: 'days', kind: 'count', heading: 'Days with illness, half days too' },
      { name: 'in_a_row', kind: 'count', heading: 'Most sessions in a row' },
      { name: 'ill_now', kind: 'yes-no', heading: 'Ill at the last session' },
    ],
    sources: [
      {
        says: 'Schools tell the authority of pupils with code I who miss, or are expected to miss, fifteen days, in a row or not.',
        where: 'Sickness return, as Hertfordshire’s page for schools gives it',
        standing: 'secondary',
      },
      {
        says: 'Two sessions are a day; only compulsory school age counts. Whether a return was sent is in no file, so nothing here is called overdue.',
        where: 'Our own choice',
        standing: 'assumption',
      },
    ],
  },
  {
    id: 'support-first',
    group: 'school',
    about: 'child',
    unit: 'sessions',
    order: 'longest',
    oneEach: true,
    title: 'Support first',
    asks: 'Children on a roll with ten unauthorised sessions (G, N, O or U) in their last ten school weeks, over all their schools. Only days of compulsory school age are counted. The ten weeks may reach back into the school year before: Kith sees only those since September, so look the earlier ones up.',
    next: 'Go through the steps of support in their order, and write down what was offered and what came of it. An N may still turn out to have a good reason: ask first.',
    empty: 'Nobody on a roll has ten unauthorised sessions in the last ten school weeks of this year.',
    headings: { counted: 'Sessions in ten school weeks', since: 'Ten or more since' },
    columns: [
      { name: 'first_date', kind: 'date', heading: 'First of them' },
      { name: 'last_date', kind: 'date', heading: 'Last of them' },
      { name: 'not_known', kind: 'count', heading: 'Reason not known (N)' },
      { name: 'other', kind: 'count', heading: 'Other (O)' },
      { name: 'late', kind: 'count', heading: 'After the register closed (U)' },
      { name: 'holiday', kind: 'count', heading: 'Holiday not granted (G)' },
    ],
    sources: [
      {
        says: 'Ten sessions with G, N, O or U within ten school weeks are the national threshold at which a school has to consider what follows; the weeks may span terms, school years and schools.',
        where:
          'National framework for penalty notices (2024), as Manchester’s code of conduct and schools in Norfolk and Sefton give it',
        standing: 'secondary',
      },
      {
        says: 'Support comes before enforcement, in steps.',
        where: 'DfE, Working together to improve school attendance (August 2024), not opened',
        standing: 'assumption',
      },
      {
        says: 'A school week is a week with a session of the child’s own calendar that was not a planned closure.',
        where: 'Our own choice',
        standing: 'assumption',
      },
    ],
  },
] as const satisfies readonly List[];
