import { groupOf } from '../group.ts';
import type { MeasureId } from '../measure-id.ts';
import type { Observation } from '../observation.ts';
import { periodWords, type Period } from '../period.ts';
import { ENGLAND } from '../places.ts';
import { guideText, unitOf, wholeNumber } from './guide-text.ts';
import { sum } from './published-figure.ts';
import type { PublishedRows } from './published-rows.ts';
import type { Figure } from './reading.ts';

/** England’s secondary schools over its primary and special schools together, from their counts. */
export async function findSecondary(
  rows: PublishedRows,
  measure: MeasureId,
  period: Period,
): Promise<Figure | undefined> {
  const secondary = await rows.find(measure, ENGLAND, period, 'secondary');
  const others = [
    await rows.find(measure, ENGLAND, period, 'primary'),
    await rows.find(measure, ENGLAND, period, 'special'),
  ];
  return countedRatio(measure, [secondary], others, {
    top: `Secondary schools, ${periodWords(period)}`,
    bottom: 'Primary and special schools together',
    assumptions: [
      '“The other phases” are primary and special schools; DfE leaves alternative provision out of its total.',
    ],
  });
}

/** England’s pupils of some ages over all its pupils. */
export async function findAges(
  rows: PublishedRows,
  measure: MeasureId,
  ages: readonly number[],
  period: Period,
): Promise<Figure | undefined> {
  const all = (await rows.list(measure, period)).filter((row) => row.place === ENGLAND && row.schoolType === 'all');
  const of = (group: string): Observation | undefined => all.find((row) => row.group === groupOf(group));
  const ofAges = ages.map((age) => of(`age-${age}`));
  const total = await rows.find(measure, ENGLAND, period);
  return countedRatio(measure, ofAges, [total], {
    top: `Pupils aged ${ages.join(' and ')} on 31 August, ${periodWords(period)}`,
    bottom: 'All pupils',
    assumptions: [
      'A pupil aged 11 on 31 August is taken as in Year 7 the year after, one aged 12 as in Year 8. Few pupils are out of their year.',
      'The last release by age that Kith carries is of 2016/17: it says nothing of later years.',
    ],
  });
}

function countedRatio(
  measure: MeasureId,
  top: readonly (Observation | undefined)[],
  bottom: readonly (Observation | undefined)[],
  words: { readonly top: string; readonly bottom: string; readonly assumptions: readonly string[] },
): Figure | undefined {
  const [here, there] = [rateOf(top), rateOf(bottom)];
  if (!here || !there || there.rate === 0) return undefined;
  const value = here.rate / there.rate;
  return {
    value,
    low: value,
    high: value,
    error: 'Both rates are worked out from published counts, so rounding does not matter to this ratio.',
    steps: [
      stepOf(words.top, measure, here),
      stepOf(words.bottom, measure, there),
      { sentence: 'The one divided by the other', number: guideText('times', value) },
    ],
    assumptions: words.assumptions,
    parts: [],
    rows: [...top, ...bottom].flatMap((row) => row ?? []),
  };
}

type Rate = { readonly numerator: number; readonly denominator: number; readonly rate: number };

function rateOf(rows: readonly (Observation | undefined)[]): Rate | undefined {
  if (rows.some((row) => row?.numerator === undefined || row.denominator === undefined)) return undefined;
  const numerator = sum(rows.map((row) => row?.numerator ?? 0));
  const denominator = sum(rows.map((row) => row?.denominator ?? 0));
  return denominator > 0 ? { numerator, denominator, rate: (100 * numerator) / denominator } : undefined;
}

function stepOf(words: string, measure: MeasureId, { numerator, denominator, rate }: Rate): Figure['steps'][number] {
  return {
    sentence: `${words}: ${wholeNumber(numerator)} ÷ ${wholeNumber(denominator)} × 100`,
    number: guideText(unitOf(measure), rate),
  };
}
