import { directed, t, unitText } from '#language';
import type { Chart } from './chart.ts';
import { inBothFits, ink, round } from './frame.tsx';
import type { BarsInput } from './inputs.ts';
import { labelLines, textWidth } from './label-lines.ts';
import { printed, zeroScale } from './scale.ts';
import { stateLook, type StateId } from './state-look.ts';
import { stateFill, StatePatterns } from './state-patterns.tsx';

const ROW = 50;
const BAR = 22;
const LETTERS = 15;
/** From one line of a label to the next. */
const LINE = 18;
const PLAIN = '#14505c';

/** Horizontal bars from nought, in the order given, each under its own words and with its value at its end. */
export function bars(input: BarsInput): Chart {
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
    const placed: { readonly bar: (typeof values)[number]; readonly lines: readonly string[]; readonly y: number }[] =
      [];
    let height = 0;
    for (const bar of values) {
      // A letter of the widest font (`textWidth`), and room for the state’s.
      const lines = labelLines(bar.label, Math.floor(width / textWidth('n', LETTERS)) - (bar.state ? 2 : 0), 3);
      const y = height + (lines.length - 1) * LINE;
      placed.push({ bar, lines, y });
      height = y + ROW;
    }
    height += 6;
    return {
      height,
      content: (
        <>
          <StatePatterns chart={id} states={states} />
          {placed.map(({ bar, lines, y }) => {
            const end = x(bar.value);
            return (
              <>
                {lines.map((line, nth) => (
                  <text y={y + 16 - (lines.length - 1 - nth) * LINE} font-size={LETTERS}>
                    {nth === 0 && bar.state && <tspan font-weight="700">{`${stateLook[bar.state].letter} `}</tspan>}
                    {directed(line)}
                  </text>
                ))}
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
