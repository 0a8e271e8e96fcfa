/** Schools beside what their own pupils would lead one to expect. */
export const compared = {
  'compared.title': 'Schools and what is expected of them',
  'compared.nothing': 'Nothing to compare',
  'compared.no-school': 'No school has come in yet.',
  'compared.no-such': 'No school of this area has that number (URN).',
  'compared.none':
    'Once their pupils are allowed for, none of the {count, number} {phase} has more or fewer pupils {cases} than chance and the usual differences between schools would explain.',
  'compared.both':
    'Of {count, number} {phase}, {more, plural, one {# has more} other {# have more}} and {fewer, plural, one {# has fewer} other {# have fewer}} pupils {cases} than their own pupils would lead one to expect, by more than chance and the usual differences between schools would explain.',
  'compared.more':
    'Of {count, number} {phase}, {more, plural, one {# has more} other {# have more}} pupils {cases} than their own pupils would lead one to expect, by more than chance and the usual differences between schools would explain.',
  'compared.fewer':
    'Of {count, number} {phase}, {fewer, plural, one {# has fewer} other {# have fewer}} pupils {cases} than their own pupils would lead one to expect, by more than chance and the usual differences between schools would explain.',
  'compared.text':
    '{definition} {year}, up to {date}. Schools stand in order of name. This is not a rank and must not be made into one: each school has its own pupils as its measure.',
  'compared.cannot': 'These schools cannot be compared. {reason}',
  'compared.download': 'Download this table (CSV)',
  'compared.wrong': '{link}. To speak for one school, open the school above.',
  'compared.what': 'What to compare',
  'compared.phase': 'Kind of school',
  'compared.show': 'Show',
  'compared.caption': '{measure}, {phase}, by name',
  'compared.school': 'School',
  'compared.school.link': '{school}<hidden>: how its own pupils are allowed for</hidden>',
  'compared.reading': 'Reading',
  'compared.reading.more': 'More than expected',
  'compared.reading.fewer': 'Fewer than expected',
  'compared.reading.as-expected': 'As expected',
  'compared.reading.cannot-say': 'Cannot be said',
  'compared.pupils': 'Pupils',
  'compared.expected': 'Expected',
  'compared.share': 'Share (95% interval)',
  'compared.times': 'Times expected (95% interval)',
  'compared.interval': '{value} ({low} to {high})',
  'compared.no-pupils': 'No pupils to count',
  'compared.left-out': 'Left out: {share} of its sessions have no mark',
  'compared.how': 'How to read this',
  'compared.how.expected':
    '<strong>Expected</strong> is what a school would have if its pupils of each year group, sex, free school meal status and special educational need did as such pupils do at all these schools together. What those four do not say is not allowed for.',
  'compared.how.times':
    '<strong>Times expected</strong> is the school’s own number over what is expected. Two schools’ are not to be held against each other, only each against 1: each has its own pupils as its measure.',
  'compared.how.reading':
    '<strong>Reading</strong> says “as expected” where chance and the usual differences between schools would explain what is seen: not that nothing is different, only that it cannot be told. It looks at all {schools} schools together, so that among those called different at most {percent}% are expected to be chance.',
  'compared.how.spread':
    'Schools differ from each other by about {spread} times expected for reasons that are not known here; only what goes beyond that is called different.',
  'compared.one.title': '{school}: {measure} and its pupils',
  'compared.one.not-compared': 'Not compared. {reason}',
  'compared.one.text': '{definition} {year}, up to {date}. <link>How is its {measure} worked out?</link>',
  'compared.one.text-alone': '{definition} {year}, up to {date}.',
  'compared.one.show': 'Show: {measures}',
  'compared.one.factors': 'What is allowed for, factor by factor',
  'compared.one.factors.text':
    'Every pupil is expected to do as pupils alike in all four do at all these schools together. The tables show one factor at a time; the expected numbers come from all four at once.',
  'compared.one.all': 'All {phase}, and how to read this',
  'compared.one.none-counted': '{school} has no pupils to count in {year}.',
  'compared.one.no-mark':
    '{school} is not compared: {share} of its sessions in {year} have no mark, so its year is not like the others’.',
  'compared.one.own':
    '{share} of what is expected comes from groups of pupils of which this school has more than half itself. There it is its own measure, and a difference shows less than it is.',
  'compared.one.had': '{school} has {cases} of {pupils} {pupilsWords} {casesWords} ({share}).',
  'compared.one.had-alone': '{school} has {cases} of {pupils} {pupilsWords} {casesWords}.',
  'compared.one.nothing': 'There is nothing to hold that against.',
  'compared.one.like':
    'Pupils like its own, at all these schools together, would have brought about {expected} ({share}).',
  'compared.verdict.more':
    'The difference is more than chance and the usual differences between schools would explain. It is a question to ask, together with the school, and not an answer.',
  'compared.verdict.fewer':
    'The difference is more than chance and the usual differences between schools would explain. Ask what the school does, and whether its registers and its roll tell the whole story.',
  'compared.verdict.as-expected':
    'A difference of this size comes about by chance and by the usual differences between schools.',
  'compared.factor.year_group': 'Year group',
  'compared.factor.sex': 'Sex',
  'compared.factor.fsm': 'Free school meals',
  'compared.factor.sen': 'Special educational needs',
  'compared.its-pupils': 'Its pupils',
  'compared.with-share': '{pupils} ({share})',
  'compared.all': 'All {phase}',
  'compared.at-all': '{measure} at all of them',
  'compared.expected-here': 'Expected here',
  'compared.here': 'Here',
  'compared.funnel': '{measure} by number of pupils, {phase}',
  'compared.funnel.things': 'schools',
  'compared.funnel.together': 'All these schools together',
  'compared.funnel.heading': 'Before their pupils are allowed for',
  'compared.funnel.source':
    'Every point is a school’s own share. A small school’s moves more by chance, so the limits open to the left. The table shows what is left once pupils are allowed for.',
  'compared.census': 'The pupils are those on roll on census day, {day}, and the registers here stop before it.',
  'compared.too-few':
    'There are {count} schools of this kind with pupils to count. With fewer than {fewest}, each would mostly be compared with itself.',
  'compared.no-case': 'No pupil of these schools was {cases}.',
} as const;
