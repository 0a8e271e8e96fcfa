/** `/national`: the published picture of England. */
export const national = {
  'national.title': 'The real picture of England',
  'national.lead':
    'What the Department for Education (DfE) has published about time lost from school, and where each number comes from.',
  'national.not-area':
    'Nothing on this page is about the children of {area}. Places stand in order of name: where a place stands says nothing about how good its schools are.',
  'national.measure': 'One measure, place by place',
  'national.guide': 'What the guide says, checked',
  'national.lost-days': 'Days of learning lost in England',
  'national.more':
    '<statistics>All published statistics, by topic</statistics>: SEN, plans, health, deprivation and more, by place and group of pupils. <places>Places beside each other</places>: a profile of every authority and region, maps, and whether a difference is more than chance.',
  'national.latest': 'England, the latest whole school years',
  'national.headline': '{measure}: {period}',
  'national.per-100': 'For every 100 pupils. {period}',
  'national.choose.authorities': 'Authorities in',
  'national.years': 'England over the years',
  'national.years.title': '{measure} in England by school year',
  'national.years.in': '{measure} in England',
  'national.years.source':
    'Schools were closed to most pupils for part of 2019/20 and 2020/21, so those years are not like the others.',
  'national.years.year': 'School year',
  'national.years.closed': 'Schools were closed to most pupils for part of it',
  'national.regions.source': 'Square: England. Triangle: a region. In order of name.',
  'national.regions.in': '{measure}, England and regions',
  'national.authorities': 'Local authorities: {measure}, {period}',
  'national.authorities-in': 'Local authorities in {region}: {measure}, {period}',
  'national.authorities.none':
    'For this measure and period Kith holds no figures of authorities for all their schools together.',
  'national.symbol': 'Not published: <mark>{symbol}</mark> means: {reason}',
  'national.symbol.empty': 'an empty cell',
  'national.no-england':
    '“{measure}” has no figure for England and all pupils together. Look for it in the published statistics, by place.',
  'national.no-period': 'Kith holds no figures for “{measure}” in the period you asked for. These are the latest.',
  'national.guide.lead':
    '“Ambitious about Inclusion” (The Difference, 2026) gives figures for England and for places. Kith works {count, number} figures and statements of it out again from what DfE published, and says of each whether it agrees.',
  'national.guide.link': 'The guide, checked',
  'national.lost.lead':
    'An estimate, not a count. It adds the same two things as “Who is losing learning?” (IPPR and The Difference): absence that schools did not agree to, and suspension.',
  'national.lost.label': 'Days lost, {year}',
  'national.lost.of': '{absence} days of unauthorised absence and {suspension} days of suspension (code E)',
  'national.lost.millions': '{count} million',
  'national.lost.assumes': 'What it assumes',
  'national.lost.steps': 'How it is worked out, step by step',
  'national.lost.other':
    'Worked out another way, from the number of suspensions and how long they last, it comes to {days} days.',
  'national.lost.other-steps': 'The other way',
  'national.lost.number.percent': '{number}%',
  'national.lost.number.days': '{number} days',
  'national.lost.number.suspensions': '{number} suspensions',
} as const;
