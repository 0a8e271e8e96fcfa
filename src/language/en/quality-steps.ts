/** How to correct what each rule of data quality finds, step by step, as src/quality has it; a test holds the two together. */
export const qualitySteps = {
  'quality-steps.register-not-taken.1':
    'In your attendance or registers screen, list missing marks (missing registers) for the dates shown.',
  'quality-steps.register-not-taken.2':
    'Ask the teacher or look at the sign-in book; enter what was true on the day, never “present” to fill a gap.',
  'quality-steps.register-not-taken.3':
    'If only some children have no mark, look whether they joined the class late, or left and were not taken off roll.',
  'quality-steps.register-not-taken.4':
    'If the school was closed for pupils, correct the school calendar or enter # or Y as it was, then export marks and school days again.',
  'quality-steps.mark-outside-spell.1':
    'Open the child’s enrolment history and compare entry and leaving dates with the first and last mark shown.',
  'quality-steps.mark-outside-spell.2':
    'If the child was there, correct the entry or leaving date. If the child came as a guest, add a guest enrolment (G).',
  'quality-steps.mark-outside-spell.3': 'If the child had left, delete the marks after the leaving date.',
  'quality-steps.mark-outside-spell.4': 'Export the roll and the marks again.',
  'quality-steps.unknown-code.1': 'Find the mark by child, date and session.',
  'quality-steps.unknown-code.2':
    'Replace it by the national code for what happened. A code of the school’s own must be mapped to a national one.',
  'quality-steps.unknown-code.3':
    'If a whole export has it, check that the export is of codes, not of symbols or words.',
  'quality-steps.unknown-code.4': 'Export the marks again.',
  'quality-steps.code-not-in-force.1': 'Find the mark by child, date and session.',
  'quality-steps.code-not-in-force.2':
    'Use the code of the day: J became J1, Y became one of Y1 to Y7 (or Q), H and F became C or G. Before 19 August 2024 use B for K, C for C1 and C2, J for J1, Y for Q and Y1 to Y7.',
  'quality-steps.code-not-in-force.3': 'Switch the old codes off in your list of codes, so that they cannot be chosen.',
  'quality-steps.code-not-in-force.4': 'Export the marks again.',
  'quality-steps.session-not-open.1':
    'Look the day up in the school calendar: training days, holidays, half days, elections, snow.',
  'quality-steps.session-not-open.2':
    'If the school was open for pupils, open that session in the calendar and export school days again.',
  'quality-steps.session-not-open.3':
    'If it was closed, delete the marks (a bulk entry often runs into a holiday) and export marks again.',
  'quality-steps.reason-never-given.1': 'List marks of code N that are five school days old or older.',
  'quality-steps.reason-never-given.2': 'Ask the family, the form tutor and the office messages for the reason.',
  'quality-steps.reason-never-given.3': 'Enter the code of the reason; where there is none after asking, enter O.',
  'quality-steps.reason-never-given.4': 'Export the marks again.',
  'quality-steps.x-of-compulsory-age.1':
    'Check the child’s date of birth against the birth certificate or the last school’s file.',
  'quality-steps.x-of-compulsory-age.2':
    'If it is right, enter the code for where the child was. Part-time attendance agreed for a child of school age is C2.',
  'quality-steps.x-of-compulsory-age.3': 'Export the roll and the marks again.',
  'quality-steps.c2-not-of-compulsory-age.1': 'Check the child’s date of birth.',
  'quality-steps.c2-not-of-compulsory-age.2':
    'If it is right, replace C2 by X for the sessions the child is not due to attend.',
  'quality-steps.c2-not-of-compulsory-age.3': 'Export the roll and the marks again.',
  'quality-steps.suspension-without-e.1':
    'Compare the start date and number of sessions of the suspension with the register of those days.',
  'quality-steps.suspension-without-e.2':
    'If the child was suspended, mark E from the first session until other education began (from the sixth day it must).',
  'quality-steps.suspension-without-e.3': 'If the suspension was withdrawn or cancelled, take the record out.',
  'quality-steps.suspension-without-e.4': 'Export marks and suspensions again.',
  'quality-steps.e-without-suspension.1':
    'Find the letter that the head teacher sent to the parents for the first day of the run.',
  'quality-steps.e-without-suspension.2':
    'Record the suspension with its start date, sessions and reasons; tell the local authority (and the governors) where it was not done.',
  'quality-steps.e-without-suspension.3': 'If nobody was suspended, enter the code for what happened.',
  'quality-steps.e-without-suspension.4': 'Export suspensions and marks again.',
  'quality-steps.neither-school-has-record.1':
    'Look at the weekday: where it is always the same one, the two schools read the agreed week differently.',
  'quality-steps.neither-school-has-record.2':
    'Ring the other school. Agree in writing which sessions are whose, and date the agreement.',
  'quality-steps.neither-school-has-record.3':
    'The school that was due to have the child replaces D by what is true of each session.',
  'quality-steps.neither-school-has-record.4': 'Both schools export their marks again.',
  'quality-steps.both-schools-count.1': 'Ask which school the child was due at in those sessions.',
  'quality-steps.both-schools-count.2': 'The other school replaces its mark by D.',
  'quality-steps.both-schools-count.3': 'Both schools export their marks again.',
  'quality-steps.main-without-subsidiary.1':
    'If the child is not dual registered (any more), change the enrolment status to single (C).',
  'quality-steps.main-without-subsidiary.2':
    'If the second school is in this area, ask it to add the child as S from the agreed date, and to export its roll and marks.',
  'quality-steps.main-without-subsidiary.3':
    'If the second school is outside the area, nothing is wrong: keep the agreement where it can be found.',
  'quality-steps.subsidiary-without-main.1':
    'If another school here has the child as single (C), it changes the status to main (M) from the day the second began.',
  'quality-steps.subsidiary-without-main.2': 'If the child has only this school, change the status to single (C).',
  'quality-steps.subsidiary-without-main.3':
    'If the main school is outside the area, nothing is wrong: keep the agreement where it can be found.',
  'quality-steps.subsidiary-without-main.4': 'Export the roll again.',
  'quality-steps.one-upn-two-children.1': 'Compare the child’s details with the other school named: birth date first.',
  'quality-steps.one-upn-two-children.2': 'If it is one child, correct the details at the school that has them wrong.',
  'quality-steps.one-upn-two-children.3':
    'If they are two children, find each one’s own UPN (Get Information About Pupils), and correct the one that was entered by mistake.',
  'quality-steps.one-upn-two-children.4': 'Export the roll again; where a UPN changed, the marks too.',
  'quality-steps.two-upns-one-child.1':
    'Check with the other school that it is the same child (address, parents): twins and namesakes exist.',
  'quality-steps.two-upns-one-child.2':
    'Use the number that was given first, never the temporary one, at both schools.',
  'quality-steps.two-upns-one-child.3':
    'Export the roll and the marks again under that number, and take the rows with the old number back (withdrawn = Y).',
  'quality-steps.temporary-upn.1':
    'Ask the last school for the child’s Common Transfer File, or look the child up in Get Information About Pupils.',
  'quality-steps.temporary-upn.2': 'Enter the permanent UPN, keep the temporary one as the former UPN.',
  'quality-steps.temporary-upn.3': 'Export the roll and the marks again under the permanent number.',
  'quality-steps.overlapping-spells.1': 'Ask the other school for the child’s first day there.',
  'quality-steps.overlapping-spells.2':
    'If the child has moved, enter the leaving date (the day before), the ground and the school moved to.',
  'quality-steps.overlapping-spells.3':
    'If the child is at both by agreement, set one school to main (M) and the other to subsidiary (S).',
  'quality-steps.overlapping-spells.4': 'Export the roll again.',
  'quality-steps.no-school.1':
    'Enter the ground for leaving and the school moved to (destination URN), if it is known.',
  'quality-steps.no-school.2': 'If a school here has admitted the child, ask it to export its roll.',
  'quality-steps.no-school.3': 'If nobody knows, tell the local authority today: this is a child missing education.',
  'quality-steps.ground-without-leaving-date.1':
    'If the child has left, enter the last day on roll as the leaving date.',
  'quality-steps.ground-without-leaving-date.2': 'If the child is still there, take the ground out.',
  'quality-steps.ground-without-leaving-date.3': 'Export the roll again.',
  'quality-steps.spell-after-death.1':
    'Look at the ground of the earlier spell first: k is easily chosen for another letter.',
  'quality-steps.spell-after-death.2':
    'If the child has died, take the later spell back (withdrawn = Y) and stop every letter.',
  'quality-steps.spell-after-death.3': 'If the UPN is another child’s, correct it.',
  'quality-steps.spell-after-death.4': 'Export the roll again.',
  'quality-steps.row-rejected.1':
    'Open the file at the line shown. The sentence beside each says what the column may hold.',
  'quality-steps.row-rejected.2': 'Correct it in the system that the file came from, not in the file.',
  'quality-steps.row-rejected.3':
    'Export again, bring the new file in, and take the import with the bad row out if nothing else in it is needed.',
} as const;
