/** What a page says instead of itself: not found, not allowed, not yet, gone wrong. */
export const answers = {
  'answers.not-found': 'Page not found',
  'answers.not-found.text': 'If you typed the address, check it. If you followed a link, go back and choose another.',
  'answers.refused': 'This cannot be done',
  'answers.too-often': 'Too many requests',
  'answers.too-often.text': 'Wait a minute, then try again. Nothing was changed.',
  'answers.wrong': 'Sorry, there is a problem with Kith',
  'answers.wrong.text': 'Nothing was changed. Try again; if it happens again, tell whoever runs this Kith.',
  'answers.wrong.number': 'They will ask for the number of this request: {number}',
  'answers.not-allowed': 'You cannot see this page',
  'answers.no-school': 'School not found',
  'answers.no-school.text': 'No school of this area has that number (URN).',
  'answers.no-table': 'Table not found',
  'answers.no-table.text': 'There is no table of that name.',
  'answers.files': '<upload>Bring in files</upload> or look at <files>the files that are here</files>.',
  'answers.working': '{area} is being worked out',
  'answers.working.progress': '{words}: {percent}% done.',
  'answers.working.text':
    'The files are here. Kith is putting every session of every child into the account. This page looks again every few seconds.',
  'answers.working.again': 'Look again now',
  'answers.failed': 'The account could not be worked out',
  'answers.failed.text': 'Your files are safe and nothing in them was changed.',
  'answers.failed.told': 'Whoever brings in this area’s files can see why. Look again later, or ask them.',
  'answers.empty': 'Nothing is known about {area} yet',
  'answers.empty.reads':
    'Kith reads what schools already hold: their lists of schools, school days, rolls and registers.',
  'answers.empty.shows':
    'Once those are here, this page shows where children’s learning time went, session by session, and why.',
  'answers.tied-to-nobody': 'You are not tied to a school or a child yet',
  'answers.tied-to-nobody.text':
    'Ask an area administrator to say whom you work with. What you may see then shows here.',
  'answers.no-marks': 'There are no registers yet',
  'answers.no-marks.text':
    'The files that are here hold no attendance mark, so there is no day to work the account out to.',
} as const;
