import { listPlaces } from '../places.ts';
import type { MeasureId } from '../measure-id.ts';
import type { Observation } from '../observation.ts';
import type { Period } from '../period.ts';
import { rateText } from '../rate-text.ts';
import type { SchoolType } from '../school-type.ts';
import { areaOf, listAuthoritiesOf, type GuideArea } from './areas.ts';
import { guideText, unitOf, valueOf, whatText, wholeNumber } from './guide-text.ts';
import { decimalsOf } from './printed.ts';
import type { PublishedRows } from './published-rows.ts';
import type { Figure } from './reading.ts';

const PHASES = ['primary', 'secondary', 'special'] as const satisfies readonly SchoolType[];

/** A rate for a place and period: as published, else put together from the counts or rates of its parts. */
export async function findFigure(
  rows: PublishedRows,
  measure: MeasureId,
  area: GuideArea,
  period: Period,
): Promise<Figure | undefined> {
  if (area.kind === 'published') {
    const row = await rows.find(measure, area.code, period);
    const figure = row && figureOfRow(row, area, period);
    if (figure) return figure;
  }
  return (await fromCounts(rows, measure, area, period)) ?? (await fromRates(rows, measure, area, period));
}

/** Half a step of the last decimal that DfE gives; its files give two decimals at least. */
function roundingOf(value: number): number {
  return 0.5 * 10 ** -Math.max(2, decimalsOf(String(value)));
}

function figureOfRow(row: Observation, area: GuideArea, period: Period): Figure | undefined {
  const value = valueOf(row);
  if (value === undefined) return undefined;
  const half = roundingOf(value);
  return {
    value,
    low: value - half,
    high: value + half,
    error: 'The published rate is rounded to its last decimal; nothing else is uncertain about it here.',
    steps: [
      {
        sentence: `As published: ${whatText(row.measure, area.inWords, period)}`,
        number: guideText(unitOf(row.measure), value),
      },
    ],
    assumptions: [],
    parts: [],
    rows: [row],
  };
}

/** Numerators and denominators of every authority and phase added up, for a place that DfE gives no total for. */
async function fromCounts(
  rows: PublishedRows,
  measure: MeasureId,
  area: GuideArea,
  period: Period,
): Promise<Figure | undefined> {
  const used = await countedRows(rows, measure, area, period);
  if (!used) return undefined;
  const { numerator, denominator, rate } = addedUp(used);
  const error = await sumError(rows, measure, period);
  return {
    value: rate,
    low: rate - error,
    high: rate + error,
    error: `DfE weights its totals by phase, in a way the files do not give. For the nine regions a plain sum differs from DfE’s total by up to ${rateText(error, 2)} percentage points in this period, so this one is taken as that uncertain.`,
    steps: [
      { sentence: 'Numerators of primary, secondary and special schools, added up', number: wholeNumber(numerator) },
      { sentence: 'Denominators, added up', number: wholeNumber(denominator) },
      { sentence: 'Numerator ÷ denominator × 100', number: guideText(unitOf(measure), rate) },
    ],
    assumptions: ['Schools that did not share their registers are as those that did.'],
    parts: [],
    rows: used,
  };
}

/** The largest gap between a plain sum over phases and DfE’s own weighted total, in the nine regions. */
async function sumError(rows: PublishedRows, measure: MeasureId, period: Period): Promise<number> {
  const gaps: number[] = [];
  for (const region of listPlaces().filter((one) => one.level === 'region')) {
    const total = valueOf(await rows.find(measure, region.code, period));
    const phases = await countedRows(rows, measure, areaOf(region.code), period);
    if (total !== undefined && phases) gaps.push(Math.abs(addedUp(phases).rate - total));
  }
  return Math.max(0, ...gaps);
}

function addedUp(rows: readonly Observation[]): {
  readonly numerator: number;
  readonly denominator: number;
  readonly rate: number;
} {
  const numerator = sum(rows.map((row) => row.numerator ?? 0));
  const denominator = sum(rows.map((row) => row.denominator ?? 0));
  return { numerator, denominator, rate: (100 * numerator) / denominator };
}

/** Rows with counts for every authority of an area, primary, secondary and special; undefined where one is missing. */
async function countedRows(
  rows: PublishedRows,
  measure: MeasureId,
  area: GuideArea,
  period: Period,
): Promise<readonly Observation[] | undefined> {
  const codes = area.kind === 'together' ? area.codes : [area.code];
  const used: Observation[] = [];
  for (const code of codes) {
    for (const phase of PHASES) {
      const row = await rows.find(measure, code, period, phase);
      if (row) used.push(row);
    }
  }
  const whole = used.length === codes.length * PHASES.length && used.length > 0;
  return whole && used.every((row) => row.numerator !== undefined && row.denominator) ? used : undefined;
}

/** Rates of the authorities of an area, weighted by the possible sessions that each reported in the same year. */
async function fromRates(
  rows: PublishedRows,
  measure: MeasureId,
  area: GuideArea,
  period: Period,
): Promise<Figure | undefined> {
  if (area.kind !== 'together' || unitOf(measure) !== 'percent') return undefined;
  const used: Observation[] = [];
  const parts: { name: string; value: number; low: number; high: number; weight: number }[] = [];
  for (const { code, name } of listAuthoritiesOf(area)) {
    const row = await rows.find(measure, code, period);
    const one = { ...area, kind: 'together', codes: [code] } as const;
    const weights = await countedRows(rows, 'daily-overall-absence', one, { kind: 'academic-year', year: period.year });
    const value = valueOf(row);
    if (!row || value === undefined || !weights) return undefined;
    const half = roundingOf(value);
    const weight = addedUp(weights).denominator;
    parts.push({ name, value, low: value - half, high: value + half, weight });
    used.push(row, ...weights);
  }
  const all = sum(parts.map((part) => part.weight));
  const mean = (key: 'value' | 'low' | 'high'): number => sum(parts.map((part) => part[key] * part.weight)) / all;
  return {
    value: mean('value'),
    low: mean('low'),
    high: mean('high'),
    error: 'Each published rate is rounded to its last decimal; the weights come from schools that reported.',
    steps: [
      { sentence: 'Possible sessions of the authorities, added up', number: wholeNumber(all) },
      {
        sentence: 'Each authority’s rate × its possible sessions, added up, ÷ all possible sessions',
        number: guideText(unitOf(measure), mean('value')),
      },
    ],
    assumptions: [
      `${area.name} is not a place DfE publishes for: it is taken as ${parts.map((part) => part.name).join(', ')} together.`,
      'The school census gives no sessions for authorities in this year, so each authority weighs as much as the sessions its daily registers reported.',
    ],
    parts,
    rows: used,
  };
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
