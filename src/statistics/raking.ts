import { mustBe } from './argument.ts';

/** The totals that the weights of one variable’s categories must come to. */
export type Margin = { readonly variable: string; readonly totals: ReadonlyMap<string, number> };

/** A respondent’s category in each variable, in the order of the margins. */
export type Answers = readonly string[];

export type Raked =
  | {
      readonly kind: 'raked';
      /** One a respondent, in the order given. Their sum is the first margin’s total. */
      readonly weights: readonly number[];
      /** Variables whose totals did not come to the first margin’s and were scaled to it. */
      readonly scaled: readonly string[];
    }
  | { readonly kind: 'no-respondent'; readonly variable: string; readonly category: string }
  /** The margins contradict each other for these respondents: `error` is left, relative, at the worst of them. */
  | { readonly kind: 'unsettled'; readonly variable: string; readonly category: string; readonly error: number };

/** How close each margin must come, relative to its total. */
const CLOSE = 1e-10;
const MOST_ROUNDS = 20_000;

/**
 * Raking: weights that bring respondents to known totals, each variable in turn, until all hold (iterative proportional
 * fitting; W. E. Deming and F. F. Stephan, Annals of Mathematical Statistics 11, 1940). Every respondent begins at 1.
 * Where the margins do not come to one total, the first one’s is taken and the others give shares of it.
 *
 * Every category that a respondent has must stand in its margin; totals are 0 or more, and each margin’s sum more
 * than 0.
 */
export function rake(respondents: readonly Answers[], margins: readonly Margin[]): Raked {
  const empty = findEmptyCategory(respondents, margins);
  if (empty) return { kind: 'no-respondent', ...empty };
  const { targets, scaled } = scaleToFirst(margins);
  const cells = cellsOf(respondents);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    targets.forEach((target, at) => fit(cells, at, target));
    if (worstOf(cells, targets).error <= CLOSE) {
      const weights = new Map(cells.map(({ key, count, weight }) => [key, weight / count]));
      return { kind: 'raked', weights: respondents.map((answers) => weights.get(keyOf(answers)) ?? 0), scaled };
    }
  }
  const { at, category, error } = worstOf(cells, targets);
  return { kind: 'unsettled', variable: margins[at]?.variable ?? '', category, error };
}

type Targets = ReadonlyMap<string, number>;
/** Respondents alike in every variable keep one weight, so they move as one. */
type Cell = { readonly key: string; readonly answers: Answers; count: number; weight: number };

function findEmptyCategory(
  respondents: readonly Answers[],
  margins: readonly Margin[],
): { readonly variable: string; readonly category: string } | undefined {
  for (const [at, { variable, totals }] of margins.entries()) {
    const given = new Set(respondents.map((answers) => answers[at] ?? ''));
    for (const category of given) mustBe(totals.has(category), `A category of ${variable} must have a total`, category);
    const category = [...totals.keys()].find((one) => !given.has(one));
    if (category !== undefined) return { variable, category };
  }
  return undefined;
}

function scaleToFirst(margins: readonly Margin[]): {
  readonly targets: readonly Targets[];
  readonly scaled: readonly string[];
} {
  const sums = margins.map(({ totals }) => [...totals.values()].reduce((sum, total) => sum + total, 0));
  const first = sums[0] ?? 0;
  for (const sum of sums)
    mustBe(sum > 0 && Number.isFinite(sum), 'The totals of a margin must come to more than 0', sum);
  const agrees = (at: number): boolean => Math.abs((sums[at] ?? 0) - first) <= CLOSE * first;
  return {
    targets: margins.map(
      ({ totals }, at) =>
        new Map([...totals].map(([category, total]) => [category, total * (first / (sums[at] ?? 1))])),
    ),
    scaled: margins.filter((_, at) => !agrees(at)).map(({ variable }) => variable),
  };
}

function keyOf(answers: Answers): string {
  return JSON.stringify(answers);
}

function cellsOf(respondents: readonly Answers[]): readonly Cell[] {
  const cells = new Map<string, Cell>();
  for (const answers of respondents) {
    const key = keyOf(answers);
    const cell = cells.get(key) ?? { key, answers, count: 0, weight: 0 };
    cell.count += 1;
    cell.weight += 1;
    cells.set(key, cell);
  }
  return [...cells.values()];
}

function sumsOf(cells: readonly Cell[], at: number): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { answers, weight } of cells) {
    const category = answers[at] ?? '';
    sums.set(category, (sums.get(category) ?? 0) + weight);
  }
  return sums;
}

function fit(cells: readonly Cell[], at: number, target: Targets): void {
  const sums = sumsOf(cells, at);
  for (const cell of cells) {
    const category = cell.answers[at] ?? '';
    const sum = sums.get(category) ?? 0;
    if (sum > 0) cell.weight *= (target.get(category) ?? 0) / sum;
  }
}

function worstOf(
  cells: readonly Cell[],
  targets: readonly Targets[],
): { readonly at: number; readonly category: string; readonly error: number } {
  const errors = targets.flatMap((target, at) => {
    const sums = sumsOf(cells, at);
    return [...target].map(([category, total]) => {
      const off = Math.abs((sums.get(category) ?? 0) - total);
      return { at, category, error: total === 0 ? off : off / total };
    });
  });
  return errors.reduce((worst, one) => (one.error > worst.error ? one : worst), { at: 0, category: '', error: 0 });
}
