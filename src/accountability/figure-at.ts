import { holdsPupilNumber } from './plain-text.ts';

/** What a person looked at when they said that it is wrong: one figure, or one comparison of it. */
export type FigureAt = {
  /** Id of a measure of the account or of a published one. */
  readonly measure: string;
  /** Whose: `area`, `phase-primary`, `school-900101`, or the code of a place that DfE publishes for. */
  readonly place: string;
  /** A school year, or a period as addresses write it. */
  readonly period: string;
};

const MEASURE = /^[A-Za-z0-9_-]{1,100}$/;
const PLACE = /^[\p{L}\p{N} ._'’&(),-]{1,200}$/u;
const PERIOD = /^\d{4}[a-z0-9/-]{0,56}$/;

/** The figure an address names, or undefined where one part of it is missing or cannot be one. */
export function findFigureAt(asked: {
  readonly measure?: string | undefined;
  readonly place?: string | undefined;
  readonly period?: string | undefined;
}): FigureAt | undefined {
  const { measure = '', place = '', period = '' } = asked;
  return MEASURE.test(measure) && PLACE.test(place) && PERIOD.test(period) && !isOfChild(place)
    ? { measure, place, period }
    : undefined;
}

/** A child’s own figures are compared with nothing, and a challenge is read by many: none is about a child. */
function isOfChild(place: string): boolean {
  return place.startsWith('child-');
}

/** The school that a figure is about, where it is about one. */
export function findUrnOf({ place }: Pick<FigureAt, 'place'>): number | undefined {
  const urn = /^school-(\d{6})(?:\.|$)/.exec(place)?.[1];
  return urn === undefined ? undefined : Number(urn);
}

export function isSameFigure(a: FigureAt, b: FigureAt): boolean {
  return a.measure === b.measure && a.place === b.place && a.period === b.period;
}

/**
 * A path of this Kith, to go back to; the start page for anything else, and for a page about children: the path is kept
 * for good and shown to all.
 */
export function ownPath(text: string): string {
  return /^\/(?![/\\])[\x21-\x7e]{0,499}$/.test(text) && !leadsToChildren(text) ? text : '/';
}

/** However it is written: `/./children`, `/%63hildren`, or the page of how a child’s own figure was worked out. */
function leadsToChildren(path: string): boolean {
  try {
    const { pathname, search } = new URL(path, 'http://own.invalid');
    const written = decodeURIComponent(`${pathname}${search}`.replaceAll('+', ' '));
    return /\/(children(?![\w-])|child-)/i.test(written) || holdsPupilNumber(written);
  } catch {
    return true;
  }
}
