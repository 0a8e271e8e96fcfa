import type { Child } from 'hono/jsx';
import { htmlOf } from '../../govuk/index.ts';
import { t } from '#language';
import { axisRoom, axisSize, FootAxis, other, own, ValueAxis } from '../axis.tsx';
import type { Chart } from '../chart.ts';
import { inBothFits, ink, round, softInk, type Drawing, type Fit } from '../frame.tsx';
import { funnelPoints, type FunnelPoint, type FunnelSide } from './funnel-count.ts';
import { funnelWords } from './funnel-words.ts';
import { spread, textWidth } from '../label-lines.ts';
import { LineKey, sampleLine } from '../line-key.tsx';
import { markPath, type MarkShape } from '../mark.ts';
import type { FunnelInput, LimitCurve } from './place-inputs.ts';
import { niceScale, printed } from '../scale.ts';

const TOP = 34;
const marks: Readonly<Record<FunnelSide, { readonly shape: MarkShape; readonly fill: string; readonly size: number }>> =
  {
    inside: { shape: 'circle', fill: '#ffffff', size: 4 },
    'outside-95': { shape: 'circle', fill: other, size: 4 },
    'outside-99.8': { shape: 'diamond', fill: own, size: 5 },
  };

/** Rates against their denominators, with the limits that chance alone would keep most within. */
export function funnel(input: FunnelInput): Chart {
  const points = funnelPoints(input);
  const summary = funnelWords(input, points);
  const pictures = inBothFits(input, summary, (width, fit, id) => drawn(input, points, { width, fit, id }));
  const limits = input.overdispersed ? 'widened' : 'chance';
  const svg = htmlOf(
    <>
      <LineKey
        lines={[
          { sample: sampleLine(ink, 2), words: `${input.target.words} ${input.target.printed}` },
          { sample: sampleLine(other, 1.5, '6 4'), words: t('pictures.funnel.limits-95', { limits }) },
          { sample: sampleLine(other, 1.5), words: t('pictures.funnel.limits-99.8', { limits }) },
          ...(input.overdispersed
            ? [{ sample: sampleLine(other, 1, '1.5 3'), words: t('pictures.funnel.chance') }]
            : []),
          { sample: keyMark('inside'), words: t('pictures.funnel.inside') },
          { sample: keyMark('outside-95'), words: t('pictures.funnel.outside-95') },
          { sample: keyMark('outside-99.8'), words: t('pictures.funnel.outside-99.8') },
        ]}
      />
      {pictures}
    </>,
  );
  return { svg, summary };
}

interface Canvas {
  readonly width: number;
  readonly fit: Fit;
  readonly id: string;
}

function drawn(input: FunnelInput, points: readonly FunnelPoint[], { width, fit, id }: Canvas): Drawing {
  const values = [...points.map((point) => point.value), input.target.value].filter((value) => Number.isFinite(value));
  const scale = niceScale(Math.min(...values), Math.max(...values), 5);
  const height = fit === 'narrow' ? 330 : 430;
  const base = height - 50;
  const left = axisRoom(scale.ticks, input.unit, fit);
  const size = axisSize(fit);
  const right = width - 10 - Math.max(textWidth('99.8%', size), textWidth(input.target.printed, size, true));
  const y = (value: number): number => base - ((value - scale.bottom) / (scale.top - scale.bottom)) * (base - TOP);
  const foot = footScale(input, points);
  const x = (n: number): number => left + 8 + foot.part(n) * (right - left - 16);
  const curves = input.overdispersed ?? input.limits;
  const chosen = points.find((point) => point.code === input.chosen);
  const ends = [
    { words: input.target.printed, at: y(input.target.value), bold: true },
    ...[curves.p95, curves.p998].map((curve, at) => ({
      words: at === 0 ? '95%' : '99.8%',
      at: y(curve.at(-1)?.upper ?? input.target.value),
      bold: false,
    })),
  ];
  const places = spread(
    ends.map((end) => Math.min(Math.max(end.at, TOP), base)),
    size + 2,
    TOP + 4,
    base,
  );
  return {
    height,
    content: (
      <>
        <clipPath id={`${id}-plot`}>
          <rect x={round(left)} y={TOP - 8} width={round(right - left)} height={round(base - TOP + 8)} />
        </clipPath>
        <ValueAxis ticks={scale.ticks} unit={input.unit} y={y} left={left} right={right} fit={fit} />
        <g clip-path={`url(#${id}-plot)`} fill="none">
          {input.overdispersed && limitLines(input.limits.p95, x, y, 1, '1.5 3')}
          {input.overdispersed && limitLines(input.limits.p998, x, y, 1, '1.5 3')}
          {limitLines(curves.p95, x, y, 1.5, '6 4')}
          {limitLines(curves.p998, x, y, 1.5)}
        </g>
        <path d={`M${round(left)} ${round(y(input.target.value))}H${round(right)}`} stroke={ink} stroke-width="2" />
        {points.map((point) => (point === chosen ? null : pointMark(input, point, x, y)))}
        {ends.map((end, at) => (
          <text
            x={round(right + 5)}
            y={round((places[at] ?? 0) + 4)}
            font-size={size}
            font-weight={end.bold ? '700' : '400'}
          >
            {end.words}
          </text>
        ))}
        <FootAxis
          ticks={foot.ticks}
          words={foot.ticks.map((tick) => printed(tick))}
          x={x}
          y={base}
          width={width}
          fit={fit}
        />
        <text x={round(left)} y={height - 6} font-size={size} fill={softInk}>
          {t('pictures.funnel.foot', { scale: foot.bent, denominator: input.denominator })}
        </text>
        {chosen && (
          <>
            {chosenLabel(chosen, x(chosen.n), y(chosen.value), { width, size: fit === 'narrow' ? 14 : 16 })}
            {pointMark(input, chosen, x, y, 8)}
          </>
        )}
      </>
    ),
  };
}

function pointMark(
  input: FunnelInput,
  point: FunnelPoint,
  x: (n: number) => number,
  y: (value: number) => number,
  chosenSize?: number,
): Child {
  const { name } = point;
  const mark = marks[point.side];
  const fill = mark.fill === '#ffffff' ? '#ffffff' : mark.fill;
  return (
    <g>
      <title>
        {t('pictures.funnel.point', { name, figure: point.printed, count: point.n, denominator: input.denominator })}
      </title>
      <path
        d={markPath(mark.shape, x(point.n), y(point.value), chosenSize ?? mark.size)}
        fill={fill}
        stroke={chosenSize === undefined ? (fill === '#ffffff' ? other : '#ffffff') : ink}
        stroke-width={chosenSize === undefined ? 1.2 : 3}
      />
    </g>
  );
}

/** Over the picture, with a line down to its point: beside the point, the words would cover others. */
function chosenLabel(
  point: FunnelPoint,
  x: number,
  y: number,
  room: { readonly width: number; readonly size: number },
): Child {
  const words = `${point.name} ${point.printed}`;
  const long = textWidth(words, room.size, true);
  const left = Math.max(0, Math.min(x - long / 2, room.width - long));
  const line = `M${round(x)} ${room.size + 6}V${round(y)}`;
  return (
    <>
      <path d={line} stroke="#ffffff" stroke-width="4" />
      <path d={line} stroke={ink} stroke-width="1.5" />
      <text x={round(left)} y={room.size + 1} font-size={room.size} font-weight="700">
        {words}
      </text>
    </>
  );
}

function limitLines(
  curve: LimitCurve,
  x: (n: number) => number,
  y: (value: number) => number,
  thick: number,
  dashes?: string,
): Child {
  const known = curve.filter(
    (one) => one.n > 0 && [one.n, one.lower, one.upper].every((number) => Number.isFinite(number)),
  );
  return (['lower', 'upper'] as const).map((side) => (
    <path
      d={known.map((one, at) => `${at === 0 ? 'M' : 'L'}${round(x(one.n))} ${round(y(one[side]))}`).join('')}
      stroke={other}
      stroke-width={thick}
      stroke-dasharray={dashes}
    />
  ));
}

interface FootScale {
  readonly part: (n: number) => number;
  readonly ticks: readonly number[];
  readonly bent: 'log' | 'sqrt';
}

/** Denominators of very unlike size: square roots where they differ by a little, logarithms where by much. */
function footScale(input: FunnelInput, points: readonly FunnelPoint[]): FootScale {
  const sizes = points.map((point) => point.n);
  const [least, most] = sizes.length === 0 ? [1, 10] : [Math.min(...sizes), Math.max(...sizes)];
  const log = (input.axis ?? (most > 20 * least ? 'log' : 'sqrt')) === 'log';
  const bent = log ? Math.log10 : Math.sqrt;
  const [from, to] = [bent(least), bent(most)];
  const round125 = Array.from({ length: 40 }, (_, at) => [1, 2, 5].map((digit) => digit * 10 ** (at - 10))).flat();
  return {
    part: (n) => (to > from ? (bent(n) - from) / (to - from) : 0.5),
    ticks: round125.filter((tick) => tick >= least && tick <= most && (tick >= 1 || least < 1)),
    bent: log ? 'log' : 'sqrt',
  };
}

function keyMark(side: FunnelSide): Child {
  const mark = marks[side];
  return (
    <path
      d={markPath(mark.shape, 17, 11, mark.size + 1)}
      fill={mark.fill}
      stroke={mark.fill === '#ffffff' ? other : mark.fill}
    />
  );
}
