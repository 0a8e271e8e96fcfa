/** Words of goals, challenges and comparisons, letter for letter as `accountability` says them: `dataText` finds them by this text. */
export const dataGoals = {
  'data-goals.reason.wrong-data.hint': 'Something was recorded or counted wrongly, or is missing',
  'data-goals.reason.unlike-schools.hint': 'Our intake, size or kind of school is not like those it stands beside',
  'data-goals.reason.wrong-period.hint': 'The two figures are not about the same time',
  'data-goals.reason.missing-context.hint': 'A flood, a merger, a new unit for children who need it',
  'data-goals.reason.other.hint': 'Say what',
  'data-goals.out.names-a-child': 'They named a child, or said something by which one could be known',
  'data-goals.out.names-a-person': 'They said something about another person that may not stand',
  'data-goals.out.ordered': 'A court or the Information Commissioner ordered it',
  'data-goals.out.other': 'Another reason',
  'data-goals.out.words': 'Words taken out',
  'data-goals.ending.reached': 'The goal was reached',
  'data-goals.ending.given-up': 'The goal was given up',
  'data-goals.assumes.pace':
    'The figure goes on changing by the same amount each year as it has since 2021/22. Earlier years are left out: schools were closed to most pupils for part of 2019/20 and 2020/21, and a line across that gap would join what was not one movement.',
  'data-goals.assumes.chance':
    'Each year lies around that line by chance, independently of the others. The interval is where one new year would lie 95 times in 100, if that were so.',
  'data-goals.assumes.plans':
    'Nothing is known of what the place is about to do. A plan that works shows up as a changed pace, and only after some years.',
  'data-goals.assumes.codes':
    'The codes of attendance changed in August 2024. Where a change of code moved sessions in or out of the figure, the pace has that in it too.',
  'data-goals.because.off-roll':
    'A child on no school’s roll is in no absence figure: absence falls when those who are absent most leave.',
  'data-goals.because.part-time':
    'A part-time timetable makes fewer sessions of a child’s week a full one, by agreement.',
  'data-goals.because.not-required':
    'Sessions marked as not required are out of the sum altogether: absence falls when more are marked so.',
  'data-goals.because.unmarked': 'A register that is not taken shows no absence.',
  'data-goals.because.suspended':
    'Time out of school by suspension: fewer suspensions are no gain where each of them is longer.',
  'data-goals.because.unauthorised':
    'A child sent home without its being recorded as a suspension is absent all the same.',
  'data-goals.because.suspensions':
    'Where fewer children are excluded for good, more may be suspended again and again.',
  'data-goals.because.exclusions': 'Where fewer children are suspended, more may be excluded for good.',
  'data-goals.because.severe': 'An average can get better while those who miss most miss more.',
  'data-goals.because.overall': 'Fewer children over a threshold is no gain where all of them miss more.',
  'data-goals.floor.authorised':
    'It falls when the same absence is recorded as authorised. Choose overall absence instead.',
  'data-goals.floor.another-code': 'It falls when the same absence gets another code. Choose overall absence instead.',
  'data-goals.floor.illness':
    'A child who is ill is not to come. It also falls when the same absence gets another code.',
  'data-goals.floor.appointment':
    'Appointments are part of care, and it falls when the same absence gets another code.',
  'data-goals.floor.suspended':
    'It falls when children are sent home without its being recorded. Choose suspensions, which are shown with what they might turn into.',
  'data-goals.floor.part-time':
    'It falls when part-time timetables are recorded under another code. It is shown beside goals for absence instead.',
  'data-goals.floor.late': 'It falls when registers are kept open for longer.',
  'data-goals.floor.no-reason': 'It falls when any reason is entered, right or wrong.',
  'data-goals.compared.persistent': 'Persistent absence',
  'data-goals.compared.severe': 'Severe absence',
  'data-goals.compared.suspended': 'Pupils suspended',
  'data-goals.compared.persistent.cases': 'persistently absent',
  'data-goals.compared.severe.cases': 'severely absent',
  'data-goals.compared.suspended.cases': 'suspended at least once',
  'data-goals.compared.enrolments': 'enrolments',
  'data-goals.compared.census': 'pupils on roll on census day',
  'data-goals.compared.persistent.definition':
    'Pupils who missed a tenth or more of their own possible sessions, counted as the Department for Education counts them.',
  'data-goals.compared.severe.definition':
    'Pupils who missed half or more of their own possible sessions, counted as the Department for Education counts them.',
  'data-goals.compared.suspended.definition':
    'Pupils on roll on census day in January whom the school suspended at least once in the year. A pupil counts once, however often suspended.',
  'data-goals.trend.too-few': 'There are fewer than 3 points, so no pace can be told from chance.',
  'data-goals.trend.one-time': 'All points are of one time, so there is no pace.',
  'data-goals.published.overall': 'Overall absence',
  'data-goals.published.daily-attendance': 'Attendance, from daily registers',
  'data-goals.published.daily-overall': 'Overall absence, from daily registers',
  'data-goals.published.daily-persistent': 'Persistent absence, from daily registers',
  'data-goals.published.suspensions': 'Suspensions',
  'data-goals.published.suspended': 'Pupils suspended at least once',
  'data-goals.published.unauthorised': 'Unauthorised absence',
  'data-goals.published.daily-unauthorised': 'Unauthorised absence, from daily registers',
  'data-goals.published.code-o': 'Other unauthorised absence (code O)',
  'data-goals.published.code-g': 'Holiday not agreed (code G)',
  'data-goals.published.code-i': 'Illness (code I)',
  'data-goals.published.code-m': 'Medical and dental appointments (code M)',
  'data-goals.published.code-e': 'Suspended or excluded, no other provision made (code E)',
  'data-goals.published.code-c2': 'Part-time timetable (code C2)',
  'data-goals.published.code-u': 'Arrived after registers closed (code U)',
  'data-goals.published.code-n': 'No reason given yet (code N)',
} as const;
