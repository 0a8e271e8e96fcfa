import { findCompared, findFigureAt, type FigureAt } from '#accountability';
import { besideText, dataText, t } from '#language';
import { findAccountMeasure } from '#lost-learning';
import { findMeasure, findPlace } from '#place';
import { nameOfArea, type WebContext } from '../../context.ts';
import { titleOf } from '../lost-learning/figures.tsx';
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
    ? t('challenges.beside-expected', { measure: dataText(compared.name) })
    : account
      ? titleOf(account.id)
      : nameOfPublished(figure.measure);
  const place = compared || account ? localPlace(web, figure.place) : findPlace(figure.place)?.name;
  const period = findPeriod(figure.period);
  return measure === undefined || place === undefined || !period
    ? undefined
    : { figure, measure, place, period: periodTitle(period) };
}

/** `Severe absence, Beck Lane Primary, 2024/25 school year`; the ids themselves for a figure that is known no more. */
export function figureTitle(web: WebContext, figure: FigureAt, schools: ReadonlyMap<number, string>): string {
  const words = findFigureWords(web, figure);
  if (!words) return besideText([figure.measure, figure.place, figure.period]);
  const urn = Number(/^school-(\d{6})/.exec(figure.place)?.[1] ?? 0);
  const name = schools.get(urn);
  return besideText([words.measure, name ?? words.place, words.period]);
}

function nameOfPublished(id: string): string | undefined {
  const measure = findMeasure(id);
  return measure && dataText(measure.name);
}

function localPlace(web: WebContext, text: string): string | undefined {
  const scope = findScope(text);
  if (!scope) return undefined;
  const { whole, part } = scope;
  const beside = (name: string): string => (part ? t('scope.beside', { whole: name, part: partTitle(part) }) : name);
  switch (whole.kind) {
    case 'area':
      return beside(nameOfArea(web.area));
    case 'schools':
      return beside(groupTitle(whole.by, whole.value));
    case 'school':
      return beside(t('scope.school', { urn: String(whole.urn) }));
    case 'child':
      return undefined;
  }
}
