/** Why a rate is not what another system shows. */
export const why = {
  'why.link': 'Why does this differ from our own system, or from the DfE’s figure?',
  'why.title': 'Why does this figure differ?',
  'why.caption': '{place}, {year}',
  'why.lead':
    'Up to {date}, the same registers give different absence rates. Here is why they differ from each other, from what your own system shows, and from the DfE’s:',
  'why.rate': '{measure}: {rate}, {absent} of {possible} possible sessions',
  'why.recorded':
    'Every mark as it was first recorded, before any rule: {rate}, {absent} of {possible} possible sessions',
  'why.nothing': '{place} has no session in the registers of {year}, so there is nothing to explain.',
  'why.to.published': 'To the rate as the DfE counts',
  'why.to.account': 'To the account’s own rate',
  'why.no-trust': 'Schools in no trust',
  'why.not-here': 'There is nothing to explain here',
  'why.not-here.text':
    'Why figures differ is said of the area, of a trust, a phase and a school. <link>See it for the area</link>',
  'why.ask': 'Which absence rate does your system show?',
  'why.ask.hint': 'For the same days, like 6.1. Leave it empty to see every rule',
  'why.ask.button': 'See what would lead to it',
  'why.ask.wrong': 'Enter the absence rate your system shows as a percentage, like 6.1.',
  'why.same.published': '{asked}% is the rate as the DfE counts.',
  'why.same.account': '{asked}% is the account’s own rate.',
  'why.same.recorded': '{asked}% is what every mark as first recorded gives, before any rule.',
  'why.found.published': 'Otherwise as the DfE counts: {otherwise}',
  'why.found.account': 'Otherwise as the account counts: {otherwise}',
  'why.no-rule':
    'No rule by itself leads to {asked}%. Several may differ at once: hold your system’s number of possible sessions against {published} (DfE’s rules) and {account} (the account’s), and its dates against these.',
  'why.otherwise': 'If your system shows another figure',
  'why.otherwise.text':
    'If your system shows {rate}, it may {words}: then you would get {absent} of {possible} possible sessions.',
  'why.walk.published': 'From every session to the rate as the DfE counts, rule by rule',
  'why.walk.account': 'From every session to the account’s own rate, rule by rule',
  'why.walk.reached.published': 'What the rate counts',
  'why.walk.reached.account': 'What the account’s rate counts',
  'why.walk.start': 'Every session in the registers',
  'why.walk.start.why': 'With the marks as they were first recorded, the ones that cannot be used among them.',
  'why.walk.rule': 'Rule',
  'why.walk.sessions': 'Sessions',
  'why.walk.enrolments': 'Enrolments',
  'why.walk.possible': 'Possible',
  'why.walk.absent': 'Absent',
  'why.walk.rate': 'Rate then',
  'why.walk.changed': '{count} changed',
  'why.walk.enrolment.published': 'An enrolment is a child at a school; it leaves with its last session.',
  'why.walk.enrolment.account': 'An enrolment is a child at a school; the account of the area counts children.',
  'why.walk.rows':
    'A rule takes what no rule before it took, so the rows add up. Marks that were changed stay: the row says how many, and what that moved.',
  'why.walk.agrees': 'The last row is the same as the figure’s own sums.',
  'why.walk.disagrees': 'The last row is not the same as the figure’s own sums: please tell whoever runs this Kith.',
  'why.walk.idle': 'Nothing here is moved by: {rules}.',
  'why.walk.rules': 'Show what each rule is and where it comes from',
  'why.walk.source': '{why} Source: {source}.',
  'why.dfe': 'What the DfE itself publishes may still differ',
  'why.dfe.census':
    'Its termly figures come from the school census, a term later: what schools correct since is not in them.',
  'why.dfe.period': 'Its figures are of terms and years: hold a figure against one of the same period.',
  'why.dfe.sums':
    'Where the reasons and the total in a census return do not agree, it takes the sum of the reasons, unless that is below the total.',
  'why.dfe.daily':
    'Its daily figures are of the schools that share data; over several kinds of school they are weighted by the pupils of the census.',
  'why.dfe.source':
    'Source: DfE, pupil absence statistics and pupil attendance in schools: methodology. <link>Every measure and what it means</link>',
} as const;
