import type { JSX } from 'hono/jsx/jsx-runtime';
import { findText, listText, t } from '#language';
import { statesLost, type StateId } from '#lost-learning';
import { bars, stateTitle } from '../../charts/index.ts';
import { printed } from '../../charts/scale.ts';
import { ChartFigure, DataTable } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { Beside, Count, figureOfState, type About, type FigureCounts } from './figures.tsx';
import type { CauseRow } from './read-account.ts';
import { daysNumber, daysText, findPercentText, sessionsText } from './words.ts';

const LOST: readonly StateId[] = statesLost('extended').map((state) => state.id);

/** Learning lost by form: one bar a state in which sessions are lost. */
export function ByForm({ counts, about }: { readonly counts: FigureCounts; readonly about: About }): JSX.Element {
  const rows = LOST.map((state) => ({ state, sessions: counts[figureOfState[state]] }));
  const chart = bars({
    id: 'forms',
    title: t('causes.forms.chart'),
    unit: t('causes.lost-unit'),
    bars: rows.map(({ state, sessions }) => ({
      label: stateTitle(state),
      value: sessions,
      printed: t('causes.value', { sessions: printed(sessions), days: daysText(sessions) }),
      state,
    })),
  });
  return (
    <ChartFigure
      chart={{ ...chart, summary: formsInWords(rows) }}
      heading={t('causes.forms')}
      source={t('causes.forms.source')}
    >
      <DataTable
        id="forms-table"
        caption={t('causes.forms.chart')}
        captionSize="s"
        columns={[
          { heading: t('causes.form'), cell: (row) => stateTitle(row.state) },
          {
            heading: t('causes.sessions'),
            numeric: true,
            cell: (row) => <Count measure={figureOfState[row.state]} about={about} value={row.sessions} />,
          },
          {
            heading: t('causes.days'),
            numeric: true,
            cell: (row) => (
              <Beside
                measure={figureOfState[row.state]}
                about={about}
                way="days"
                text={daysNumber(row.sessions)}
                value={daysText(row.sessions)}
              />
            ),
          },
        ]}
        rows={rows}
      />
    </ChartFigure>
  );
}

/** Why sessions were lost: every cause in words, the most frequent first, and below it those of all other sessions. */
export function ByCause(props: {
  readonly causes: readonly CauseRow[];
  readonly about: About;
  /** Where the causes of the area can be had as CSV. */
  readonly csv?: boolean;
  /** Left out on a child’s own page. */
  readonly withChildren?: boolean;
}): JSX.Element {
  const { about, csv = false, withChildren = false } = props;
  const lost = props.causes.filter((row) => LOST.includes(row.state));
  const others = props.causes.filter((row) => !LOST.includes(row.state));
  const chart = bars({
    id: 'causes',
    title: t('causes.causes.chart'),
    unit: t('causes.lost-unit'),
    bars: lost.map((row) => ({
      label: causeLabel(row),
      value: row.sessions,
      printed: t('causes.value', { sessions: printed(row.sessions), days: daysText(row.sessions) }),
      state: row.state,
    })),
  });
  const besideCause = (
    row: CauseRow,
    said: Pick<Parameters<typeof Beside>[0], 'way' | 'text' | 'value'>,
  ): JSX.Element => <Beside measure={`cause-${row.cause}`} about={about} label={causeLabel(row)} {...said} />;
  const table = (id: string, caption: string, rows: readonly CauseRow[]): JSX.Element => (
    <DataTable<CauseRow>
      id={id}
      caption={caption}
      captionSize="s"
      columns={[
        { heading: t('causes.cause'), cell: causeLabel },
        { heading: t('causes.state'), cell: (row) => stateTitle(row.state) },
        {
          heading: t('causes.sessions'),
          numeric: true,
          cell: (row) => (
            <Count measure={`cause-${row.cause}`} about={about} value={row.sessions} label={causeLabel(row)} />
          ),
        },
        {
          heading: t('causes.days'),
          numeric: true,
          cell: (row) =>
            besideCause(row, { way: 'days', text: daysNumber(row.sessions), value: daysText(row.sessions) }),
        },
        ...(withChildren
          ? [
              {
                heading: t('causes.children'),
                numeric: true,
                cell: (row: CauseRow) => besideCause(row, { way: 'children', text: printed(row.children ?? 0) }),
              },
            ]
          : []),
      ]}
      rows={rows}
      empty={t('causes.there-are-none')}
    />
  );
  return (
    <>
      <ChartFigure
        chart={{ ...chart, summary: causesInWords(lost) }}
        heading={t('causes.causes')}
        source={t('causes.causes.source')}
      >
        {table('causes-lost', t('causes.causes.lost'), lost)}
        {table('causes-other', t('causes.causes.other'), others)}
      </ChartFigure>
      {csv && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.table('ledger-by-cause', about.year)}>
            {t('causes.download')}
          </a>
        </p>
      )}
    </>
  );
}

/** The picture in a sentence; the whole list is in its bars and in its table. */
function formsInWords(rows: readonly { readonly state: StateId; readonly sessions: number }[]): string {
  const all = rows.reduce((sum, row) => sum + row.sessions, 0);
  const [most] = rows.toSorted((a, b) => b.sessions - a.sessions);
  if (!most || all === 0) return t('causes.none-lost');
  return t('causes.most-common', {
    form: stateTitle(most.state),
    count: printed(most.sessions),
    sessions: sessionsText(all),
    share: findPercentText(most.sessions, all) ?? '',
  });
}

function causesInWords(lost: readonly CauseRow[]): string {
  const all = lost.reduce((sum, row) => sum + row.sessions, 0);
  if (all === 0) return t('causes.none-lost');
  const most = lost
    .slice(0, 3)
    .map((row) => t('causes.cause-share', { cause: causeLabel(row), share: findPercentText(row.sessions, all) ?? '' }));
  return t(most.length === 1 ? 'causes.one-cause' : 'causes.most-frequent', { causes: listText(most) });
}

/** `Ill (not an appointment), code I`; a state’s own words where no code decided. */
export function causeLabel(row: { readonly cause: string; readonly words: string; readonly state: StateId }): string {
  if (row.cause === row.state) return stateTitle(row.state);
  return t('causes.with-code', { words: findText(`codes.${row.cause}`) ?? row.words, code: row.cause });
}
