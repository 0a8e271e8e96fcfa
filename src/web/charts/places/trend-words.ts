import { notShownOf, reasonWords, shownOf } from './figured.ts';
import type { TrendBandInput } from './place-inputs.ts';
import { printedLike } from '../scale.ts';
import { breakColumns, targetPoints, trendPoints, type TrendPoint } from './trend-frame.ts';

/** `7.1% (6.8 to 7.4)` */
export function pointWords({ printed, interval }: TrendPoint): string {
  if (!interval) return printed;
  return `${printed} (${printedLike(interval.low, printed)} to ${printedLike(interval.high, printed)})`;
}

/** What the picture says. First and last are compared only where nothing broke between them. */
export function trendWords(input: TrendBandInput): string {
  const points = trendPoints(input.years, input.own.points);
  const last = points.at(-1);
  if (!last) return `${input.own.name}: there is no figure that may be shown${gapWords(input)}.`;
  const since = Math.max(0, ...breakColumns(input).filter((column) => column <= last.at));
  const first = points.find((point) => point.at >= since) ?? last;
  const span =
    first === last
      ? `${pointWords(last)} in ${last.year}`
      : `from ${pointWords(first)} in ${first.year} to ${pointWords(last)} in ${last.year}`;
  const beside = (input.beside ?? []).flatMap((one) => {
    const there = trendPoints(input.years, one.points).at(-1);
    return there ? [`; ${one.name} ${there.printed} in ${there.year}`] : [];
  });
  const breaks = (input.breaks ?? [])
    .filter((one) => input.years.indexOf(one.year) > 0)
    .map((one) => `; figures from ${one.year} are not compared with those before (${one.words})`);
  return `${input.own.name}: ${span}${beside.join('')}${breaks.join('')}${gapWords(input)}${aimWords(input)}.`;
}

function gapWords(input: TrendBandInput): string {
  const gaps = input.own.points.filter((point) => !shownOf(point) && input.years.includes(point.year));
  return gaps.map((point) => `; ${point.year} ${reasonWords(notShownOf(point), input.reasons)}`).join('');
}

function aimWords(input: TrendBandInput): string {
  const target = input.target ? `; the target is ${input.target.printed} in ${input.target.year}` : '';
  const projected = trendPoints(input.years, input.projection ?? []).at(-1);
  return projected ? `${target}; at the present pace ${pointWords(projected)} in ${projected.year}` : target;
}

/** The milestones and the target in words, for their marks. */
export function aimTitles(
  input: TrendBandInput,
): readonly (TrendPoint & { readonly title: string; readonly final: boolean })[] {
  return targetPoints(input).map((point) => {
    const final = point.year === input.target?.year && point.value === input.target.value;
    return { ...point, final, title: `${final ? 'Target' : 'Milestone'}, ${point.year}: ${point.printed}` };
  });
}
