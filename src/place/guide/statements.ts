import { PLACE_FIGURE_STATEMENTS } from './place-figure-table.ts';
import { SENTENCE_STATEMENTS } from './sentence-table.ts';
import type { GuideStatement } from './statement.ts';

/** Everything of the guide’s national picture and chapter on place that is checked. */
export const GUIDE_STATEMENTS: readonly GuideStatement[] = [...PLACE_FIGURE_STATEMENTS, ...SENTENCE_STATEMENTS];
