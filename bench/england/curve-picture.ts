import { pointsOf, type CurvePoint, type CurveRun, type Measure } from './curve-runs.ts';
import { drawPanel, PANEL, type Line } from './curve-panel.ts';

const TITLE = 'How the cost of folding and counting grows';
const DESCRIPTION =
  'Four charts. Processor time of folding and counting by children, both axes in powers of ten; most memory by children; ' +
  'processor time of one year’s account and of all by years in the area; processor time of accounts by share of marks corrected. ' +
  'The figures are in the tables beside.';

/** Four charts of all that was measured, as an SVG that needs nothing but itself. */
export function drawCurves(runs: readonly CurveRun[]): string {
  const of = (
    curve: string,
    measure: Measure,
    steps: readonly (readonly [step: string, name: string])[],
  ): readonly Line[] =>
    steps
      .map(([step, name]) => ({ name, points: pointsOf(runs, curve, step, measure) }))
      .filter(({ points }) => points.length > 0);
  const both = [
    ['fold', 'folding'],
    ['count', 'counting'],
  ] as const;
  const time = of('children', 'processor_s', both);
  const panels = [
    drawPanel({ title: 'Children: processor time, s', x: 'log', y: 'log', lines: [...time, ...inProportion(time)] }),
    drawPanel({
      title: 'Children: most memory, MiB',
      x: 'log',
      y: 'linear',
      lines: of('children', 'memory_mib', both),
    }),
    drawPanel({
      title: 'Years in the area: processor time, s',
      x: 'linear',
      y: 'linear',
      lines: of('years', 'processor_s', [
        ['count all years', 'all years'],
        ['count one year', 'one year'],
        ['fold and count one year', 'one, folded first'],
      ]),
    }),
    drawPanel({
      title: 'Marks corrected, %: processor time, s',
      x: 'linear',
      y: 'linear',
      lines: of('corrections', 'processor_s', [
        ['import the corrections', 'import'],
        ['as known before them', 'known before'],
        ['as known after them', 'known after'],
        ['fold and count', 'fold and count'],
        ['count', 'count'],
      ]),
    }),
  ];
  const [width, height] = [PANEL.width * 2, PANEL.height * 2];
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description" font-family="Arial, Helvetica, sans-serif" font-size="13" fill="#0b0c0c">`,
    `<title id="title">${TITLE}</title>`,
    `<desc id="description">${DESCRIPTION}</desc>`,
    '<!-- Made by bench/england/curves.ts from england-curves.csv. Do not edit. -->',
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...panels.map(
      (panel, at) =>
        `<g transform="translate(${(at % 2) * PANEL.width} ${Math.floor(at / 2) * PANEL.height})">${panel}</g>`,
    ),
    '</svg>',
  ].join('\n')}\n`;
}

/** From each line’s last point, what would be in proportion: cost that fixed parts make flatter lies above it to the left. */
function inProportion(lines: readonly Line[]): readonly Line[] {
  return lines.flatMap(({ points }) => {
    const [first, last] = [points[0], points.at(-1)];
    if (!first || !last) return [];
    const point = (at: number): CurvePoint => {
      const value = (last.value * at) / last.at;
      return { at, value, least: value, most: value };
    };
    return [{ name: '', points: [point(first.at), point(last.at)], faint: true }];
  });
}
