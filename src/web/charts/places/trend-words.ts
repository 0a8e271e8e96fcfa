import { t } from '#language';
import { notShownOf, reasonWords, sentenceOf, shownOf } from './figured.ts';
import type { TrendBandInput } from './place-inputs.ts';
import { printedLike } from '../scale.ts';
import { breakColumns, targetPoints, trendPoints, type TrendPoint } from './trend-frame.ts';

/** `7.1% (6.8 to 7.4)` */
export function pointWords({ printed, interval }: TrendPoint): string {
  if (!interval) return printed;
  return t('pictures.interval', {
    figure: printed,
    low: printedLike(interval.low, printed),
    high: printedLike(interval.high, printed),
  });
}

/** What the picture says. First and last are compared only where nothing broke between them. */
export function trendWords(input: TrendBandInput): string {
  const points = trendPoints(input.years, input.own.points);
  const last = points.at(-1);
  const { name } = input.own;
  if (!last) return sentenceOf([t('pictures.no-figure', { measure: name }), ...gapWords(input)]);
  const since = Math.max(0, ...breakColumns(input).filter((column) => column <= last.at));
  const first = points.find((point) => point.at >= since) ?? last;
  const span =
    first === last
      ? t('pictures.trend.one', { name, figure: pointWords(last), year: last.year })
      : t('pictures.trend.span', {
          name,
          first: pointWords(first),
          from: first.year,
          last: pointWords(last),
          to: last.year,
        });
  const beside = (input.beside ?? []).flatMap((one) => {
    const there = trendPoints(input.years, one.points).at(-1);
    return there ? [t('pictures.beside-year', { name: one.name, figure: there.printed, year: there.year })] : [];
  });
  const breaks = (input.breaks ?? [])
    .filter((one) => input.years.indexOf(one.year) > 0)
    .map((one) => t('pictures.trend.break', one));
  return sentenceOf([span, ...beside, ...breaks, ...gapWords(input), ...aimWords(input)]);
}

function gapWords(input: TrendBandInput): readonly string[] {
  const gaps = input.own.points.filter((point) => !shownOf(point) && input.years.includes(point.year));
  return gaps.map((point) => `${point.year} ${reasonWords(notShownOf(point), input.reasons)}`);
}

function aimWords({ target, years, projection }: TrendBandInput): readonly string[] {
  const projected = trendPoints(years, projection ?? []).at(-1);
  return [
    ...(target ? [t('pictures.trend.aim', { figure: target.printed, year: target.year })] : []),
    ...(projected ? [t('pictures.trend.pace-words', { figure: pointWords(projected), year: projected.year })] : []),
  ];
}

/** The milestones and the target in words, for their marks. */
export function aimTitles(
  input: TrendBandInput,
): readonly (TrendPoint & { readonly title: string; readonly final: boolean })[] {
  return targetPoints(input).map((point) => {
    const final = point.year === input.target?.year && point.value === input.target.value;
    const said = { year: point.year, figure: point.printed };
    const title = final ? t('pictures.trend.target-figure', said) : t('pictures.trend.milestone-figure', said);
    return { ...point, final, title };
  });
}
