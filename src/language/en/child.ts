/** One child’s page. */
export const child = {
  'child.class': 'class {form}',
  'child.summary':
    'In {year} up to {date}, {name} lost {days} of learning ({sessions} sessions), out of a calendar of {calendar} sessions, or {calendarDays}.',
  'child.restricted':
    'The use of this record is restricted since {since}: it is kept, and few people see it. They are the child, the family, whoever opens it in an emergency, and whoever answers for people’s data.',
  'child.this-child': 'this child',
  'child.download-only': '<download>Download every session (CSV)</download>',
  'child.download-or-looks':
    '<download>Download every session (CSV)</download> or <looks>see who looked at this child, and why</looks>',
  'child.balances': 'The account balances',
  'child.calendar': 'The year {year}, session by session',
  'child.calendar.source':
    'Each session is in the state that its deciding mark gives. Days that the school does not open are empty.',
  'child.days': 'Each school day in words',
  'child.day': 'Day',
  'child.morning': 'Morning',
  'child.afternoon': 'Afternoon',
  'child.cause': 'Cause',
  'child.download': '<link>Download every session (CSV)</link>. It is personal data about this child.',
  'child.away': 'The longest time away',
  'child.away.one-day':
    'On {date}: <strong>{sessions} in a row ({days})</strong> without one in school. Weekends, holidays and sessions that were not required are passed over.',
  'child.away.days':
    'From {from} to {to}: <strong>{sessions} in a row ({days})</strong> without one in school. Weekends, holidays and sessions that were not required are passed over.',
  'child.away.cause': '{cause}: {sessions}',
  'child.away.none': 'There was none: in every session that was marked and required, the child was in school.',
  'child.rolls': 'Schools',
  'child.see-school': 'See {school}',
  'child.gaps': 'Times on no school’s roll',
  'child.gaps.sum': 'In {year} they come to {sessions} sessions ({days}) of the account.',
  'child.spell.still': '{school}: {status} from {from}, and still is.',
  'child.spell.ended':
    '{school}: {status} from {from} to {to}. They were taken off its roll because {ground} (ground {letter}).',
  'child.spell.ended-to':
    '{school}: {status} from {from} to {to}. They were taken off its roll because {ground} (ground {letter}). They were to go to {destination}.',
  'child.spell.no-ground':
    '{school}: {status} from {from} to {to}. The school did not say on which ground they were taken off its roll.',
  'child.spell.no-ground-to':
    '{school}: {status} from {from} to {to}. The school did not say on which ground they were taken off its roll. They were to go to {destination}.',
  'child.outside-school': 'a school that is not in this area (URN {urn})',
  'child.outside-school.first': 'A school that is not in this area (URN {urn})',
  'child.gap.until': 'From {from}, until {until}: {outcome}.',
  'child.gap.no-arrival': 'From {from}, no arrival at a school is known: {outcome}.',
  'child.inside': 'Inside sessions',
  'child.inside.caption': 'Minutes lost in sessions attended',
  'child.inside.session': 'Session',
  'child.inside.recorded': 'What was recorded',
  'child.inside.counted': 'Minutes counted',
  'child.inside.none': 'No minutes late and no removals from lessons are recorded for this child in this year.',
  'child.inside.sum': 'Together {minutes} minutes are counted: at most 180 a session, and only in sessions attended.',
  'child.inside.late': 'Arrived late, code L',
  'child.inside.late-elsewhere': 'Late at another school',
  'child.inside.removal': '{removal} at {school}, {minutes} minutes',
  'child.inside.morning': '{date}, morning',
  'child.inside.afternoon': '{date}, afternoon',
  'child.suspensions': 'Suspensions and exclusions',
  'child.suspensions.from': 'From',
  'child.suspensions.what': 'What',
  'child.suspensions.by': 'By',
  'child.suspensions.reasons': 'Reasons recorded',
  'child.suspensions.length': 'Length',
} as const;
