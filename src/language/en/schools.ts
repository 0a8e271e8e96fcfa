/** The list of schools and one school’s page. */
export const schools = {
  'schools.title': 'Schools',
  'schools.lead': 'Each school’s own register for {year} up to {date}, in order of name.',
  'schools.text':
    'A child at two schools is in both registers, so these rows need not add up to the area’s total. Schools teach different children: a higher share here is a question to ask, not a mark. <link>See what each school’s own pupils would lead one to expect</link>',
  'schools.downloads':
    '<ledger>Download the schools’ account (CSV)</ledger> or <absence>absence as the Department for Education counts it (CSV)</absence>',
  'schools.grouped':
    'By phase: <phase>the account by phase (CSV)</phase> or <phaseAbsence>absence by phase (CSV)</phaseAbsence>. By trust: <trust>the account by trust (CSV)</trust> or <trustAbsence>absence by trust (CSV)</trustAbsence>. <each>See each trust</each>',
  'schools.kinds': 'Kinds of school',
  'schools.show': 'Show: {kinds}',
  'schools.all': 'All schools',
  'schools.caption': 'Schools by name',
  'schools.school': 'School',
  'schools.phase': 'Phase',
  'schools.no-sessions-phase': '{phase}; no sessions this year',
  'schools.children': 'Children',
  'schools.lost-absence': 'Sessions lost to absence',
  'schools.possible': 'Possible sessions',
  'schools.share': 'Share lost',
  'schools.lost': 'All learning lost',
  'schools.unmarked': 'Registers not taken',
  'schools.none': 'No school has come in yet.',
  'schools.one.caption': '{phase}, URN {urn}',
  'schools.one.balances': 'The register balances',
  'schools.one.register':
    'This is the school’s own register: sessions it opens while a child is on its roll, by its own marks. Time on no roll goes to the school last left.',
  'schools.one.nothing':
    '{school} has no session in the account of {year}: no child was on its roll on a day it opened.',
  'schools.one.summary':
    'In {year} up to {date}, the register of {school} shows {absence} lost to absence by {children} {count, plural, one {child} other {children}}, of which {headline} to suspension and unauthorised absence.',
  'schools.one.links':
    '<children>See the children of this school</children> or <away>those away for three weeks or more in a row</away>, or <compared>see what its own pupils would lead one to expect</compared>',
  'schools.one.inside': 'Inside sessions',
  'schools.one.inside.caption': 'Minutes recorded, by how they were lost',
  'schools.one.inside.how': 'How',
  'schools.one.inside.times': 'Times',
  'schools.one.inside.minutes': 'Minutes recorded',
  'schools.one.inside.none':
    'This school has sent no removals and no minutes late. That they are not recorded does not mean that none happened.',
  'schools.one.inside.at-most':
    'The account counts at most 180 minutes a session, and only in sessions attended, so its total can be smaller than these rows together.',
} as const;
