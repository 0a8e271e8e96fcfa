import { academicYearOf, calendarDate, startYear } from '#kernel';
import type { Group } from './group.ts';
import type { Measure } from './measure.ts';
import type { Observation } from './observation.ts';
import { periodSlug } from './period-slug.ts';
import { changesOf, PLACE_CHANGES, type PlaceChange } from './place-changes.ts';
import type { SchoolType } from './school-type.ts';
import { UNITS } from './unit.ts';

/** One figure of a series, and whether it was published for this area or added up from the counts of others. */
export type SeriesPoint = {
  readonly observation: Observation;
  readonly how: 'published' | 'summed';
  /** Codes of the places whose counts were added; the place itself where it was published. */
  readonly of: readonly string[];
};

/** Where a series changes, and why. */
export type SeriesBreak = {
  /** First school year after the break, by its starting year. */
  readonly from: number;
  /** `meaning`: the measure counts otherwise. `area`: the place is another. `code`: only its code is another. */
  readonly kind: 'meaning' | 'area' | 'code';
  readonly reason: string;
  /** Whether figures on both sides are of the same thing and may be read as one line. */
  readonly joined: boolean;
  readonly source: string | undefined;
};

export type Series = {
  readonly measure: Measure;
  readonly place: string;
  readonly schoolType: SchoolType;
  readonly group: Group;
  /** In order of time. */
  readonly points: readonly SeriesPoint[];
  /** In order of time; those that fall outside the points are left out. */
  readonly breaks: readonly SeriesBreak[];
};

export type SeriesParts = {
  readonly measure: Measure;
  readonly place: string;
  readonly schoolType: SchoolType;
  readonly group: Group;
  /** Figures that stand, of one measure, kind of school and group, by code of place. */
  readonly observations: ReadonlyMap<string, readonly Observation[]>;
  readonly changes?: readonly PlaceChange[];
};

/**
 * A series of one place through changes of its area. The rule: a figure published for the place itself stands; where
 * there is none, counts (never rates) of areas that together are exactly this area are added; an area that was divided
 * or redrawn is never divided in figures. Where nothing may be said, nothing is said, and a break gives the reason.
 */
export function seriesOf(parts: SeriesParts): Series {
  const { measure, place, observations, schoolType, group, changes = PLACE_CHANGES } = parts;
  const own = (observations.get(place) ?? []).map((observation): SeriesPoint => ({
    observation,
    how: 'published',
    of: [place],
  }));
  let points: readonly SeriesPoint[] = own;
  const breaks: SeriesBreak[] = [];
  for (const change of changesOf(place, changes)) {
    const others = sameArea(change, place);
    const summed = others ? summedPoints(measure, place, others, observations) : [];
    const said = new Set(points.filter(hasFigure).map((point) => slugOf(point)));
    const added = summed.filter((point) => !said.has(slugOf(point)));
    const replaced = new Set(added.map((point) => slugOf(point)));
    points = [...points.filter((point) => hasFigure(point) || !replaced.has(slugOf(point))), ...added];
    breaks.push(areaBreak(change, place, points, added.length > 0));
  }
  // A row that a release keeps for an authority after its end has nothing to say.
  const kept = points.filter((point) => hasFigure(point) || !isAfterEnd(point, place, changes));
  const sorted = kept.toSorted((a, b) => inOrder(a.observation, b.observation));
  const years = sorted.map((point) => startYear(point.observation.period.year));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const meanings = measure.breaks.map((one): SeriesBreak => ({
    ...one,
    kind: 'meaning',
    joined: false,
    source: undefined,
  }));
  return {
    measure,
    place,
    schoolType,
    group,
    points: sorted,
    breaks: [
      ...breaks.filter((one) => one.from >= first && one.from <= last + 1),
      ...meanings.filter((one) => one.from > first && one.from <= last),
    ].toSorted((a, b) => a.from - b.from),
  };
}

/** The places that together are the area of this one, on the other side of a change; undefined where none are. */
function sameArea(change: PlaceChange, place: string): readonly string[] | undefined {
  if (change.kind === 'split' && change.from.includes(place)) return change.to;
  if (change.kind === 'merged' && change.to.includes(place)) return change.from;
  return undefined;
}

function summedPoints(
  measure: Measure,
  place: string,
  others: readonly string[],
  observations: ReadonlyMap<string, readonly Observation[]>,
): readonly SeriesPoint[] {
  const [first, ...rest] = others.map(
    (code) => new Map((observations.get(code) ?? []).map((one) => [periodSlug(one.period), one])),
  );
  if (!first) return [];
  return [...first].flatMap(([slug, observation]) => {
    const all = [observation, ...rest.flatMap((of) => of.get(slug) ?? [])];
    const sum = all.length === others.length ? sumOf(measure, all) : undefined;
    if (!sum) return [];
    return { observation: { ...observation, ...sum, place, schools: undefined }, how: 'summed', of: others } as const;
  });
}

type Sum = Pick<Observation, 'value' | 'numerator' | 'denominator'>;

/** Counts added up, and the rate of the sums. Undefined where any count is missing: rates are never added. */
function sumOf(measure: Measure, all: readonly Observation[]): Sum | undefined {
  if (measure.unit === 'count') {
    const value = total(all.map((one) => (one.value.kind === 'value' ? one.value.value : undefined)));
    return value === undefined
      ? undefined
      : { value: { kind: 'value', value }, numerator: undefined, denominator: undefined };
  }
  const { per } = UNITS[measure.unit];
  const numerator = total(all.map((one) => one.numerator));
  const denominator = total(all.map((one) => one.denominator));
  if (per === undefined || numerator === undefined || !denominator) return undefined;
  return { value: { kind: 'value', value: (per * numerator) / denominator }, numerator, denominator };
}

function total(counts: readonly (number | undefined)[]): number | undefined {
  return counts.reduce((sum, count) => (sum === undefined || count === undefined ? undefined : sum + count), 0);
}

function areaBreak(change: PlaceChange, place: string, points: readonly SeriesPoint[], summed: boolean): SeriesBreak {
  const on = startYear(academicYearOf(calendarDate(change.on)));
  const began = change.to.includes(place);
  const base = { kind: change.kind === 'recoded' ? 'code' : 'area', source: change.source } as const;
  if (change.kind === 'recoded') return { ...base, from: on, reason: change.words, joined: true };
  if (summed) {
    const reason = `${change.words} Figures on the other side are added up from the counts of the areas that make up this one.`;
    return { ...base, from: on, reason, joined: true };
  }
  const years = points.filter(hasFigure).map((point) => startYear(point.observation.period.year));
  if (began) {
    const from = years.length === 0 ? on : Math.min(...years);
    return {
      ...base,
      from,
      reason: `${change.words} Figures of the old area are not divided, so there are none before.`,
      joined: false,
    };
  }
  const from = years.length === 0 ? on : Math.max(...years) + 1;
  const why =
    sameArea(change, place) === undefined
      ? 'The new areas are not this one, so the series ends.'
      : 'The new areas have no counts to add, and rates are never added, so the series ends.';
  return { ...base, from, reason: `${change.words} ${why}`, joined: false };
}

function isAfterEnd(point: SeriesPoint, place: string, changes: readonly PlaceChange[]): boolean {
  return changes.some(
    (change) =>
      change.kind !== 'recoded' &&
      change.from.includes(place) &&
      startYear(point.observation.period.year) >= startYear(academicYearOf(calendarDate(change.on))),
  );
}

function hasFigure(point: SeriesPoint): boolean {
  return point.observation.value.kind === 'value';
}

function slugOf(point: SeriesPoint): string {
  return periodSlug(point.observation.period);
}

function inOrder(a: Observation, b: Observation): number {
  const [ours, theirs] = [orderOf(a), orderOf(b)];
  if (ours === theirs) return 0;
  return ours < theirs ? -1 : 1;
}

// Terms of a year in the order they are in; months by their last day.
const TERM_ORDER = ['Autumn term', 'Autumn and spring term', 'Spring term', 'Summer term'];
function orderOf({ period }: Observation): string {
  const term = period.kind === 'term' ? TERM_ORDER.indexOf(period.term) : 0;
  // A school year runs from week 35 or 36 past new year to week 34.
  const week = period.kind === 'week' ? String((period.week + 18) % 53).padStart(2, '0') : '';
  return `${period.year} ${term} ${week} ${'through' in period ? (period.through ?? '') : ''} ${period.kind}`;
}
