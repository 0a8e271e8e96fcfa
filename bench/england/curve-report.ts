import { pointsOf, type CurvePoint, type CurveRun, type Measure } from './curve-runs.ts';
import { findSlope, type Slope } from './slope.ts';

/** The most by which a cost may grow with children: as this power of them. */
const AIM = 1.05;

/** The page of all that was measured: what it says, the tables of the picture, and how to make it again. */
export function reportCurves(runs: readonly CurveRun[]): string {
  const machines = [...new Set(runs.map(({ machine }) => machine))];
  const days = [...new Set(runs.map(({ measured }) => measured))].toSorted();
  const others = runs.map((run) => run.others);
  return [
    '# Cost grows as work grows',
    '',
    `What folding a register (the last step of an import) and counting an account with results written take, as children, years and corrections grow. Whole processes, Node’s start included. ${machines.join('; ')}; ${days.join(', ')}. In the minute before a run between ${Math.min(...others)} and ${Math.max(...others)} processes wanted a processor (our own runs among them). Every run is a row of [england-curves.csv](england-curves.csv).`,
    '',
    '![Four charts: time and memory by children, time by years in the area and by share of marks corrected](england-curves.svg)',
    '',
    ...childrenLines(runs),
    ...yearLines(runs),
    ...correctionLines(runs),
    '## Again',
    '',
    '```sh',
    'npx tsx bench/england/curves.ts /tmp/curves',
    'npx tsx bench/england/curves.ts /tmp/curves --only children --scales 1 --rounds 1   # add all of England',
    'npx tsx bench/england/curves.ts /tmp/curves --only none                             # draw again',
    '```',
    '',
  ].join('\n');
}

function childrenLines(runs: readonly CurveRun[]): readonly string[] {
  const start = pointsOf(runs, 'children', 'start', 'processor_s')[0]?.value ?? 0;
  const wait = pointsOf(runs, 'children', 'start', 'wall_s')[0]?.value ?? 0;
  const sizes = pointsOf(runs, 'children', 'fold', 'wall_s').map(({ at }) => at);
  const cell = (step: string, measure: Measure, at: number): string =>
    shown(pointsOf(runs, 'children', step, measure), at);
  const row = (step: string, name: string): string =>
    `| ${name} | ${said(findSlope(pointsOf(runs, 'children', step, 'processor_s')))} | ${said(findSlope(pointsOf(runs, 'children', step, 'processor_s'), start))} | ${said(findSlope(pointsOf(runs, 'children', step, 'wall_s')))} | ${said(findSlope(pointsOf(runs, 'children', step, 'wall_s'), wait))} | ${said(findSlope(pointsOf(runs, 'children', step, 'memory_mib')))} | ${lastSlope(pointsOf(runs, 'children', step, 'processor_s'), start)} |`;
  return [
    '## By children',
    '',
    'The invented country at several scales: both authorities and their size grow with the root of the number of children. The middle of the runs, and the least and the most.',
    '',
    '| children | folding: wall, s | processor, s | most memory, MiB | counting: wall, s | processor, s | most memory, MiB |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...sizes.map(
      (at) =>
        `| ${at.toLocaleString('en-GB')} | ${(['fold', 'count'] as const).flatMap((step) => (['wall_s', 'processor_s', 'memory_mib'] as const).map((measure) => cell(step, measure, at))).join(' | ')} |`,
    ),
    '',
    `A process that reads the same modules, opens the same warehouses and counts nothing takes ${wait.toFixed(2)} s, ${start.toFixed(2)} s of processor: the fixed cost, which is in every figure above.`,
    '',
    `By which power of the children a cost grows: the slope on log axes by least squares through the middles, with its 95 % interval. The aim is at most ${AIM}. A fixed cost makes a slope look flatter than the work is, so each is given with it and without it.`,
    '',
    'The last column is the slope between the two largest alone, of processor time less the fixed cost: a cost that grows faster than its work shows there first.',
    '',
    '| slope of | processor | less the fixed cost | wall | less the fixed cost | memory | the two largest |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    row('fold', 'folding'),
    row('count', 'counting'),
    '',
  ];
}

function yearLines(runs: readonly CurveRun[]): readonly string[] {
  const steps = ['import', 'fold and count one year', 'count one year', 'count all years'];
  return [
    '## By years',
    '',
    `An invented authority${sized(runs, 'years')}, imported with 1 to 8 years of registers. Every year has children of its own and holds as much. Wall time and processor time in seconds; the last column is the processor time of the most years as a multiple of that of the fewest.`,
    '',
    ...tableOf(runs, 'years', steps, 'years in the area', ''),
    '',
  ];
}

function correctionLines(runs: readonly CurveRun[]): readonly string[] {
  const steps = ['import the corrections', 'fold and count', 'count', 'as known before them', 'as known after them'];
  return [
    '## By corrections',
    '',
    `The same authority${sized(runs, 'corrections')} with one year, and a share of its mornings corrected in four files that are imported later. “As known” asks with \`--known-at\` for a moment before or after the corrections were recorded: then registers are packed and folded for that moment, from every row that was ever received.`,
    '',
    ...tableOf(runs, 'corrections', steps, 'marks corrected', ' %'),
    '',
  ];
}

function tableOf(
  runs: readonly CurveRun[],
  curve: string,
  steps: readonly string[],
  what: string,
  unit: string,
): readonly string[] {
  const places = [...new Set(runs.filter((run) => run.curve === curve).map(({ at }) => at))].toSorted((a, b) => a - b);
  if (places.length === 0) return ['Not measured yet.'];
  return [
    `| ${what} | ${places.map((at) => `${at}${unit}`).join(' | ')} | most to fewest |`,
    `| --- |${' --- |'.repeat(places.length + 1)}`,
    ...steps.map((step) => {
      const [wall, processor] = [pointsOf(runs, curve, step, 'wall_s'), pointsOf(runs, curve, step, 'processor_s')];
      const cells = places.map((at) => {
        const [one, other] = [wall, processor].map((points) => points.find((point) => point.at === at)?.value);
        return one === undefined || other === undefined ? '' : `${one.toFixed(1)} (${other.toFixed(1)})`;
      });
      const [first, last] = [processor[0]?.value ?? 0, processor.at(-1)?.value ?? 0];
      return `| ${step}: wall (processor) | ${cells.join(' | ')} | ${first === 0 ? '' : (last / first).toFixed(2)} |`;
    }),
  ];
}

/** The size of the area that a curve is of. */
function sized(runs: readonly CurveRun[], curve: string): string {
  const pupils = runs.find((run) => run.curve === curve)?.pupils;
  return pupils === undefined ? '' : ` of about ${pupils.toLocaleString('en-GB')} pupils`;
}

function shown(points: readonly CurvePoint[], at: number): string {
  const point = points.find((one) => one.at === at);
  if (!point) return '';
  const digits = point.value >= 100 ? 0 : 1;
  const [value, least, most] = [point.value, point.least, point.most].map((one) => one.toFixed(digits));
  return least === most ? String(value) : `${value} (${least} to ${most})`;
}

function lastSlope(points: readonly CurvePoint[], fixed: number): string {
  const [one, other] = points.slice(-2);
  if (!one || !other) return '';
  return (Math.log((other.value - fixed) / (one.value - fixed)) / Math.log(other.at / one.at)).toFixed(2);
}

function said(slope: Slope | undefined): string {
  if (!slope) return 'too few points';
  return `${slope.slope.toFixed(2)} (${slope.lower.toFixed(2)} to ${slope.upper.toFixed(2)})`;
}
