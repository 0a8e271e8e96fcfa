import { findGoalMeasure, type GoalMeasure, type PathPoint, type Series } from '#accountability';
import { findPlace, SCHOOL_TYPE_WORDS, SCHOOL_TYPES } from '#place';
import { nameInside, type WebContext } from '../../context.ts';
import { urls } from '../../urls.ts';
import { wordsFor } from '../lost-learning/words.ts';

/** The measure of a mission. One that the table of measures no longer has stops its page, and nothing else. */
export function measureOf(series: Series): GoalMeasure | undefined {
  return findGoalMeasure(series.source, series.measure);
}

/** `Overall absence, primary schools of Northmoor`, `Overall absence, North East`. */
export function seriesTitle(web: WebContext, series: Series): string {
  return `${measureOf(series)?.title ?? series.measure}, ${whoseWords(web, series)}`;
}

/** `all schools of Northmoor`, `primary schools of Northmoor`, `North East`, `North East, primary schools`. */
export function whoseWords(web: WebContext, { source, place, schools }: Series): string {
  if (source === 'account') {
    const kind = schools === 'all' ? 'all schools' : wordsFor('phase', schools).toLowerCase();
    return `${kind} of ${nameInside(web.area)}`;
  }
  const name = findPlace(place)?.name ?? place;
  const type = SCHOOL_TYPES.find((one) => one === schools && one !== 'all');
  return type ? `${name}, ${SCHOOL_TYPE_WORDS[type]}` : name;
}

export function sourceWords(web: WebContext, { source }: Series): string {
  return source === 'account'
    ? `From the account of ${nameInside(web.area)}, whole school years only.`
    : 'As published by the Department for Education, whole school years only.';
}

/** The page that works a year’s figure out again; undefined where there is none for this kind of school. */
export function findHow({ source, measure, place, schools }: Series, { year }: PathPoint): string | undefined {
  if (source === 'account') return urls.how(measure, schools === 'all' ? 'area' : `phase-${schools}`, year);
  return schools === 'all' ? urls.howPublished(measure, place, year) : undefined;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
