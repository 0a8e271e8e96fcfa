/** Measures of the account: what they are called and what they count. The same words stand in lost-learning; a test holds them together. */
export const measures = {
  'measures.children.title': 'Children',
  'measures.children.definition': 'Different children with at least one session in the account.',
  'measures.calendar.title': 'Sessions in the calendar',
  'measures.calendar.definition':
    'All sessions (half days) of the children’s calendars: each is in exactly one of ten states, and the states add up to this.',
  'measures.possible.title': 'Possible sessions',
  'measures.possible.definition':
    'Sessions in which the child could attend: attended, suspended, unauthorised, part-time and authorised.',
  'measures.lost_headline.title': 'Lost to suspension and unauthorised absence',
  'measures.lost_headline.definition':
    'Sessions suspended or absent without authority: the headline that can be compared with “Who is losing learning?”.',
  'measures.lost_absence.title': 'Lost to all absence',
  'measures.lost_absence.definition': 'The headline, and authorised absence and part-time timetables.',
  'measures.lost_extended.title': 'All learning lost',
  'measures.lost_extended.definition':
    'All absence, and what no absence figure shows: access not provided, sessions neither of two schools recorded, and time on no roll.',
  'measures.minutes_lost.title': 'Minutes lost inside sessions attended',
  'measures.minutes_lost.definition':
    'Minutes late and minutes out of lessons, in sessions the child attended; at most 180 a session.',
  'measures.absence_rate.title': 'Share of possible sessions lost to absence',
  'measures.absence_rate.definition':
    'Sessions suspended, unauthorised, part-time or authorised, out of possible sessions, over all children in the account.',
  'measures.overall_percent.title': 'Overall absence',
  'measures.overall_percent.definition':
    'Authorised and unauthorised absence out of possible sessions, by enrolment, as the DfE publishes it.',
  'measures.authorised_percent.title': 'Authorised absence',
  'measures.authorised_percent.definition':
    'Authorised absence (suspension and part-time timetables among it) out of possible sessions, by enrolment.',
  'measures.unauthorised_percent.title': 'Unauthorised absence',
  'measures.unauthorised_percent.definition': 'Codes G, N, O and U out of possible sessions, by enrolment.',
  'measures.persistent_percent.title': 'Persistent absence',
  'measures.persistent_percent.definition':
    'Enrolments that missed 10% or more of their own possible sessions, out of enrolments.',
  'measures.severe_percent.title': 'Severe absence',
  'measures.severe_percent.definition':
    'Enrolments that missed 50% or more of their own possible sessions, out of enrolments.',
  'measures.full_week_percent.title': 'Full weeks',
  'measures.full_week_percent.definition':
    'Children’s school weeks in which every session that counted for the child was attended, ten of ten or all there were in a short week, out of their school weeks that are over.',
  'measures.suspension_rate.title': 'Suspension rate',
  'measures.suspension_rate.definition':
    'Suspensions that began in the year, for every 100 sole and dual-main pupils on roll on the January census day.',
  'measures.permanent_exclusion_rate.title': 'Permanent exclusion rate',
  'measures.permanent_exclusion_rate.definition':
    'Permanent exclusions that began in the year, for every 100 sole and dual-main pupils on roll on the January census day.',
} as const;
