import type { JSX } from 'hono/jsx/jsx-runtime';
import { states, type State } from '#lost-learning';
import { printed } from '../../charts/scale.ts';
import { DataTable } from '../../layout/index.ts';
import { Beside, Count, figureOfState, type About, type FigureCounts, type FigureName } from './figures.tsx';
import { daysNumber, daysText, findPercentText } from './words.ts';

const COUNTED: Readonly<Record<State['lost'], string>> = {
  headline: 'Lost: suspension and unauthorised absence',
  absence: 'Lost: other absence',
  extended: 'Lost: in no absence figure',
  none: 'Not lost',
};

type Line = { readonly title: string; readonly words: string; readonly measure: FigureName; readonly counted: string };

const LINES: readonly Line[] = states.map((state) => ({
  title: state.title,
  words: state.words,
  measure: figureOfState[state.id],
  counted: COUNTED[state.lost],
}));
const TOTAL: Line = { title: 'The whole calendar', words: '', measure: 'calendar', counted: '' };

/** The ten states with their words, adding up to the calendar: the account balances in front of the reader. */
export function Balance({ counts, about }: { readonly counts: FigureCounts; readonly about: About }): JSX.Element {
  return (
    <DataTable<Line>
      id="balance"
      caption={`Every session is in one of ten states, and they add up to ${printed(counts.calendar)}`}
      columns={[
        {
          heading: 'State',
          cell: (line) => (
            <>
              {line.title}
              {line.words !== '' && (
                <div class="govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0">{line.words}</div>
              )}
            </>
          ),
        },
        { heading: 'Counted as', cell: (line) => line.counted },
        {
          heading: 'Sessions',
          numeric: true,
          cell: (line) => (
            <Count measure={line.measure} about={about} value={counts[line.measure]} label={line.title} />
          ),
        },
        {
          heading: 'Days',
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
          heading: 'Of the calendar',
          numeric: true,
          cell: (line) => <OfCalendar line={line} counts={counts} about={about} />,
        },
      ]}
      rows={LINES}
      totals={[TOTAL]}
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
