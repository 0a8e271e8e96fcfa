import { dataText, findText, t } from '#language';
import { findAccountMeasure } from '#lost-learning';
import { findMeasure, type Measure } from '#place';
import { SHOWN_WITH } from './counter-measure.ts';

/** Where a figure comes from: the area’s own account, or what was published. */
export type Source = 'account' | 'published';

/** A measure as a goal needs it, whichever source it has. */
export type GoalMeasure = {
  readonly source: Source;
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  readonly unit: Measure['unit'];
  readonly polarity: 'lower-is-better' | 'higher-is-better';
  /** The id under which the same thing is published: what the tables of this room are keyed by. */
  readonly published: string;
};

/**
 * The national floor: what may not be a goal, because it can be met without anything being better for a child. An
 * area’s own rules add to this table and take nothing from it. Keys are ids of published measures; an account measure
 * is held to the row of the one it may stand beside.
 */
export const NOT_A_GOAL: Readonly<Record<string, string>> = {
  'unauthorised-absence': 'It falls when the same absence is recorded as authorised. Choose overall absence instead.',
  'daily-unauthorised-absence':
    'It falls when the same absence is recorded as authorised. Choose overall absence instead.',
  'daily-other-unauthorised': 'It falls when the same absence gets another code. Choose overall absence instead.',
  'daily-holiday-not-agreed': 'It falls when the same absence gets another code. Choose overall absence instead.',
  'daily-illness': 'A child who is ill is not to come. It also falls when the same absence gets another code.',
  'daily-medical-appointment': 'Appointments are part of care, and it falls when the same absence gets another code.',
  'daily-suspended-or-excluded':
    'It falls when children are sent home without its being recorded. Choose suspensions, which are shown with what they might turn into.',
  'daily-part-time-timetable':
    'It falls when part-time timetables are recorded under another code. It is shown beside goals for absence instead.',
  'daily-late-after-close': 'It falls when registers are kept open for longer.',
  'daily-no-reason-yet': 'It falls when any reason is entered, right or wrong.',
};

export type GoalAnswer =
  { readonly kind: 'may'; readonly measure: GoalMeasure } | { readonly kind: 'may-not'; readonly reason: string };

/** Whether a measure may be a goal; why not is a sentence. */
export function judgeGoalMeasure(source: Source, id: string): GoalAnswer {
  return source === 'account' ? judgeAccountMeasure(id) : judgePublishedMeasure(id);
}

/** As `judgeGoalMeasure`, where a mission was stated on it and so it may be one. */
export function findGoalMeasure(source: Source, id: string): GoalMeasure | undefined {
  const answer = judgeGoalMeasure(source, id);
  return answer.kind === 'may' ? answer.measure : undefined;
}

function judgePublishedMeasure(id: string): GoalAnswer {
  const found = findMeasure(id);
  if (!found) return mayNot(t('goal-words.choose'));
  const name = dataText(found.name);
  const floor = NOT_A_GOAL[id];
  if (floor !== undefined) return mayNot(t('goal-words.may-not.floor', { measure: name, why: dataText(floor) }));
  const { polarity } = found;
  if (polarity === 'neither') {
    return mayNot(t('goal-words.may-not.neither', { measure: name }));
  }
  if (!(id in SHOWN_WITH)) {
    return mayNot(t('goal-words.may-not.unwritten', { measure: name }));
  }
  const { definition, unit } = found;
  return { kind: 'may', measure: { source: 'published', id, title: name, definition, unit, polarity, published: id } };
}

/** Rates only (a count moves with the number of children), and only those that are published too. */
function judgeAccountMeasure(id: string): GoalAnswer {
  const found = findAccountMeasure(id);
  if (!found) return mayNot(t('goal-words.choose'));
  const title = findText(`measures.${id}.title`) ?? found.title;
  if (found.denominator === undefined) {
    return mayNot(t('goal-words.may-not.count', { measure: title }));
  }
  if (found.published === undefined) {
    return mayNot(t('goal-words.may-not.unpublished', { measure: title }));
  }
  const published = judgePublishedMeasure(found.published);
  if (published.kind === 'may-not') return published;
  const definition = findText(`measures.${id}.definition`) ?? found.definition;
  return { kind: 'may', measure: { ...published.measure, source: 'account', id, title, definition } };
}

/** The measures that may be a goal, by the id under which they are published. */
export function listGoalMeasures(): readonly GoalMeasure[] {
  return Object.keys(SHOWN_WITH).flatMap((id) => findGoalMeasure('published', id) ?? []);
}

function mayNot(reason: string): GoalAnswer {
  return { kind: 'may-not', reason };
}
