/** The fourteen forms of lost learning. The same words stand in lost-learning; a test holds them together. */
export const forms = {
  'forms.permanent-exclusion.title': 'Permanent exclusion',
  'forms.permanent-exclusion.words':
    'Seen in suspensions.csv (PERM), as code E until other education starts, and as time on no roll after it.',
  'forms.managed-move.title': 'Managed move',
  'forms.managed-move.words':
    'Seen as a move between schools in roll.csv. No file says that a move was a managed one, so they are not counted apart.',
  'forms.off-site-alternative-provision.title': 'Off-site alternative provision',
  'forms.off-site-alternative-provision.words':
    'Sessions at provision count as attended (B, K). Where two schools each mark D, nobody has a record, and Kith shows that.',
  'forms.suspension.title': 'Suspension',
  'forms.suspension.words': 'Seen as code E in the register and in suspensions.csv.',
  'forms.internal-exclusion.title': 'Internal exclusion or isolation',
  'forms.internal-exclusion.words': 'Seen as minutes inside attended sessions, where a school sends removals.csv.',
  'forms.detention.title': 'Detention in lesson time',
  'forms.detention.words':
    'Seen as minutes where a school sends removals.csv. Detention outside lessons loses no learning time and is not asked for.',
  'forms.outside-the-room.title': 'Standing outside the room',
  'forms.outside-the-room.words': 'Seen as minutes removed from a lesson, where a school sends removals.csv.',
  'forms.elective-home-education.title': 'Elective home education',
  'forms.elective-home-education.words':
    'Seen as a spell that ends with ground f. Learning at home is not in any register, so no sessions are counted lost.',
  'forms.severe-absence.title': 'Severe absence',
  'forms.severe-absence.words': 'Enrolments that miss half or more of their own possible sessions.',
  'forms.persistent-absence.title': 'Persistent absence',
  'forms.persistent-absence.words': 'Enrolments that miss a tenth or more of their own possible sessions.',
  'forms.truanting-lessons.title': 'Truanting lessons',
  'forms.truanting-lessons.words':
    'Whole sessions are seen as code O; leaving a lesson as minutes, where a school sends removals.csv.',
  'forms.toilet-trips.title': 'Long or frequent toilet trips',
  'forms.toilet-trips.words': 'No file carries it yet. Kith does not ask schools to record it.',
  'forms.time-out-cards.title': 'Time-out cards',
  'forms.time-out-cards.words':
    'No file carries it yet. A time-out card is often agreed support: it would need to be told apart from time lost.',
  'forms.lateness.title': 'Lateness to lessons',
  'forms.lateness.words':
    'Seen as minutes late with code L, as code U after the register has closed, and as minutes late to a lesson in removals.csv.',
} as const;
