import { rateText } from '../rate-text.ts';
import type { MeasureId } from '../measure-id.ts';
import type { Period } from '../period.ts';
import { areaOf, GUIDE_AREAS, listAuthoritiesOf, type GuideArea } from './areas.ts';
import { guideText, unitOf, whatText } from './guide-text.ts';
import type { Printed } from './printed.ts';
import { findFigure } from './published-figure.ts';
import type { PublishedRows } from './published-rows.ts';
import type { Figure, PlacePart, Reading, ReadingKind } from './reading.ts';

type RatioUnit = 'times' | 'percent-above';

/** One place’s rate over England’s, in the same measure and period. */
export async function findRatio(
  rows: PublishedRows,
  question: {
    readonly measure: MeasureId;
    readonly area: GuideArea;
    readonly period: Period;
    readonly unit: RatioUnit;
  },
): Promise<readonly Reading[]> {
  const { measure, area, period, unit } = question;
  const here = await findFigure(rows, measure, area, period);
  const england = await findFigure(rows, measure, GUIDE_AREAS.england, period);
  if (!here || !england || england.low <= 0) return [];
  const what = `${whatText(measure, area.inWords, period)}, against England`;
  return [
    { ...ratioOf(measure, here, england, unit), kind: 'own', unit, what },
    ...roundedReading(measure, here, england, unit, what),
  ];
}

/**
 * The same for each authority of a place. “Up to” is the greatest of them; “some areas” is the one closest to what is
 * printed, since the guide does not name it.
 */
export async function findRatioAmongParts(
  rows: PublishedRows,
  question: {
    readonly measure: MeasureId;
    readonly area: GuideArea;
    readonly period: Period;
    readonly unit: RatioUnit;
    readonly which: 'greatest' | 'closest';
    readonly printed: Printed;
    readonly kind: ReadingKind;
  },
): Promise<readonly Reading[]> {
  const { measure, area, period, unit, which, printed, kind } = question;
  const found: { readonly name: string; readonly readings: readonly Reading[] }[] = [];
  for (const authority of listAuthoritiesOf(area)) {
    const readings = await findRatio(rows, { measure, area: areaOf(authority.code), period, unit });
    if (readings.length > 0) found.push({ name: authority.name, readings });
  }
  const parts = found.flatMap(({ name, readings: [own] }): readonly PlacePart[] =>
    own ? [{ name, value: own.value, low: own.low, high: own.high, weight: undefined }] : [],
  );
  const choose = (of: ReadingKind): readonly Reading[] => {
    const all = found.flatMap(({ readings }) => readings.filter((reading) => reading.kind === of));
    const wanted = which === 'greatest' ? Number.POSITIVE_INFINITY : (printed.value ?? printed.low);
    const [best] = all.toSorted((a, b) => distanceTo(wanted, a) - distanceTo(wanted, b));
    // Whoever checks “the greatest” or “the closest” needs the rows of all of them.
    const used = [...new Set(all.flatMap((reading) => reading.rows))];
    return best
      ? [
          {
            ...best,
            kind: of === 'own' ? kind : of,
            parts,
            rows: used,
            assumptions: assumptionsOf(which, parts.length),
          },
        ]
      : [];
  };
  return kind === 'own' ? [...choose('own'), ...choose('rounded')] : choose('own');
}

function distanceTo(wanted: number, { value }: Reading): number {
  return wanted === Number.POSITIVE_INFINITY ? -value : Math.abs(value - wanted);
}

function assumptionsOf(which: 'greatest' | 'closest', count: number): readonly string[] {
  return which === 'greatest'
    ? [`“Up to” is taken as the greatest of the ${count} authorities that have a published rate.`]
    : [
        `The guide does not name the areas: of the ${count} authorities with a published rate, this is the one that comes closest.`,
      ];
}

function ratioOf(measure: MeasureId, here: Figure, england: Figure, unit: RatioUnit): Figure {
  const as = (ratio: number): number => (unit === 'times' ? ratio : 100 * (ratio - 1));
  const value = here.value / england.value;
  return {
    value: as(value),
    low: as(here.low / england.high),
    high: as(here.high / england.low),
    error: 'Both rates are rounded to their last decimal, so the ratio lies between two ends.',
    steps: [
      ...here.steps,
      ...england.steps,
      {
        sentence: `${guideText(unitOf(measure), here.value)} ÷ ${guideText(unitOf(measure), england.value)}`,
        number: guideText(unit, as(value)),
      },
    ],
    assumptions: [...here.assumptions, ...england.assumptions],
    parts: [],
    rows: [...here.rows, ...england.rows],
  };
}

/** DfE prints rates with two decimals: whoever divides those gets another ratio than the files behind them give. */
function roundedReading(
  measure: MeasureId,
  here: Figure,
  england: Figure,
  unit: RatioUnit,
  what: string,
): readonly Reading[] {
  const [top, bottom] = [rateText(here.value, 2), rateText(england.value, 2)];
  const same = Number(top) === here.value && Number(bottom) === england.value;
  if (same || Number(bottom) === 0) return [];
  const ratio = Number(top) / Number(bottom);
  const value = unit === 'times' ? ratio : 100 * (ratio - 1);
  return [
    {
      ...ratioOf(measure, here, england, unit),
      value,
      low: value,
      high: value,
      error: 'Worked out from two rates already rounded to two decimals, as DfE prints them.',
      steps: [
        ...here.steps,
        ...england.steps,
        { sentence: `Rounded to two decimals: ${top} ÷ ${bottom}`, number: guideText(unit, value) },
      ],
      kind: 'rounded',
      unit,
      what: `${what}, both rates rounded to two decimals`,
    },
  ];
}
