/** Restricted notes about a child. */
export const notes = {
  'notes.title': 'Restricted notes',
  'notes.none': 'There is no restricted note that you may know of.',
  'notes.exists': '{organisation} holds a restricted note, since {when}. You cannot read it here. Ask {ask}.',
  'notes.one': 'A restricted note of {organisation}, by {author}, {when}. Others are told to ask {ask}.',
  'notes.end': 'End this note<hidden> of {when}</hidden>',
  'notes.write': 'Write a restricted note',
  'notes.text':
    'Only you and those you name read the words. Everyone else who sees the child, the family too, learns that your organisation holds a note, since when, and whom to ask.',
  'notes.words': 'What the note says',
  'notes.organisations': 'Which organisations may read it?',
  'notes.roles': 'Which roles may read it, where they see the child?',
  'notes.roles.hint': 'Wherever they work.',
  'notes.ask': 'Whom others should ask',
  'notes.ask.hint': 'A person or a desk, like “the duty clinician, 01632 960123”.',
  'notes.save': 'Save the note',
  'notes.fault.words': 'Write what the note says, in up to 4,000 characters',
  'notes.fault.ask': 'Enter whom others should ask, in 3 to 200 characters',
  'notes.fault.named': 'Choose an organisation or a role that may read it',
  'notes.fault.workplace': 'Ask an administrator to say which organisation you work for: a note is of an organisation',
} as const;
