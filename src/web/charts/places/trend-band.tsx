import type { Child } from 'hono/jsx';
import { t } from '#language';
import { htmlOf } from '../../govuk/index.ts';
import { axisRoom, axisSize, own, ValueAxis } from '../axis.tsx';
import type { Chart } from '../chart.ts';
import { inBothFits, ink, round, softInk, type Drawing, type Fit } from '../frame.tsx';
import { spread, textWidth } from '../label-lines.ts';
import { LineKey } from '../line-key.tsx';
import { markPath } from '../mark.ts';
import type { TrendBandInput } from './place-inputs.ts';
import { niceScale, tickWords, zeroScale, type Scale } from '../scale.ts';
import { trendKey } from './trend-key.tsx';
import { breakColumns, trendExtent, trendPoints, type TrendPoint } from './trend-frame.ts';
import { besideLooks, ownLook, TrendSeries, type SeriesLook } from './trend-series.tsx';
import { aimTitles, trendWords } from './trend-words.ts';

const TOP = 30;
const BOTTOM = 30;

/** Years with their intervals, what stands beside, and where it is to lead. Nothing is drawn across a break. */
export function trendBand(input: TrendBandInput): Chart {
  const summary = trendWords(input);
  const { low, high } = trendExtent(input);
  const fromZero = (input.from ?? 'zero') === 'zero' && low >= 0;
  const scale: Scale = fromZero ? { ...zeroScale(high), bottom: 0 } : niceScale(low, high, 5);
  const pictures = inBothFits(input, summary, (width, fit, id) => drawn(input, scale, { width, fit, id }));
  const breaks = (input.breaks ?? []).filter((one) => input.years.indexOf(one.year) > 0);
  const svg = htmlOf(
    <>
      <LineKey lines={trendKey(input)} />
      {pictures}
      {breaks.map((one, at) => (
        <p class="kith-chart__note">{t('pictures.trend.break-note', { at: at + 1, ...one })}</p>
      ))}
      {scale.bottom > 0 && (
        <p class="kith-chart__note">
          {t('pictures.trend.scale', { value: tickWords(scale.ticks, input.unit)[0] ?? '' })}
        </p>
      )}
    </>,
  );
  return { svg, summary };
}

interface Canvas {
  readonly width: number;
  readonly fit: Fit;
  readonly id: string;
}

function drawn(input: TrendBandInput, scale: Scale, { width, fit, id }: Canvas): Drawing {
  const height = fit === 'narrow' ? 280 : 340;
  const left = axisRoom(scale.ticks, input.unit, fit) + 8;
  const labelSize = fit === 'narrow' ? 13 : 15;
  const ownPoints = trendPoints(input.years, input.own.points);
  const projected = trendPoints(input.years, input.projection ?? []);
  const beside = (input.beside ?? []).slice(0, besideLooks.length);
  const ends = endsOf(input, ownPoints, projected);
  const right =
    width - 26 - Math.max(0, ...ends.map((end) => textWidth(end.point?.printed ?? '', labelSize, end.bold)));
  const step = (right - left) / Math.max(1, input.years.length - 1);
  const x = (at: number): number => left + at * step;
  const y = (value: number): number =>
    TOP + (height - TOP - BOTTOM) * (1 - (value - scale.bottom) / (scale.top - scale.bottom));
  const breaks = breakColumns(input);
  const size = axisSize(fit);
  const base = height - BOTTOM;
  const every = Math.ceil((fit === 'narrow' ? 50 : 62) / Math.max(1, step));
  return {
    height,
    content: (
      <>
        <ValueAxis ticks={scale.ticks} unit={input.unit} y={y} left={left - 8} right={width} fit={fit} />
        {breaks.map((at, index) => (
          <>
            <path d={`M${round(x(at) - step / 2)} 22V${base}`} stroke={ink} stroke-dasharray="2 4" />
            <circle cx={round(x(at) - step / 2)} cy="12" r="9.5" fill="#ffffff" stroke={ink} />
            <text x={round(x(at) - step / 2)} y="16.5" font-size="13" text-anchor="middle">
              {index + 1}
            </text>
          </>
        ))}
        {beside.map((series, at) => (
          <TrendSeries
            name={series.name}
            points={trendPoints(input.years, series.points)}
            breaks={breaks}
            look={besideLooks[at] ?? ownLook}
            at={{ x, y }}
          />
        ))}
        <TrendSeries name={input.own.name} points={ownPoints} breaks={breaks} look={ownLook} at={{ x, y }} />
        <Projection id={id} input={input} from={ownPoints.at(-1)} points={projected} at={{ x, y }} />
        <Aims input={input} at={{ x, y }} />
        <EndLabels ends={ends} at={{ x, y }} size={labelSize} base={base} />
        {input.years.map((year, at) =>
          (input.years.length - 1 - at) % every === 0 ? (
            <text x={round(x(at))} y={height - 9} font-size={size} text-anchor="middle" fill={softInk}>
              {year.slice(2)}
            </text>
          ) : null,
        )}
      </>
    ),
  };
}

interface Place {
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
}

/** Where the present pace leads: broken, with an interval that is striped, so that it is not taken for measured. */
function Projection(props: {
  id: string;
  input: TrendBandInput;
  from: TrendPoint | undefined;
  points: readonly TrendPoint[];
  at: Place;
}): Child {
  const { id, from, points, at } = props;
  if (points.length === 0) return null;
  const line = from ? [from, ...points] : points;
  const place = (point: TrendPoint, value: number): string => `${round(at.x(point.at))} ${round(at.y(value))}`;
  const upper = line.map((point) => place(point, point === from ? point.value : (point.interval?.high ?? point.value)));
  const lower = line.map((point) => place(point, point === from ? point.value : (point.interval?.low ?? point.value)));
  return (
    <>
      <defs>
        <pattern id={`${id}-pace`} width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M-1 7L7 -1M-1 1L1 -1M5 7L7 5" stroke={own} stroke-width="0.8" />
        </pattern>
      </defs>
      <path d={`M${upper.join('L')}L${lower.toReversed().join('L')}Z`} fill={`url(#${id}-pace)`} stroke="none" />
      <path
        d={`M${line.map((point) => place(point, point.value)).join('L')}`}
        fill="none"
        stroke={own}
        stroke-width="2"
        stroke-dasharray="6 4"
      />
    </>
  );
}

/** The target and the milestones on the way to it. */
function Aims({ input, at }: { input: TrendBandInput; at: Place }): Child {
  const aims = aimTitles(input);
  return (
    <>
      <path
        d={aims
          .map((aim, index) => `${index === 0 ? 'M' : 'L'}${round(at.x(aim.at))} ${round(at.y(aim.value))}`)
          .join('')}
        fill="none"
        stroke={ink}
        stroke-dasharray="1 4"
      />
      {aims.map((aim) => (
        <g>
          <title>{aim.title}</title>
          <path
            d={markPath('diamond', at.x(aim.at), at.y(aim.value), aim.final ? 6.5 : 4)}
            fill={aim.final ? ink : '#ffffff'}
            stroke={ink}
            stroke-width="1.5"
          />
        </g>
      ))}
    </>
  );
}

interface End {
  readonly point: TrendPoint | undefined;
  readonly bold: boolean;
  readonly look: SeriesLook | undefined;
  /** Above its mark, because the present pace goes on to the right of it. */
  readonly lifted?: boolean;
}

function endsOf(
  input: TrendBandInput,
  ownPoints: readonly TrendPoint[],
  projected: readonly TrendPoint[],
): readonly End[] {
  return [
    { point: ownPoints.at(-1), bold: true, look: ownLook, lifted: projected.length > 0 },
    ...(input.beside ?? []).slice(0, besideLooks.length).map((series, at) => ({
      point: trendPoints(input.years, series.points).at(-1),
      bold: false,
      look: besideLooks[at],
    })),
    { point: projected.at(-1), bold: false, look: undefined },
    { point: aimTitles(input).find((aim) => aim.final), bold: false, look: undefined },
  ];
}

/** The last figure of each line beside its end, with its mark; those that end in one year stand apart. */
function EndLabels(props: { ends: readonly End[]; at: Place; size: number; base: number }): Child {
  const { at, size } = props;
  const ends = props.ends.flatMap(({ point, ...how }) => (point ? [{ point, ...how }] : []));
  return [...new Set(ends.map((end) => end.point.at))].map((column) => {
    const here = ends.filter((end) => end.point.at === column);
    const places = spread(
      here.map((end) => at.y(end.point.value)),
      size + 3,
      TOP,
      props.base - 4,
    );
    // Alone beside its mark, a figure needs no second one.
    const marked = here.length > 1;
    return here.map((end, index) => (
      <g>
        {marked && end.look && (
          <path d={markPath(end.look.shape, at.x(column) + 15, places[index] ?? 0, 4)} fill={end.look.colour} />
        )}
        <text
          x={round(at.x(column) + (marked && end.look ? 23 : 11))}
          y={round((places[index] ?? 0) + size * (end.lifted && !marked ? -0.6 : 0.36))}
          font-size={size}
          font-weight={end.bold ? '700' : '400'}
          stroke="#ffffff"
          stroke-width="4"
          paint-order="stroke"
        >
          {end.point.printed}
        </text>
      </g>
    ));
  });
}
