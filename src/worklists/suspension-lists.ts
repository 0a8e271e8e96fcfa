import type { List, ListSource } from './list.ts';

const METHOD = 'DfE, Pupil exclusion statistics methodology';
const PROVISION =
  'Education (Provision of Full-Time Education for Excluded Pupils) (England) Regulations 2007 (SI 2007/1870)';
const REVIEWS = 'School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012 (SI 2012/1033)';

const LUNCHTIME = {
  says: 'A suspension at lunchtime counts as half a day.',
  where: 'Pages of Lancashire and Ealing councils on suspension',
  standing: 'secondary',
} as const satisfies ListSource;

/** Lists of children who are suspended or permanently excluded, and of what is then owed to them. */
export const suspensionLists = [
  {
    id: 'suspended-after-day-five',
    group: 'area',
    about: 'child',
    unit: 'school-days',
    order: 'longest',
    leading: 'running',
    title: 'Suspended or excluded beyond day five, with no education',
    asks: 'Children who, after the fifth school day of a suspension or permanent exclusion, are still marked E, or are on no roll since: those for whom it goes on first, then those of the last four school weeks.',
    next: 'Ask who arranges full-time education, and from when: the school for a suspension, the authority for a permanent exclusion. If there is some, E is the wrong code.',
    empty:
      'In the last four school weeks nobody was marked E, or was on no roll, after the fifth school day of a suspension or exclusion. It does not say how good the education is that was arranged.',
    headings: { counted: 'School days without education', since: 'Suspended or excluded since' },
    columns: [
      {
        name: 'arranged_by',
        kind: 'text',
        heading: 'To be arranged by',
        words: { school: 'The school (suspension)', authority: 'The authority (permanent exclusion)' },
      },
      { name: 'running', kind: 'yes-no', heading: 'Goes on' },
      { name: 'sessions', kind: 'count', heading: 'Sessions without education' },
      { name: 'records', kind: 'count', heading: 'Suspensions or exclusions recorded' },
    ],
    sources: [
      {
        says: 'Full-time education is provided from the sixth consecutive school day, whether of one suspension or of several.',
        where: `${PROVISION}, reg. 3 and 4, as amended by SI 2014/3216`,
        standing: 'verified',
      },
      {
        says: 'The school arranges it for a suspension, the authority after a permanent exclusion.',
        where: `${PROVISION}, explanatory note; pages of councils and unions`,
        standing: 'secondary',
      },
      {
        says: 'E: suspended or permanently excluded, and no alternative provision made.',
        where: 'DfE, Pupil attendance in schools, technical guidance (2026)',
        standing: 'verified',
      },
      {
        says: 'A school day counts where any part of it is suspended. A permanent exclusion counts from its own first day, and goes on off roll until the child is on another roll.',
        where: 'Our reading',
        standing: 'assumption',
      },
    ],
  },
  {
    id: 'suspended-15-days-in-term',
    group: 'area',
    about: 'child',
    unit: 'sessions',
    order: 'due',
    doneUnseen: true,
    title: 'Suspended for more than five days in a term',
    asks: 'Children suspended for more than five school days of this term: up to 15 the governors meet if the parent asks, beyond 15 they must meet.',
    next: 'Beyond 15 days, ask the school for the date of the governors’ meeting, and go to it if the authority may. Up to 15 days, ask whether the parent knows that they can ask for one.',
    empty:
      'No child has been suspended for more than five school days this term. Permanent exclusions are not counted here: governors meet for each.',
    headings: { counted: 'Sessions suspended in the term', since: 'First suspended in the term' },
    columns: [
      {
        name: 'meeting',
        kind: 'text',
        heading: 'Governors',
        words: { 'must-meet': 'Must meet', 'if-asked': 'Meet if the parent asks' },
      },
      { name: 'days', kind: 'count', heading: 'School days' },
      { name: 'term', kind: 'text', heading: 'Term', words: { autumn: 'Autumn', spring: 'Spring', summer: 'Summer' } },
      { name: 'schools', kind: 'count', heading: 'Schools' },
    ],
    sources: [
      {
        says: 'Governors decide on reinstatement where a suspension takes a pupil beyond 15 school days in a term, and beyond 5 where the parent makes representations.',
        where: `${REVIEWS}, reg. 24 (for academies; for other schools alike)`,
        standing: 'verified',
      },
      {
        says: 'Beyond 15 days they do so within 15 school days of the notice.',
        where: 'Rotherham SENDIASS, Suspension',
        standing: 'secondary',
      },
      {
        says: 'The notice is taken to be of the day on which the suspension began that took the child beyond 15. Half a day over is more than 5 or 15. Days are summed over all schools of the term.',
        where: 'Our reading',
        standing: 'assumption',
      },
      LUNCHTIME,
    ],
  },
  {
    id: 'suspended-45-days-in-year',
    group: 'area',
    about: 'child',
    unit: 'sessions',
    order: 'longest',
    oneEach: true,
    title: 'Near the limit of 45 days suspended in a year',
    asks: 'Children suspended for 30 school days or more of this academic year, over all their schools. The law allows 45.',
    next: 'Tell the school how many days are left, days at earlier schools among them, and ask what has been tried to keep the child in school.',
    empty:
      'No child has been suspended for 30 school days or more of this academic year, over all schools of the area.',
    headings: { counted: 'Sessions suspended in the year', since: 'First suspended in the year' },
    columns: [
      { name: 'days', kind: 'count', heading: 'School days' },
      { name: 'days_left', kind: 'count', heading: 'Days left of 45' },
      { name: 'past_limit', kind: 'yes-no', heading: 'Beyond the limit' },
      { name: 'schools', kind: 'count', heading: 'Schools' },
      { name: 'suspensions', kind: 'count', heading: 'Suspensions' },
    ],
    sources: [
      {
        says: 'A pupil may be suspended for at most 45 school days in an academic year, summed over schools.',
        where: METHOD,
        standing: 'verified',
      },
      LUNCHTIME,
      {
        says: 'Near means 30 days: a further 15, beyond which governors must meet, would use up what is left.',
        where: 'Our own choice',
        standing: 'assumption',
      },
    ],
  },
] as const satisfies readonly List[];
