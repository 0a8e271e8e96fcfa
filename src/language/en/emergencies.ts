/** Emergency looks, reviewed by the data protection officer. */
export const emergencies = {
  'emergencies.title': 'Emergency looks',
  'emergencies.text':
    'Each time somebody opened a child’s account in an emergency, with the reason they typed. Review each within one working day.',
  'emergencies.count':
    '{waiting, plural, =0 {Nothing waits for review} one {# waits for review} other {# wait for review}}; {overdue, plural, =0 {none is overdue} one {# is overdue} other {# are overdue}}.',
  'emergencies.waiting':
    '{count, plural, one {# emergency look waits for your review} other {# emergency looks wait for your review}}',
  'emergencies.one': 'UPN {upn}, {who}, {when}',
  'emergencies.who': 'Who',
  'emergencies.until': 'Open until',
  'emergencies.reason': 'Reason',
  'emergencies.review': 'Review',
  'emergencies.reviewed': '{outcome}. {who}, {when}',
  'emergencies.due': 'Due by {date}',
  'emergencies.overdue': 'Overdue: it was due by {date}',
  'emergencies.outcome.right': 'It was right',
  'emergencies.outcome.not-right': 'It was not right',
  'emergencies.note': 'Note',
  'emergencies.note.optional': 'Note (optional)',
  'emergencies.was-it-right': 'Was it right to open the account?',
  'emergencies.record': 'Record the review',
  'emergencies.told': 'The review was recorded.',
  'emergencies.fault.outcome': 'Choose whether it was right',
  'emergencies.fault.own': 'Somebody else reviews an emergency that you opened',
  'emergencies.fault.note': 'Write a note of up to 1,000 characters',
} as const;
