import type { JSX } from 'hono/jsx/jsx-runtime';
import { t } from '#language';
import { ENGLAND, listMeasures, listPlaces, periodSlug, TOPICS, type Measure } from '#place';
import { govuk } from '../../govuk/index.ts';
import { urls } from '../../urls.ts';
import type { AskedFor } from './compare.ts';
import { listRegions } from './picture.ts';
import { groupText } from './published-group.ts';
import { periodTitle } from './published-period.ts';

/** A plain GET form: it works without script, and its address can be shared. */
export function ChooseComparison({ asked }: { readonly asked: AskedFor }): JSX.Element {
  const { measure, periods, period, groups, group, region, marked } = asked;
  return (
    <form method="get" action={urls.compare()}>
      {govuk.select({
        id: 'choose-measure',
        name: 'measure',
        label: { text: t('published.heading.measure') },
        value: measure.id,
        items: measuresByTopic().map((one) => ({ value: one.id, text: one.name })),
      })}
      {govuk.select({
        id: 'choose-period',
        name: 'period',
        label: { text: t('published.heading.period') },
        hint: { text: t('compare.choose.period-hint') },
        value: period ? periodSlug(period) : '',
        items: [
          { value: '', text: t('compare.choose.latest') },
          ...periods.map((one) => ({ value: periodSlug(one), text: periodTitle(one) })),
        ],
      })}
      {groups.length > 1 &&
        govuk.select({
          id: 'choose-group',
          name: 'group',
          label: { text: t('published.heading.pupils') },
          value: group,
          items: groups.map((one) => ({ value: one, text: groupText(one) })),
        })}
      {govuk.select({
        id: 'choose-place',
        name: 'place',
        label: { text: t('compare.choose.mark') },
        value: marked[0]?.code ?? '',
        items: [
          { value: '', text: t('compare.choose.none') },
          ...listPlaces()
            .filter(
              ({ level, current, code }) =>
                current && code !== ENGLAND && (level === 'authority' || level === 'region'),
            )
            .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
            .map(({ code, name }) => ({ value: code, text: name })),
        ],
      })}
      {govuk.select({
        id: 'choose-region',
        name: 'region',
        label: { text: t('compare.choose.authorities') },
        value: region?.code ?? '',
        items: [
          { value: '', text: t('published.all-regions') },
          ...listRegions().map(({ code, name }) => ({ value: code, text: name })),
        ],
      })}
      {govuk.button({ text: t('compare.choose.compare') })}
    </form>
  );
}

/** Rates only: a number of cases says more of a place’s size than of anything else. */
function measuresByTopic(): readonly Measure[] {
  const order = TOPICS.map(({ id }) => id);
  return listMeasures()
    .filter(({ unit }) => unit !== 'count')
    .toSorted((a, b) => order.indexOf(a.topic) - order.indexOf(b.topic));
}
