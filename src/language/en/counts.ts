/** Counts that stand in tables and are the parts of rates: what they are called and what they count. */
export const counts = {
  'counts.enrolments.title': 'Enrolments',
  'counts.enrolments.definition': 'A child at a school, however many spells, in DfE’s cohort.',
  'counts.persistent_enrolments.title': 'Enrolments persistently absent',
  'counts.persistent_enrolments.definition': 'Enrolments that missed 10% or more of their own possible sessions.',
  'counts.severe_enrolments.title': 'Enrolments severely absent',
  'counts.severe_enrolments.definition': 'Enrolments that missed 50% or more of their own possible sessions.',
  'counts.suspensions.title': 'Suspensions',
  'counts.suspensions.definition': 'Suspensions that began in the year, withdrawn ones apart.',
  'counts.permanent_exclusions.title': 'Permanent exclusions',
  'counts.permanent_exclusions.definition': 'Permanent exclusions that began in the year, withdrawn ones apart.',
  'counts.census_pupils.title': 'Pupils on census day',
  'counts.census_pupils.definition':
    'Pupils on a school’s roll, as their only or main school, on the January census day.',
  'counts.late-minutes.title': 'Minutes late',
  'counts.late-minutes.definition': 'Minutes late in sessions with code L, before the register closed.',
  'counts.late-sessions.title': 'Sessions late',
  'counts.late-sessions.definition': 'Sessions with code L in schools’ own registers.',
  'counts.left-for-home-education.title': 'Left for home education',
  'counts.left-for-home-education.definition':
    'Children whose spell on a roll ended in the year with ground f: the parent told the school that the child is to be educated otherwise.',
  'counts.cause.title': 'Code {code}: {meaning}',
  'counts.cause.definition': 'Sessions whose state was decided by code {code}: {meaning}.',
  'counts.gap.title':
    'Times on no school’s roll, {end, select, arrived {with an arrival since} other {with no arrival known}}',
  'counts.gap.definition':
    'Runs of days in the year on which a child who had been on a roll was on none. These are {words}.',
  'counts.gap.guests': 'Guest enrolments do not end such a time',
  'counts.gap.before': 'Days before a child’s first enrolment',
  'counts.removal.minutes.title': '{removal}: minutes',
  'counts.removal.minutes.definition':
    'Minutes in removals.csv of the kind “{removal}”, in sessions that the school opened while it had the child.',
  'counts.removal.removals.title': '{removal}: how often',
  'counts.removal.removals.definition':
    'Times in removals.csv of the kind “{removal}”, in sessions that the school opened while it had the child.',
  'counts.removal.withdrawn': 'Removals withdrawn later',
  'counts.state.definition': 'Sessions in the state “{state}”: {words}',
  'counts.source': 'Kith’s rules of the lost-learning account',
  'counts.source-guide': 'Kith’s rules of the lost-learning account (docs/guides/account.md)',
} as const;
