import type { JSX } from 'hono/jsx/jsx-runtime';
import type { CalendarDate } from '#kernel';
import { dateText, rich, t } from '#language';
import { statesLost, type StateId } from '#lost-learning';
import { smallMultiples, stateTitle, weeklyTrend } from '../../charts/index.ts';
import { printed } from '../../charts/scale.ts';
import { ChartFigure, DataTable, linkTo, type Column } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { Count, figureOfState, partOf, Share, type About } from './figures.tsx';
import { absenceOfWeek, groupedBy, type SchoolRow, type WeekRow } from './read-account.ts';
import { phaseOrder, wordsFor } from './words.ts';

// Only states among the possible sessions: a week's column is then a share of what was possible.
const FORMS: readonly StateId[] = statesLost('absence').map((state) => state.id);

/** Absence in each week as a share of the sessions possible in it. */
export function Trend(props: {
  readonly weeks: readonly WeekRow[];
  readonly about: About;
  readonly asOf: CalendarDate;
  readonly csv?: boolean;
}): JSX.Element {
  const { weeks, about, asOf } = props;
  const shown = weeks.filter((week) => absenceOfWeek(week).possible > 0);
  const chart = weeklyTrend({
    id: 'trend',
    title: t('area.weeks.chart'),
    asOf,
    forms: FORMS,
    weeks: shown.map((week) => ({ week: week.week, possible: absenceOfWeek(week).possible, lost: week.sessions })),
  });
  const form = (state: StateId): Column<WeekRow> => ({
    heading: stateTitle(state),
    numeric: true,
    cell: (row) => <Count measure={figureOfState[state]} about={ofWeek(about, row)} value={row.sessions[state] ?? 0} />,
  });
  return (
    <ChartFigure chart={chart} heading={t('area.weeks-part')} source={t('area.weeks.source')}>
      <DataTable<WeekRow>
        id="weeks"
        caption={t('area.weeks.chart')}
        captionSize="s"
        columns={[
          { heading: t('area.week-of'), cell: (row) => dateText(row.week) },
          ...FORMS.map(form),
          {
            heading: t('area.possible'),
            numeric: true,
            cell: (row) => <Count measure="possible" about={ofWeek(about, row)} value={absenceOfWeek(row).possible} />,
          },
          {
            heading: t('area.share'),
            numeric: true,
            cell: (row) => (
              <Share
                measure="absence_rate"
                about={ofWeek(about, row)}
                numerator={absenceOfWeek(row).lost}
                denominator={absenceOfWeek(row).possible}
              />
            ),
          },
        ]}
        rows={shown}
        empty={t('area.no-weeks')}
      />
      {props.csv && (
        <p class="govuk-body">
          {rich('area.weeks.downloads', {
            week: linkTo(urls.table('ledger-by-week', about.year)),
            half: linkTo(urls.table('ledger-by-half-term', about.year)),
            term: linkTo(urls.table('ledger-by-term', about.year)),
          })}
        </p>
      )}
    </ChartFigure>
  );
}

function ofWeek(about: About, row: WeekRow): About {
  return partOf(about, 'week', row.week);
}

/** Each school's weeks, small, by phase and then by name: shapes to look at, not places to rank. */
export function SchoolWeeks(props: {
  readonly schools: readonly SchoolRow[];
  readonly weeks: ReadonlyMap<number, readonly WeekRow[]>;
  readonly about: About;
  readonly asOf: CalendarDate;
}): JSX.Element {
  const { weeks, about, asOf } = props;
  const drawn = props.schools.filter((school) => weeks.has(school.urn));
  const byPhase = groupedBy(drawn, (school) => school.phase);
  return (
    <>
      {phaseOrder.map((phase) => {
        const schools = byPhase.get(phase);
        if (!schools) return null;
        const chart = smallMultiples({
          id: `schools-${phase}`,
          title: wordsFor('phase', phase),
          asOf,
          unit: t('area.multiples.unit'),
          schools: schools.map((school) => ({
            name: school.name,
            href: urls.school(school.urn, about.year),
            weeks: (weeks.get(school.urn) ?? []).map((row) => {
              const { possible, lost } = absenceOfWeek(row);
              return { week: row.week, percent: possible > 0 ? (100 * lost) / possible : undefined };
            }),
          })),
        });
        return (
          <ChartFigure
            chart={chart}
            heading={t('area.multiples.heading', {
              phase: wordsFor('phase', phase),
              schools: printed(schools.length),
            })}
            headingLevel={3}
          />
        );
      })}
    </>
  );
}
