export { contributorReason } from './contributors.ts';
export { publishCount, type CountToPublish } from './count.ts';
export {
  misfitProblem,
  readCountTable,
  writeCountTable,
  type CountTable,
  type CountTableFault,
} from './count-table.ts';
export { TOTAL, type CountRow } from './draft-table.ts';
export type { Figure, Hidden, HidingReason, Shown } from './figure.ts';
export { POLICIES, POLICY_IDS, type Policy, type PolicyId } from './policy.ts';
export { figuresOfTable, percentOf, withhold } from './parts.ts';
export { contentOf, type Publishable } from './publishable.ts';
export { publishRate, type PublishedRate, type RateToPublish } from './rate.ts';
export { protectRelease, type FigureOf, type Release, type ReleaseAnswer, type ReleasedFigure } from './release.ts';
export { roundTo } from './rounding.ts';
export { protectTable, type ProtectedRow, type ProtectedTable, type TableAnswer } from './table.ts';
