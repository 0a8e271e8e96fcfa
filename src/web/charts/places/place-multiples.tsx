import type { JSX } from 'hono/jsx/jsx-runtime';
import { t } from '#language';
import { htmlOf } from '../../govuk/index.ts';
import type { Chart } from '../chart.ts';
import { notShownOf, reasonWords, sentenceOf } from './figured.ts';
import { Frame, gridLine, ink, round, softInk } from '../frame.tsx';
import { spread, textWidth } from '../label-lines.ts';
import { LineKey } from '../line-key.tsx';
import type { PlaceMultiplesInput } from './place-inputs.ts';
import { niceScale, tickWords, zeroScale, type Scale } from '../scale.ts';
import { trendPoints, type TrendPoint } from './trend-frame.ts';
import { besideLooks, ownLook, SeriesSample, TrendSeries } from './trend-series.tsx';

const WIDTH = 260;
const HEIGHT = 122;
const TOP = 12;
const BASE = HEIGHT - 24;

type Panel = PlaceMultiplesInput['panels'][number];

/** One small line over years a region, a place or a measure, with England beside in each. */
export function placeMultiples(input: PlaceMultiplesInput): Chart {
  const panels =
    input.order === 'name' ? input.panels.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')) : input.panels;
  const shared = input.scale === 'shared' ? scaleOf(input, panels) : undefined;
  const room = roomOf(input, panels);
  const looks = besideLooks[0] ?? ownLook;
  const svg = htmlOf(
    <>
      {input.besideName !== undefined && (
        <LineKey
          lines={[
            { sample: <SeriesSample look={ownLook} />, words: t('pictures.multiples.named') },
            { sample: <SeriesSample look={looks} />, words: input.besideName },
          ]}
        />
      )}
      <ul class="kith-multiples">
        {panels.map((panel, at) => (
          <li class="kith-multiples__item">
            {panel.href === undefined ? (
              <span class="kith-multiples__name">{panel.name}</span>
            ) : (
              <a class="govuk-link kith-multiples__name" href={panel.href}>
                {panel.name}
              </a>
            )}
            <PanelPicture
              id={`${input.id}-${at + 1}`}
              input={input}
              panel={panel}
              scale={shared ?? scaleOf(input, [panel])}
              room={room}
            />
          </li>
        ))}
      </ul>
    </>,
  );
  return { svg, summary: summaryOf(input, panels, shared) };
}

function PanelPicture(props: {
  id: string;
  input: PlaceMultiplesInput;
  panel: Panel;
  scale: Scale;
  room: Room;
}): JSX.Element {
  const { id, input, panel, scale, room } = props;
  const { left, right } = room;
  const { bottom, top } = scale;
  const last = Math.max(1, input.years.length - 1);
  const x = (at: number): number => left + (input.years.length === 1 ? 0.5 : at / last) * (WIDTH - left - right);
  const y = (value: number): number => BASE - ((value - bottom) / (top - bottom)) * (BASE - TOP);
  const own = trendPoints(input.years, panel.points);
  const beside = trendPoints(input.years, panel.beside ?? []);
  const ends = [own.at(-1), beside.at(-1)].flatMap((point, at) => (point ? [{ point, bold: at === 0 }] : []));
  const places = spread(
    ends.map((end) => y(end.point.value)),
    15,
    TOP,
    BASE,
  );
  const words = tickWords([bottom, top], panel.unit);
  return (
    <Frame id={id} title={panel.name} desc={panelWords(input, own, beside)} width={WIDTH} height={HEIGHT}>
      {[bottom, top].map((tick, at) => (
        <>
          <path d={`M${left} ${round(y(tick))}H${WIDTH - right}`} stroke={at === 0 ? softInk : gridLine} />
          <text x={left - 5} y={round(y(tick) + 4)} font-size="12" text-anchor="end" fill={softInk}>
            {words[at]}
          </text>
        </>
      ))}
      <TrendSeries
        name={input.besideName ?? ''}
        points={beside}
        breaks={[]}
        look={besideLooks[0] ?? ownLook}
        at={{ x, y }}
        small
      />
      <TrendSeries name={panel.name} points={own} breaks={[]} look={ownLook} at={{ x, y }} small />
      {ends.map((end, at) => (
        <text
          x={WIDTH - right + 8}
          y={round((places[at] ?? 0) + 5)}
          font-size="13.5"
          font-weight={end.bold ? '700' : '400'}
          fill={end.bold ? ink : softInk}
        >
          {end.point.printed}
        </text>
      ))}
      {[...new Set([0, input.years.length - 1])].map((at) => (
        <text
          x={round(x(at))}
          y={HEIGHT - 6}
          font-size="12"
          text-anchor={at === 0 && input.years.length > 1 ? 'start' : input.years.length > 1 ? 'end' : 'middle'}
          fill={softInk}
        >
          {input.years[at]?.slice(2)}
        </text>
      ))}
    </Frame>
  );
}

/** From nought, unless something is below it. */
function scaleOf(input: PlaceMultiplesInput, panels: readonly Panel[]): Scale {
  const numbers = pointsOf(input, panels).flatMap(({ value, interval }) => [
    value,
    ...(interval ? [interval.low, interval.high] : []),
  ]);
  const [low, high] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
  return low < 0 ? niceScale(low, high) : { ...zeroScale(high), bottom: 0 };
}

interface Room {
  readonly left: number;
  readonly right: number;
}

/** Room for the widest number beside any of the pictures, so that all have their years one under another. */
function roomOf(input: PlaceMultiplesInput, panels: readonly Panel[]): Room {
  const ticks = panels.flatMap((panel) => {
    const { bottom, top } = scaleOf(input, input.scale === 'shared' ? panels : [panel]);
    return tickWords([bottom, top], panel.unit);
  });
  const ends = pointsOf(input, panels).map((point) => point.printed);
  return {
    left: 9 + Math.max(30, ...ticks.map((word) => textWidth(word, 12))),
    right: 12 + Math.max(36, ...ends.map((word) => textWidth(word, 13.5, true))),
  };
}

function pointsOf(input: PlaceMultiplesInput, panels: readonly Panel[]): readonly TrendPoint[] {
  return panels.flatMap((panel) => [
    ...trendPoints(input.years, panel.points),
    ...trendPoints(input.years, panel.beside ?? []),
  ]);
}

function panelWords(input: PlaceMultiplesInput, own: readonly TrendPoint[], beside: readonly TrendPoint[]): string {
  const [first, last, there] = [own[0], own.at(-1), beside.at(-1)];
  if (!first || !last) return sentenceOf([t('pictures.none-shown')]);
  const span =
    first === last
      ? t('pictures.in-year', { figure: last.printed, year: last.year })
      : t('pictures.multiples.two', { first: first.printed, from: first.year, last: last.printed, to: last.year });
  if (!there) return sentenceOf([span]);
  const name = input.besideName ?? '';
  return sentenceOf([span, t('pictures.beside-year', { name, figure: there.printed, year: there.year })]);
}

function summaryOf(input: PlaceMultiplesInput, panels: readonly Panel[], shared: Scale | undefined): string {
  if (panels.length === 0) return t('pictures.nothing');
  const [first, last] = [input.years[0] ?? '', input.years.at(-1) ?? ''];
  const [bottom = '', top = ''] = shared ? tickWords([shared.bottom, shared.top], panels[0]?.unit ?? '') : [];
  const whole = t('pictures.multiples.summary', {
    count: panels.length,
    order: input.order,
    years: first === last ? 'one' : 'span',
    first,
    last,
    scale: shared ? 'shared' : 'own',
    bottom,
    top,
  });
  const without = panels.flatMap((panel) => {
    const gone = panel.points.find((point) => point.year === last && trendPoints(input.years, [point]).length === 0);
    if (!gone) return [];
    const reason = reasonWords(notShownOf(gone), input.reasons);
    return [t('pictures.multiples.without', { name: panel.name, year: last, reason })];
  });
  return sentenceOf([whole, ...without]);
}
