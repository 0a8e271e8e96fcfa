export { FIGURE_NAMES, findAbsenceRate, type Effect, type FigureName, type Figures } from './effect.ts';
export { whyNotJudged } from './judge.ts';
export { QualityFindings, type Finding, type FindingsWanted } from './open-findings.ts';
export {
  assessQuality,
  countFindings,
  listFirstFindings,
  qualityForm,
  writeQuality,
  type FindingsCount,
  type Quality,
} from './publish.ts';
export { type QualityRule, type RuleId, type Scenario } from './rule.ts';
export { findRule, getRule, qualityRules } from './rules.ts';
export { findPicture, FIGURE_TITLES, NONE_POSSIBLE, type Change, type Picture } from './effect-words.ts';
export { findingsCsv } from './finding-csv.ts';
export { countedAs, findingWords, placeWords, type NameOfSchool } from './finding-words.ts';
