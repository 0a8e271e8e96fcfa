import { directed, t, unitText } from '#language';
import type { Chart } from './chart.ts';
import { kept } from './kept-charts.ts';
import { inBothFits, ink, round } from './frame.tsx';
import type { BarsInput } from './inputs.ts';
import { printed, zeroScale } from './scale.ts';
import { stateLook, type StateId } from './state-look.ts';
import { stateFill, StatePatterns } from './state-patterns.tsx';

const ROW = 50;
const BAR = 22;
const PLAIN = '#14505c';

/** Horizontal bars from nought, in the order given, each under its own words and with its value at its end. */
export const bars = kept(drawBars);

function drawBars(input: BarsInput): Chart {
  const greatest = Math.max(0, ...input.bars.map((bar) => bar.value));
  const states = [...new Set(input.bars.flatMap((bar): readonly StateId[] => (bar.state ? [bar.state] : [])))];
  const values = input.bars.map((bar) => ({ ...bar, words: bar.printed ?? printed(bar.value) }));
  const summary =
    values.length === 0
      ? t('charts.nothing')
      : t('charts.bars', {
          unit: capital(input.unit),
          bars: unitText(values.map((bar) => t('charts.bar', { label: bar.label, value: bar.words }))),
        });
  const svg = inBothFits(input, summary, (width, _fit, id) => {
    // Room at the end for the longest value beside the longest bar.
    const room = 14 + 9 * Math.max(1, ...values.map((bar) => bar.words.length));
    const scale = zeroScale(greatest);
    const x = (value: number): number => (value / scale.top) * (width - room);
    const height = values.length * ROW + 6;
    return {
      height,
      content: (
        <>
          <StatePatterns chart={id} states={states} />
          {values.map((bar, at) => {
            const y = at * ROW;
            const end = x(bar.value);
            return (
              <>
                <text y={y + 16} font-size="15">
                  {bar.state && <tspan font-weight="700">{`${stateLook[bar.state].letter} `}</tspan>}
                  {directed(bar.label)}
                </text>
                <path d={`M0.5 ${y + 19}v${BAR + 6}`} stroke={ink} />
                <rect
                  x="1"
                  y={y + 22}
                  width={round(Math.max(end, bar.value > 0 ? 1.5 : 0))}
                  height={BAR}
                  fill={bar.state ? stateFill(id, bar.state) : PLAIN}
                  stroke={bar.state ? stateLook[bar.state].edge : PLAIN}
                />
                <text
                  x={round(end + 8)}
                  y={y + 22 + BAR / 2 + 5.5}
                  font-size="15"
                  font-weight="700"
                  stroke="#ffffff"
                  stroke-width="5"
                  paint-order="stroke"
                >
                  {directed(bar.words)}
                </text>
              </>
            );
          })}
        </>
      ),
    };
  });
  return { svg, summary };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
