import { DEPRIVATION_EDITIONS } from './breaks.ts';
import type { Measure } from './measure.ts';

const DEPRIVATION = {
  topic: 'deprivation',
  polarity: 'lower-is-better',
  publication: 'indices-of-deprivation',
  periods: 'Editions: 2019 and 2025',
  geography: 'Districts; those that are authorities of their own, as authorities',
  exclusions: [],
  note: 'County councils have districts below them. No lookup from districts to counties is held, so counties have no figure.',
  source: 'English Indices of Deprivation, technical report',
  breaks: [DEPRIVATION_EDITIONS],
  compiled: false,
} as const satisfies Partial<Measure>;

/** Deprivation of the neighbourhoods of a place: never of a school or a child. Ranks are published and not carried. */
export const DEPRIVATION_MEASURES: readonly Measure[] = [
  {
    ...DEPRIVATION,
    id: 'deprivation-score',
    name: 'Deprivation score',
    definition: 'Mean score of the neighbourhoods of a district in the Index of Multiple Deprivation, by population.',
    unit: 'score',
    numerator: 'Scores of its neighbourhoods, weighted by population',
    denominator: 'Population',
  },
  {
    ...DEPRIVATION,
    id: 'most-deprived-neighbourhoods',
    name: 'Neighbourhoods among England’s most deprived tenth',
    definition: 'Neighbourhoods of a district that are among the most deprived tenth of England, out of all its own.',
    unit: 'percent',
    numerator: 'Neighbourhoods in the most deprived tenth',
    denominator: 'Neighbourhoods of the district',
  },
  {
    ...DEPRIVATION,
    id: 'income-deprivation',
    name: 'People in income deprivation',
    definition: 'People on a low income as the index counts them, out of all who live there.',
    unit: 'percent',
    numerator: 'People in income deprivation',
    denominator: 'Population',
  },
];
