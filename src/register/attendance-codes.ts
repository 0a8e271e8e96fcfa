import { calendarDate, type CalendarDate } from '#kernel';

/** The groups that DfE publishes attendance by. */
export type CodeCategory =
  | 'attending'
  | 'approved-educational-activity'
  | 'authorised-absence'
  | 'unauthorised-absence'
  | 'not-possible'
  | 'administrative';

export type AttendanceCode = {
  readonly code: string;
  /** One character that stands for the code in a packed register; see decision 0007. */
  readonly letter: string;
  readonly meaning: string;
  readonly category: CodeCategory;
  /** First day in force; absent: since before any register Kith reads. */
  readonly from?: CalendarDate;
  /** Last day in force; absent: still in force. */
  readonly to?: CalendarDate;
  readonly source: string;
};

// SI 2024/208 reg. 10 replaced the code set of the 2006 regulations on this day.
const NEW_SET = calendarDate('2024-08-19');
const OLD_SET_ENDS = calendarDate('2024-08-18');

const REG = 'SI 2024/208 reg. 10, Tables 1 and 2';
const DFE = 'DfE, Pupil attendance in schools, technical guidance (2026)';
const OLD = 'DfE, School attendance guidance before August 2024';

/** Every attendance code Kith reads: one table that drives SQL, screens, docs and tests. */
export const attendanceCodes: readonly AttendanceCode[] = [
  { code: '/', letter: '/', meaning: 'Present for the morning session', category: 'attending', source: REG },
  { code: '\\', letter: '.', meaning: 'Present for the afternoon session', category: 'attending', source: REG },
  { code: 'L', letter: 'L', meaning: 'Arrived late, before the register closed', category: 'attending', source: REG },
  {
    code: 'K',
    letter: 'K',
    meaning: 'At education arranged by the local authority, not at a school',
    category: 'approved-educational-activity',
    from: NEW_SET,
    source: REG,
  },
  {
    code: 'V',
    letter: 'V',
    meaning: 'On an educational visit or trip',
    category: 'approved-educational-activity',
    source: REG,
  },
  {
    code: 'P',
    letter: 'P',
    meaning: 'At an approved sporting activity',
    category: 'approved-educational-activity',
    source: DFE,
  },
  { code: 'W', letter: 'W', meaning: 'On work experience', category: 'approved-educational-activity', source: DFE },
  {
    code: 'B',
    letter: 'B',
    meaning: 'At another approved, supervised activity off site',
    category: 'approved-educational-activity',
    source: DFE,
  },
  {
    code: 'J',
    letter: 'J',
    meaning: 'At an interview (before August 2024)',
    category: 'approved-educational-activity',
    to: OLD_SET_ENDS,
    source: OLD,
  },
  {
    code: 'D',
    letter: 'D',
    meaning: 'Due at the other school where they are registered',
    category: 'not-possible',
    source: DFE,
  },
  {
    code: 'C',
    letter: 'C',
    meaning: 'Leave of absence for an exceptional circumstance',
    category: 'authorised-absence',
    source: DFE,
  },
  {
    code: 'C1',
    letter: '1',
    meaning: 'Leave for a regulated performance or employment abroad',
    category: 'authorised-absence',
    from: NEW_SET,
    source: DFE,
  },
  {
    code: 'C2',
    letter: '2',
    meaning: 'On an agreed, temporary part-time timetable',
    category: 'authorised-absence',
    from: NEW_SET,
    source: DFE,
  },
  {
    code: 'E',
    letter: 'E',
    meaning: 'Suspended or permanently excluded, with no other education arranged',
    category: 'authorised-absence',
    source: DFE,
  },
  { code: 'I', letter: 'I', meaning: 'Ill (not an appointment)', category: 'authorised-absence', source: DFE },
  {
    code: 'M',
    letter: 'M',
    meaning: 'At a medical or dental appointment',
    category: 'authorised-absence',
    source: DFE,
  },
  {
    code: 'J1',
    letter: '3',
    meaning: 'At an interview for a job or another place of education',
    category: 'authorised-absence',
    from: NEW_SET,
    source: DFE,
  },
  { code: 'R', letter: 'R', meaning: 'Religious observance', category: 'authorised-absence', source: DFE },
  {
    code: 'S',
    letter: 'S',
    meaning: 'Study leave for a public examination',
    category: 'authorised-absence',
    source: DFE,
  },
  { code: 'T', letter: 'T', meaning: 'Parent travelling for work', category: 'authorised-absence', source: DFE },
  {
    code: 'H',
    letter: 'H',
    meaning: 'Agreed family holiday (before August 2024)',
    category: 'authorised-absence',
    to: OLD_SET_ENDS,
    source: OLD,
  },
  {
    code: 'F',
    letter: 'F',
    meaning: 'Agreed extended family holiday (before August 2024)',
    category: 'authorised-absence',
    to: OLD_SET_ENDS,
    source: OLD,
  },
  {
    code: 'G',
    letter: 'G',
    meaning: 'Holiday that the school did not grant',
    category: 'unauthorised-absence',
    source: DFE,
  },
  { code: 'N', letter: 'N', meaning: 'Reason not yet known', category: 'unauthorised-absence', source: DFE },
  {
    code: 'O',
    letter: 'O',
    meaning: 'Absent in other or unknown circumstances',
    category: 'unauthorised-absence',
    source: DFE,
  },
  {
    code: 'U',
    letter: 'U',
    meaning: 'Arrived after the register closed',
    category: 'unauthorised-absence',
    source: DFE,
  },
  {
    code: 'Q',
    letter: 'Q',
    meaning: 'Could not attend: the travel or access owed to them was not arranged',
    category: 'not-possible',
    from: NEW_SET,
    source: DFE,
  },
  {
    code: 'Y1',
    letter: 'a',
    meaning: 'Could not attend: the transport normally provided was not available',
    category: 'not-possible',
    from: NEW_SET,
    source: DFE,
  },
  {
    code: 'Y2',
    letter: 'b',
    meaning: 'Could not attend: widespread disruption to travel',
    category: 'not-possible',
    from: NEW_SET,
    source: DFE,
  },
  {
    code: 'Y3',
    letter: 'c',
    meaning: 'Could not attend: part of the premises was out of use',
    category: 'not-possible',
    from: NEW_SET,
    source: DFE,
  },
  {
    code: 'Y4',
    letter: 'd',
    meaning: 'The session was cancelled or the school closed unexpectedly',
    category: 'not-possible',
    from: NEW_SET,
    source: DFE,
  },
  {
    code: 'Y5',
    letter: 'e',
    meaning: 'In criminal justice detention',
    category: 'not-possible',
    from: NEW_SET,
    source: DFE,
  },
  {
    code: 'Y6',
    letter: 'f',
    meaning: 'Could not attend: public health guidance or law',
    category: 'not-possible',
    from: NEW_SET,
    source: DFE,
  },
  {
    code: 'Y7',
    letter: 'g',
    meaning: 'Could not attend: another unavoidable cause',
    category: 'not-possible',
    from: NEW_SET,
    source: DFE,
  },
  {
    code: 'Y',
    letter: 'Y',
    meaning: 'Unable to attend (before August 2024)',
    category: 'not-possible',
    to: OLD_SET_ENDS,
    source: OLD,
  },
  {
    code: 'X',
    letter: 'X',
    meaning: 'Not of compulsory school age and not required to attend',
    category: 'not-possible',
    source: DFE,
  },
  { code: 'Z', letter: 'Z', meaning: 'Not yet on the roll', category: 'administrative', source: DFE },
  {
    code: '#',
    letter: '#',
    meaning: 'School closed to all pupils, as planned',
    category: 'administrative',
    source: DFE,
  },
];

const byCode = new Map(attendanceCodes.map((fact) => [fact.code, fact]));
const byLetter = new Map(attendanceCodes.map((fact) => [fact.letter, fact]));

export function findAttendanceCode(code: string): AttendanceCode | undefined {
  return byCode.get(code);
}

export function findCodeByLetter(letter: string): AttendanceCode | undefined {
  return byLetter.get(letter);
}

export function isInForce(code: AttendanceCode, date: CalendarDate): boolean {
  return (code.from === undefined || code.from <= date) && (code.to === undefined || date <= code.to);
}

/** How sure Kith is of the table: DfE’s own grouping of each code was read, and recomputed on its published files. */
export const CODES_CHANGED_ON = NEW_SET;
