import type { Messages } from '../en/index.ts';
import { agreements } from './agreements.ts';
import { answers } from './answers.ts';
import { area } from './area.ts';
import { below } from './below.ts';
import { causes } from './causes.ts';
import { challenges } from './challenges.ts';
import { charts } from './charts.ts';
import { child } from './child.ts';
import { children } from './children.ts';
import { codes } from './codes.ts';
import { compare } from './compare.ts';
import { compared } from './compared.ts';
import { consent } from './consent.ts';
import { counts } from './counts.ts';
import { data } from './data.ts';
import { dataAccount } from './data-account.ts';
import { dataGoals } from './data-goals.ts';
import { emergencies } from './emergencies.ts';
import { emergency } from './emergency.ts';
import { figures } from './figures.ts';
import { forms } from './forms.ts';
import { found } from './found.ts';
import { goalForm } from './goal-form.ts';
import { goalWords } from './goal-words.ts';
import { goals } from './goals.ts';
import { grounds } from './grounds.ts';
import { groups } from './groups.ts';
import { guide } from './guide.ts';
import { how } from './how.ts';
import { imports } from './imports.ts';
import { list } from './list.ts';
import { listColumn } from './list-column.ts';
import { listSource } from './list-source.ts';
import { listWord } from './list-word.ts';
import { lists } from './lists.ts';
import { looks } from './looks.ts';
import { measures } from './measures.ts';
import { methods } from './methods.ts';
import { national } from './national.ts';
import { notes } from './notes.ts';
import { openData } from './open-data.ts';
import { paper } from './paper.ts';
import { paperWords } from './paper-words.ts';
import { people } from './people.ts';
import { pictures } from './pictures.ts';
import { preview } from './preview.ts';
import { profile } from './profile.ts';
import { published } from './published.ts';
import { quality } from './quality.ts';
import { qualityFound } from './quality-found.ts';
import { qualityRules } from './quality-rules.ts';
import { qualitySteps } from './quality-steps.ts';
import { reference } from './reference.ts';
import { restriction } from './restriction.ts';
import { rights } from './rights.ts';
import { roles } from './roles.ts';
import { schoolGroups } from './school-groups.ts';
import { schools } from './schools.ts';
import { scope } from './scope.ts';
import { seers } from './seers.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';
import { states } from './states.ts';
import { statistics } from './statistics.ts';
import { supportStep } from './support-step.ts';
import { terms } from './terms.ts';
import { trusts } from './trusts.ts';
import { variation } from './variation.ts';
import { weeks } from './weeks.ts';
import { why } from './why.ts';
import { whyRules } from './why-rules.ts';
import { words } from './words.ts';
import { working } from './working.ts';

export const ar = {
  ...agreements,
  ...answers,
  ...area,
  ...below,
  ...causes,
  ...challenges,
  ...charts,
  ...child,
  ...children,
  ...codes,
  ...compare,
  ...compared,
  ...consent,
  ...counts,
  ...data,
  ...dataAccount,
  ...dataGoals,
  ...emergencies,
  ...emergency,
  ...figures,
  ...forms,
  ...found,
  ...goalForm,
  ...goalWords,
  ...goals,
  ...grounds,
  ...groups,
  ...guide,
  ...how,
  ...imports,
  ...list,
  ...listColumn,
  ...listSource,
  ...listWord,
  ...lists,
  ...looks,
  ...measures,
  ...methods,
  ...national,
  ...notes,
  ...openData,
  ...paper,
  ...paperWords,
  ...people,
  ...pictures,
  ...preview,
  ...profile,
  ...published,
  ...quality,
  ...qualityFound,
  ...qualityRules,
  ...qualitySteps,
  ...reference,
  ...restriction,
  ...rights,
  ...roles,
  ...schoolGroups,
  ...schools,
  ...scope,
  ...seers,
  ...shell,
  ...signIn,
  ...states,
  ...statistics,
  ...supportStep,
  ...terms,
  ...trusts,
  ...variation,
  ...weeks,
  ...why,
  ...whyRules,
  ...words,
  ...working,
} as const satisfies Readonly<Record<keyof Messages, string>>;
