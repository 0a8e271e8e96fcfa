import type { StateId } from './states.ts';

/** Where Kith sees a form of lost learning today: a state of sessions, removals inside sessions, records, or nothing. */
export type Sight =
  | { readonly kind: 'states'; readonly states: readonly StateId[]; readonly codes: readonly string[] }
  | { readonly kind: 'removals'; readonly kinds: readonly string[] }
  | { readonly kind: 'measure'; readonly measure: string }
  | { readonly kind: 'suspensions'; readonly categories: readonly string[] }
  | { readonly kind: 'spells'; readonly what: string }
  | { readonly kind: 'not-yet'; readonly why: string };

export type LostLearningForm = {
  readonly id: string;
  readonly title: string;
  readonly ladder: 'led by the school' | 'led by the child or family';
  /** 1 is the most severe rung of its ladder. */
  readonly rung: number;
  readonly sight: readonly Sight[];
  /** What Kith can and cannot see of it, for a head. */
  readonly words: string;
};

/**
 * The fourteen forms of the lost-learning continuum (IPPR and The Difference, 2024 and 2025; rungs as summarised by
 * Whole School SEND), and where the files an area already holds show each.
 */
export const lostLearningForms: readonly LostLearningForm[] = [
  {
    id: 'permanent-exclusion',
    title: 'Permanent exclusion',
    ladder: 'led by the school',
    rung: 1,
    sight: [
      { kind: 'suspensions', categories: ['PERM'] },
      { kind: 'states', states: ['suspended'], codes: ['E'] },
    ],
    words: 'Seen in suspensions.csv (PERM), as code E until other education starts, and as time on no roll after it.',
  },
  {
    id: 'managed-move',
    title: 'Managed move',
    ladder: 'led by the school',
    rung: 2,
    sight: [
      { kind: 'spells', what: 'A spell that ends with ground a or c and another that begins at a second school' },
    ],
    words:
      'Seen as a move between schools in roll.csv. No file says that a move was a managed one, so they are not counted apart.',
  },
  {
    id: 'off-site-alternative-provision',
    title: 'Off-site alternative provision',
    ladder: 'led by the school',
    rung: 3,
    sight: [{ kind: 'states', states: ['attended', 'unrecorded-dual', 'not-required'], codes: ['B', 'K', 'D'] }],
    words:
      'Sessions at provision count as attended (B, K). Where two schools each mark D, nobody has a record, and Kith shows that.',
  },
  {
    id: 'suspension',
    title: 'Suspension',
    ladder: 'led by the school',
    rung: 4,
    sight: [
      { kind: 'states', states: ['suspended'], codes: ['E'] },
      { kind: 'suspensions', categories: ['SUSP', 'FIXD'] },
    ],
    words: 'Seen as code E in the register and in suspensions.csv.',
  },
  {
    id: 'internal-exclusion',
    title: 'Internal exclusion or isolation',
    ladder: 'led by the school',
    rung: 5,
    sight: [{ kind: 'removals', kinds: ['internal-exclusion'] }],
    words: 'Seen as minutes inside attended sessions, where a school sends removals.csv.',
  },
  {
    id: 'detention',
    title: 'Detention in lesson time',
    ladder: 'led by the school',
    rung: 6,
    sight: [{ kind: 'removals', kinds: ['detention-in-lesson-time'] }],
    words:
      'Seen as minutes where a school sends removals.csv. Detention outside lessons loses no learning time and is not asked for.',
  },
  {
    id: 'outside-the-room',
    title: 'Standing outside the room',
    ladder: 'led by the school',
    rung: 7,
    sight: [{ kind: 'removals', kinds: ['removed-from-lesson'] }],
    words: 'Seen as minutes removed from a lesson, where a school sends removals.csv.',
  },
  {
    id: 'elective-home-education',
    title: 'Elective home education',
    ladder: 'led by the child or family',
    rung: 1,
    sight: [{ kind: 'spells', what: 'A spell that ends with ground f' }],
    words:
      'Seen as a spell that ends with ground f. Learning at home is not in any register, so no sessions are counted lost.',
  },
  {
    id: 'severe-absence',
    title: 'Severe absence',
    ladder: 'led by the child or family',
    rung: 2,
    sight: [{ kind: 'measure', measure: 'severe_percent' }],
    words: 'Enrolments that miss half or more of their own possible sessions.',
  },
  {
    id: 'persistent-absence',
    title: 'Persistent absence',
    ladder: 'led by the child or family',
    rung: 3,
    sight: [{ kind: 'measure', measure: 'persistent_percent' }],
    words: 'Enrolments that miss a tenth or more of their own possible sessions.',
  },
  {
    id: 'truanting-lessons',
    title: 'Truanting lessons',
    ladder: 'led by the child or family',
    rung: 4,
    sight: [
      { kind: 'removals', kinds: ['left-lesson'] },
      { kind: 'states', states: ['unauthorised'], codes: ['O'] },
    ],
    words: 'Whole sessions are seen as code O; leaving a lesson as minutes, where a school sends removals.csv.',
  },
  {
    id: 'toilet-trips',
    title: 'Long or frequent toilet trips',
    ladder: 'led by the child or family',
    rung: 5,
    sight: [{ kind: 'not-yet', why: 'No file that an area holds carries it.' }],
    words: 'No file carries it yet. Kith does not ask schools to record it.',
  },
  {
    id: 'time-out-cards',
    title: 'Time-out cards',
    ladder: 'led by the child or family',
    rung: 6,
    sight: [{ kind: 'not-yet', why: 'No file that an area holds carries it.' }],
    words:
      'No file carries it yet. A time-out card is often agreed support: it would need to be told apart from time lost.',
  },
  {
    id: 'lateness',
    title: 'Lateness to lessons',
    ladder: 'led by the child or family',
    rung: 7,
    sight: [
      { kind: 'removals', kinds: ['late-to-lesson'] },
      { kind: 'states', states: ['attended', 'unauthorised'], codes: ['L', 'U'] },
    ],
    words:
      'Seen as minutes late with code L, as code U after the register has closed, and as minutes late to a lesson in removals.csv.',
  },
];
