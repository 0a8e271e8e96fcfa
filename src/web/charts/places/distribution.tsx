import type { Child } from 'hono/jsx';
import { t, unitText } from '#language';
import { axisSize, FootAxis, other, own } from '../axis.tsx';
import type { Chart } from '../chart.ts';
import { figureWords, notShownWords, sentenceOf, shownOf } from './figured.ts';
import { inBothFits, ink, round, softInk, type Drawing, type Fit } from '../frame.tsx';
import { textWidth } from '../label-lines.ts';
import { markPath } from '../mark.ts';
import type { DistributionInput } from './place-inputs.ts';
import { niceScale, tickWords } from '../scale.ts';
import { swarm } from './swarm.ts';

interface Dot {
  readonly code: string;
  readonly name: string;
  readonly value: number;
  readonly printed: string;
}

/** Every place as a dot where its figure lies, with the chosen place, the region and England marked. */
export function distribution(input: DistributionInput): Chart {
  const dots = input.places.flatMap((place): readonly Dot[] => {
    const shown = shownOf(place);
    return shown ? [{ code: place.code, name: place.name, value: shown.value, printed: shown.printed }] : [];
  });
  const summary = summaryOf(input, dots);
  return { svg: inBothFits(input, summary, (width, fit) => drawn(input, dots, width, fit)), summary };
}

function drawn(input: DistributionInput, dots: readonly Dot[], width: number, fit: Fit): Drawing {
  const lines = input.lines.filter((line) => Number.isFinite(line.value));
  const values = [...dots, ...lines].map((one) => one.value);
  const scale = niceScale(Math.min(...values), Math.max(...values), fit === 'narrow' ? 4 : 7);
  const x = (value: number): number => 12 + ((value - scale.bottom) / (scale.top - scale.bottom)) * (width - 24);
  const radius = fit === 'narrow' ? 3.2 : 4.5;
  const { offsets, reach } = swarm(
    dots.map((dot) => x(dot.value)),
    radius * 2 + 0.8,
    fit === 'narrow' ? 110 : 130,
  );
  const size = fit === 'narrow' ? 13 : 15;
  const chosen = dots.findIndex((dot) => dot.code === input.chosen);
  const own = dots[chosen];
  // A row a label, so that no two can meet: the place first, then the lines in the order given.
  const labels = [
    ...(own ? [{ words: `${own.name} ${own.printed}`, value: own.value, bold: true }] : []),
    ...lines.map((line) => ({ words: `${line.label} ${line.printed}`, value: line.value, bold: false })),
  ];
  const row = size + 6;
  const top = labels.length * row + 6;
  const middle = top + reach + radius + 6;
  const base = middle + reach + radius + 8;
  return {
    height: base + 14 + axisSize(fit),
    content: (
      <>
        <path d={`M12 ${round(base)}H${width - 12}`} stroke={softInk} />
        <FootAxis
          ticks={scale.ticks}
          words={tickWords(scale.ticks, input.unit)}
          x={x}
          y={base}
          width={width}
          fit={fit}
        />
        {dots.map((dot, at) =>
          at === chosen ? null : dotMark(dot, x(dot.value), middle + (offsets[at] ?? 0), radius),
        )}
        {labels.map((label, at) =>
          at === 0 && own ? null : markLine(x(label.value), (at + 1) * row - 2, base, lineDashes(at - (own ? 1 : 0))),
        )}
        {own && chosenMark(own, x(own.value), middle + (offsets[chosen] ?? 0), { radius, from: row - 2 })}
        {labels.map((label, at) => labelText(label, x(label.value), (at + 1) * row - 6, { width, size }))}
      </>
    ),
  };
}

function dotMark(dot: Dot, x: number, y: number, radius: number): Child {
  return (
    <g>
      <title>{`${dot.name}: ${dot.printed}`}</title>
      <circle cx={round(x)} cy={round(y)} r={radius} fill="#9fb9bd" stroke={other} stroke-width="0.8" />
    </g>
  );
}

/** Of the region and of England: over the dots, with a white edge. */
function markLine(x: number, from: number, to: number, dashes: string | undefined): Child {
  const line = `M${round(x)} ${round(from)}V${round(to)}`;
  return (
    <>
      <path d={line} stroke="#ffffff" stroke-width="4" stroke-opacity="0.85" />
      <path d={line} stroke={ink} stroke-width="1.8" stroke-dasharray={dashes} />
    </>
  );
}

function chosenMark(dot: Dot, x: number, y: number, how: { readonly radius: number; readonly from: number }): Child {
  return (
    <g>
      <title>{`${dot.name}: ${dot.printed}`}</title>
      <path d={`M${round(x)} ${how.from}V${round(y)}`} stroke="#ffffff" stroke-width="5" />
      <path d={`M${round(x)} ${how.from}V${round(y)}`} stroke={own} stroke-width="2" />
      <path d={markPath('diamond', x, y, how.radius + 2.5)} fill={own} stroke="#ffffff" stroke-width="1.5" />
    </g>
  );
}

/** Beside its line at the left, or where there is no room, ending at it. */
function labelText(
  label: { readonly words: string; readonly bold: boolean },
  x: number,
  y: number,
  room: { readonly width: number; readonly size: number },
): Child {
  const long = textWidth(label.words, room.size, label.bold);
  const left = Math.max(0, x - 2 + long > room.width ? Math.min(x + 2, room.width) - long : x - 2);
  return (
    <text
      x={round(left)}
      y={round(y)}
      font-size={room.size}
      font-weight={label.bold ? '700' : '400'}
      stroke="#ffffff"
      stroke-width="4"
      paint-order="stroke"
    >
      {label.words}
    </text>
  );
}

function lineDashes(at: number): string | undefined {
  return [undefined, '6 4', '2 3'][at];
}

function summaryOf(input: DistributionInput, dots: readonly Dot[]): string {
  const chosen = input.places.find((place) => place.code === input.chosen);
  const beside = [
    ...(chosen ? [{ name: chosen.name, figure: figureWords(chosen, input.reasons) }] : []),
    ...input.lines.map((line) => ({ name: line.label, figure: line.printed })),
  ].map((one) => t('pictures.beside', one));
  return sentenceOf([
    spreadWords(input, dots),
    ...(beside.length === 0 ? [] : [unitText(beside)]),
    ...notShownWords(input.places, input.reasons),
  ]);
}

function spreadWords({ measure, things }: DistributionInput, dots: readonly Dot[]): string {
  const sorted = dots.toSorted((a, b) => a.value - b.value);
  const count = sorted.length;
  const at = (index: number): string => sorted[index]?.printed ?? '';
  const [low, high] = [at(0), at(count - 1)];
  if (count === 0) return t('pictures.no-figure', { measure });
  if (count === 1) return t('pictures.spread.one', { measure, figure: low });
  if (low === high) return t('pictures.spread.all', { measure, count, things, figure: low });
  const whole = { measure, count, things, low, high };
  if (count < 8) return t('pictures.spread.range', whole);
  const [from, to] = [at(Math.floor((count - 1) / 4)), at(Math.ceil(((count - 1) * 3) / 4))];
  return t('pictures.spread.middle', { ...whole, from, to });
}
