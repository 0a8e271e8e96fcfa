import type { List } from './list.ts';

/** Lists of children who are away now, and of what that has come to this week. */
export const absenceLists = [
  {
    id: 'no-session-attended',
    group: 'school',
    about: 'child',
    unit: 'school-days',
    order: 'longest',
    title: 'No session attended for days',
    asks: 'Children on a roll who have attended no session, at any of their schools, for 5, 10 or 15 school days up to now. Days on which nothing was required of them, days of study leave and days without a register are not counted; days on no roll between two schools are.',
    next: 'See the child, at home if need be, and find out what stands in the way. Ten days in a row that are all unauthorised, and fifteen days of illness, are also told to the authority.',
    empty: 'Every child on a roll has attended a session within the last five school days that counted for them.',
    headings: { counted: 'School days', since: 'First day away' },
    columns: [
      { name: 'reached', kind: 'count', heading: 'Days reached: 5, 10 or 15' },
      { name: 'sessions', kind: 'count', heading: 'Sessions missed' },
      { name: 'codes', kind: 'text', heading: 'Codes, the most frequent first' },
      { name: 'last_attended', kind: 'date', heading: 'Last attended this year' },
    ],
    sources: [
      {
        says: 'A school tells the authority of a child of compulsory school age whose absence is unauthorised (G, N, O or U) for ten school days in a row.',
        where: 'Attendance return, as Stockport council’s form gives it',
        standing: 'secondary',
      },
      {
        says: 'A school tells the authority of fifteen days of illness, in a row or not.',
        where: 'Sickness return, as Hertfordshire’s page for schools gives it',
        standing: 'secondary',
      },
      {
        says: 'The list begins at five school days, whatever the codes; study leave counts as not required.',
        where: 'Our own choice',
        standing: 'assumption',
      },
    ],
  },
  {
    id: 'absence-crossings',
    group: 'school',
    about: 'child',
    unit: 'sessions',
    order: 'longest',
    title: 'New in persistent or severe absence, or just out of it',
    asks: 'Children on the school’s roll whose absence since September passed 10 % or 50 % of possible sessions with the last whole school week, or fell below. A child is looked at from 20 possible sessions on: before that, a day or two of illness is already 10 %.',
    next: 'Speak with the families of those who came in this week, while it is news. Tell those who got out that it was seen.',
    empty: 'In the last whole school week nobody came into persistent or severe absence, and nobody got out of it.',
    headings: { counted: 'Sessions missed', since: 'Week from' },
    columns: [
      {
        name: 'change',
        kind: 'text',
        heading: 'What changed',
        words: {
          'into-persistent': 'Now persistently absent',
          'into-severe': 'Now severely absent',
          'out-of-severe': 'No longer severely, still persistently absent',
          'out-of-persistent': 'No longer persistently absent',
        },
      },
      { name: 'possible', kind: 'count', heading: 'Possible sessions' },
      { name: 'rate', kind: 'percent', heading: 'Missed' },
      { name: 'rate_before', kind: 'percent', heading: 'A week before' },
    ],
    sources: [
      {
        says: 'Persistent: 10 % or more of an enrolment’s own possible sessions missed.',
        where: 'DfE, Pupil absence in schools in England, methodology',
        standing: 'verified',
      },
      {
        says: 'Severe: 50 % or more. The week is the last that is over for every school of the area; the measure itself has no least number of sessions, 20 (ten school days) is ours.',
        where: 'Our own choice, and the measure as it is commonly given',
        standing: 'assumption',
      },
    ],
  },
  {
    id: 'no-full-week',
    group: 'school',
    about: 'child',
    unit: 'weeks',
    order: 'longest',
    title: 'No full week for four weeks or more',
    asks: 'Children on a roll with four school weeks or more up to now in each of which they missed something. A week is full when every session that counted for the child was attended: ten of ten, or all there were where the school opened for fewer. Sessions not required are passed over. A week in which nothing was missed and a register was not taken may have been full: it ends the count.',
    next: 'Look for the day or lesson that breaks the week, and plan with the child for one full week.',
    empty:
      'Every child on a roll has had a full week, or one that may have been full, within the last four school weeks that counted.',
    headings: { counted: 'School weeks without', since: 'Since the week of' },
    columns: [
      { name: 'last_full_week', kind: 'date', heading: 'Last full week' },
      { name: 'attended', kind: 'count', heading: 'Sessions attended since' },
      { name: 'possible', kind: 'count', heading: 'Of sessions that counted' },
    ],
    sources: [
      {
        says: 'A week counts as full by all sessions of the child’s calendar, over all schools; the list begins at four school weeks.',
        where: 'Our own choice',
        standing: 'assumption',
      },
    ],
  },
] as const satisfies readonly List[];
