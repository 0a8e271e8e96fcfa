import { academicYearStarting } from '#kernel';
import { groupOf } from '../group.ts';
import type { Observation } from '../observation.ts';
import { periodWords } from '../period.ts';
import { ENGLAND } from '../places.ts';
import { GUIDE_AREAS } from './areas.ts';
import { guideText, wholeNumber } from './guide-text.ts';
import { sum } from './published-figure.ts';
import type { PublishedRows } from './published-rows.ts';
import type { Reading } from './reading.ts';
import { listBuilt } from './rebuilt.ts';
import type { TermPeriod } from './statement.ts';
import type { Finding } from './verdict.ts';

const MEASURE = 'pupils-suspended-rate';
/** The last year that England’s suspended pupils are carried for both by SEN and by free school meals. */
const LAST_BY_BOTH = { kind: 'academic-year', year: academicYearStarting(2016) } as const;

/**
 * Suspended pupils who have SEN, receive free school meals, or both. A table of one and a table of the other do not give
 * the union: a pupil in both stands in each. What they give is its two ends: one group inside the other, or apart.
 */
export async function findEitherGroup(rows: PublishedRows, term: TermPeriod): Promise<Finding> {
  const instead = [await senShare(rows, term), ...(await bounds(rows))].flatMap((one) => one ?? []);
  return {
    kind: 'none',
    reason:
      'DfE’s tables give suspended pupils by SEN and, apart from that, by free school meals. A pupil with both stands in each table, so the two cannot be added to one share.',
    needed:
      'A table of suspended pupils by SEN and free school meals crossed. The National Pupil Database holds what it would be made from.',
    instead,
  };
}

/** The share with SEN among pupils suspended in a term, rebuilt from the rates of SEN groups. */
async function senShare(rows: PublishedRows, term: TermPeriod): Promise<Reading | undefined> {
  const { built } = await listBuilt(rows, MEASURE, GUIDE_AREAS.england, term);
  if (built.length === 0) return undefined;
  const of = (group: 'ehc-plan' | 'sen-support' | 'no-sen'): number =>
    sum(built.map((one) => one.pupils[group] * one.rates[group])) / 100;
  const [withSen, none] = [of('ehc-plan') + of('sen-support'), of('no-sen')];
  const value = (100 * withSen) / (withSen + none);
  return {
    value,
    low: value,
    high: value,
    error:
      'Rebuilt from SEN groups, each authority’s rate times its pupils; a share suffers less from that than a rate.',
    steps: [
      { sentence: 'Pupils suspended at least once, with a plan or SEN support', number: wholeNumber(withSen) },
      { sentence: 'Pupils suspended at least once, all three groups', number: wholeNumber(withSen + none) },
      { sentence: 'Divided, × 100', number: guideText('percent', value) },
    ],
    assumptions: ['It leaves out suspended pupils who receive free school meals and have no SEN.'],
    parts: [],
    rows: built.flatMap((one) => one.rows),
    kind: 'part',
    unit: 'percent',
    what: `suspended pupils with SEN in England, ${periodWords(term)}`,
  };
}

/** Each group’s share of suspended pupils, and the least and the most that the union can be. */
async function bounds(rows: PublishedRows): Promise<readonly Reading[]> {
  const all = (await rows.list(MEASURE, LAST_BY_BOTH)).filter(
    (row) => row.place === ENGLAND && row.schoolType === 'all',
  );
  const of = (group: string): Observation | undefined => all.find((row) => row.group === groupOf(group));
  const sen = [of('ehc-plan'), of('sen-without-statement')];
  const fsm = [of('fsm')];
  // Divided by the groups of the same release, whose counts are rounded to 5.
  const everyone = [...sen, of('no-sen')];
  const [withSen, withFsm, total] = [sen, fsm, everyone].map(countOf);
  if (withSen === undefined || withFsm === undefined || !total) return [];
  const share = (count: number): number => (100 * count) / total;
  const one = (what: string, count: number, used: typeof all): Reading => ({
    value: share(count),
    low: share(count),
    high: share(count),
    error: 'From published counts, each rounded to 5.',
    steps: [
      { sentence: `Pupils suspended at least once: ${what}`, number: wholeNumber(count) },
      { sentence: 'All pupils suspended at least once', number: wholeNumber(total) },
      { sentence: 'Divided, × 100', number: guideText('percent', share(count)) },
    ],
    assumptions: [],
    parts: [],
    rows: used,
    kind: 'another-period',
    unit: 'percent',
    what: `suspended pupils ${what} in England, ${periodWords(LAST_BY_BOTH)}`,
  });
  const [least, most] = [Math.max(withSen, withFsm), Math.min(total, withSen + withFsm)];
  const used = [...everyone, ...fsm].flatMap((row) => row ?? []);
  return [
    one(
      'with SEN',
      withSen,
      sen.flatMap((row) => row ?? []),
    ),
    one(
      'who receive free school meals',
      withFsm,
      fsm.flatMap((row) => row ?? []),
    ),
    {
      ...one('with SEN or free school meals', least, used),
      low: share(least),
      high: share(most),
      error: 'The union can lie anywhere between the two ends.',
      steps: [
        {
          sentence: 'If one group were inside the other: the larger of the two',
          number: guideText('percent', share(least)),
        },
        { sentence: 'If no pupil were in both: the two added up', number: guideText('percent', share(most)) },
      ],
    },
  ];
}

function countOf(rows: readonly (Observation | undefined)[]): number | undefined {
  const counts = rows.flatMap((row) => row?.numerator ?? []);
  return counts.length === rows.length ? sum(counts) : undefined;
}
