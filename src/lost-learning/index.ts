export * from './absence.ts';
export * from './account.ts';
export { loadRegions, SCHOOL_REGION } from './authority-region.ts';
export { aggregatesForm, censusDay, writeAggregates } from './aggregates.ts';
export { bridgeSteps, type BridgeEnd, type BridgeStep, type BridgeStepId } from './bridge-steps.ts';
export {
  bridgeSql,
  walkBridge,
  type BridgeCounts,
  type BridgeRow,
  type BridgeSubject,
  type BridgeWalk,
  type WalkedStep,
} from './bridge.ts';
export { isIdle, isLikeFigure, listLikeFigure, listOtherwise, type Otherwise } from './bridge-otherwise.ts';
export { bridgeRelationSql, readWalks, type AgreedWalk } from './read-bridge.ts';
export { childYears, type ChildYear } from './child-years.ts';
export { type ChildFacts, type GapFact, type RemovalFact, type SpellFact, type SuspensionFact } from './child-facts.ts';
export { OF_GROUP } from './group-sums.ts';
export { type FullWeekRow } from './full-weeks.ts';
export { Aggregates } from './open-aggregates.ts';
export { getState, meaningOf, packYear, sessionsOf, unpackYear, type PackedSession } from './packed-year.ts';
export { listYears, readAccountModels, type Answered, type PackedRegister, type Question } from './question.ts';
export * from './states.ts';
export { halfTermsOf, TAKEN_FROM, type HalfTerm } from './terms.ts';
export { judgeTerms, type JudgedTerms, type TermFault, type TypedTerm } from './typed-terms.ts';
export { STRATIFIED_BY, type StratifiedBy, type StratumRow } from './strata.ts';
export { lostLearningForms, type LostLearningForm, type Sight } from './forms.ts';
export { accountMeasures, findAccountMeasure, getAccountMeasure } from './measures.ts';
export type { AccountMeasure } from './measure.ts';
export {
  compareWeeks,
  type ComparedWeek,
  type OneWeek,
  type SameWeeks,
  type WeekMatch,
  type WeekSums,
} from './same-weeks.ts';
export { lacksRegisters, MOST_UNMARKED } from './unmarked.ts';
export { weekGroupings, weeksSql, type SchoolWeekRow, type WeekGrouping } from './weeks.ts';
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
export { foldYear, type FoldOptions } from './folded/fold-year.ts';
export { findFolded, type Folded } from './folded/open-folded.ts';
export * as foldedWords from './folded/layout.ts';
export { DAYS, openYear, openYearAt, WEEKS, type OpenYear } from './folded/open-year.ts';
export { newDraft, takeBytes, writeHalves, writeWord, yearsOf, type Draft, type Years } from './folded/years.ts';
export { countAccount, type Counted, type CountProgress, type CountSource } from './counting/count-account.ts';
export { clearChildRows, columnOfRule, emptyChildRows, type ChildRows } from './counting/child-rows.ts';
export { countChildren, settleEnds } from './counting/count-children.ts';
export { readYears } from './counting/count-part.ts';
export { PLACES, WEEK_PLACES, type Ends } from './counting/count-plain.ts';
export { openCounter } from './counting/counter.ts';
export { newDesk, type Desk } from './counting/desk.ts';
export { groundOf, sizesOf, type Ground } from './counting/ground.ts';
export { RULES } from './counting/letters.ts';
export { newOneChild, type OneChild } from './counting/one-child.ts';
export {
  addTally,
  emptyTally,
  ENROLMENT_SUMS,
  LIKENESS_SUMS,
  SCHOOL_CELLS,
  type Sizes,
  type Tally,
} from './counting/tally.ts';
export { totalsOf, type Totals } from './counting/totals.ts';
export { writeTables } from './counting/write-tables.ts';
export { countYear } from './counting/count-year.ts';
export { absenceOf, ledgerOf, tallyAbsenceGroupings, tallyGroupings } from './counting/tables.ts';
export { askChild, closeChildCounter, findChildRow, openChildCounter } from './counting/count-child.ts';
export { askAbsence, askLedger, type AnsweredTable, type Asking } from './counting/answers.ts';
export { checkPlace, writeAccount } from './counting/write-account.ts';
