export * from './absence.ts';
export * from './account.ts';
export { aggregatesForm, censusDay, writeAggregates } from './aggregates.ts';
export { childYears, type ChildYear } from './child-years.ts';
export { type ChildFacts, type GapFact, type RemovalFact, type SpellFact, type SuspensionFact } from './child-facts.ts';
export { Aggregates } from './open-aggregates.ts';
export { getState, meaningOf, packYear, sessionsOf, unpackYear, type PackedSession } from './packed-year.ts';
export { listYears, readAccountModels, type Answered, type PackedRegister, type Question } from './question.ts';
export * from './states.ts';
export { halfTermsOf, TAKEN_FROM, type HalfTerm } from './terms.ts';
export { judgeTerms, type JudgedTerms, type TermFault, type TypedTerm } from './typed-terms.ts';
export { STRATIFIED_BY, type StratifiedBy, type StratumRow } from './strata.ts';
export { lostLearningForms, type LostLearningForm, type Sight } from './forms.ts';
export { accountMeasures, findAccountMeasure, getAccountMeasure, type AccountMeasure } from './measures.ts';
export {
  type AbsencePart,
  type People,
  type TermBeyondRow,
  type TermDayRow,
  type TermInsideRow,
  type TermPartRow,
  type TermPossibleRow,
  type TermSchoolRow,
} from './term-sums.ts';
