import { COMMUNITY_SERVICES, type CommunityService } from './measure-id.ts';
import type { Measure } from './measure.ts';

/** For a sentence. The names NHS England gives them stand in the reader of its files. */
const SERVICE_WORDS: Readonly<Record<CommunityService, string>> = {
  'community-paediatrics': 'community paediatrics',
  audiology: 'audiology',
  'occupational-therapy': 'occupational therapy',
  'speech-and-language': 'speech and language therapy',
};

const WAITS = {
  topic: 'waits',
  unit: 'percent',
  polarity: 'lower-is-better',
  publication: 'community-health-waits',
  periods: 'Months, January to October 2023',
  geography: 'England, NHS regions, integrated care boards (ICBs)',
  exclusions: ['Providers that did not report in the month.', 'Adults.'],
  note: 'NHS areas are not areas of local authorities: no figure of one is taken for the other.',
  source: 'NHS England, community health services waiting lists, technical guidance',
  breaks: [],
  compiled: false,
} as const satisfies Partial<Measure>;

export const WAIT_MEASURES: readonly Measure[] = COMMUNITY_SERVICES.flatMap((service): readonly Measure[] => {
  const words = SERVICE_WORDS[service];
  return [
    {
      ...WAITS,
      id: `waits-18-weeks-${service}`,
      name: `Waiting more than 18 weeks: ${words}`,
      definition: `Children and young people waiting more than 18 weeks for ${words}, out of all who wait, at the end of the month.`,
      numerator: 'Children and young people waiting more than 18 weeks',
      denominator: 'Children and young people waiting',
    },
    {
      ...WAITS,
      id: `waits-52-weeks-${service}`,
      name: `Waiting more than a year: ${words}`,
      definition: `Children and young people waiting more than 52 weeks for ${words}, out of all who wait, at the end of the month.`,
      numerator: 'Children and young people waiting more than 52 weeks',
      denominator: 'Children and young people waiting',
    },
  ];
});
