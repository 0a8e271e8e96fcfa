import { besideText, dataText, insideText, t } from '#language';
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
  return besideText([measureOf(series)?.title ?? series.measure, whoseWords(web, series)]);
}

/** `all schools of Northmoor`, `primary schools of Northmoor`, `North East`, `North East, primary schools`. */
export function whoseWords(web: WebContext, { source, place, schools }: Series): string {
  if (source === 'account') {
    const area = nameInside(web.area);
    return schools === 'all'
      ? t('goals.whose.all', { area })
      : t('goals.whose.phase', { phase: insideText(wordsFor('phase', schools)), area });
  }
  const name = findPlace(place)?.name ?? place;
  const type = SCHOOL_TYPES.find((one) => one === schools && one !== 'all');
  return type ? besideText([name, dataText(SCHOOL_TYPE_WORDS[type])]) : name;
}

export function sourceWords(web: WebContext, { source }: Series): string {
  return source === 'account' ? t('goals.source.account', { area: nameInside(web.area) }) : t('goals.source.published');
}

/** The page that works a year’s figure out again; undefined where there is none for this kind of school. */
export function findHow({ source, measure, place, schools }: Series, { year }: PathPoint): string | undefined {
  if (source === 'account') return urls.how(measure, schools === 'all' ? 'area' : `phase-${schools}`, year);
  return schools === 'all' ? urls.howPublished(measure, place, year) : undefined;
}
