/** Opening a child’s account in an emergency. */
export const emergency = {
  'emergency.title': 'See a child’s account in an emergency',
  'emergency.text':
    'Use this only to protect a child when there is no time to ask for access. The account of this one child opens for {hours} hours and then closes by itself.',
  'emergency.seen':
    'The child sees that you looked in an emergency, and when. A parent or carer sees it once the data protection officer has reviewed it.',
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
    'You see this page in an emergency, until {until}. The child sees that you looked, and the family once it is reviewed. Only this page is open to you.',
  'emergency.fault.not-again':
    'It was found not right that you opened this account before, so you cannot open it again. If the child has to be protected now, ask the data protection officer, or a colleague who may.',
  'emergency.fault.too-many':
    'You have {most} emergencies open that nobody has reviewed. Ask the data protection officer to review one, or a colleague to open this account.',
  'emergency.fault.reason': 'Say in {least} to {most} characters why you must see this account now',
} as const;
