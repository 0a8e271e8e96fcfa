/**
 * Where each rule of a list comes from, by the list’s id and the number of the source. `where` is here only if it says
 * more than a title: titles of laws and guidance are names, and stay as they are.
 */
export const listSource = {
  'list-source.reason-not-known.1': 'N is replaced by the right code within five school days.',
  'list-source.part-time-timetables.1':
    'C2 marks a session for which a pupil of compulsory school age is not expected, under an agreed, temporary part-time timetable.',
  'list-source.part-time-timetables.2':
    'A part-time timetable lasts the shortest time necessary, has an end by which the child is back full time, and is reviewed regularly with the family.',
  'list-source.part-time-timetables.2.where':
    'DfE, Working together to improve school attendance, as Norfolk and Rotherham councils give it',
  'list-source.part-time-timetables.3':
    'It is over after ten sessions attended without C2. Weeks are compared that are whole, without other absence, and have as many sessions as the fullest such week; the hours rise where more were attended in the last than in the first.',
  'list-source.part-time-timetables.3.where': 'Our own choice',
  'list-source.minutes-inside.1':
    'Internal exclusion, removal, detention, lateness to lessons and truancy from lessons are forms of lost learning.',
  'list-source.minutes-inside.1.where':
    'IPPR and The Difference, Who is losing learning? (2025), as Whole School SEND sums it up',
  'list-source.minutes-inside.2':
    'A session counts 180 minutes at most; where more were recorded, kinds are filled in the order of the columns. The list begins at 180 minutes, one session’s worth.',
  'list-source.minutes-inside.2.where': 'Our own choice',
  'list-source.no-session-attended.1':
    'A school tells the authority of a child of compulsory school age whose absence is unauthorised (G, N, O or U) for ten school days in a row.',
  'list-source.no-session-attended.1.where': 'Attendance return, as Stockport council’s form gives it',
  'list-source.no-session-attended.2': 'A school tells the authority of fifteen days of illness, in a row or not.',
  'list-source.no-session-attended.2.where': 'Sickness return, as Hertfordshire’s page for schools gives it',
  'list-source.no-session-attended.3':
    'The list begins at five school days, whatever the codes; study leave counts as not required.',
  'list-source.no-session-attended.3.where': 'Our own choice',
  'list-source.absence-crossings.1': 'Persistent: 10 % or more of an enrolment’s own possible sessions missed.',
  'list-source.absence-crossings.2':
    'Severe: 50 % or more. The week is the last that is over for every school of the area; the measure itself has no least number of sessions, 20 (ten school days) is ours.',
  'list-source.absence-crossings.2.where': 'Our own choice, and the measure as it is commonly given',
  'list-source.no-full-week.1':
    'A week counts as full by all sessions of the child’s calendar, over all schools; the list begins at four school weeks.',
  'list-source.no-full-week.1.where': 'Our own choice',
  'list-source.persistent-absence.1':
    'Persistent: 10 % or more of an enrolment’s own possible sessions missed; who is counted, by age and time of entry.',
  'list-source.persistent-absence.2':
    'Severe: 50 % or more. Since: the first week from whose end on it has held at the end of every week.',
  'list-source.persistent-absence.2.where': 'The measure as it is commonly given, and our own choice',
  'list-source.illness-15-days.1':
    'Schools tell the authority of pupils with code I who miss, or are expected to miss, fifteen days, in a row or not.',
  'list-source.illness-15-days.1.where': 'Sickness return, as Hertfordshire’s page for schools gives it',
  'list-source.illness-15-days.2':
    'Two sessions are a day; only compulsory school age counts. Whether a return was sent is in no file, so nothing here is called overdue.',
  'list-source.illness-15-days.2.where': 'Our own choice',
  'list-source.support-first.1':
    'Ten sessions with G, N, O or U within ten school weeks are the national threshold at which a school has to consider what follows; the weeks may span terms, school years and schools.',
  'list-source.support-first.1.where':
    'National framework for penalty notices (2024), as Manchester’s code of conduct and schools in Norfolk and Sefton give it',
  'list-source.support-first.2': 'Support comes before enforcement, in steps.',
  'list-source.support-first.2.where': 'DfE, Working together to improve school attendance (August 2024), not opened',
  'list-source.support-first.3':
    'A school week is a week with a session of the child’s own calendar that was not a planned closure.',
  'list-source.support-first.3.where': 'Our own choice',
  'list-source.off-roll.1':
    'An authority makes arrangements to know, so far as it can, which children of compulsory school age in its area are on no school’s roll and receive no suitable education otherwise.',
  'list-source.off-roll.2':
    'A gap of at most five school days that ends in an entry is not counted, nor a child who left for home education (ground f) or on the grounds e, j, k and l.',
  'list-source.off-roll.2.where': 'Kith’s account of lost learning; the grounds are those of SI 2024/208 reg. 9(1)',
  'list-source.destination-unconfirmed.1':
    'A pupil may be taken off the roll because they are registered at another school (ground a), or no longer come to one of two (ground c).',
  'list-source.destination-unconfirmed.2':
    'Such time is counted nowhere in the account, so it is listed until an arrival is known.',
  'list-source.destination-unconfirmed.2.where': 'Kith’s account of lost learning',
  'list-source.dual-not-tiling.1':
    'D is for a pupil due at the other school, which records the session: of the two registers exactly one accounts for it.',
  'list-source.dual-not-tiling.2':
    'A register that counts a session the other counts too is as wrong as two that leave it to each other.',
  'list-source.dual-not-tiling.2.where': 'Follows from the meaning of D',
  'list-source.suspended-after-day-five.1':
    'Full-time education is provided from the sixth consecutive school day, whether of one suspension or of several.',
  'list-source.suspended-after-day-five.2':
    'The school arranges it for a suspension, the authority after a permanent exclusion.',
  'list-source.suspended-after-day-five.2.where':
    'Education (Provision of Full-Time Education for Excluded Pupils) (England) Regulations 2007 (SI 2007/1870), explanatory note; pages of councils and unions',
  'list-source.suspended-after-day-five.3': 'E: suspended or permanently excluded, and no alternative provision made.',
  'list-source.suspended-after-day-five.4':
    'A school day counts where any part of it is suspended. A permanent exclusion counts from its own first day, and goes on off roll until the child is on another roll.',
  'list-source.suspended-after-day-five.4.where': 'Our reading',
  'list-source.suspended-15-days-in-term.1':
    'Governors decide on reinstatement where a suspension takes a pupil beyond 15 school days in a term, and beyond 5 where the parent makes representations.',
  'list-source.suspended-15-days-in-term.1.where':
    'School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012 (SI 2012/1033), reg. 24 (for academies; for other schools alike)',
  'list-source.suspended-15-days-in-term.2': 'Beyond 15 days they do so within 15 school days of the notice.',
  'list-source.suspended-15-days-in-term.3':
    'The notice is taken to be of the day on which the suspension began that took the child beyond 15. Half a day over is more than 5 or 15. Days are summed over all schools of the term.',
  'list-source.suspended-15-days-in-term.3.where': 'Our reading',
  'list-source.suspended-15-days-in-term.4': 'A suspension at lunchtime counts as half a day.',
  'list-source.suspended-15-days-in-term.4.where': 'Pages of Lancashire and Ealing councils on suspension',
  'list-source.suspended-45-days-in-year.1':
    'A pupil may be suspended for at most 45 school days in an academic year, summed over schools.',
  'list-source.suspended-45-days-in-year.2': 'A suspension at lunchtime counts as half a day.',
  'list-source.suspended-45-days-in-year.2.where': 'Pages of Lancashire and Ealing councils on suspension',
  'list-source.suspended-45-days-in-year.3':
    'Near means 30 days: a further 15, beyond which governors must meet, would use up what is left.',
  'list-source.suspended-45-days-in-year.3.where': 'Our own choice',
  'list-source.returns-due.1':
    'A school sends what its admission register says of a new pupil by the end of the fifth day after the entry; not of one placed in its most junior class whose starting day is the first of the school year, unless asked.',
  'list-source.returns-due.2':
    'A school sends a return on a deletion; not on pupils who leave after their final year, unless asked.',
  'list-source.returns-due.3': 'It does so as soon as the ground is met, and not later than the deletion.',
  'list-source.returns-due.3.where': 'Councils’ deletion forms',
  'list-source.returns-due.4':
    'A school tells the authority of a pupil ill (code I) for 15 school days, in a run or not.',
  'list-source.returns-due.4.where': 'Sickness return, as Derbyshire’s page for schools gives it',
  'list-source.returns-due.5':
    'A school tells the authority, once for each time, of a pupil away for ten continuous school days marked G, N, O or U.',
  'list-source.returns-due.5.where': 'Attendance return, as Stockport’s and Derbyshire’s pages for schools give it',
  'list-source.returns-due.6':
    'A sickness or attendance return is due on the day that makes it owed, though an authority may agree to have them once a month. Year 11 is a final year, also where a school has a sixth form.',
  'list-source.returns-due.6.where': 'Our reading',
  'list-source.registers-not-taken.1':
    'A register is taken at the start of each morning session and once in each afternoon session.',
  'list-source.registers-not-taken.2':
    'A class is said to have no register where none of its children, three or more, has a mark.',
  'list-source.registers-not-taken.2.where': 'Our own choice: fewer may be single children who were missed',
} as const;
