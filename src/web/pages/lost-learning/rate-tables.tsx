import type { JSX } from 'hono/jsx/jsx-runtime';
import { writtenDate } from '#kernel';
import { getAccountMeasure } from '#lost-learning';
import { getMeasure, rateText, type Beside } from '#place';
import type { Challenge } from '#accountability';
import type { WebContext } from '../../context.ts';
import { comparison } from '../../charts/index.ts';
import { printed } from '../../charts/scale.ts';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { ChartFigure, DataTable, type Column } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { Beside as Said, Count, type About } from './figures.tsx';
import { WhyLink } from '../why-different/why-link.tsx';
import { RateNotes } from './rate-notes.tsx';
import { RateReplies } from './rate-replies.tsx';
import type { Rate, RateLine, SchoolRates } from './rates.ts';

export type RateTable = { readonly rate: Rate; readonly lines: readonly RateLine[] };

const LEVELS = [
  { level: 'England', heading: 'England', kind: 'england' },
  { level: 'region', heading: 'Region', kind: 'region' },
  { level: 'authority', heading: 'Authority', kind: 'authority' },
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
        These rates follow the rules by which the Department for Education counts, so they leave some pupils and
        sessions out. A published figure stands beside one only where it is for the same measure, the same period and
        the same kinds of school.{' '}
        <a class="govuk-link" href={urls.table('absence-by-school', props.about.year)}>
          Download absence by school (CSV)
        </a>
      </p>
      <WhyLink {...props.about} />
      {props.tables.map(({ rate, lines }) => (
        <section aria-labelledby={`rate-${rate.measure}`}>
          <h3 class="govuk-heading-m govuk-!-margin-bottom-1" id={`rate-${rate.measure}`}>
            {getAccountMeasure(rate.measure).title}
          </h3>
          <p class="govuk-body">{getAccountMeasure(rate.measure).definition}</p>
          {rate.denominator === 'census_pupils' && toCome !== undefined ? (
            <p class="govuk-body">
              {`Nothing to show yet: the rate is out of the pupils on roll on census day, ${writtenDate(toCome)}.`}
            </p>
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
  const { title } = getAccountMeasure(rate.measure);
  const comparable = lines.filter(
    (line) => line.value !== undefined && LEVELS.some(({ level }) => isCompared(line, level)),
  );
  const [first, ...others] = comparable;
  const level = (wanted: (typeof LEVELS)[number]): Column<RateLine> => ({
    heading:
      lines.flatMap((line) => line.beside).find((one) => one.level === wanted.level)?.place?.name ?? wanted.heading,
    numeric: true,
    cell: (line) => <BesideCell rate={rate} beside={line.beside.find((one) => one.level === wanted.level)} />,
  });
  return (
    <>
      {first !== undefined && <RateChart rate={rate} line={first} />}
      <DataTable<RateLine>
        id={`table-${rate.measure}`}
        caption={
          lines.length > 1 && props.page === undefined
            ? `${title} by kind of school`
            : `${title}, and what it is worked out from`
        }
        captionSize="s"
        columns={[
          {
            heading: 'Schools',
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
            heading: rate.unit === '%' ? 'Per cent' : 'Per 100 pupils',
            numeric: true,
            cell: (line) => <Own rate={rate} line={line} about={about} />,
          },
          {
            heading: 'Worked out from',
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
          summaryText: 'Show each kind of school as a picture',
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
  if (line.value === undefined) return <>nothing to divide by</>;
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
  const text = `${top} of ${bottom} ${rate.of}`;
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
  if (beside?.comparison.kind !== 'comparable' || !beside.place) return <>not compared</>;
  const { published, publishedValue } = beside.comparison;
  const { numerator, denominator } = published;
  return (
    <>
      {`${shown(rate, publishedValue)} `}
      <span class="govuk-visually-hidden">{`in ${beside.place.name}`}</span>
      {numerator !== undefined && denominator !== undefined && (
        <span class="govuk-hint govuk-!-margin-bottom-0">{`${printed(numerator)} of ${printed(denominator)}`}</span>
      )}
    </>
  );
}

function RateChart({ rate, line }: { readonly rate: Rate; readonly line: RateLine }): JSX.Element {
  const title = `${getMeasure(rate.published).name}, ${line.group.label}`;
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
