/** Year groups, classes and groups of one school’s children. */
export const schoolGroups = {
  'school-groups.heading': 'Classes and groups',
  'school-groups.words': 'Each has the same account as the school, from the school’s own register.',
  'school-groups.class': 'Class {class}',
  'school-groups.no-class': 'In no class that is known',
  'school-groups.by.year-group': 'Year group',
  'school-groups.by.class': 'Class',
  'school-groups.by.sen': 'Special educational needs',
  'school-groups.by.fsm': 'Free school meals',
  'school-groups.by.sex': 'Sex',
  'school-groups.by.in-care': 'In care',
  'school-groups.summary':
    'In {year} up to {date}, the register of {school} shows {absence} lost to absence by the {children} {count, plural, one {child} other {children}} of this group.',
  'school-groups.few':
    'A sum of one or two children is about those children: share it as you would share what you know of them.',
  'school-groups.hidden': 'Figures of groups are not shown while the use of a record in this school is restricted.',
  'school-groups.school': 'Groups are as the school recorded last. <link>See the whole school</link>',
  'school-groups.lists': 'In the lists of the working day',
  'school-groups.no-lists': 'None of these children stands in a list of the working day.',
  'school-groups.not-found': 'Group not found',
  'school-groups.not-found.words':
    'This school has no child of that year group, class or group in the account of this year.',
  'school-groups.route': 'The ten states of these children in this school’s own register.',
  'school-groups.route-week':
    'The ten states of these children in this week of this school’s own register, added up again.',
  'school-groups.route-cause': 'The sessions of these children in this school’s own register.',
  'school-groups.to-school': 'Go to the school',
} as const;
