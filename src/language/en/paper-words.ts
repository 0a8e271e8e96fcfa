/** What the page for governors says. */
export const paperWords = {
  'paper-words.hidden': 'hidden (c)',
  'paper-words.not-published': 'not published',
  'paper-words.not-compared': 'not compared',
  'paper-words.phase.primary': 'Primary school',
  'paper-words.phase.secondary': 'Secondary school',
  'paper-words.phase.all-through': 'All-through school',
  'paper-words.phase.special': 'Special school',
  'paper-words.phase.alternative-provision': 'Alternative provision',
  'paper-words.lost.late': 'Late, while the register was open',
  'paper-words.lost.late-to-lesson': 'Late to a lesson',
  'paper-words.lost.left-lesson': 'Left a lesson',
  'paper-words.lost.removed-from-lesson': 'Removed from a lesson',
  'paper-words.lost.internal-exclusion': 'Internal exclusion or isolation',
  'paper-words.lost.detention-in-lesson-time': 'Detention in lesson time',
  'paper-words.lost.access-failure': 'Transport or access not provided',
  'paper-words.lost.off-roll': 'On no school’s roll after this one',
  'paper-words.layer.other': 'Agreed absence, such as illness',
  'paper-words.layer.other-or-part-time': 'Agreed absence, part-time timetables with it',
  'paper-words.layer.other-or-suspended': 'Agreed absence, suspensions with it',
  'paper-words.layer.authorised': 'Agreed absence, suspensions and part-time timetables with it',
  'paper-words.layer.part-time': 'Part-time timetables',
  'paper-words.layer.unauthorised': 'Absence without agreement',
  'paper-words.layer.suspended': 'Suspended',
  'paper-words.layer.all': 'All absence',
  'paper-words.ask': 'What we may want to ask',
  'paper-words.ask.barriers':
    'What do pupils and families say keeps them from school, and what did we change because of it?',
  'paper-words.ask.early':
    'What is offered before absence becomes a pattern, and how do we know that it reached the child?',
  'paper-words.ask.return': 'What was tried before a suspension, and what was in place on the day the child came back?',
  'paper-words.ask.partTime': 'Has every part-time timetable a date on which it ends, and a plan for the way back?',
  'paper-words.ask.removed': 'What do pupils miss while they are out of lessons, and how do they catch up?',
  'paper-words.ask.unrecorded':
    'Time out of lessons is not recorded for the pupils counted here. Would we learn something if it were?',
  'paper-words.ask.unmarked': 'What stands in the way of taking every register?',
  'paper-words.left-out': 'What is not on this page',
  'paper-words.left-out.pupil':
    'Anything about a single pupil. Numbers that count fewer than 8 pupils, that one or two pupils make up, or that would give such a number away are hidden (c). Other counts are rounded to the nearest 5.',
  'paper-words.left-out.rank': 'Any rank, target or judgement. A school’s figures say what happened, not why.',
  'paper-words.left-out.cohort':
    'Pupils whom the DfE’s absence figures leave out: under 5 or over 15 on 31 August before the year, boarders, guests of other schools, and who first came in June or later.',
  'paper-words.share': '{percent} ({number} of {total})',
  'paper-words.span': '{from} to {to}',
  'paper-words.title': 'Learning time at {school}',
  'paper-words.about':
    'For governors: {term, select, autumn {autumn} spring {spring} other {summer}} term {year}, {days}. {phase}, URN {urn}.',
  'paper-words.about.no-days':
    'For governors: {term, select, autumn {autumn} spring {spring} other {summer}} term {year}. {phase}, URN {urn}.',
  'paper-words.invented': 'The school and everyone in it are invented.',
  'paper-words.worked': 'How it is worked out',
  'paper-words.worked.from':
    'From the school’s own registers and roll, as they were known on {date}. A session is half a day.',
  'paper-words.worked.rules':
    'Counted by the rules of the DfE’s absence statistics, kept to the days of this term; so a pupil’s tenth or half is of the sessions of this term alone.',
  'paper-words.worked.unmarked': 'Registers were not taken for {share} of sessions, which are in no figure here.',
  'paper-words.told': 'What happened to learning time',
  'paper-words.told.nothing':
    'There is nothing to show: no session of {school} in the {term, select, autumn {autumn} spring {spring} other {summer}} term of {year} is in the account.',
  'paper-words.told.hidden':
    'How much learning time was missed is not shown. So few pupils are counted here that a figure would tell about single pupils, and a page for governors may be read by anyone.',
  'paper-words.told.missed':
    'Pupils missed {percent} of the sessions (half days) they could have attended: about {days} days in all, or {each} days for each pupil.',
  'paper-words.told.agreed-hidden': 'How much of that the school had agreed to is not shown, because of small numbers.',
  'paper-words.told.agreed-all': 'All of that was absence the DfE counts as authorised, such as illness.',
  'paper-words.told.agreed':
    'About {days} of those days were missed without agreement. The others the DfE counts as authorised, such as illness.',
  'paper-words.told.last': 'In the same term last year it was {last}.',
  'paper-words.told.england':
    'England’s {schools} missed {percent} in the {term, select, autumn {autumn} spring {spring} other {summer}} term of {year}.',
  'paper-words.told.weeks':
    'Most was missed in the week of {most} ({mostPercent}), least in that of {least} ({leastPercent}).',
  'paper-words.told.persistent': '{percent} of pupils missed a tenth or more of their own sessions.',
  'paper-words.picture': 'Where sessions were missed',
  'paper-words.picture.weeks': 'Where sessions were missed, week by week',
  'paper-words.picture.halves': 'Where sessions were missed, by half term',
  'paper-words.picture.no-weeks': 'There are no weeks to draw.',
  'paper-words.picture.none': 'There is no picture: in every part of the term too few pupils would be counted.',
  'paper-words.picture.weeks.note':
    'Share of the sessions of each week that were missed. Weeks are named by their Monday.',
  'paper-words.picture.halves.note':
    'Share of the sessions of each half term that were missed. Single weeks would count too few pupils.',
  'paper-words.picture.together': 'What would count only a few pupils is drawn together with other absence.',
  'paper-words.picture.half.1': 'First half of the term',
  'paper-words.picture.half.2': 'Second half of the term',
  'paper-words.picture.words.all': 'Columns of the share of sessions missed, for all absence together. In all: {told}.',
  'paper-words.picture.words': 'Columns of the share of sessions missed, from the bottom up: {parts}. In all: {told}.',
  'paper-words.picture.column': '{label} {percent}',
  'paper-words.picture.next-column': '{first}, {next}',
  'paper-words.picture.next-part': '{first}; {next}',
  'paper-words.beside': 'Beside last year and England',
  'paper-words.beside.nothing': 'There is nothing to set beside other figures.',
  'paper-words.beside.share': 'Share of the term',
  'paper-words.beside.term': '{term} {year}',
  'paper-words.beside.england': 'England, {schools}, {year}',
  'paper-words.beside.all': 'Sessions missed (overall absence)',
  'paper-words.beside.unauthorised': 'Missed: without agreement',
  'paper-words.beside.suspended': 'Missed: suspended or excluded',
  'paper-words.beside.part-time': 'Missed: part-time timetable',
  'paper-words.beside.persistent': 'Pupils who missed a tenth or more',
  'paper-words.beside.severe': 'Pupils who missed half or more',
  'paper-words.beside.hidden': 'c: hidden, because of small numbers. It does not mean none.',
  'paper-words.beside.other': 'Kith holds no such figure for {year}, so England’s is beside last year’s.',
  'paper-words.beside.source':
    'England: Department for Education, {release}, from registers that schools share each day.',
  'paper-words.beside.not-over':
    'These figures are not of the whole term, only of {days}, so the whole {term, select, autumn {autumn} spring {spring} other {summer}} term of {year} is not set beside them.',
  'paper-words.beside.not-there':
    'The {term, select, autumn {autumn} spring {spring} other {summer}} term of {year} is not in the account, so last year is not set beside this one.',
  'paper-words.beside.stops':
    'The registers of the {term, select, autumn {autumn} spring {spring} other {summer}} term of {year} are not of the whole term, so it is not set beside this one.',
  'paper-words.beside.unmarked':
    'In the {term, select, autumn {autumn} spring {spring} other {summer}} term of {year} too many registers were not taken to set it beside other figures.',
  'paper-words.beside.no-england':
    'Kith holds no figure of England for {schools} in the {term, select, autumn {autumn} spring {spring} other {summer}} term of {year}.',
  'paper-words.inside': 'Lost in ways that absence does not show',
  'paper-words.inside.none': 'No minutes were recorded.',
  'paper-words.inside.how': 'How time was lost',
  'paper-words.inside.minutes': '{minutes} minutes, {pupils} pupils',
  'paper-words.inside.days': '{days} days, {pupils} pupils',
  'paper-words.inside.not-sent':
    'No minutes late and no time out of lessons are recorded for the pupils counted here. That does not mean that none happened.',
  'paper-words.inside.several': 'Only what the school records. A pupil may be in several rows.',
} as const;
