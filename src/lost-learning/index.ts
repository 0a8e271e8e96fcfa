export * from './absence.ts';
export * from './account.ts';
export { censusDay, writeAggregates } from './aggregates.ts';
export {
  childYears,
  type ChildFacts,
  type ChildYear,
  type GapFact,
  type RemovalFact,
  type SpellFact,
  type SuspensionFact,
} from './child-years.ts';
export { Aggregates } from './open-aggregates.ts';
export { getState, meaningOf, packYear, sessionsOf, unpackYear, type PackedSession } from './packed-year.ts';
export { listYears, type Answered, type PackedRegister, type Question } from './question.ts';
export * from './states.ts';
export { lostLearningForms, type LostLearningForm, type Sight } from './forms.ts';
export { accountMeasures, findAccountMeasure, getAccountMeasure, type AccountMeasure } from './measures.ts';
