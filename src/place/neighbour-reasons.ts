import { groupOf, ALL_PUPILS, type Group } from './group.ts';
import type { MeasureId } from './measure-id.ts';
import { listNeighbours, type Neighbour } from './neighbours.ts';
import type { Observation, ObservationQuery } from './observation.ts';
import type { Period } from './period.ts';
import { findPlace, listPlaces } from './places.ts';

/** What two places are held beside each other by. */
export type Background = {
  readonly id: string;
  /** In a sentence: `the share of pupils eligible for free school meals`. */
  readonly words: string;
  readonly measure: MeasureId;
  readonly group: Group;
  /** The rate, or how many pupils it is out of (the size of the place, compared by how many times larger). */
  readonly take: 'value' | 'denominator';
};

export const BACKGROUND: readonly Background[] = [
  background('fsm', 'the share of pupils eligible for free school meals', 'pupils-eligible-fsm'),
  background('sen-support', 'the share of pupils with SEN support', 'pupils-sen-support'),
  background('ehc-plan', 'the share of pupils with an EHC plan', 'pupils-ehc-plan'),
  background('eal', 'the share of pupils whose first language is other than English', 'pupils-eal'),
  background(
    'white-british',
    'the share of pupils who are White British',
    'share-of-pupils',
    groupOf('white-white-british'),
  ),
  background('deprivation', 'the share of people in income deprivation', 'income-deprivation'),
  { ...background('size', 'the number of pupils', 'pupils-eal'), take: 'denominator' },
];

/** One thing two places have nearly alike, or not, with both figures. */
export type NeighbourReason = {
  readonly background: Background;
  readonly period: Period;
  readonly here: number;
  readonly there: number;
  /** Difference in standard deviations of all authorities (of logarithms, for size). */
  readonly apart: number;
  /** Less than half a standard deviation apart. */
  readonly alike: boolean;
};

export type ExplainedNeighbour = Neighbour & {
  /** Nearest first; only what is published for both. */
  readonly reasons: readonly NeighbourReason[];
};

type Figures = {
  readonly findLatest: (query: ObservationQuery) => Promise<Period | undefined>;
  readonly listStandingObservations: (query: ObservationQuery) => Promise<readonly Observation[]>;
};

/**
 * The statistical neighbours of an authority with what they have in common. The tool gives only how close each is; the
 * reasons are Kith’s own, worked out from published figures, and not the method that chose the neighbours.
 */
export async function explainNeighbours(figures: Figures, place: string): Promise<readonly ExplainedNeighbour[]> {
  const named = listNeighbours(place);
  if (named.length === 0) return [];
  const facts = (await Promise.all(BACKGROUND.map((one) => readFact(figures, one)))).flatMap((one) => one ?? []);
  return named.map((neighbour) => ({
    ...neighbour,
    reasons: facts
      .flatMap((fact) => reasonOf(fact, place, neighbour.place.code) ?? [])
      .toSorted((a, b) => a.apart - b.apart),
  }));
}

type Fact = {
  readonly background: Background;
  readonly period: Period;
  readonly values: ReadonlyMap<string, number>;
  readonly spread: number;
};

async function readFact(figures: Figures, background: Background): Promise<Fact | undefined> {
  const { measure, group, take } = background;
  const query = { measure, group, schoolType: 'all' } as const;
  const period = await figures.findLatest(query);
  if (!period) return undefined;
  const current = new Set(
    listPlaces()
      .filter((one) => one.level === 'authority' && one.current)
      .map((one) => one.code),
  );
  const values = new Map<string, number>();
  for (const { place, value, denominator } of await figures.listStandingObservations({ ...query, period })) {
    const number = take === 'denominator' ? denominator : value.kind === 'value' ? value.value : undefined;
    if (number !== undefined && current.has(place)) values.set(place, number);
  }
  const spread = deviation([...values.values()].map((value) => scaled(background, value)));
  return spread > 0 ? { background, period, values, spread } : undefined;
}

function reasonOf(fact: Fact, place: string, neighbour: string): NeighbourReason | undefined {
  const { background, period, values, spread } = fact;
  const [here, there] = [values.get(place), values.get(neighbour)];
  if (here === undefined || there === undefined || !findPlace(neighbour)) return undefined;
  const apart = Math.abs(scaled(background, here) - scaled(background, there)) / spread;
  return { background, period, here, there, apart, alike: apart < 0.5 };
}

// Sizes differ by times, not by sums: 10,000 pupils are as far from 20,000 as these from 40,000.
function scaled({ take }: Background, value: number): number {
  return take === 'denominator' ? Math.log(Math.max(1, value)) : value;
}

function deviation(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

function background(id: string, words: string, measure: MeasureId, group: Group = ALL_PUPILS): Background {
  return { id, words, measure, group, take: 'value' };
}
