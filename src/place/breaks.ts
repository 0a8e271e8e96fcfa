import type { MeasureBreak } from './measure.ts';

/** DfE, “Pupil absence statistics: methodology”: five half terms up to 2011/12, six from 2012/13. */
export const HALF_TERMS: MeasureBreak = {
  from: 2012,
  reason: 'Up to 2011/12 absence was published for the first five half terms only; since then for the whole year.',
};

/** Lockdowns from 20 March 2020 and from January to March 2021. */
export const PANDEMIC: readonly MeasureBreak[] = [
  { from: 2019, reason: 'Schools were closed to most pupils for part of 2019/20 and 2020/21.' },
  { from: 2021, reason: 'Schools were open to all pupils again.' },
];

/** “Working together to improve school attendance”, in force from 19 August 2024 (England). */
export const CODES_OF_2024: MeasureBreak = {
  from: 2024,
  reason: 'The attendance codes changed on 19 August 2024, so some sessions are counted otherwise from 2024/25.',
};

export const DEPRIVATION_EDITIONS: MeasureBreak = {
  from: 2025,
  reason: 'The editions of 2019 and 2025 are made of different data and neighbourhoods: their scores are not compared.',
};
