import type { PlainKey } from '#language';

/** One method of comparison, as the page tells it, by keys of its words in the catalogue. */
export type Method = {
  /** Where a link to it leads; its name, what it tells a reader, what it is not for and where it is used are under it. */
  readonly id: MethodId;
  /** As in `docs/methods/fair-comparison.md`, letter for letter: a test compares them. */
  readonly formulas: readonly FormulaKey[];
  readonly sources: readonly SourceKey[];
};

export type MethodId = PlainKey extends infer Key ? (Key extends `methods.${infer Id}.says` ? Id : never) : never;
type FormulaKey = Extract<PlainKey, `methods.${string}.formula-${number}`>;
type SourceKey = Extract<PlainKey, `methods.${string}.source-${number}`>;

export const METHODS: readonly Method[] = [
  {
    id: 'intervals',
    formulas: ['methods.intervals.formula-1', 'methods.intervals.formula-2', 'methods.intervals.formula-3'],
    sources: ['methods.intervals.source-1', 'methods.intervals.source-2'],
  },
  {
    id: 'many-comparisons',
    formulas: ['methods.many-comparisons.formula-1'],
    sources: ['methods.many-comparisons.source-1'],
  },
  {
    id: 'funnel',
    formulas: ['methods.funnel.formula-1', 'methods.funnel.formula-2'],
    sources: ['methods.funnel.source-1'],
  },
  { id: 'shrinkage', formulas: ['methods.shrinkage.formula-1'], sources: ['methods.shrinkage.source-1'] },
  {
    id: 'dispersion',
    formulas: ['methods.dispersion.formula-1'],
    sources: ['methods.dispersion.source-1', 'methods.dispersion.source-2', 'methods.dispersion.source-3'],
  },
  {
    id: 'two-groups',
    formulas: ['methods.two-groups.formula-1', 'methods.two-groups.formula-2'],
    sources: [
      'methods.two-groups.source-1',
      'methods.two-groups.source-2',
      'methods.two-groups.source-3',
      'methods.two-groups.source-4',
    ],
  },
  {
    id: 'observed-and-expected',
    formulas: ['methods.observed-and-expected.formula-1'],
    sources: ['methods.observed-and-expected.source-1'],
  },
];
