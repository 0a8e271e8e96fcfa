import {
  columnOfRule,
  ENROLMENT_SUMS,
  foldedWords,
  LIKENESS_SUMS,
  RULES,
  type ChildRows,
  type Sizes,
  type Totals,
} from '#lost-learning';

/**
 * Most children’s words of a day are those of many others: at the one school as usual, nothing different. The kernel counts
 * the first child of each such kind, whose figures are then the others’ too; these are counted by school and likeness.
 */
export type Kind = {
  /** Sessions of the day by rule: those that are not 0, and which rules they are of. */
  readonly rules: readonly number[];
  readonly sessions: readonly number[];
  readonly possible: number;
  readonly authorised: number;
  readonly unauthorised: number;
  readonly causes: Float64Array;
  /** How many further children of the kind each school and each likeness has. */
  readonly schools: Int32Array;
  readonly likenesses: Int32Array;
};

/** By number: what words of one kind have alike. */
export type Kinds = (Kind | undefined)[];

/** With room for every number: an array with large gaps would be looked up in as in a table of names. */
export function newKinds(): Kinds {
  return Array.from({ length: 1 << (32 - FLAGS_AT + 2) }, () => undefined);
}

/** What decides a usual day, the school apart: what the stay says of itself, and which of the day’s sessions it opens. */
const FLAGS_AT = foldedWords.STAY.school.toString(2).length;

export function kindOf(stay: number, opens: number): number {
  return ((stay >>> FLAGS_AT) << 2) | opens;
}

/**
 * The figures of a usual child that the kernel has just counted, as row says, and by how much causes changed by it; with
 * room for all schools and likenesses.
 */
export function learnKind(rows: ChildRows, row: number, causes: Float64Array, { schools, likenesses }: Sizes): Kind {
  const all = Array.from({ length: RULES - 2 }, (_, at) => at + 1);
  const rules = all.filter((rule) => columnOfRule(rows, rule)[row] !== 0);
  const counted = rows.first.possible[row] !== 0;
  const of = (column: Int16Array): number => (counted ? (column[row] ?? 0) : 0);
  return {
    rules,
    sessions: rules.map((rule) => columnOfRule(rows, rule)[row] ?? 0),
    possible: of(rows.first.possible),
    authorised: of(rows.first.authorised),
    unauthorised: of(rows.first.unauthorised),
    causes,
    schools: new Int32Array(schools),
    likenesses: new Int32Array(likenesses),
  };
}

/** Adds what the further children of every kind come to. */
export function addKinds(into: Totals, kinds: Kinds, week: number): void {
  for (const kind of kinds) {
    if (!kind) continue;
    let children = 0;
    kind.schools.forEach((some, school) => {
      children += some;
      addSessions(into.schools, school * RULES, kind, some);
      addEnrolments(into.schoolEnrolments, school, kind, some);
    });
    kind.likenesses.forEach((some, likeness) => {
      addSessions(into.likenesses, likeness * LIKENESS_SUMS, kind, some);
      addEnrolments(into.likenessEnrolments, likeness, kind, some);
    });
    addSessions(into.weeks, week * RULES, kind, children);
    kind.causes.forEach((sessions, letter) => add(into.causes, letter, sessions * children));
  }
}

function addSessions(sums: Float64Array, at: number, { rules, sessions }: Kind, children: number): void {
  rules.forEach((rule, nth) => add(sums, at + rule, (sessions[nth] ?? 0) * children));
}

/** How many enrolments there are is told by what the day turns. */
function addEnrolments(sums: Float64Array, group: number, kind: Kind, children: number): void {
  add(sums, group * ENROLMENT_SUMS + 1, kind.possible * children);
  add(sums, group * ENROLMENT_SUMS + 2, kind.authorised * children);
  add(sums, group * ENROLMENT_SUMS + 3, kind.unauthorised * children);
}

function add(sums: Float64Array, at: number, more: number): void {
  sums[at] = (sums[at] ?? 0) + more;
}
