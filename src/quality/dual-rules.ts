import { PRESENT_OR_ABSENT, type QualityRule } from './rule.ts';

const DUAL = 'SI 2024/208, regulation 10 (code D); DfE, Working together to improve school attendance (August 2024)';

/** Children registered at two schools: exactly one of the two registers should have each session. */
export const dualRules: readonly QualityRule[] = [
  {
    id: 'neither-school-has-record',
    title: 'Neither school has a record',
    wrong:
      'The child is registered at two schools. One register says D, due at the other school; the other says D too, says nothing, or is closed then.',
    why: 'Nobody can say where the child was. The account counts it as learning lost until one of the two schools has a mark.',
    one: 'child between two schools',
    many: 'children between two schools',
    who: 'The main school, which agrees the week with the other school.',
    steps: [
      'Look at the weekday: where it is always the same one, the two schools read the agreed week differently.',
      'Ring the other school. Agree in writing which sessions are whose, and date the agreement.',
      'The school that was due to have the child replaces D by what is true of each session.',
      'Both schools export their marks again.',
    ],
    source: DUAL,
    scenarios: PRESENT_OR_ABSENT,
    mayBeRight: false,
    unknown: 'Where the child was is known to the schools alone: both ends are shown.',
  },
  {
    id: 'both-schools-count',
    title: 'Both schools count the same session',
    wrong: 'The child is registered at two schools, and both registers have a mark of their own for the same session.',
    why: 'The session counts in both schools’ rates. The child’s own account takes one of the two marks.',
    one: 'child between two schools',
    many: 'children between two schools',
    who: 'The main school, which agrees the week with the other school.',
    steps: [
      'Ask which school the child was due at in those sessions.',
      'The other school replaces its mark by D.',
      'Both schools export their marks again.',
    ],
    source: DUAL,
    scenarios: [{ id: 'one-d', words: 'If the other school had marked D', end: 'only' }],
    mayBeRight: false,
    unknown: 'Which of the two marks is true is for the schools to say.',
  },
  {
    id: 'main-without-subsidiary',
    title: 'Main school without a second school',
    wrong:
      'The child is on roll as the main school of two (M), and no other school here has the child as its second (S).',
    why: 'Sessions marked D count as “at the other school”, whose register is not here: nobody can see whether the child was there.',
    one: 'spell',
    many: 'spells',
    who: 'The main school’s data manager.',
    steps: [
      'If the child is not dual registered (any more), change the enrolment status to single (C).',
      'If the second school is in this area, ask it to add the child as S from the agreed date, and to export its roll and marks.',
      'If the second school is outside the area, nothing is wrong: keep the agreement where it can be found.',
    ],
    source: 'DfE, Common Basic Data Set (enrolment status); SI 2024/208, regulation 9(1)(a)',
    scenarios: PRESENT_OR_ABSENT,
    mayBeRight: true,
    unknown: 'The ends are for the sessions marked D, had the other school’s register come in.',
  },
  {
    id: 'subsidiary-without-main',
    title: 'Second school without a main school',
    wrong:
      'The child is on roll as the second school of two (S), and no other school here has the child as its main one (M).',
    why: 'Nobody here has the whole week of this child, and nobody is the school that answers for the child.',
    one: 'spell',
    many: 'spells',
    who: 'The school that has the child as single (C), where there is one: the second school otherwise.',
    steps: [
      'If another school here has the child as single (C), it changes the status to main (M) from the day the second began.',
      'If the child has only this school, change the status to single (C).',
      'If the main school is outside the area, nothing is wrong: keep the agreement where it can be found.',
      'Export the roll again.',
    ],
    source: 'DfE, Common Basic Data Set (enrolment status)',
    scenarios: [],
    mayBeRight: true,
    unknown: 'How many sessions the main school would bring is not in these files.',
  },
];
