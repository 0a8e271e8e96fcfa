import { answers } from './answers.ts';
import { area } from './area.ts';
import { causes } from './causes.ts';
import { charts } from './charts.ts';
import { child } from './child.ts';
import { children } from './children.ts';
import { codes } from './codes.ts';
import { figures } from './figures.ts';
import { grounds } from './grounds.ts';
import { imports } from './imports.ts';
import { list } from './list.ts';
import { lists } from './lists.ts';
import { looks } from './looks.ts';
import { measures } from './measures.ts';
import { paper } from './paper.ts';
import { preview } from './preview.ts';
import { quality } from './quality.ts';
import { qualityFound } from './quality-found.ts';
import { qualityRules } from './quality-rules.ts';
import { qualitySteps } from './quality-steps.ts';
import { schoolGroups } from './school-groups.ts';
import { schools } from './schools.ts';
import { shell } from './shell.ts';
import { states } from './states.ts';
import { terms } from './terms.ts';
import { trusts } from './trusts.ts';
import { weeks } from './weeks.ts';
import { why } from './why.ts';
import { whyRules } from './why-rules.ts';
import { words } from './words.ts';

/** Every message in English, the source: a key is its section and what it says, `shell.skip-link`. */
export const en = {
  ...answers,
  ...area,
  ...causes,
  ...charts,
  ...child,
  ...children,
  ...codes,
  ...figures,
  ...grounds,
  ...imports,
  ...list,
  ...lists,
  ...looks,
  ...measures,
  ...paper,
  ...preview,
  ...quality,
  ...qualityFound,
  ...qualityRules,
  ...qualitySteps,
  ...schoolGroups,
  ...schools,
  ...shell,
  ...states,
  ...terms,
  ...trusts,
  ...weeks,
  ...why,
  ...whyRules,
  ...words,
} as const;

export type Messages = typeof en;
