import { judgeGoalMeasure, listGoalMeasures, type GoalMeasure, type Series } from '#accountability';
import { capitalText, t } from '#language';
import { accountMeasures } from '#lost-learning';
import { findPlace, SCHOOL_TYPES, type Place } from '#place';
import type { WebContext } from '../../context.ts';
import { phaseOrder } from '../lost-learning/words.ts';
import type { Figures } from './figures.ts';
import { whoseWords } from './series-words.ts';

/** Whose figures a goal can be about. `value` is `source:place:schools`. */
export type Whose = { readonly value: string; readonly text: string };

/** The area’s own account, all schools and phase by phase; then its authority and its region, as they are published. */
export async function listWhose(web: WebContext, figures: Figures): Promise<readonly Whose[]> {
  const schools = await figures.schools();
  const phases = phaseOrder.filter((phase) => schools.some((school) => school.phase === phase));
  const own =
    schools.length === 0
      ? []
      : ['all', ...(phases.length > 1 ? phases : [])].map((kind) => seriesOf('account', 'area', kind));
  const places = publishedPlaces(web, [...new Set(schools.map((school) => school.la))]);
  const published = places.flatMap((place) =>
    SCHOOL_TYPES.filter((type) => type !== 'alternative-provision').map((type) =>
      seriesOf('published', place.code, type),
    ),
  );
  return [...own, ...published].map((series) => ({
    value: `${series.source}:${series.place}:${series.schools}`,
    text: t(`goals.whose.offered.${series.source}`, { whose: capitalText(whoseWords(web, series)) }),
  }));
}

function seriesOf(source: Series['source'], place: string, schools: string): Series {
  return { source, measure: '', place, schools };
}

/** The authority where all schools are of one that is published for, and the region. */
function publishedPlaces({ area }: WebContext, authorities: readonly string[]): readonly Place[] {
  const authority = authorities.length === 1 ? findPlace(authorities[0] ?? '') : undefined;
  const real = authority?.level === 'authority' ? authority : undefined;
  const region = findPlace(real?.region ?? area.region ?? '');
  return [...(real ? [real] : []), ...(region?.level === 'region' ? [region] : [])];
}

export type ChosenSeries =
  | { readonly kind: 'chosen'; readonly series: Series; readonly measure: GoalMeasure }
  | { readonly kind: 'not-chosen'; readonly problems: readonly { readonly field: string; readonly text: string }[] };

/** The series that two choices name; a measure of the account is the one that may stand beside the published one. */
export function chooseSeries(
  asked: { readonly measure: string; readonly of: string },
  offered: readonly Whose[],
): ChosenSeries {
  const whose = offered.find(({ value }) => value === asked.of);
  const goal = listGoalMeasures().find(({ id }) => id === asked.measure);
  // What may not be a goal says why, whoever asks for it by its address.
  const answer = goal ? undefined : judgeGoalMeasure('published', asked.measure);
  const problems = [
    ...(answer?.kind === 'may-not' ? [{ field: 'measure', text: answer.reason }] : []),
    ...(whose ? [] : [{ field: 'of', text: t('goal-form.no-whose') }]),
  ];
  const [source, place, schools] = (whose?.value ?? '').split(':');
  if (!goal || !place || !schools) return { kind: 'not-chosen', problems };
  if (source === 'published') {
    return { kind: 'chosen', series: { source, measure: goal.id, place, schools }, measure: goal };
  }
  const own = accountMeasures.find(({ published }) => published === goal.id);
  const judged = own && judgeGoalMeasure('account', own.id);
  if (judged?.kind !== 'may') {
    const text = t('goal-form.not-in-account', { measure: goal.title });
    return { kind: 'not-chosen', problems: [{ field: 'of', text }] };
  }
  return {
    kind: 'chosen',
    series: { source: 'account', measure: judged.measure.id, place, schools },
    measure: judged.measure,
  };
}
