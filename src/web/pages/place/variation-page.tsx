import type { JSX } from 'hono/jsx/jsx-runtime';
import { academicYearStarting, startYear } from '#kernel';
import { periodSlug, periodWords, rateText, type NoVariation, type Variation } from '#place';
import { trendBand } from '../../charts/index.ts';
import type { WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { ChartFigure, DataTable } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { periodTitle } from './published-period.ts';
import { bareText, publishedText } from './published-text.tsx';
import { inSentence, shortPeriod } from './reading-words.ts';
import { measuresThatVary, type AskedVariation } from './variation.ts';

/** `/variation`: how much authorities differ by more than chance, now and over the years. */
export function VariationPage(web: WebContext, asked: AskedVariation): JSX.Element {
  const { measure, chosen, instead } = asked;
  return shell(web, {
    section: 'places',
    caption: 'How much authorities differ',
    title: measure.name,
    children: (
      <>
        {instead !== undefined && govuk.insetText({ text: instead })}
        <p class="govuk-body-l">{sentenceOf(asked)}</p>
        {chosen?.kind === 'variation' && <Trio asked={asked} chosen={chosen} />}
        <OverYears asked={asked} />
        <h2 class="govuk-heading-m">What this does not say</h2>
        <ul class="govuk-list govuk-list--bullet">
          <li>Which places are high or low, and why. It is one number for all of England.</li>
          <li>That the differences are unfair: places differ in whom they teach, and nothing is allowed for here.</li>
          <li>That places with the same figure do the same: schools of one authority may differ as much.</li>
          <li>What one child may expect: a child lives in one place, and goes to one school.</li>
        </ul>
        <p class="govuk-body">
          <a class="govuk-link" href={urls.methods('dispersion')}>
            How it is worked out
          </a>
          {' · '}
          <a
            class="govuk-link"
            href={urls.compare({ measure: measure.id, period: chosen && periodSlug(chosen.period) })}
          >
            Every authority with its interval
          </a>
        </p>
        <h2 class="govuk-heading-m">Ask of another measure</h2>
        <ChooseVariation asked={asked} />
      </>
    ),
  });
}

function sentenceOf({ measure, chosen }: AskedVariation): string {
  if (!chosen) return `“${measure.name}” is not published for authorities.`;
  const when = periodWords(chosen.period);
  if (chosen.kind === 'cannot-say')
    return `For ${when} it cannot be said how much chance alone explains. ${chosen.reason}`;
  const { interval, scv } = chosen.dispersion;
  if (scv === undefined || !interval || interval.lower <= 0) {
    return `In ${when} authorities differed no more than chance may explain.`;
  }
  const ratio = chosen.ratio
    ? ` By rates drawn towards the mean by what chance could do in a place of each size, one authority in ten was above ${bareRate(measure.id, chosen.ratio.high)} and one in ten below ${bareRate(measure.id, chosen.ratio.low)}: ${rateText(chosen.ratio.value, 1)} times as much.`
    : '';
  const chance =
    chosen.byChance === undefined ? '' : ` Chance explains ${percent(chosen.byChance)} of how far they are spread.`;
  return `In ${when} authorities differed by more than chance.${ratio}${chance}`;
}

function percent(share: number): string {
  const value = 100 * share;
  if (value > 0 && value < 1) return 'less than 1%';
  if (value > 99 && value < 100) return 'more than 99%';
  return `${rateText(value, 0)}%`;
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
      <h2 class="govuk-heading-m">{`${places} authorities, ${periodTitle(chosen.period)}`}</h2>
      {govuk.summaryList({
        rows: [
          row(
            'Systematic variation (SCV)',
            `${scvText(chosen)}. It is how far authorities lie from England’s rate, squared, once chance is taken out. 0 is no more than chance; its square root, ${rateText(100 * Math.sqrt(Math.max(0, dispersion.scv ?? 0)), 0)}%, is how far a typical authority lies above or below.`,
          ),
          row(
            'A tenth above, over a tenth below',
            ratio
              ? `${bareRate(measure.id, ratio.high)} ÷ ${bareRate(measure.id, ratio.low)} = ${rateText(ratio.value, 2)}. Both from rates drawn towards the mean by what chance could do in a place of each size.`
              : 'The lower of the two is 0, so it cannot be divided.',
          ),
          row(
            'What chance explains',
            byChance === undefined
              ? 'Authorities do not differ at all.'
              : `Of the spread between authorities ${percent(byChance)} is chance, and ${percent(1 - byChance)} more than chance.`,
          ),
        ],
      })}
    </>
  );
}

function scvText({ dispersion: { scv, interval } }: Variation): string {
  if (scv === undefined) return 'Cannot be said';
  return interval
    ? `${rateText(scv, 3)} (95% interval ${rateText(interval.lower, 3)} to ${rateText(interval.upper, 3)}, from 10,000 draws of authorities)`
    : rateText(scv, 3);
}

function OverYears({ asked }: { readonly asked: AskedVariation }): JSX.Element | null {
  const { measure, years } = asked;
  const said = years.filter((one): one is Variation => one.kind === 'variation' && one.dispersion.scv !== undefined);
  if (years.length < 2) return null;
  const table = (
    <DataTable<Variation | NoVariation>
      id="variation-years"
      caption={`How much authorities differ: ${inSentence(measure.name)}`}
      captionSize="s"
      columns={[
        { heading: 'Period', cell: ({ period }) => shortPeriod(period) },
        { heading: 'Authorities', numeric: true, cell: (one) => (one.kind === 'variation' ? String(one.places) : '') },
        {
          heading: 'SCV',
          cell: (one) =>
            one.kind === 'variation'
              ? scvText(one).replace(', from 10,000 draws of authorities', '')
              : `Cannot be said. ${one.reason}`,
        },
        {
          heading: 'Tenth above over tenth below',
          numeric: true,
          cell: (one) => (one.kind === 'variation' && one.ratio ? rateText(one.ratio.value, 2) : ''),
        },
        {
          heading: 'Chance explains',
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
    title: `Systematic variation between authorities: ${inSentence(measure.name)}`,
    unit: '',
    years: said.map(({ period }) => shortPeriod(period)),
    own: {
      name: 'Between authorities',
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
        words: reason.replace(/\.$/, ''),
      })),
  });
  return (
    <ChartFigure
      chart={chart}
      heading="Is the difference growing?"
      source="SCV with its 95% interval. Wherever two intervals overlap widely, nothing is said of a change."
    >
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
        label: { text: 'Measure' },
        value: measure.id,
        items: measuresThatVary().map((one) => ({ value: one.id, text: one.name })),
      })}
      {govuk.select({
        id: 'choose-period',
        name: 'period',
        label: { text: 'Period' },
        value: chosen ? periodSlug(chosen.period) : '',
        items: [
          { value: '', text: 'The latest with counts' },
          ...periods.toReversed().map((one) => ({ value: periodSlug(one), text: periodTitle(one) })),
        ],
      })}
      {govuk.button({ text: 'Show' })}
    </form>
  );
}
