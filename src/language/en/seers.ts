/** Who can see a child now, and what lets them. */
export const seers = {
  'seers.title': 'Who can see this child',
  'seers.text':
    'Everyone who can open this child’s record today, with the work or the tie that lets them. Who can see it has not always looked: <looks>see who looked, and why</looks>.',
  'seers.ask':
    'Is somebody here who should not be? Ask an area administrator to end their tie: it counts from that moment. What each role may see stands in the guide to roles.',
  'seers.count': '{count, plural, one {# person can see this child} other {# people can see this child}}',
  'seers.unnamed':
    '{count, plural, one {One more person works with this child under an agreement on sharing and sees what it allows. Who that is, is for the child and the data protection officer to know.} other {# more people work with this child under agreements on sharing and see what these allow. Who they are, is for the child and the data protection officer to know.}}',
  'seers.who': 'Who',
  'seers.through': 'Through what',
  'seers.since': 'Since: {since}',
  'seers.none': 'Nobody can see this child now.',
  'seers.from-start': 'Since Kith was set up',
  'seers.by.area': 'Works for the whole area',
  'seers.by.school': 'Works with {school}, where this child is or was on roll',
  'seers.by.class': 'Is tied to class {form} at {school}, where this child is now',
  'seers.by.child': 'Is tied to this child',
  'seers.by.agreed': 'Works with this child under an agreement in force',
  'seers.by.emergency': 'Has an emergency open for this child now',
  'seers.by.in-care': 'Is tied to the children in care, of whom this child is one',
} as const;
