import type { JSX } from 'hono/jsx/jsx-runtime';
import { t } from '#language';
import { states } from '#lost-learning';
import { stateTitle } from '../../charts/index.ts';
import { printed } from '../../charts/scale.ts';
import { DataTable } from '../../layout/index.ts';
import { Beside, Count, figureOfState, type About, type FigureCounts, type FigureName } from './figures.tsx';
import { daysNumber, daysText, findPercentText } from './words.ts';

type Line = { readonly title: string; readonly words: string; readonly measure: FigureName; readonly counted: string };

function lines(): readonly Line[] {
  return states.map((state) => ({
    title: stateTitle(state.id),
    words: t(`states.${state.id}.words`),
    measure: figureOfState[state.id],
    counted: t(`causes.counted.${state.lost}`),
  }));
}

/** The ten states with their words, adding up to the calendar: the account balances in front of the reader. */
export function Balance({ counts, about }: { readonly counts: FigureCounts; readonly about: About }): JSX.Element {
  return (
    <DataTable<Line>
      id="balance"
      caption={t('causes.balance', { calendar: printed(counts.calendar) })}
      columns={[
        {
          heading: t('causes.state'),
          cell: (line) => (
            <>
              {line.title}
              {line.words !== '' && (
                <div class="govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0">{line.words}</div>
              )}
            </>
          ),
        },
        { heading: t('causes.counted-as'), cell: (line) => line.counted },
        {
          heading: t('causes.sessions'),
          numeric: true,
          cell: (line) => (
            <Count measure={line.measure} about={about} value={counts[line.measure]} label={line.title} />
          ),
        },
        {
          heading: t('causes.days'),
          numeric: true,
          cell: (line) => (
            <Beside
              measure={line.measure}
              about={about}
              way="days"
              text={daysNumber(counts[line.measure])}
              value={daysText(counts[line.measure])}
              label={line.title}
            />
          ),
        },
        {
          heading: t('causes.of-calendar'),
          numeric: true,
          cell: (line) => <OfCalendar line={line} counts={counts} about={about} />,
        },
      ]}
      rows={lines()}
      totals={[{ title: t('causes.whole'), words: '', measure: 'calendar', counted: '' }]}
    />
  );
}

function OfCalendar(props: {
  readonly line: Line;
  readonly counts: FigureCounts;
  readonly about: About;
}): JSX.Element | null {
  const { line, counts, about } = props;
  const text = findPercentText(counts[line.measure], counts.calendar);
  if (text === undefined) return null;
  // The whole of the whole needs no working.
  if (line.measure === 'calendar') return <>{text}</>;
  return <Beside measure={line.measure} about={about} way="calendar" text={text} label={line.title} />;
}
