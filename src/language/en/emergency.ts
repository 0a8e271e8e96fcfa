/** Opening a child’s account in an emergency. */
export const emergency = {
  'emergency.title': 'See a child’s account in an emergency',
  'emergency.text':
    'Use this only to protect a child when there is no time to ask for access. The account of this one child opens for {hours} hours and then closes by itself.',
  'emergency.seen': 'The child and the family see that you looked in an emergency, and when.',
  'emergency.told': 'The data protection officer reads your reason within one working day.',
  'emergency.danger': 'If a child is in danger now, call 999 first.',
  'emergency.reason': 'Why must you see this account now?',
  'emergency.reason.hint':
    'In {least} to {most} characters. Only the data protection officer reads it. It is kept, and it stays out of logs.',
  'emergency.break': 'Open the account',
  'emergency.open': 'The emergency is open until {until}.',
  'emergency.open.text':
    'Whatever is held here about this child, you can see it now. If nothing is held here, the page of the child says that none was found.',
  'emergency.to-child': 'Go to the child’s page',
  'emergency.offer': 'If a child has to be protected now, you can <link>ask for this account in an emergency</link>.',
  'emergency.seeing':
    'You see this page in an emergency, until {until}. The family sees that you looked. Only this page is open to you.',
  'emergency.fault.reason': 'Say in {least} to {most} characters why you must see this account now',
} as const;
