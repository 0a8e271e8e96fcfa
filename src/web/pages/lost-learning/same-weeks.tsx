import type { JSX } from 'hono/jsx/jsx-runtime';
import { academicYearStarting, calendarDate, startYear, type AcademicYear } from '#kernel';
import { dateText, t } from '#language';
import {
  compareWeeks,
  type Aggregates,
  type ComparedWeek,
  type OneWeek,
  type SameWeeks,
  type SchoolWeekRow,
} from '#lost-learning';
import { weekPairs } from '../../charts/index.ts';
import { percentOf, printed } from '../../charts/scale.ts';
import { halfTermText } from '../../half-terms.ts';
import { ChartFigure, DataTable, type Column } from '../../layout/index.ts';
import { Count, partOf, Share, type About } from './figures.tsx';
import type { Whose } from './read-account.ts';
import { findPercentText } from './words.ts';

/** The weeks of two years held against each other; `before` is undefined where there is no account of last year. */
export type WeeksOfTwoYears = {
  readonly year: AcademicYear;
  readonly before: AcademicYear;
  readonly compared: SameWeeks | undefined;
};

const RELATION = { area: 'weeks_area', school: 'weeks_school', trust: 'weeks_trust' } as const;

export async function readSameWeeks(
  aggregates: Aggregates,
  year: AcademicYear,
  whose: Exclude<Whose, { readonly kind: 'group' }>,
): Promise<WeeksOfTwoYears> {
  const before = academicYearStarting(startYear(year) - 1);
  if (!aggregates.findYear(before)) return { year, before, compared: undefined };
  const grouped = whose.kind === 'area' ? '' : whose.kind === 'school' ? String(whose.urn) : whose.trust;
  const read = (of: AcademicYear): Promise<readonly SchoolWeekRow[]> =>
    aggregates.rows<SchoolWeekRow>(RELATION[whose.kind], of, 'grouped = $grouped', { grouped });
  return { year, before, compared: compareWeeks(await read(year), await read(before)) };
}

/** Each school week of this year beside the same one of last year: a sentence, a picture and its table. */
export function SameWeeksPart({
  weeks,
  about,
}: {
  readonly weeks: WeeksOfTwoYears;
  readonly about: About;
}): JSX.Element {
  const { year, before, compared } = weeks;
  if (!compared || compared.weeks.every((week) => week.before === undefined)) {
    return (
      <>
        <h2 class="govuk-heading-m">{t('weeks.heading')}</h2>
        <p class="govuk-body">{t('weeks.no-account', { before, year })}</p>
      </>
    );
  }
  const summary = summaryOf(weeks, compared);
  const chart = weekPairs({
    id: 'same-weeks',
    title: t('weeks.chart', { year, before }),
    now: year,
    before,
    summary,
    weeks: compared.weeks.map((week) => ({
      half: week.half,
      now: week.now && percentOf(week.now.lost_absence, week.now.possible),
      before: week.before && percentOf(week.before.lost_absence, week.before.possible),
    })),
  });
  return (
    <ChartFigure chart={chart} heading={t('weeks.heading')} source={t('weeks.source')}>
      <DataTable<ComparedWeek>
        id="same-weeks-table"
        caption={t('weeks.table', { year, before })}
        captionSize="s"
        columns={[
          { heading: t('weeks.place'), cell: weekName },
          ...yearColumns(year, 'now', { ...about, year }),
          ...yearColumns(before, 'before', { ...about, year: before }),
          { heading: t('weeks.added-up'), cell: ({ match }) => t(`weeks.match.${match}`) },
        ]}
        rows={compared.weeks}
      />
    </ChartFigure>
  );
}

function yearColumns(year: AcademicYear, side: 'now' | 'before', about: About): readonly Column<ComparedWeek>[] {
  const column =
    (cell: (week: OneWeek, of: About) => JSX.Element | string) =>
    (compared: ComparedWeek): JSX.Element | string => {
      const week = compared[side];
      return week ? cell(week, partOf(about, 'week', week.week)) : '';
    };
  return [
    { heading: t('weeks.week-of', { year }), cell: column((week) => dateText(calendarDate(week.week))) },
    { heading: t('weeks.days'), numeric: true, cell: column((week) => printed(week.days)) },
    {
      heading: t('weeks.lost'),
      numeric: true,
      cell: column((week, of) => <Count measure="lost_absence" about={of} value={week.lost_absence} />),
    },
    {
      heading: t('area.possible'),
      numeric: true,
      cell: column((week, of) => <Count measure="possible" about={of} value={week.possible} />),
    },
    {
      heading: t('area.share'),
      numeric: true,
      cell: column((week, of) => (
        <Share measure="absence_rate" about={of} numerator={week.lost_absence} denominator={week.possible} />
      )),
    },
  ];
}

/** `Autumn 1, week 5`, of the half term; a week before the first is one in which some school opens early. */
function weekName({ half, week }: ComparedWeek): string {
  const name = halfTermText(half, 'half-short');
  return week > 0 ? t('weeks.place.week', { half: name, week }) : t('weeks.place.before', { half: name });
}

function summaryOf({ year, before }: WeeksOfTwoYears, { last, toDate }: SameWeeks): string {
  if (!last) return t('weeks.none-whole', { year, before });
  const of = ({ lost_absence: lost, possible }: SameWeeks['toDate']['now']): string =>
    t('weeks.share', {
      share: findPercentText(lost, possible) ?? t('figures.none'),
      lost: printed(lost),
      possible: printed(possible),
    });
  return t('weeks.summary', {
    week: last.week,
    half: halfTermText(last.half, 'half'),
    weeks: toDate.weeks,
    now: of(toDate.now),
    year,
    earlier: of(toDate.before),
    before,
  });
}
