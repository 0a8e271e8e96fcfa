import { findCompared, findFigureAt, type FigureAt } from '#accountability';
import { findAccountMeasure } from '#lost-learning';
import { findMeasure, findPlace } from '#place';
import type { WebContext } from '../../context.ts';
import { groupTitle, findScope, partTitle } from '../reference/scope.ts';
import { findPeriod, periodTitle } from '../place/published-period.ts';

/** A figure in words, each part of it known here. */
export type FigureWords = {
  readonly figure: FigureAt;
  readonly measure: string;
  readonly place: string;
  readonly period: string;
};

/** The figure that an address names; undefined where there is no such measure, place or period. */
export function findFigureWords(
  web: WebContext,
  asked: Readonly<Partial<Record<keyof FigureAt, string | undefined>>>,
): FigureWords | undefined {
  const figure = findFigureAt(asked);
  if (!figure) return undefined;
  const compared = findCompared(figure.measure);
  const account = findAccountMeasure(figure.measure);
  const measure = compared
    ? `${compared.name}, beside what a school’s own pupils would lead one to expect`
    : (account?.title ?? findMeasure(figure.measure)?.name);
  const place = compared || account ? localPlace(web, figure.place) : findPlace(figure.place)?.name;
  const period = findPeriod(figure.period);
  return measure === undefined || place === undefined || !period
    ? undefined
    : { figure, measure, place, period: periodTitle(period) };
}

/** `Severe absence, Beck Lane Primary, 2024/25 school year`; the ids themselves for a figure that is known no more. */
export function figureTitle(web: WebContext, figure: FigureAt, schools: ReadonlyMap<number, string>): string {
  const words = findFigureWords(web, figure);
  if (!words) return `${figure.measure}, ${figure.place}, ${figure.period}`;
  const urn = Number(/^school-(\d{6})/.exec(figure.place)?.[1] ?? 0);
  const name = schools.get(urn);
  return [words.measure, name ?? words.place, words.period].join(', ');
}

function localPlace(web: WebContext, text: string): string | undefined {
  const scope = findScope(text);
  if (!scope) return undefined;
  const { whole, part } = scope;
  const suffix = part ? `, ${partTitle(part)}` : '';
  switch (whole.kind) {
    case 'area':
      return `${web.area.name}${suffix}`;
    case 'schools':
      return `${groupTitle(whole.by, whole.value)}${suffix}`;
    case 'school':
      return `School ${whole.urn}${suffix}`;
    case 'child':
      return undefined;
  }
}
