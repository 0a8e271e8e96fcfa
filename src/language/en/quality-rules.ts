/** What the rules of data quality are, and who can mend what they find, as src/quality has them; a test holds the two together. */
export const qualityRules = {
  'quality-rules.register-not-taken.title': 'Registers not taken',
  'quality-rules.register-not-taken.wrong':
    'The school was open, children were on its roll, and the register has no mark for some or all of them.',
  'quality-rules.register-not-taken.why':
    'Nobody can say where these children were. The sessions are in no rate, so absence looks as if it were known.',
  'quality-rules.register-not-taken.counted': '{count, plural, one {# register} other {# registers}}',
  'quality-rules.register-not-taken.who': 'The school’s attendance officer, with the teacher of the class.',
  'quality-rules.register-not-taken.unknown':
    'Where the children were is known to the school alone: both ends are shown.',
  'quality-rules.mark-outside-spell.title': 'Marks while not on roll',
  'quality-rules.mark-outside-spell.wrong':
    'The register has marks for a child on days when the roll says that the child was not at the school.',
  'quality-rules.mark-outside-spell.why':
    'Marks outside a spell are not used. If the roll is wrong, the child’s days there are missing from the account.',
  'quality-rules.mark-outside-spell.counted':
    '{count, plural, one {# child at a school} other {# children at a school}}',
  'quality-rules.mark-outside-spell.who': 'The school’s data manager.',
  'quality-rules.mark-outside-spell.unknown': 'If it is the marks that are wrong, no figure changes.',
  'quality-rules.unknown-code.title': 'Marks with a code that does not exist',
  'quality-rules.unknown-code.wrong': 'The mark is none of the national attendance codes.',
  'quality-rules.unknown-code.why': 'A mark that cannot be read counts as no mark: the session is in no rate.',
  'quality-rules.unknown-code.counted': '{count, plural, one {# mark} other {# marks}}',
  'quality-rules.unknown-code.who':
    'The school’s attendance officer; where it is one code many times, whoever keeps the school’s list of codes.',
  'quality-rules.unknown-code.unknown':
    'What the code was meant to say is known to the school alone: both ends are shown.',
  'quality-rules.code-not-in-force.title': 'Marks with a code not in force that day',
  'quality-rules.code-not-in-force.wrong':
    'The code belongs to the other set: national codes changed on 19 August 2024.',
  'quality-rules.code-not-in-force.why':
    'J, H, F and Y changed their meaning or went. A mark with an old code counts as no mark.',
  'quality-rules.code-not-in-force.counted': '{count, plural, one {# mark} other {# marks}}',
  'quality-rules.code-not-in-force.who':
    'The school’s attendance officer; where it is many, whoever set up the codes for the new year.',
  'quality-rules.code-not-in-force.unknown': 'Several new codes can follow an old one: both ends are shown.',
  'quality-rules.session-not-open.title': 'Marks in sessions the school does not open',
  'quality-rules.session-not-open.wrong':
    'The register has marks, and the school calendar says that the school was closed for pupils or lists no such day.',
  'quality-rules.session-not-open.why':
    'These marks are not used. If the calendar is wrong, a whole session of every child is missing.',
  'quality-rules.session-not-open.counted':
    '{count, plural, one {# session of a school} other {# sessions of a school}}',
  'quality-rules.session-not-open.who': 'The school’s data manager, who keeps the school calendar.',
  'quality-rules.session-not-open.unknown': 'If it is the marks that are wrong, no figure changes.',
  'quality-rules.reason-never-given.title': 'Reason for absence still not known (N)',
  'quality-rules.reason-never-given.wrong':
    'N says that the reason is not known yet. It is to be replaced within five school days, and they have passed.',
  'quality-rules.reason-never-given.why':
    'N counts as unauthorised. Absence with a good reason stands as absence without one, and may lead to a penalty notice.',
  'quality-rules.reason-never-given.counted':
    '{count, plural, one {# child at a school} other {# children at a school}}',
  'quality-rules.reason-never-given.who': 'The school’s attendance officer.',
  'quality-rules.reason-never-given.unknown':
    'Where no reason is found, the absence stays unauthorised (O) and no figure changes.',
  'quality-rules.x-of-compulsory-age.title': 'Not required to attend (X), though of school age',
  'quality-rules.x-of-compulsory-age.wrong':
    'X is for children who are not of compulsory school age. By the birth date on the roll these are.',
  'quality-rules.x-of-compulsory-age.why':
    'X takes the session out of every rate: learning that was lost would not be seen.',
  'quality-rules.x-of-compulsory-age.counted':
    '{count, plural, one {# child at a school} other {# children at a school}}',
  'quality-rules.x-of-compulsory-age.who': 'The school’s attendance officer.',
  'quality-rules.x-of-compulsory-age.unknown':
    'If the birth date is wrong and the child is not of school age, no figure changes.',
  'quality-rules.c2-not-of-compulsory-age.title': 'Part-time (C2), though not of school age',
  'quality-rules.c2-not-of-compulsory-age.wrong':
    'C2 is for children of compulsory school age. By the birth date on the roll these are not.',
  'quality-rules.c2-not-of-compulsory-age.why':
    'C2 counts as absence. A four-year-old who starts with mornings only loses nothing that is owed.',
  'quality-rules.c2-not-of-compulsory-age.counted':
    '{count, plural, one {# child at a school} other {# children at a school}}',
  'quality-rules.c2-not-of-compulsory-age.who': 'The school’s attendance officer.',
  'quality-rules.c2-not-of-compulsory-age.unknown':
    'If the birth date is wrong and the child is of school age, no figure changes.',
  'quality-rules.suspension-without-e.title': 'Suspensions that the register does not show',
  'quality-rules.suspension-without-e.wrong':
    'A suspension or exclusion is recorded, and no session it covers is marked E, nor as education elsewhere (B, K or D).',
  'quality-rules.suspension-without-e.why':
    'Time lost to suspension is missing from the headline, or stands there under another name.',
  'quality-rules.suspension-without-e.counted': '{count, plural, one {# suspension} other {# suspensions}}',
  'quality-rules.suspension-without-e.who': 'The school’s attendance officer, with whoever records suspensions.',
  'quality-rules.suspension-without-e.unknown':
    'If the record of the suspension is wrong, no session changes and the suspension rate falls.',
  'quality-rules.e-without-suspension.title': 'Suspended in the register, with no record of it',
  'quality-rules.e-without-suspension.wrong':
    'A run of E marks has no suspension or exclusion recorded that began in it or in the week before.',
  'quality-rules.e-without-suspension.why':
    'A suspension that is not recorded has no reason, no review and no place in the suspension rate.',
  'quality-rules.e-without-suspension.counted': '{count, plural, one {# run of E marks} other {# runs of E marks}}',
  'quality-rules.e-without-suspension.who': 'Whoever records suspensions at the school, with the head teacher.',
  'quality-rules.e-without-suspension.unknown': 'Sessions do not change: E counts with or without the record.',
  'quality-rules.neither-school-has-record.title': 'Neither school has a record',
  'quality-rules.neither-school-has-record.wrong':
    'The child is registered at two schools. One register says D, due at the other school; the other says D too, says nothing, or is closed then.',
  'quality-rules.neither-school-has-record.why':
    'Nobody can say where the child was. The account counts it as learning lost until one of the two schools has a mark.',
  'quality-rules.neither-school-has-record.counted':
    '{count, plural, one {# child between two schools} other {# children between two schools}}',
  'quality-rules.neither-school-has-record.who': 'The main school, which agrees the week with the other school.',
  'quality-rules.neither-school-has-record.unknown':
    'Where the child was is known to the schools alone: both ends are shown.',
  'quality-rules.both-schools-count.title': 'Both schools count the same session',
  'quality-rules.both-schools-count.wrong':
    'The child is registered at two schools, and both registers have a mark of their own for the same session.',
  'quality-rules.both-schools-count.why':
    'The session counts in both schools’ rates. The child’s own account takes one of the two marks.',
  'quality-rules.both-schools-count.counted':
    '{count, plural, one {# child between two schools} other {# children between two schools}}',
  'quality-rules.both-schools-count.who': 'The main school, which agrees the week with the other school.',
  'quality-rules.both-schools-count.unknown': 'Which of the two marks is true is for the schools to say.',
  'quality-rules.main-without-subsidiary.title': 'Main school without a second school',
  'quality-rules.main-without-subsidiary.wrong':
    'The child is on roll as the main school of two (M), and no other school here has the child as its second (S).',
  'quality-rules.main-without-subsidiary.why':
    'Sessions marked D count as “at the other school”, whose register is not here: nobody can see whether the child was there.',
  'quality-rules.main-without-subsidiary.counted': '{count, plural, one {# spell} other {# spells}}',
  'quality-rules.main-without-subsidiary.who': 'The main school’s data manager.',
  'quality-rules.main-without-subsidiary.unknown':
    'The ends are for the sessions marked D, had the other school’s register come in.',
  'quality-rules.subsidiary-without-main.title': 'Second school without a main school',
  'quality-rules.subsidiary-without-main.wrong':
    'The child is on roll as the second school of two (S), and no other school here has the child as its main one (M).',
  'quality-rules.subsidiary-without-main.why':
    'Nobody here has the whole week of this child, and nobody is the school that answers for the child.',
  'quality-rules.subsidiary-without-main.counted': '{count, plural, one {# spell} other {# spells}}',
  'quality-rules.subsidiary-without-main.who':
    'The school that has the child as single (C), where there is one: the second school otherwise.',
  'quality-rules.subsidiary-without-main.unknown':
    'How many sessions the main school would bring is not in these files.',
  'quality-rules.one-upn-two-children.title': 'One UPN, details of two children',
  'quality-rules.one-upn-two-children.wrong':
    'Spells under the same UPN differ in birth date, in sex, or in both names.',
  'quality-rules.one-upn-two-children.why':
    'Either two children are counted as one and share one register, or one child’s details are wrong at a school.',
  'quality-rules.one-upn-two-children.counted': '{count, plural, one {# spell} other {# spells}}',
  'quality-rules.one-upn-two-children.who': 'The data managers of both schools.',
  'quality-rules.one-upn-two-children.unknown':
    'If it is one child, no session changes. Two spells at one school cannot be told apart here.',
  'quality-rules.two-upns-one-child.title': 'Two UPNs that look like one child',
  'quality-rules.two-upns-one-child.wrong':
    'Two UPNs have the same given name, family name and birth date, on roll on the same days.',
  'quality-rules.two-upns-one-child.why': 'The child is counted twice, and each half looks like a child with gaps.',
  'quality-rules.two-upns-one-child.counted': '{count, plural, one {# UPN} other {# UPNs}}',
  'quality-rules.two-upns-one-child.who': 'The data manager of the school with the later or temporary number.',
  'quality-rules.two-upns-one-child.unknown':
    'If they are two children with one name and birth date, no figure changes.',
  'quality-rules.temporary-upn.title': 'Temporary UPNs still in use',
  'quality-rules.temporary-upn.wrong':
    'The UPN ends in a letter, so it is a temporary one, and it has been in use for more than six weeks.',
  'quality-rules.temporary-upn.why':
    'When the permanent number comes, the child begins again in every record, and may be counted twice until then.',
  'quality-rules.temporary-upn.counted': '{count, plural, one {# child} other {# children}}',
  'quality-rules.temporary-upn.who': 'The school’s data manager.',
  'quality-rules.temporary-upn.unknown':
    'How many of these children are here under a second number too cannot be known from these files.',
  'quality-rules.overlapping-spells.title': 'On two rolls at once',
  'quality-rules.overlapping-spells.wrong':
    'The child is on roll as single or main pupil, and a later single or main spell has begun before this one ended.',
  'quality-rules.overlapping-spells.why':
    'The child’s sessions are in both schools’ rates, and both schools answer for the child, or neither does.',
  'quality-rules.overlapping-spells.counted': '{count, plural, one {# spell} other {# spells}}',
  'quality-rules.overlapping-spells.who':
    'The school of the earlier spell, which has not taken the child off its roll.',
  'quality-rules.overlapping-spells.unknown':
    'Where the two schools agreed to share the child, the sessions are split between them instead.',
  'quality-rules.no-school.title': 'Of school age and on no roll',
  'quality-rules.no-school.wrong':
    'The child was on a roll here, is of compulsory school age, and is on no school’s roll now.',
  'quality-rules.no-school.why':
    'Each is a child whom nobody may be teaching, unless a school’s roll or a destination has not come in.',
  'quality-rules.no-school.counted': '{count, plural, one {# child} other {# children}}',
  'quality-rules.no-school.who':
    'The school last left, for the destination; the authority’s officer for children missing education, for the child.',
  'quality-rules.no-school.unknown': 'Where a child is can only be found out by asking.',
  'quality-rules.ground-without-leaving-date.title': 'A ground for leaving, and no leaving date',
  'quality-rules.ground-without-leaving-date.wrong': 'The roll gives a ground for deletion, and the spell goes on.',
  'quality-rules.ground-without-leaving-date.why':
    'A child who has left is still expected every day, and the register fills with missing marks.',
  'quality-rules.ground-without-leaving-date.counted': '{count, plural, one {# spell} other {# spells}}',
  'quality-rules.ground-without-leaving-date.who': 'The school’s data manager.',
  'quality-rules.ground-without-leaving-date.unknown': 'If the children are still there, no figure changes.',
  'quality-rules.spell-after-death.title': 'A spell after ground k (died)',
  'quality-rules.spell-after-death.wrong':
    'An earlier spell under this UPN ended because the child died, and another spell begins later.',
  'quality-rules.spell-after-death.why':
    'A family may be written to about the attendance of a child who has died, or a living child is counted as dead.',
  'quality-rules.spell-after-death.counted': '{count, plural, one {# spell} other {# spells}}',
  'quality-rules.spell-after-death.who': 'The data managers of both schools, today.',
  'quality-rules.spell-after-death.unknown': 'If it is the ground that is wrong, no figure changes.',
  'quality-rules.row-rejected.title': 'Other rows and values that could not be used',
  'quality-rules.row-rejected.wrong':
    'A row or value in a file cannot be read, or names a school that is not in the list of schools.',
  'quality-rules.row-rejected.why': 'What cannot be read is not counted, and may be a child’s whole spell.',
  'quality-rules.row-rejected.counted': '{count, plural, one {# row or value} other {# rows or values}}',
  'quality-rules.row-rejected.who': 'Whoever exports the file.',
  'quality-rules.row-rejected.unknown':
    'What a row that cannot be read would change is not known until it can be read.',
} as const;
