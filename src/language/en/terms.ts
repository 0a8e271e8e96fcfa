/** A year’s half terms: what they are, and setting them. */
export const terms = {
  'terms.text.found':
    'A school year has six half terms. Kith finds them from the schools’ own days: they lie between the five breaks in which most schools are closed. Where your area’s dates are other than those here, set them.',
  'terms.text.use':
    'They decide which weeks are held against each other, and what counts as a term. They do not change the published measures, whose sixth half term begins on 1 June.',
  'terms.waiting.set': 'These dates were set. The figures are being worked out again with them.',
  'terms.waiting.reset':
    'The area’s own dates were taken back. The ones found from the schools’ days are being worked out: those below are from before.',
  'terms.caption': 'Half terms of {year}',
  'terms.half': 'Half term',
  'terms.term': 'Term',
  'terms.first': 'First day',
  'terms.last': 'Last day',
  'terms.from': 'Where from',
  'terms.from.set': 'Set by the area',
  'terms.from.found': 'Found from the schools’ days',
  'terms.from.usual': 'Usual date: the schools’ days do not say',
  'terms.wider': 'Some school opens outside the dates of {half}: its days from {from} to {to} are counted in it.',
  'terms.change': 'Change these dates<hidden> for {year}</hidden>',
  'terms.set': 'Set your own dates<hidden> for {year}</hidden>',
  'terms.go-back': 'Go back to the dates found for {year}',
  'terms.told.set': 'The term dates are set. The figures are being worked out again.',
  'terms.told.reset': 'The dates are those found from the schools’ days again. The figures are being worked out again.',
  'terms.one': 'Term dates of {year}',
  'terms.one.text':
    'Give the first and the last day of each half term on which pupils come in. Figures are worked out again with what you set.',
  'terms.one.set': 'Set these dates',
  'terms.one.leave': 'Leave them as they are',
  'terms.fault.no-first': 'Enter the first day of {half}, like {date}.',
  'terms.fault.no-last': 'Enter the last day of {half}, like {date}.',
  'terms.fault.outside-year': 'Enter a day of {year}: from {from} to {to}.',
  'terms.fault.backwards': 'Enter a last day of {half} on or after its first.',
  'terms.fault.same-week':
    '{half} must begin in a later week than the half term before it ends in ({date}): a week is in one half term.',
} as const;
