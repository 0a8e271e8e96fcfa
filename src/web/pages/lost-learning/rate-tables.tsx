import type { JSX } from 'hono/jsx/jsx-runtime';
import { dateText, rich, t } from '#language';
import { rateText, type Beside } from '#place';
import type { Challenge } from '#accountability';
import type { WebContext } from '../../context.ts';
import { comparison } from '../../charts/index.ts';
import { printed } from '../../charts/scale.ts';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { ChartFigure, DataTable, linkTo, type Column } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { Beside as Said, Count, type About } from './figures.tsx';
import { WhyLink } from '../why-different/why-link.tsx';
import { RateNotes } from './rate-notes.tsx';
import { RateReplies } from './rate-replies.tsx';
import type { Rate, RateLine, SchoolRates } from './rates.ts';

export type RateTable = { readonly rate: Rate; readonly lines: readonly RateLine[] };

const LEVELS = [
  { level: 'England', heading: 'area.rates.england', kind: 'england' },
  { level: 'region', heading: 'area.rates.region', kind: 'region' },
  { level: 'authority', heading: 'area.rates.authority', kind: 'authority' },
] as const;

/** The rates that DfE publishes too, each beside the published ones, or with the reason why it is not compared. */
export function RateTables(props: {
  readonly web: WebContext;
  readonly tables: readonly RateTable[];
  readonly rates: SchoolRates;
  readonly about: About;
  /** What was said about any of these figures. */
  readonly challenges: readonly Challenge[];
  /** The page that the tables are on, where it is not the area’s. */
  readonly page?: string;
}): JSX.Element {
  const { rates } = props;
  const toCome = rates.censusToCome;
  return (
    <>
      <p class="govuk-body">
        {rich('area.rates.text', { link: linkTo(urls.table('absence-by-school', props.about.year)) })}
      </p>
      <WhyLink {...props.about} />
      {props.tables.map(({ rate, lines }) => (
        <section aria-labelledby={`rate-${rate.measure}`}>
          <h3 class="govuk-heading-m govuk-!-margin-bottom-1" id={`rate-${rate.measure}`}>
            {t(`measures.${rate.measure}.title`)}
          </h3>
          <p class="govuk-body">{t(`measures.${rate.measure}.definition`)}</p>
          {rate.denominator === 'census_pupils' && toCome !== undefined ? (
            <p class="govuk-body">{t('area.rates.to-come', { date: dateText(toCome) })}</p>
          ) : (
            <OneRate {...props} rate={rate} lines={lines} />
          )}
        </section>
      ))}
    </>
  );
}

function OneRate(props: {
  readonly web: WebContext;
  readonly rate: Rate;
  readonly lines: readonly RateLine[];
  readonly about: About;
  readonly challenges: readonly Challenge[];
  readonly page?: string;
}): JSX.Element {
  const { web, rate, lines, about } = props;
  const title = t(`measures.${rate.measure}.title`);
  const comparable = lines.filter(
    (line) => line.value !== undefined && LEVELS.some(({ level }) => isCompared(line, level)),
  );
  const [first, ...others] = comparable;
  const level = (wanted: (typeof LEVELS)[number]): Column<RateLine> => ({
    heading:
      lines.flatMap((line) => line.beside).find((one) => one.level === wanted.level)?.place?.name ?? t(wanted.heading),
    numeric: true,
    cell: (line) => <BesideCell rate={rate} beside={line.beside.find((one) => one.level === wanted.level)} />,
  });
  return (
    <>
      {first !== undefined && <RateChart rate={rate} line={first} />}
      <DataTable<RateLine>
        id={`table-${rate.measure}`}
        caption={t(lines.length > 1 && props.page === undefined ? 'area.rates.by-kind' : 'area.rates.worked-out', {
          title,
        })}
        captionSize="s"
        columns={[
          {
            heading: t('area.rates.schools'),
            cell: ({ group }) => (
              <>
                {group.label}
                {group.note !== undefined && (
                  <div class="govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0">{group.note}</div>
                )}
              </>
            ),
          },
          {
            heading: t(rate.unit === '%' ? 'area.rates.per-cent' : 'area.rates.per-100'),
            numeric: true,
            cell: (line) => <Own rate={rate} line={line} about={about} />,
          },
          {
            heading: t('area.rates.from'),
            cell: (line) => <Parts rate={rate} line={line} about={about} />,
          },
          // A level at which nothing may be compared has its reason under the table, not a column of blanks.
          ...LEVELS.filter((one) => lines.some((line) => isCompared(line, one.level))).map(level),
        ]}
        rows={lines}
      />
      {others.length > 0 &&
        props.page === undefined &&
        govuk.details({
          summaryText: t('area.rates.pictures'),
          html: htmlOf(
            <>
              {others.map((line) => (
                <RateChart rate={rate} line={line} />
              ))}
            </>,
          ),
        })}
      <RateNotes lines={lines} web={web} />
      <RateReplies {...props} />
    </>
  );
}

function Own(props: { readonly rate: Rate; readonly line: RateLine; readonly about: About }): JSX.Element {
  const { rate, line, about } = props;
  const { scope } = line.group;
  if (line.value === undefined) return <>{t('area.rates.no-divisor')}</>;
  const value = shown(rate, line.value);
  return scope === undefined ? (
    <>{value}</>
  ) : (
    <Count measure={rate.measure} about={{ ...about, scope }} value={value} />
  );
}

function Parts(props: { readonly rate: Rate; readonly line: RateLine; readonly about: About }): JSX.Element {
  const { rate, line, about } = props;
  const [top, bottom] = [printed(line.numerator), printed(line.denominator)];
  const text = t(`area.rates.of.${rate.denominator}`, { top, bottom });
  const { scope } = line.group;
  if (scope === undefined || line.value === undefined) return <>{text}</>;
  return (
    <Said
      measure={rate.measure}
      about={{ ...about, scope }}
      way="parts"
      text={text}
      value={`${top} ÷ ${bottom}`}
      label={line.group.label}
    />
  );
}

function isCompared(line: RateLine, level: Beside['level']): boolean {
  return line.beside.some((one) => one.level === level && one.comparison.kind === 'comparable');
}

function BesideCell({ rate, beside }: { readonly rate: Rate; readonly beside: Beside | undefined }): JSX.Element {
  if (beside?.comparison.kind !== 'comparable' || !beside.place) return <>{t('area.rates.not-compared')}</>;
  const { published, publishedValue } = beside.comparison;
  const { numerator, denominator } = published;
  return (
    <>
      {`${shown(rate, publishedValue)} `}
      <span class="govuk-visually-hidden">{t('area.rates.in-place', { place: beside.place.name })}</span>
      {numerator !== undefined && denominator !== undefined && (
        <span class="govuk-hint govuk-!-margin-bottom-0">
          {t('area.rates.of-number', {
            top: printed(numerator),
            bottom: printed(denominator),
          })}
        </span>
      )}
    </>
  );
}

function RateChart({ rate, line }: { readonly rate: Rate; readonly line: RateLine }): JSX.Element {
  const title = t('area.rates.chart', {
    measure: t(`area.rates.published.${rate.published}`),
    group: line.group.label,
  });
  const compared = LEVELS.flatMap(({ level, kind }) => {
    const beside = line.beside.find((one) => one.level === level);
    if (beside?.comparison.kind !== 'comparable' || !beside.place) return [];
    const { publishedValue } = beside.comparison;
    return [{ kind, label: beside.place.name, value: publishedValue, printed: shown(rate, publishedValue) }];
  });
  const chart = comparison({
    id: `compare-${rate.measure}-${line.group.scope ?? 'together'}`,
    title,
    unit: rate.unit,
    places: [
      { kind: 'own', label: line.group.label, value: line.value, printed: shown(rate, line.value ?? 0) },
      ...compared,
    ],
  });
  return <ChartFigure chart={chart} heading={title} headingLevel={4} />;
}

function shown(rate: Rate, value: number): string {
  return `${rateText(value, rate.places)}${rate.unit}`;
}
