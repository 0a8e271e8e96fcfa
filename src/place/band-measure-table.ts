import { CODES_OF_2024, PANDEMIC } from './breaks.ts';
import { ABSENCE_BANDS, type AbsenceBand } from './measure-id.ts';
import type { Measure } from './measure.ts';

/** How absence is spread: enrolments by how much of their own possible sessions they missed. */
export const BAND_MEASURES: readonly Measure[] = ABSENCE_BANDS.map(bandMeasure);

function bandMeasure(band: AbsenceBand): Measure {
  const [from = '', to = ''] = band.split('-to-');
  const words = from === '0' ? `less than ${to}%` : `${from}% to less than ${to}%`;
  const column = `enrolments_missed_${band.replaceAll('-', '_')}`;
  return {
    id: `missed-${band}`,
    name: `Missed ${words} of sessions`,
    topic: 'absence',
    definition: `Enrolments that missed ${words} of their own possible sessions, out of all enrolments.`,
    numerator: `Enrolments that missed ${words}`,
    denominator: 'Pupils enrolled at a school at any time in the year; one who moves counts at each school',
    unit: 'percent',
    polarity: from === '0' ? 'higher-is-better' : 'lower-is-better',
    publication: 'pupil-absence',
    periods: 'School years',
    geography: 'England, regions, authorities',
    exclusions: ['Pupils under 5 or over 15 on 31 August before the year.', 'Pupil referral units.'],
    note: 'Figures of authorities are rounded to 5 here, and counts of 1 to 4 left out, to protect pupils.',
    source: 'DfE, absence distributions dashboard',
    breaks: [...PANDEMIC, CODES_OF_2024],
    compiled: false,
    columns: { rate: `${column}_percent`, numerator: column, denominator: 'enrolments' },
  };
}
