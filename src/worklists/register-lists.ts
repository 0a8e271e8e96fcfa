import type { List } from './list.ts';

/** Lists of what a register itself leaves open: a reason, an end, and what was lost inside sessions marked as attended. */
export const registerLists = [
  {
    id: 'reason-not-known',
    group: 'school',
    about: 'child',
    unit: 'school-days',
    order: 'longest',
    oneEach: true,
    title: 'Reason still not known',
    asks: 'Children whose register still says N, reason not yet known, when five school days have gone by. The day of the absence is not counted: an N of Monday is here from the next Monday on, the last day for putting it right. A child who has left since then stays here until the register is put right.',
    next: 'Ask the family, then put the right code in place of N in the register. If nobody has answered, that is itself a reason to visit.',
    empty:
      'Every absence of this year that is five school days old has its reason in the register. Absence of the last few days is not looked at.',
    headings: { counted: 'School days waiting', since: 'First session' },
    columns: [
      { name: 'sessions', kind: 'count', heading: 'Sessions without a reason' },
      { name: 'last_date', kind: 'date', heading: 'Last of them' },
      { name: 'left_on', kind: 'date', heading: 'Left this school on' },
    ],
    sources: [
      {
        says: 'N is replaced by the right code within five school days.',
        where: 'DfE, Working together to improve school attendance (August 2024)',
        standing: 'secondary',
      },
    ],
  },
  {
    id: 'part-time-timetables',
    group: 'school',
    about: 'child',
    unit: 'school-days',
    order: 'longest',
    leading: 'running',
    title: 'Part-time timetables',
    asks: 'Children with sessions marked C2, those whose timetable still runs first, the longest first. It runs until the child has attended ten sessions without a C2 between them, or has left; other absence, holidays and registers not taken do not end it. No file says when a timetable is meant to end: what stands here is what the register shows.',
    next: 'Look up the date agreed for its end. If there is none, or it has passed, meet the family and agree the way back to full time. Where the hours are not rising, ask what would have to change.',
    empty: 'No session of this year is marked C2. A child who is sent home early without a code is not seen here.',
    headings: { counted: 'School days so far', since: 'First C2 session' },
    columns: [
      { name: 'running', kind: 'yes-no', heading: 'Still running' },
      { name: 'sessions', kind: 'count', heading: 'Sessions not offered (C2)' },
      { name: 'days', kind: 'count', heading: 'Days with such a session' },
      { name: 'rising', kind: 'yes-no', heading: 'Hours rising' },
      { name: 'first_week', kind: 'count', heading: 'Sessions attended in the first week to compare' },
      { name: 'last_week', kind: 'count', heading: 'And in the last' },
      { name: 'week_sessions', kind: 'count', heading: 'Sessions in such a week' },
      { name: 'left_on', kind: 'date', heading: 'Left this school on' },
      { name: 'elsewhere', kind: 'count', heading: 'C2 sessions at other schools' },
    ],
    sources: [
      {
        says: 'C2 marks a session for which a pupil of compulsory school age is not expected, under an agreed, temporary part-time timetable.',
        where: 'DfE, Pupil attendance in schools, technical guidance (2026)',
        standing: 'verified',
      },
      {
        says: 'A part-time timetable lasts the shortest time necessary, has an end by which the child is back full time, and is reviewed regularly with the family.',
        where: 'DfE, Working together to improve school attendance, as Norfolk and Rotherham councils give it',
        standing: 'secondary',
      },
      {
        says: 'It is over after ten sessions attended without C2. Weeks are compared that are whole, without other absence, and have as many sessions as the fullest such week; the hours rise where more were attended in the last than in the first.',
        where: 'Our own choice',
        standing: 'assumption',
      },
    ],
  },
  {
    id: 'minutes-inside',
    group: 'school',
    about: 'child',
    unit: 'minutes',
    order: 'longest',
    oneEach: true,
    title: 'Minutes lost inside sessions attended',
    asks: 'Children on the school’s roll who were marked present and lost 180 minutes of lessons or more this year: kept apart, taken out, gone from a lesson, kept in, late to a lesson or late to school.',
    next: 'Look at when and where it happens, and ask the child and the teacher. Minutes that come from one lesson or one time of day are a question about that lesson, not only about the child.',
    empty:
      'Nobody on roll lost 180 minutes inside sessions attended, as far as they were recorded. A school that records no removals shows nobody here.',
    headings: { counted: 'Minutes this year', since: 'First time' },
    columns: [
      { name: 'half_term', kind: 'count', heading: 'Of them in this half term' },
      { name: 'internal_exclusion', kind: 'count', heading: 'Internal exclusion' },
      { name: 'removed', kind: 'count', heading: 'Removed from a lesson' },
      { name: 'left_lesson', kind: 'count', heading: 'Left a lesson' },
      { name: 'detention', kind: 'count', heading: 'Detention in lesson time' },
      { name: 'late_to_lesson', kind: 'count', heading: 'Late to a lesson' },
      { name: 'late_mark', kind: 'count', heading: 'Late to school (L)' },
      { name: 'sessions', kind: 'count', heading: 'Sessions with minutes lost' },
    ],
    sources: [
      {
        says: 'Internal exclusion, removal, detention, lateness to lessons and truancy from lessons are forms of lost learning.',
        where: 'IPPR and The Difference, Who is losing learning? (2025), as Whole School SEND sums it up',
        standing: 'secondary',
      },
      {
        says: 'A session counts 180 minutes at most; where more were recorded, kinds are filled in the order of the columns. The list begins at 180 minutes, one session’s worth.',
        where: 'Our own choice',
        standing: 'assumption',
      },
    ],
  },
] as const satisfies readonly List[];
