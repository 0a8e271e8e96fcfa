import type { JSX } from 'hono/jsx/jsx-runtime';
import { academicYearStarting, startYear } from '#kernel';
import { dataText, t } from '#language';
import { periodSlug, rateText, type Measure, type NoVariation, type Variation } from '#place';
import { trendBand } from '../../charts/index.ts';
import type { WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { ChartFigure, DataTable } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { periodTitle, periodWords, shortPeriod } from './published-period.ts';
import { bareRate } from './published-text.tsx';
import { inSentence } from './reading-words.ts';
import { measuresThatVary, type AskedVariation } from './variation.ts';

/** `/variation`: how much authorities differ by more than chance, now and over the years. */
export function VariationPage(web: WebContext, asked: AskedVariation): JSX.Element {
  const { measure, chosen, instead } = asked;
  return shell(web, {
    section: 'places',
    caption: t('variation.caption'),
    title: measure.name,
    children: (
      <>
        {instead !== undefined && govuk.insetText({ text: instead })}
        <p class="govuk-body-l">{sentenceOf(asked)}</p>
        {chosen?.kind === 'variation' && <Trio asked={asked} chosen={chosen} />}
        <OverYears asked={asked} />
        <h2 class="govuk-heading-m">{t('variation.not-said')}</h2>
        <ul class="govuk-list govuk-list--bullet">
          <li>{t('variation.not-said.which')}</li>
          <li>{t('variation.not-said.unfair')}</li>
          <li>{t('variation.not-said.same')}</li>
          <li>{t('variation.not-said.child')}</li>
        </ul>
        <p class="govuk-body">
          <a class="govuk-link" href={urls.methods('dispersion')}>
            {t('published.how')}
          </a>
          {' · '}
          <a
            class="govuk-link"
            href={urls.compare({ measure: measure.id, period: chosen && periodSlug(chosen.period) })}
          >
            {t('variation.every-authority')}
          </a>
        </p>
        <h2 class="govuk-heading-m">{t('variation.ask')}</h2>
        <ChooseVariation asked={asked} />
      </>
    ),
  });
}

function sentenceOf({ measure, chosen }: AskedVariation): string {
  if (!chosen) return t('variation.not-published', { measure: measure.name });
  const period = periodWords(chosen.period);
  if (chosen.kind === 'cannot-say') return t('variation.cannot-say', { period, reason: dataText(chosen.reason) });
  const { interval, scv } = chosen.dispersion;
  if (scv === undefined || !interval || interval.lower <= 0) {
    return t('variation.no-more', { period });
  }
  const { ratio, byChance } = chosen;
  return [
    t('variation.more', { period }),
    ...(ratio ? [t('variation.tenths', { ...tenths(measure, ratio), ratio: rateText(ratio.value, 1) })] : []),
    ...(byChance === undefined ? [] : [t('variation.chance', { share: percent(byChance) })]),
  ].join(' ');
}

function tenths(
  { id }: Pick<Measure, 'id'>,
  ratio: { readonly high: number; readonly low: number },
): { readonly high: string; readonly low: string } {
  return { high: bareRate(id, ratio.high), low: bareRate(id, ratio.low) };
}

function percent(share: number): string {
  const value = 100 * share;
  if (value > 0 && value < 1) return t('variation.percent.least');
  if (value > 99 && value < 100) return t('variation.percent.most');
  return t('variation.percent', { share: rateText(value, 0) });
}

function Trio({ asked, chosen }: { readonly asked: AskedVariation; readonly chosen: Variation }): JSX.Element {
  const { measure } = asked;
  const { dispersion, ratio, byChance, places } = chosen;
  const row = (key: string, text: string): { key: { text: string }; value: { text: string } } => ({
    key: { text: key },
    value: { text },
  });
  return (
    <>
      <h2 class="govuk-heading-m">
        {t('variation.authorities', { count: places, period: periodTitle(chosen.period) })}
      </h2>
      {govuk.summaryList({
        rows: [
          row(
            t('variation.scv'),
            t('variation.scv.text', {
              scv: scvText(chosen, 'variation.scv.draws'),
              root: rateText(100 * Math.sqrt(Math.max(0, dispersion.scv ?? 0)), 0),
            }),
          ),
          row(
            t('variation.ratio'),
            ratio
              ? t('variation.ratio.text', { ...tenths(measure, ratio), ratio: rateText(ratio.value, 2) })
              : t('variation.ratio.zero'),
          ),
          row(
            t('variation.explains'),
            byChance === undefined
              ? t('variation.explains.none')
              : t('variation.explains.text', { chance: percent(byChance), more: percent(1 - byChance) }),
          ),
        ],
      })}
    </>
  );
}

function scvText(
  { dispersion: { scv, interval } }: Variation,
  key: 'variation.scv.interval' | 'variation.scv.draws',
): string {
  if (scv === undefined) return t('published.reading.cannot-say');
  if (!interval) return rateText(scv, 3);
  return t(key, { scv: rateText(scv, 3), low: rateText(interval.lower, 3), high: rateText(interval.upper, 3) });
}

function OverYears({ asked }: { readonly asked: AskedVariation }): JSX.Element | null {
  const { measure, years } = asked;
  const said = years.filter((one): one is Variation => one.kind === 'variation' && one.dispersion.scv !== undefined);
  if (years.length < 2) return null;
  const table = (
    <DataTable<Variation | NoVariation>
      id="variation-years"
      caption={t('variation.years', { measure: inSentence(measure.name) })}
      captionSize="s"
      columns={[
        { heading: t('published.heading.period'), cell: ({ period }) => shortPeriod(period) },
        {
          heading: t('variation.years.authorities'),
          numeric: true,
          cell: (one) => (one.kind === 'variation' ? String(one.places) : ''),
        },
        {
          heading: t('variation.years.scv'),
          cell: (one) =>
            one.kind === 'variation'
              ? scvText(one, 'variation.scv.interval')
              : t('published.cannot-say', { reason: dataText(one.reason) }),
        },
        {
          heading: t('variation.years.ratio'),
          numeric: true,
          cell: (one) => (one.kind === 'variation' && one.ratio ? rateText(one.ratio.value, 2) : ''),
        },
        {
          heading: t('variation.years.chance'),
          numeric: true,
          cell: (one) => (one.kind === 'variation' && one.byChance !== undefined ? percent(one.byChance) : ''),
        },
      ]}
      rows={years}
    />
  );
  if (said.length < 2) return table;
  const calendar = said.some(({ period }) => period.kind === 'calendar-year');
  const first = Math.min(...said.map(({ period }) => startYear(period.year)));
  const chart = trendBand({
    id: 'variation-trend',
    title: t('variation.trend', { measure: inSentence(measure.name) }),
    unit: '',
    years: said.map(({ period }) => shortPeriod(period)),
    own: {
      name: t('variation.trend.between'),
      points: said.map(({ period, dispersion: { scv = 0, interval } }) => ({
        year: shortPeriod(period),
        value: scv,
        printed: rateText(scv, 3),
        interval: interval && { low: interval.lower, high: interval.upper },
      })),
    },
    breaks: measure.breaks
      .filter(({ from }) => from > first)
      .map(({ from, reason }) => ({
        year: calendar ? String(from) : academicYearStarting(from),
        words: dataText(reason).replace(/\.$/, ''),
      })),
  });
  return (
    <ChartFigure chart={chart} heading={t('variation.trend.heading')} source={t('variation.trend.source')}>
      {table}
    </ChartFigure>
  );
}

function ChooseVariation({ asked }: { readonly asked: AskedVariation }): JSX.Element {
  const { measure, chosen, periods } = asked;
  return (
    <form method="get" action={urls.variation()}>
      {govuk.select({
        id: 'choose-measure',
        name: 'measure',
        label: { text: t('published.heading.measure') },
        value: measure.id,
        items: measuresThatVary().map((one) => ({ value: one.id, text: one.name })),
      })}
      {govuk.select({
        id: 'choose-period',
        name: 'period',
        label: { text: t('published.heading.period') },
        value: chosen ? periodSlug(chosen.period) : '',
        items: [
          { value: '', text: t('published.latest-with-counts') },
          ...periods.toReversed().map((one) => ({ value: periodSlug(one), text: periodTitle(one) })),
        ],
      })}
      {govuk.button({ text: t('published.show') })}
    </form>
  );
}
