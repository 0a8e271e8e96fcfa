import { broken } from '#kernel';

/** Where a child’s learning time was in one session: each session of a calendar is in exactly one of ten states. */
export type StateId =
  | 'attended'
  | 'suspended'
  | 'unauthorised'
  | 'part-time'
  | 'authorised'
  | 'access-failure'
  | 'unrecorded-dual'
  | 'not-required'
  | 'unmarked'
  | 'off-roll';

/** The widest total a state counts in. Each total holds the ones before it. */
export type LostTotal = 'headline' | 'absence' | 'extended' | 'none';

export type State = {
  readonly id: StateId;
  /** The order in which the rules are tried: the first that fits decides. */
  readonly rule: number;
  readonly title: string;
  /** What a parent or pupil reads. */
  readonly words: string;
  readonly lost: LostTotal;
  readonly possible: boolean;
  /** The attendance codes that put a session in this state, each only while it is in force. */
  readonly codes: readonly string[];
};

/** The rules of the account, tried in order. `D` alone decides nothing: see models/session-state.sql. */
export const states: readonly State[] = [
  {
    id: 'attended',
    rule: 1,
    title: 'Attended',
    words: 'In school, or at education that counts as attending.',
    lost: 'none',
    possible: true,
    codes: ['/', '\\', 'L', 'K', 'V', 'P', 'W', 'B', 'J'],
  },
  {
    id: 'suspended',
    rule: 2,
    title: 'Suspended',
    words: 'Suspended or excluded, with no other education arranged.',
    lost: 'headline',
    possible: true,
    codes: ['E'],
  },
  {
    id: 'unauthorised',
    rule: 3,
    title: 'Unauthorised absence',
    words: 'Absent without the school’s agreement, or the reason is not known.',
    lost: 'headline',
    possible: true,
    codes: ['G', 'N', 'O', 'U'],
  },
  {
    id: 'part-time',
    rule: 4,
    title: 'Part-time timetable',
    words: 'Not expected in school, because of an agreed part-time timetable.',
    lost: 'absence',
    possible: true,
    codes: ['C2'],
  },
  {
    id: 'authorised',
    rule: 5,
    title: 'Authorised absence',
    words: 'Absent with the school’s agreement, for example ill or at an appointment.',
    lost: 'absence',
    possible: true,
    codes: ['C', 'C1', 'I', 'M', 'J1', 'R', 'S', 'T', 'H', 'F'],
  },
  {
    id: 'access-failure',
    rule: 6,
    title: 'Access not provided',
    words: 'Could not get to school because transport or access owed to the child was not there.',
    lost: 'extended',
    possible: false,
    codes: ['Q', 'Y1'],
  },
  {
    id: 'unrecorded-dual',
    rule: 7,
    title: 'Neither school has a record',
    words: 'Registered at two schools, and each says the child was due at the other.',
    lost: 'extended',
    possible: false,
    codes: [],
  },
  {
    id: 'not-required',
    rule: 8,
    title: 'Not required',
    words: 'Did not have to attend, or the school could not open.',
    lost: 'none',
    possible: false,
    codes: ['X', 'Z', '#', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7', 'Y'],
  },
  {
    id: 'unmarked',
    rule: 9,
    title: 'Register not taken',
    words: 'The school was open and has no mark for this session.',
    lost: 'none',
    possible: false,
    codes: [],
  },
  {
    id: 'off-roll',
    rule: 10,
    title: 'On no school’s roll',
    words: 'Between schools, or out of school, and on no register.',
    lost: 'extended',
    possible: false,
    codes: [],
  },
];

/** A `D` decides nothing by itself: its rule stands behind all others until the spells are looked at. */
export const RULE_OF_D = 11;

/** The rule of the state that a mark with this code comes to, where no other mark has a say. */
export function ruleOfCode(code: string): number {
  const state = states.find((one) => one.codes.includes(code));
  if (!state && code !== 'D') throw broken('account/code-without-state', code);
  return state?.rule ?? RULE_OF_D;
}

/** The name of a state as a column of files and tables: `part-time` is `part_time`. */
export function columnOf(state: StateId): string {
  return state.replaceAll('-', '_');
}

const within: Readonly<Record<LostTotal, readonly LostTotal[]>> = {
  none: ['none'],
  headline: ['headline'],
  absence: ['headline', 'absence'],
  extended: ['headline', 'absence', 'extended'],
};

/** The states a total adds up, in rule order. */
export function statesLost(total: Exclude<LostTotal, 'none'>): readonly State[] {
  return states.filter((state) => within[total].includes(state.lost));
}

export const possibleStates: readonly State[] = states.filter((state) => state.possible);
