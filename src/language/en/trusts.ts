/** The list of trusts and one trust’s page. */
export const trusts = {
  'trusts.title': 'Trusts',
  'trusts.none': 'No school of this area is in a trust. A school’s trust is the column trust of schools.csv.',
  'trusts.lead': 'The own registers of each trust’s schools for {year} up to {date}, in order of name.',
  'trusts.text':
    'Trusts run different schools, which teach different children: a higher share here is a question to ask, not a mark.',
  'trusts.in-none':
    '{count, plural, one {# school is in no trust, and not among these.} other {# schools are in no trust, and not among these.}}',
  'trusts.downloads':
    '<ledger>Download the trusts’ account (CSV)</ledger> or <absence>absence as the Department for Education counts it (CSV)</absence>',
  'trusts.caption': 'Trusts by name',
  'trusts.trust': 'Trust',
  'trusts.no-sessions': 'no sessions this year',
  'trusts.not-found': 'Trust not found',
  'trusts.not-found.text': 'No school of this area is in a trust of that name.',
  'trusts.all': 'All trusts of this area',
  'trusts.one.caption': '{count, plural, one {A trust with # school here} other {A trust with # schools here}}',
  'trusts.one.nothing': 'The schools of {trust} have no session in the account of {year}.',
  'trusts.one.summary':
    'In {year} up to {date}, the registers of {trust} show {absence} lost to absence by {children} {count, plural, one {child} other {children}}, of which {headline} to suspension and unauthorised absence.',
  'trusts.one.balance': 'The registers balance',
  'trusts.one.registers':
    'These are the schools’ own registers added up: sessions each opens while a child is on its roll, by its own marks. A child at two of the schools is in both. Time on no roll goes to the school last left.',
  'trusts.one.schools':
    'In order of name. Schools teach different children: a higher share here is a question to ask, not a mark. <link>Download the schools of this trust (CSV)</link>',
} as const;
