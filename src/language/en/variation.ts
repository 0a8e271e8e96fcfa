/** `/variation`: how much authorities differ by more than chance. */
export const variation = {
  'variation.caption': 'How much authorities differ',
  'variation.not-said': 'What this does not say',
  'variation.not-said.which': 'Which places are high or low, and why. It is one number for all of England.',
  'variation.not-said.unfair':
    'That the differences are unfair: places differ in whom they teach, and nothing is allowed for here.',
  'variation.not-said.same':
    'That places with the same figure do the same: schools of one authority may differ as much.',
  'variation.not-said.child': 'What one child may expect: a child lives in one place, and goes to one school.',
  'variation.every-authority': 'Every authority with its interval',
  'variation.ask': 'Ask of another measure',
  'variation.not-published': '“{measure}” is not published for authorities.',
  'variation.cannot-say': 'For {period} it cannot be said how much chance alone explains. {reason}',
  'variation.no-more': 'In {period} authorities differed no more than chance may explain.',
  'variation.more': 'In {period} authorities differed by more than chance.',
  'variation.tenths':
    'By rates drawn towards the mean by what chance could do in a place of each size, one authority in ten was above {high} and one in ten below {low}: {ratio} times as much.',
  'variation.chance': 'Chance explains {share} of how far they are spread.',
  'variation.percent': '{share}%',
  'variation.percent.least': 'less than 1%',
  'variation.percent.most': 'more than 99%',
  'variation.authorities': '{count, number} authorities, {period}',
  'variation.scv': 'Systematic variation (SCV)',
  'variation.scv.text':
    '{scv}. It is how far authorities lie from England’s rate, squared, once chance is taken out. 0 is no more than chance; its square root, {root}%, is how far a typical authority lies above or below.',
  'variation.scv.interval': '{scv} (95% interval {low} to {high})',
  'variation.scv.draws': '{scv} (95% interval {low} to {high}, from 10,000 draws of authorities)',
  'variation.ratio': 'A tenth above, over a tenth below',
  'variation.ratio.text':
    '{high} ÷ {low} = {ratio}. Both from rates drawn towards the mean by what chance could do in a place of each size.',
  'variation.ratio.zero': 'The lower of the two is 0, so it cannot be divided.',
  'variation.explains': 'What chance explains',
  'variation.explains.none': 'Authorities do not differ at all.',
  'variation.explains.text': 'Of the spread between authorities {chance} is chance, and {more} more than chance.',
  'variation.years': 'How much authorities differ: {measure}',
  'variation.years.authorities': 'Authorities',
  'variation.years.scv': 'SCV',
  'variation.years.ratio': 'Tenth above over tenth below',
  'variation.years.chance': 'Chance explains',
  'variation.trend': 'Systematic variation between authorities: {measure}',
  'variation.trend.between': 'Between authorities',
  'variation.trend.heading': 'Is the difference growing?',
  'variation.trend.source':
    'SCV with its 95% interval. Wherever two intervals overlap widely, nothing is said of a change.',
  'variation.instead':
    'How far chance makes authorities differ cannot be worked out for “{measure}”. {why} This is another measure.',
  'variation.instead.no-counts': 'It has no counts of people by authority.',
  'variation.instead.period':
    'There are no figures of authorities for the period you asked for. These are the latest with counts.',
} as const;
