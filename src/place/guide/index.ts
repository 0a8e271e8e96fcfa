export { checkedGuide, type CheckedStatement } from './check.ts';
export { guideText } from './guide-text.ts';
export type { GuideUnit, Printed } from './printed.ts';
export type { Reading } from './reading.ts';
export { GUIDE_THEMES, type GuideTheme } from './statement.ts';
export { GUIDE_STATEMENTS } from './statements.ts';
export type { Verdict, VerdictKind } from './verdict.ts';
export { rangeText, summaryText, VERDICTS, verdictText, verdictWords } from './verdict-text.ts';
