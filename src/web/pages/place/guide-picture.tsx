import type { JSX } from 'hono/jsx/jsx-runtime';
import { t } from '#language';
import type { CheckedStatement, GuideTheme } from '#place';
import type { Chart } from '../../charts/index.ts';
import { gridLine, inBothFits, round, softInk } from '../../charts/frame.tsx';
import { zeroScale } from '../../charts/scale.ts';
import { bareOwnText } from './guide-parts.tsx';

const ROW = 46;
const INK = '#14505c';

type Row = {
  readonly label: string;
  readonly printed: number;
  readonly printedText: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly text: string;
};

/** One rate of several places, each as printed and as recomputed on one line from nought; undefined where there are none. */
export function guidePicture(
  theme: { readonly id: GuideTheme; readonly title: string },
  checked: readonly CheckedStatement[],
): Chart | undefined {
  const rows = checked.flatMap((one) => rowOf(one));
  if (rows.length < 2) return undefined;
  const title = t('guide.picture.title', { theme: theme.title });
  const apart = (row: Row): number => Math.abs(row.value - row.printed);
  const [furthest] = rows.toSorted((a, b) => apart(b) - apart(a));
  const summary = furthest
    ? t('guide.picture.summary', {
        count: rows.length,
        place: furthest.label,
        printed: furthest.printedText,
        own: furthest.text,
      })
    : title;
  const scale = zeroScale(Math.max(...rows.flatMap((row) => [row.printed, row.high])));
  const svg = inBothFits({ id: `guide-${theme.id}`, title }, summary, (width) => {
    const x = (value: number): number => round(10 + (value / scale.top) * (width - 30));
    const foot = rows.length * ROW;
    return {
      height: foot + 26,
      content: (
        <>
          {scale.ticks.map((tick) => (
            <>
              <path
                d={rows.map((_, at) => `M${x(tick)} ${at * ROW + 22}v18`).join('')}
                stroke={tick === 0 ? softInk : gridLine}
              />
              <text
                x={x(tick)}
                y={foot + 18}
                font-size="13"
                text-anchor={tick === 0 ? 'start' : 'middle'}
                fill={softInk}
              >
                {String(tick)}
              </text>
            </>
          ))}
          {rows.map((row, at) => (
            <Line row={row} y={at * ROW} x={x} top={scale.top} width={width} />
          ))}
        </>
      ),
    };
  });
  return { svg, summary };
}

function Line(props: { row: Row; y: number; x: (value: number) => number; top: number; width: number }): JSX.Element {
  const { row, y, x, top, width } = props;
  const middle = y + 31;
  const [printed, value] = [x(row.printed), x(row.value)];
  return (
    <>
      <path d={`M${x(0)} ${middle}H${x(top)}`} stroke={gridLine} />
      <text y={y + 15} font-size="15">
        {row.label}
      </text>
      <text x={width} y={y + 15} font-size="14" text-anchor="end">
        {`${row.printedText} → ${row.text}`}
      </text>
      <path d={`M${x(row.low)} ${middle}H${x(row.high)}`} stroke={INK} stroke-width="5" stroke-opacity="0.35" />
      <path d={`M${value - 5} ${middle - 5}h10v10h-10z`} fill={INK} />
      <path
        d={`M${printed - 7} ${middle}a7 7 0 1 0 14 0a7 7 0 1 0 -14 0Z`}
        fill="none"
        stroke="#0b0c0c"
        stroke-width="2"
      />
    </>
  );
}

/** Only rates of whole places in one unit stand on one line: ratios and words do not. */
function rowOf(one: CheckedStatement): readonly Row[] {
  const { method, printed, finding, place } = one;
  const placed = method.kind === 'rebuilt' || (method.kind === 'published' && method.measure === 'overall-absence');
  const own = finding.kind === 'readings' ? finding.own : undefined;
  if (!placed || !own || printed.value === undefined) return [];
  const { value, low, high } = own;
  const text = bareOwnText(own);
  return [
    { label: place, printed: printed.value, printedText: printed.text.replace(' per 100', ''), value, low, high, text },
  ];
}
