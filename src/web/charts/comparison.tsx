import type { JSX } from 'hono/jsx/jsx-runtime';
import { directed, t, unitText } from '#language';
import type { Chart } from './chart.ts';
import { gridLine, inBothFits, round, softInk } from './frame.tsx';
import type { ComparisonInput } from './inputs.ts';
import { zeroScale } from './scale.ts';

const ROW = 52;
const OWN = '#14505c';
const OTHER = '#505a5f';

type Place = ComparisonInput['places'][number];

/** One measure in several places: a mark a place on one line from nought, its shape telling what kind of place it is. */
export function comparison(input: ComparisonInput): Chart {
  const greatest = Math.max(0, ...input.places.flatMap((place) => [place.value ?? 0, place.interval?.high ?? 0]));
  const scale = zeroScale(greatest);
  const summary = t('charts.comparison', {
    title: input.title,
    places: unitText(input.places.map((place) => t('charts.bar', { label: place.label, value: place.printed }))),
  });
  const svg = inBothFits(input, summary, (width) => {
    const room = 16 + 10 * Math.max(1, ...input.places.map((place) => place.printed.length));
    const x = (value: number): number => 10 + (value / scale.top) * (width - room - 20);
    const foot = input.places.length * ROW;
    return {
      height: foot + 26,
      content: (
        <>
          {scale.ticks.map((tick) => (
            <>
              <path
                d={input.places.map((_, at) => `M${round(x(tick))} ${at * ROW + 24}v20`).join('')}
                stroke={tick === 0 ? softInk : gridLine}
              />
              <text
                x={round(x(tick))}
                y={foot + 18}
                font-size="13"
                text-anchor={tick === 0 ? 'start' : 'middle'}
                fill={softInk}
              >
                {`${tick}${input.unit}`}
              </text>
            </>
          ))}
          {input.places.map((place, at) => (
            <Row place={place} y={at * ROW} x={x} top={scale.top} width={width} />
          ))}
        </>
      ),
    };
  });
  return { svg, summary };
}

function Row(props: {
  place: Place;
  y: number;
  x: (value: number) => number;
  top: number;
  width: number;
}): JSX.Element {
  const { place, y, x, top, width } = props;
  const middle = y + 34;
  const colour = place.kind === 'own' ? OWN : OTHER;
  return (
    <>
      <path d={`M${round(x(0))} ${middle}H${round(x(top))}`} stroke={gridLine} />
      <text y={y + 16} font-size="15" font-weight={place.kind === 'own' ? '700' : '400'}>
        {directed(place.label)}
      </text>
      {place.interval && (
        <path
          d={`M${round(x(place.interval.low))} ${middle}H${round(x(place.interval.high))}`}
          stroke={colour}
          stroke-width="5"
          stroke-opacity="0.35"
          stroke-linecap="round"
        />
      )}
      {place.value !== undefined && (
        <path d={markOf(place.kind, round(x(place.value)), middle)} fill={colour} stroke="#ffffff" />
      )}
      <text
        x={width}
        y={middle + 5.5}
        font-size="15"
        font-weight={place.kind === 'own' ? '700' : '400'}
        text-anchor="end"
      >
        {directed(place.printed)}
      </text>
    </>
  );
}

/** Own place a large circle, authority a small circle, region a triangle, England a square. */
function markOf(kind: Place['kind'], x: number, y: number): string {
  if (kind === 'england') return `M${x - 6} ${y - 6}h12v12h-12z`;
  if (kind === 'region') return `M${x} ${y - 7}L${x + 7} ${y + 6}H${x - 7}Z`;
  const r = kind === 'own' ? 8.5 : 6;
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
}
