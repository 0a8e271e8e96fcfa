export { FIGURE_NAMES, findAbsenceRate, type Effect, type FigureName, type Figures } from './effect.ts';
export { FINDINGS_ORDER, QualityFindings, type Finding, type FindingsWanted } from './open-findings.ts';
export { assessQuality, COUNTS_SQL, FINDINGS_SQL, qualityForm, writeQuality, type Quality } from './publish.ts';
export { type QualityRule, type RuleId, type Scenario } from './rule.ts';
export { findRule, getRule, qualityRules } from './rules.ts';
