import type { JSX } from 'hono/jsx/jsx-runtime';
import { academicYearStarting, calendarDate, halfTermName, startYear, writtenDate, type AcademicYear } from '#kernel';
import {
  compareWeeks,
  type Aggregates,
  type ComparedWeek,
  type OneWeek,
  type SameWeeks,
  type SchoolWeekRow,
  type WeekMatch,
} from '#lost-learning';
import { weekPairs } from '../../charts/index.ts';
import { percentOf, printed } from '../../charts/scale.ts';
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
        <h2 class="govuk-heading-m">Beside the same weeks last year</h2>
        <p class="govuk-body">{`There is no account of ${before} here to hold ${year} against.`}</p>
      </>
    );
  }
  const summary = summaryOf(weeks, compared);
  const chart = weekPairs({
    id: 'same-weeks',
    title: `Sessions lost to absence each school week, ${year} and ${before}`,
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
    <ChartFigure
      chart={chart}
      heading="Beside the same weeks last year"
      source="Weeks are held against each other by their place in the half term, not by date. A week that only one year has, or that is not over, is shown and not added up. Last year’s figures are as known now, with what was corrected since."
    >
      <DataTable<ComparedWeek>
        id="same-weeks-table"
        caption={`Sessions lost to absence out of possible sessions, ${year} beside ${before}`}
        captionSize="s"
        columns={[
          { heading: 'Half term and week', cell: weekName },
          ...yearColumns(year, 'now', { ...about, year }),
          ...yearColumns(before, 'before', { ...about, year: before }),
          { heading: 'Added up', cell: ({ match }) => MATCH[match] },
        ]}
        rows={compared.weeks}
      />
    </ChartFigure>
  );
}

const MATCH: Readonly<Record<WeekMatch, string>> = {
  like: 'Yes',
  unfinished: 'No: not over yet',
  'this-year-only': 'No: this year only',
  'last-year-only': 'No: last year only',
  'to-come': 'No: to come this year',
};

function yearColumns(year: AcademicYear, side: 'now' | 'before', about: About): readonly Column<ComparedWeek>[] {
  const column =
    (cell: (week: OneWeek, of: About) => JSX.Element | string) =>
    (compared: ComparedWeek): JSX.Element | string => {
      const week = compared[side];
      return week ? cell(week, partOf(about, 'week', week.week)) : '';
    };
  return [
    { heading: `${year}: week of`, cell: column((week) => writtenDate(calendarDate(week.week))) },
    { heading: 'Days', numeric: true, cell: column((week) => printed(week.days)) },
    {
      heading: 'Lost to absence',
      numeric: true,
      cell: column((week, of) => <Count measure="lost_absence" about={of} value={week.lost_absence} />),
    },
    {
      heading: 'Possible sessions',
      numeric: true,
      cell: column((week, of) => <Count measure="possible" about={of} value={week.possible} />),
    },
    {
      heading: 'Share lost',
      numeric: true,
      cell: column((week, of) => (
        <Share measure="absence_rate" about={of} numerator={week.lost_absence} denominator={week.possible} />
      )),
    },
  ];
}

/** `Autumn 1, week 5`, of the half term; a week before the first is one in which some school opens early. */
function weekName({ half, week }: ComparedWeek): string {
  const name = halfTermName(half).replace(' half term', '');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}, ${week > 0 ? `week ${week}` : 'before week 1'}`;
}

function summaryOf({ year, before }: WeeksOfTwoYears, { last, toDate }: SameWeeks): string {
  if (!last) return `No school week is whole in both ${year} and ${before} yet.`;
  const of = (sums: SameWeeks['toDate']['now']): string =>
    `${findPercentText(sums.lost_absence, sums.possible) ?? 'none'} (${printed(sums.lost_absence)} of ${printed(sums.possible)} possible sessions)`;
  const weeks = toDate.weeks === 1 ? 'the 1 school week' : `the ${toDate.weeks} school weeks`;
  return `Up to week ${last.week} of ${halfTermName(last.half)}: in ${weeks} that both years have, ${of(toDate.now)} were lost to absence in ${year}, and ${of(toDate.before)} in ${before}.`;
}
