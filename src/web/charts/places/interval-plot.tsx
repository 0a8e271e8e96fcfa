import type { Child } from 'hono/jsx';
import { t, unitText } from '#language';
import { htmlOf } from '../../govuk/index.ts';
import { axisSize, FootAxis, other, own } from '../axis.tsx';
import type { Chart } from '../chart.ts';
import { figureWords, intervalOf, shownOf } from './figured.ts';
import { gridLine, inBothFits, ink, round, type Drawing, type Fit } from '../frame.tsx';
import { labelLines, textWidth } from '../label-lines.ts';
import { LineKey } from '../line-key.tsx';
import { markPath, type MarkShape } from '../mark.ts';
import type { IntervalPlotInput } from './place-inputs.ts';
import { niceScale, printedLike, tickWords } from '../scale.ts';

type Row = IntervalPlotInput['rows'][number];

const shapes: Readonly<Record<Row['kind'], MarkShape>> = {
  own: 'diamond',
  authority: 'circle',
  region: 'triangle',
  england: 'square',
};
const places: Readonly<Record<Row['kind'], number>> = { own: 0, authority: 1, region: 2, england: 3 };
const LABEL = 215;

/** A few places, each with its figure and its interval: a row a place, never in order of value. */
export function intervalPlot(input: IntervalPlotInput): Chart {
  const rows =
    input.order === 'name'
      ? input.rows.toSorted((a, b) => places[a.kind] - places[b.kind] || a.label.localeCompare(b.label, 'en-GB'))
      : input.rows;
  const summary = summaryOf(input, rows);
  const linked = rows.some((row) => row.href !== undefined);
  const pictures = inBothFits(input, summary, (width, fit) => drawn(input, rows, width, fit), { linked });
  const svg = htmlOf(
    <>
      {rows.some((row) => shownOf(row) && intervalOf(row.interval)) && (
        <LineKey
          lines={[{ sample: <path d="M2 11H32" stroke={other} stroke-width="4" />, words: input.intervalWords }]}
        />
      )}
      {pictures}
    </>,
  );
  return { svg, summary };
}

function drawn(input: IntervalPlotInput, rows: readonly Row[], width: number, fit: Fit): Drawing {
  const narrow = fit === 'narrow';
  const numbers = rows.flatMap((row) => {
    const [shown, interval] = [shownOf(row), intervalOf(row.interval)];
    return shown ? [shown.value, ...(interval ? [interval.low, interval.high] : [])] : [];
  });
  const scale = niceScale(Math.min(...numbers), Math.max(...numbers), narrow ? 3 : 5);
  const height = narrow ? 48 : 36;
  const size = narrow ? 14 : 15;
  const end = 14 + Math.max(30, ...rows.map((row) => textWidth(shownOf(row)?.printed ?? '', size, row.kind === 'own')));
  const left = narrow ? 8 : LABEL + 8;
  const right = width - end - 8;
  const x = (value: number): number => left + ((value - scale.bottom) / (scale.top - scale.bottom)) * (right - left);
  const foot = rows.length * height + 6;
  return {
    height: foot + 14 + axisSize(fit),
    content: (
      <>
        {scale.ticks.map((tick) =>
          rows.map((_, at) => {
            const from = at * height + (narrow ? 22 : 0);
            return <path d={`M${round(x(tick))} ${from}V${(at + 1) * height}`} stroke={gridLine} />;
          }),
        )}
        <path d={`M${round(left)} ${foot}H${round(right)}`} stroke={other} />
        <FootAxis
          ticks={scale.ticks}
          words={tickWords(scale.ticks, input.unit)}
          x={x}
          y={foot}
          width={width}
          fit={fit}
        />
        {rows.map((row, at) => (
          <>
            {rowLabel(row, at * height + (narrow ? 15 : 23), { size, letters: narrow ? 44 : 25, narrow })}
            {rowFigure(input, row, at * height + (narrow ? 33 : 18), { x, left, width, size })}
          </>
        ))}
      </>
    ),
  };
}

function rowLabel(
  row: Row,
  y: number,
  how: { readonly size: number; readonly letters: number; readonly narrow: boolean },
): Child {
  const lines = labelLines(row.label, how.letters, how.narrow ? 1 : 2);
  const start = lines.length > 1 ? y - how.size * 0.6 : y;
  const text = (
    <text font-size={how.size} font-weight={row.kind === 'own' ? '700' : '400'}>
      {lines.map((line, at) => (
        <tspan x="0" y={round(start + at * how.size * 1.1)}>
          {line}
        </tspan>
      ))}
    </text>
  );
  return row.href === undefined ? (
    text
  ) : (
    <a class="kith-svg__link" href={row.href}>
      {text}
    </a>
  );
}

function rowFigure(
  input: IntervalPlotInput,
  row: Row,
  y: number,
  at: { readonly x: (value: number) => number; readonly left: number; readonly width: number; readonly size: number },
): Child {
  const shown = shownOf(row);
  const interval = intervalOf(row.interval);
  const colour = row.kind === 'own' ? own : other;
  if (!shown) {
    return (
      <text x={round(at.left)} y={round(y + 5)} font-size={at.size - 1} fill={ink}>
        {capital(figureWords(row, input.reasons))}
      </text>
    );
  }
  return (
    <g>
      <title>{`${row.label}: ${rowWords(row, input)}`}</title>
      {interval && (
        <path d={`M${round(at.x(interval.low))} ${y}H${round(at.x(interval.high))}`} stroke={colour} stroke-width="4" />
      )}
      <path
        d={markPath(shapes[row.kind], at.x(shown.value), y, row.kind === 'own' ? 7 : 5.5)}
        fill={colour}
        stroke="#ffffff"
        stroke-width="1.5"
      />
      <text
        x={at.width}
        y={round(y + 5)}
        font-size={at.size}
        font-weight={row.kind === 'own' ? '700' : '400'}
        text-anchor="end"
      >
        {shown.printed}
      </text>
    </g>
  );
}

/** `7.1% (6.8 to 7.4)`, or why there is none. */
function rowWords(row: Row, input: IntervalPlotInput): string {
  const [words, interval] = [figureWords(row, input.reasons), intervalOf(row.interval)];
  if (!shownOf(row) || !interval) return words;
  return t('pictures.interval', {
    figure: words,
    low: printedLike(interval.low, words),
    high: printedLike(interval.high, words),
  });
}

function summaryOf(input: IntervalPlotInput, rows: readonly Row[]): string {
  if (rows.length === 0) return t('pictures.nothing');
  const words = rows.map((row) => t('pictures.beside', { name: row.label, figure: rowWords(row, input) }));
  const said = { title: input.title, rows: unitText(words) };
  return rows.some((row) => shownOf(row) && intervalOf(row.interval))
    ? t('pictures.rows-interval', { ...said, interval: input.intervalWords })
    : t('pictures.rows', said);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
