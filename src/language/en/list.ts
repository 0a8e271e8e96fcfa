/** What each list of the working day says of itself: the words of `src/worklists`, which a test holds to these. */
export const list = {
  'list.reason-not-known.title': 'Reason still not known',
  'list.reason-not-known.asks':
    'Children whose register still says N, reason not yet known, when five school days have gone by. The day of the absence is not counted: an N of Monday is here from the next Monday on, the last day for putting it right. A child who has left since then stays here until the register is put right.',
  'list.reason-not-known.next':
    'Ask the family, then put the right code in place of N in the register. If nobody has answered, that is itself a reason to visit.',
  'list.reason-not-known.empty':
    'Every absence of this year that is five school days old has its reason in the register. Absence of the last few days is not looked at.',
  'list.reason-not-known.since': 'First session',
  'list.reason-not-known.counted': 'School days waiting',
  'list.part-time-timetables.title': 'Part-time timetables',
  'list.part-time-timetables.asks':
    'Children with sessions marked C2, those whose timetable still runs first, the longest first. It runs until the child has attended ten sessions without a C2 between them, or has left; other absence, holidays and registers not taken do not end it. No file says when a timetable is meant to end: what stands here is what the register shows.',
  'list.part-time-timetables.next':
    'Look up the date agreed for its end. If there is none, or it has passed, meet the family and agree the way back to full time. Where the hours are not rising, ask what would have to change.',
  'list.part-time-timetables.empty':
    'No session of this year is marked C2. A child who is sent home early without a code is not seen here.',
  'list.part-time-timetables.since': 'First C2 session',
  'list.part-time-timetables.counted': 'School days so far',
  'list.minutes-inside.title': 'Minutes lost inside sessions attended',
  'list.minutes-inside.asks':
    'Children on the school’s roll who were marked present and lost 180 minutes of lessons or more this year: kept apart, taken out, gone from a lesson, kept in, late to a lesson or late to school.',
  'list.minutes-inside.next':
    'Look at when and where it happens, and ask the child and the teacher. Minutes that come from one lesson or one time of day are a question about that lesson, not only about the child.',
  'list.minutes-inside.empty':
    'Nobody on roll lost 180 minutes inside sessions attended, as far as they were recorded. A school that records no removals shows nobody here.',
  'list.minutes-inside.since': 'First time',
  'list.minutes-inside.counted': 'Minutes this year',
  'list.no-session-attended.title': 'No session attended for days',
  'list.no-session-attended.asks':
    'Children on a roll who have attended no session, at any of their schools, for 5, 10 or 15 school days up to now. Days on which nothing was required of them, days of study leave and days without a register are not counted; days on no roll between two schools are.',
  'list.no-session-attended.next':
    'See the child, at home if need be, and find out what stands in the way. Ten days in a row that are all unauthorised, and fifteen days of illness, are also told to the authority.',
  'list.no-session-attended.empty':
    'Every child on a roll has attended a session within the last five school days that counted for them.',
  'list.no-session-attended.since': 'First day away',
  'list.no-session-attended.counted': 'School days',
  'list.absence-crossings.title': 'New in persistent or severe absence, or just out of it',
  'list.absence-crossings.asks':
    'Children on the school’s roll whose absence since September passed 10 % or 50 % of possible sessions with the last whole school week, or fell below. A child is looked at from 20 possible sessions on: before that, a day or two of illness is already 10 %.',
  'list.absence-crossings.next':
    'Speak with the families of those who came in this week, while it is news. Tell those who got out that it was seen.',
  'list.absence-crossings.empty':
    'In the last whole school week nobody came into persistent or severe absence, and nobody got out of it.',
  'list.absence-crossings.since': 'Week from',
  'list.absence-crossings.counted': 'Sessions missed',
  'list.no-full-week.title': 'No full week for four weeks or more',
  'list.no-full-week.asks':
    'Children on a roll with four school weeks or more up to now in each of which they missed something. A week is full when every session that counted for the child was attended: ten of ten, or all there were where the school opened for fewer. Sessions not required are passed over. A week in which nothing was missed and a register was not taken may have been full: it ends the count.',
  'list.no-full-week.next':
    'Look for the day or lesson that breaks the week, and plan with the child for one full week.',
  'list.no-full-week.empty':
    'Every child on a roll has had a full week, or one that may have been full, within the last four school weeks that counted.',
  'list.no-full-week.since': 'Since the week of',
  'list.no-full-week.counted': 'School weeks without',
  'list.persistent-absence.title': 'Persistent and severe absence',
  'list.persistent-absence.asks':
    'Children on the school’s roll who have missed 10 % or more of their own possible sessions there since September, counted as the published measure counts them; severe from 50 %. Early in the year, or soon after a move, a few sessions are enough: see how many were possible. Children who have left count in the published measure and are not listed.',
  'list.persistent-absence.next':
    'Find out what stands in the way, at school, at home or on the way there, and agree a plan with the family. Where absence is severe, bring in the services that can help.',
  'list.persistent-absence.empty':
    'Nobody on roll whom the published measure counts has missed 10 % of possible sessions.',
  'list.persistent-absence.since': 'Persistently absent since the week of',
  'list.persistent-absence.counted': 'Sessions missed',
  'list.illness-15-days.title': 'Fifteen days of illness',
  'list.illness-15-days.asks':
    'Children on a roll with thirty sessions (fifteen school days) marked I since September, in a row or not, at whatever school. Two half days count as a day. Only days of compulsory school age are counted.',
  'list.illness-15-days.next':
    'Send the sickness return to the authority if it has not been sent, and ask with the family what education the child can have meanwhile. A child who is expected to miss fifteen days is told of before they are reached: no file says so.',
  'list.illness-15-days.empty':
    'No child on a roll has reached fifteen days of illness this year. One who is expected to is not seen here.',
  'list.illness-15-days.since': 'First of them',
  'list.illness-15-days.counted': 'Sessions of illness',
  'list.support-first.title': 'Support first',
  'list.support-first.asks':
    'Children on a roll with ten unauthorised sessions (G, N, O or U) in their last ten school weeks, over all their schools. Only days of compulsory school age are counted. The ten weeks may reach back into the school year before: Kith sees only those since September, so look the earlier ones up.',
  'list.support-first.next':
    'Go through the steps of support in their order, and write down what was offered and what came of it. An N may still turn out to have a good reason: ask first.',
  'list.support-first.empty':
    'Nobody on a roll has ten unauthorised sessions in the last ten school weeks of this year.',
  'list.support-first.since': 'Ten or more since',
  'list.support-first.counted': 'Sessions in ten school weeks',
  'list.off-roll.title': 'On no school’s roll',
  'list.off-roll.asks':
    'Children of compulsory school age who left a school of the area, are on no roll, and are not known to be lawfully elsewhere.',
  'list.off-roll.next':
    'Find out where the child is, with the school last left and the family, and agree who is responsible for the next step. Where an arrival is known already, ask whether the child can start sooner.',
  'list.off-roll.empty':
    'No child of compulsory school age who left a school of the area waits on no roll. Children who never were on a roll here are in no file, and cannot be seen.',
  'list.off-roll.since': 'Off roll since',
  'list.off-roll.counted': 'School days waiting',
  'list.destination-unconfirmed.title': 'Destination not confirmed',
  'list.destination-unconfirmed.asks':
    'Children of compulsory school age who left for a school that is not named, or that is outside the area, and who are not known to have arrived anywhere.',
  'list.destination-unconfirmed.next':
    'Ask the school last left where the child went, and the school or authority there whether the child arrived. Until somebody says so, nobody here knows that the child is in a school.',
  'list.destination-unconfirmed.empty':
    'Everyone of compulsory school age who left for another school is on a roll of the area, or has a school of the area to go to.',
  'list.destination-unconfirmed.since': 'Left, off roll since',
  'list.destination-unconfirmed.counted': 'School days since',
  'list.dual-not-tiling.title': 'Two registers that do not fit together',
  'list.dual-not-tiling.asks':
    'Children on the rolls of two schools whose registers, in the last four school weeks, both say D (due at the other school), so that neither counts the child, or both count the child.',
  'list.dual-not-tiling.next':
    'Ask both schools which of them has the child on these days, agree it in writing, and have the registers put right. Where nobody had the child, find out where the child was.',
  'list.dual-not-tiling.empty':
    'In the last four school weeks exactly one register speaks for each child on two rolls in every session.',
  'list.dual-not-tiling.since': 'First such session',
  'list.dual-not-tiling.counted': 'School weeks since the first',
  'list.suspended-after-day-five.title': 'Suspended or excluded beyond day five, with no education',
  'list.suspended-after-day-five.asks':
    'Children who, after the fifth school day of a suspension or permanent exclusion, are still marked E, or are on no roll since: those for whom it goes on first, then those of the last four school weeks.',
  'list.suspended-after-day-five.next':
    'Ask who arranges full-time education, and from when: the school for a suspension, the authority for a permanent exclusion. If there is some, E is the wrong code.',
  'list.suspended-after-day-five.empty':
    'In the last four school weeks nobody was marked E, or was on no roll, after the fifth school day of a suspension or exclusion. It does not say how good the education is that was arranged.',
  'list.suspended-after-day-five.since': 'Suspended or excluded since',
  'list.suspended-after-day-five.counted': 'School days without education',
  'list.suspended-15-days-in-term.title': 'Suspended for more than five days in a term',
  'list.suspended-15-days-in-term.asks':
    'Children suspended for more than five school days of this term: up to 15 the governors meet if the parent asks, beyond 15 they must meet.',
  'list.suspended-15-days-in-term.next':
    'Beyond 15 days, ask the school for the date of the governors’ meeting, and go to it if the authority may. Up to 15 days, ask whether the parent knows that they can ask for one.',
  'list.suspended-15-days-in-term.empty':
    'No child has been suspended for more than five school days this term. Permanent exclusions are not counted here: governors meet for each.',
  'list.suspended-15-days-in-term.since': 'First suspended in the term',
  'list.suspended-15-days-in-term.counted': 'Sessions suspended in the term',
  'list.suspended-45-days-in-year.title': 'Near the limit of 45 days suspended in a year',
  'list.suspended-45-days-in-year.asks':
    'Children suspended for 30 school days or more of this academic year, over all their schools. The law allows 45.',
  'list.suspended-45-days-in-year.next':
    'Tell the school how many days are left, days at earlier schools among them, and ask what has been tried to keep the child in school.',
  'list.suspended-45-days-in-year.empty':
    'No child has been suspended for 30 school days or more of this academic year, over all schools of the area.',
  'list.suspended-45-days-in-year.since': 'First suspended in the year',
  'list.suspended-45-days-in-year.counted': 'Sessions suspended in the year',
  'list.returns-due.title': 'Returns that schools owe the authority',
  'list.returns-due.asks':
    'Children who came onto a roll or left one, or were away long enough, so that their school owes the authority a return. Kith cannot see whether it was sent.',
  'list.returns-due.next':
    'Look whether the return has come. If it has, there is nothing to do, and the entry goes by itself four weeks after it was due, and no sooner than the absence ends; if not, ask the school for it.',
  'list.returns-due.empty':
    'Nothing of the last four weeks calls for a return. A return on a child who does not attend regularly, which is a judgement, is not worked out here.',
  'list.returns-due.since': 'Owed since',
  'list.returns-due.counted': 'School days since',
  'list.registers-not-taken.title': 'Registers that were not taken',
  'list.registers-not-taken.asks':
    'Schools that were open on a day of which their register has no mark at all, for a class or for everyone. The oldest stand first.',
  'list.registers-not-taken.next':
    'Ask the school to complete its register, or, if it was closed, to say so with the right code. Until then nobody knows who was there. Where nothing has come since a day, ask about its files first.',
  'list.registers-not-taken.empty':
    'Every school has a mark for every class in every session it opened. A single child without a mark is not looked for here.',
  'list.registers-not-taken.since': 'Day',
  'list.registers-not-taken.counted': 'Children’s sessions without a mark',
} as const;
