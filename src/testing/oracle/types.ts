// The oracle's plain data. It shares no type with the product on purpose: a mistake in a shared type
// would hide in both.

export type OracleFile = { readonly name: string; readonly text: string; readonly receivedAt: string };

export type OracleQuestion = {
  readonly year?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly today: string;
};

export type Session = 'AM' | 'PM';
export const sessions: readonly Session[] = ['AM', 'PM'];

export type Rejection = {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly fault: string;
};

export type School = {
  readonly urn: string;
  readonly la: string;
  readonly phase: string;
  readonly trust: string;
};

export type OpenDay = { readonly urn: string; readonly date: string; readonly am: boolean; readonly pm: boolean };

/** Where a row stood and when it was recorded: what decides between rows with the same key. */
export type Origin = {
  readonly file: string;
  readonly line: number;
  /** Place in reading order over all files. */
  readonly order: number;
  /** Nanoseconds since 1970, so that offsets and fractions compare as instants. */
  readonly recorded: bigint;
  readonly withdrawn: boolean;
};

export type SpellRow = Origin & {
  readonly upn: string;
  readonly urn: string;
  readonly status: string;
  readonly entry: string;
  /** Last day on roll, inclusive; '' while on roll. */
  readonly leaving: string;
  readonly ground: string;
  readonly destination: string;
  readonly birth: string;
  readonly yearGroup: string;
  readonly sex: string;
  readonly ethnicity: string;
  readonly fsm: string;
  readonly sen: string;
  readonly inCare: string;
  readonly form: string;
  readonly boarder: string;
};

export type MarkRow = Origin & {
  readonly upn: string;
  readonly urn: string;
  readonly date: string;
  readonly code: { readonly AM: string; readonly PM: string };
  readonly late: { readonly AM: number; readonly PM: number };
};

export type RemovalRow = Origin & {
  readonly upn: string;
  readonly urn: string;
  readonly date: string;
  readonly session: Session;
  readonly minutes: number;
  readonly kind: string;
};

/** A roll row that was rejected: kept only because "marks that lose their spell to it" are not reported again. */
export type RejectedRollRow = {
  readonly upn: string;
  readonly urn: string;
  readonly entry: string;
  readonly leaving: string;
  readonly withdrawn: boolean;
  /** undefined where recorded_at itself is bad. */
  readonly recorded: bigint | undefined;
};

export type OracleArea = {
  readonly schools: ReadonlyMap<string, School>;
  /** Key: urn + ' ' + date. */
  readonly days: ReadonlyMap<string, OpenDay>;
  readonly daysBySchool: ReadonlyMap<string, readonly OpenDay[]>;
  readonly roll: readonly SpellRow[];
  readonly marks: readonly MarkRow[];
  readonly removals: readonly RemovalRow[];
  readonly rejectedRoll: readonly RejectedRollRow[];
  /** Faults that no view changes. */
  readonly rejections: readonly Rejection[];
  /** Names of files refused whole. */
  readonly refused: readonly string[];
};

export type State =
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

/** In the order of the ledger's columns. */
export const states: readonly State[] = [
  'attended',
  'suspended',
  'unauthorised',
  'part-time',
  'authorised',
  'access-failure',
  'unrecorded-dual',
  'not-required',
  'unmarked',
  'off-roll',
];

export const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
