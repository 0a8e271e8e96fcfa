/**
 * The rules by which sessions of a school’s register leave an absence figure, in the order in which they are tried: the
 * first that fits decides. Numbers are those of models/bridge-row.sql and models/bridge-child.sql.
 */
export type BridgeStepId =
  | 'correction'
  | 'rejected'
  | 'guest'
  | 'other-provider'
  | 'boarder'
  | 'sixth-half-term'
  | 'under-5'
  | 'over-15'
  | 'after-may'
  | 'dual'
  | 'access'
  | 'not-required'
  | 'unmarked'
  | 'several-registers'
  | 'guest-off-roll';

/** The figure that a walk ends at: the published measure’s, or the account’s. */
export type BridgeEnd = 'published' | 'account';

export type BridgeStep = {
  readonly id: BridgeStepId;
  readonly step: number;
  readonly title: string;
  /** Why these sessions are not in the figure, or are in it otherwise. */
  readonly why: string;
  /** What another system may do, to stand after “it may”. */
  readonly otherwise: string;
  readonly ends: readonly BridgeEnd[];
  /** Taken with children of the whole area only, where registers of several schools meet. */
  readonly ofArea?: true;
  readonly source: string;
};

const DFE = 'DfE, pupil absence statistics: methodology';
const REG = 'SI 2024/208 reg. 10; DfE, Pupil attendance in schools, technical guidance (2026)';
const RULES = 'Kith’s rules of the lost-learning account (docs/guides/account.md)';
const BOTH: readonly BridgeEnd[] = ['published', 'account'];
const PUBLISHED: readonly BridgeEnd[] = ['published'];
const ACCOUNT: readonly BridgeEnd[] = ['account'];

/** The step at which what is left is what the figure counts. */
export const COUNTED_STEP = 14;

export const bridgeSteps: readonly BridgeStep[] = [
  {
    id: 'correction',
    step: 1,
    title: 'Marks changed or taken back since they were first recorded',
    why: 'The mark recorded last counts. A reason found later turns N into another code, here and in the figure.',
    otherwise: 'hold the marks as they were first recorded',
    ends: BOTH,
    source: RULES,
  },
  {
    id: 'rejected',
    step: 2,
    title: 'Marks outside the roll, or in a session the school does not open',
    why: 'The child is not on the school’s roll that day, or the list of school days says that it is closed.',
    otherwise: 'count marks outside the dates on roll',
    ends: BOTH,
    source: RULES,
  },
  {
    id: 'guest',
    step: 3,
    title: 'Guests',
    why: 'A guest is on another school’s roll, which counts the child.',
    otherwise: 'count guests as its own pupils',
    ends: BOTH,
    source: DFE,
  },
  {
    id: 'other-provider',
    step: 4,
    title: 'Pupils of colleges and other providers',
    why: 'Enrolments with status F or O are not among those that the published measures count.',
    otherwise: 'count pupils of colleges and other providers',
    ends: PUBLISHED,
    source: DFE,
  },
  {
    id: 'boarder',
    step: 5,
    title: 'Boarders',
    why: 'The published measures leave boarders out.',
    otherwise: 'count boarders',
    ends: PUBLISHED,
    source: DFE,
  },
  {
    id: 'sixth-half-term',
    step: 6,
    title: 'Enrolments that began on or after 1 June',
    why: 'The published measures leave out who is first enrolled in the sixth half term.',
    otherwise: 'count pupils from the day they join',
    ends: PUBLISHED,
    source: DFE,
  },
  {
    id: 'under-5',
    step: 7,
    title: 'Pupils under 5 on 31 August before the year',
    why: 'The published measures begin at age 5: most of Reception and all of nursery is left out.',
    otherwise: 'count Reception and nursery',
    ends: PUBLISHED,
    source: DFE,
  },
  {
    id: 'over-15',
    step: 8,
    title: 'Pupils over 15 on 31 August before the year',
    why: 'The published measures end at age 15: the sixth form is left out.',
    otherwise: 'count the sixth form',
    ends: PUBLISHED,
    source: DFE,
  },
  {
    id: 'after-may',
    step: 9,
    title: 'Sessions after 31 May of pupils aged 15',
    why: 'The published measures drop the second half of the summer term in Year 11, because of study leave.',
    otherwise: 'count Year 11 to the end of the year',
    ends: PUBLISHED,
    source: DFE,
  },
  {
    id: 'dual',
    step: 10,
    title: 'Sessions due at another school (code D)',
    why: 'The other school records them; here they are not possible sessions.',
    otherwise: 'count code D as attended',
    ends: BOTH,
    source: REG,
  },
  {
    id: 'access',
    step: 11,
    title: 'Access or transport not provided (codes Q and Y1)',
    why: 'Not possible sessions. The account shows them as learning lost that no absence rate shows.',
    otherwise: 'count codes Q and Y1 as attended',
    ends: BOTH,
    source: REG,
  },
  {
    id: 'not-required',
    step: 12,
    title: 'Not required to attend (codes X, Z, # and Y2 to Y7)',
    why: 'Not possible sessions: a session is divided by only where the pupil could attend it.',
    otherwise: 'count codes X, Z, # and Y2 to Y7 as attended',
    ends: BOTH,
    source: REG,
  },
  {
    id: 'unmarked',
    step: 13,
    title: 'Registers not taken',
    why: 'There is no mark, so it is not known whether the pupil was there. They are shown beside the figures.',
    otherwise: 'count a missing mark as attended',
    ends: BOTH,
    source: RULES,
  },
  {
    id: 'several-registers',
    step: 15,
    title: 'Sessions that registers of several schools hold',
    why: 'The area’s account is of children: a session at two schools is one session, decided by the first rule that fits.',
    otherwise: 'count a child at two schools twice',
    ends: ACCOUNT,
    ofArea: true,
    source: RULES,
  },
  {
    id: 'guest-off-roll',
    step: 16,
    title: 'Taught as a guest while on no school’s roll',
    why: 'The child was on no roll, so no register of its own holds the session; a guest’s mark says where it was.',
    otherwise: 'not know of children on no roll',
    ends: ACCOUNT,
    ofArea: true,
    source: RULES,
  },
];
