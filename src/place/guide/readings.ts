import { academicYearStarting, startYear, type AcademicYear } from '#kernel';
import type { LostDays } from '../lost-days.ts';
import type { MeasureId } from '../measure-id.ts';
import type { Period } from '../period.ts';
import { areaOf, GUIDE_AREAS, listAuthoritiesOf, type GuideArea } from './areas.ts';
import { findEitherGroup } from './either-group.ts';
import { findExtreme } from './extreme.ts';
import { unitOf, whatText } from './guide-text.ts';
import { readLostDays } from './lost-days-reading.ts';
import { findFigure } from './published-figure.ts';
import type { PublishedRows } from './published-rows.ts';
import { findRatio, findRatioAmongParts } from './ratio.ts';
import type { Figure, Reading, ReadingKind } from './reading.ts';
import { findRebuilt, THREE_TERMS, type RebuildTolerance } from './rebuilt.ts';
import { findAges, findSecondary } from './schools-and-ages.ts';
import type { GuideMethod, GuideStatement, TermPeriod } from './statement.ts';
import type { Finding } from './verdict.ts';

export type ReadingSource = {
  readonly rows: PublishedRows;
  /** The error of rebuilding a measure from SEN groups; undefined where it cannot be measured. */
  readonly tolerance: (measure: MeasureId) => Promise<RebuildTolerance | undefined>;
  readonly lostDays: (year: AcademicYear) => Promise<LostDays>;
};

type MethodOf<Kind extends GuideMethod['kind']> = Extract<GuideMethod, { readonly kind: Kind }>;

/** What can be held against a statement: its own figure, then the same at other times and in its parts. */
export async function findReadings(source: ReadingSource, { method, printed }: GuideStatement): Promise<Finding> {
  const { rows } = source;
  switch (method.kind) {
    case 'published':
      return publishedReadings(rows, method);
    case 'rebuilt':
      return rebuiltReadings(source, method);
    case 'ratio': {
      const { measure, period } = method;
      const unit = printed.unit === 'percent-above' ? 'percent-above' : 'times';
      return finding(await findRatio(rows, { measure, period, unit, area: GUIDE_AREAS[method.area] }));
    }
    case 'ratio-among-parts': {
      const unit = printed.unit === 'percent-above' ? 'percent-above' : 'times';
      const ask = { ...method, area: GUIDE_AREAS[method.area], unit, printed } as const;
      const readings = [...(await findRatioAmongParts(rows, { ...ask, kind: 'own' }))];
      for (const period of yearsBeside(method.period)) {
        readings.push(...(await findRatioAmongParts(rows, { ...ask, period, kind: 'another-period' })));
      }
      return finding(readings);
    }
    case 'extreme': {
      const { measure, side, period } = method;
      const area = GUIDE_AREAS[method.area];
      const figureOf = await figureReader(source, measure, period);
      const figure = await findExtreme(figureOf, { measure, area, side });
      const closest = 'the region that comes closest';
      const what =
        side === 'highest'
          ? `${whatText(measure, area.inWords, period)}, over ${closest}`
          : `${whatText(measure, `in ${closest}`, period)}, over ${area.name}`;
      return finding(asReading(figure, 'own', 'times', what));
    }
    case 'secondary': {
      const figure = await findSecondary(rows, method.measure, method.period);
      const what = `${whatText(method.measure, 'in England', method.period)}, secondary schools over the others`;
      return finding(asReading(figure, 'own', 'times', what));
    }
    case 'ages': {
      const figure = await findAges(rows, method.measure, method.ages, method.period);
      const what = `${whatText(method.measure, 'in England', method.period)}, ages ${method.ages.join(' and ')} over all`;
      return finding(asReading(figure, 'another-period', 'times', what));
    }
    case 'lost-days': {
      const reading = await readLostDays(rows, await source.lostDays(method.year), method.year);
      return finding(reading ? [reading] : []);
    }
    case 'either-group':
      return findEitherGroup(rows, method.period);
    case 'not-carried':
      return { kind: 'none', reason: method.reason, needed: method.needed, instead: [] };
  }
}

function finding(readings: readonly Reading[]): Finding {
  const own = readings.find((reading) => reading.kind === 'own');
  return { kind: 'readings', own, others: readings.filter((reading) => reading !== own) };
}

function asReading(
  figure: Figure | undefined,
  kind: ReadingKind,
  unit: Reading['unit'],
  what: string,
): readonly Reading[] {
  return figure ? [{ ...figure, kind, unit, what }] : [];
}

/**
 * Absence: DfE’s census figure for the year; else the daily collection’s terms and year, and both a year before. A place
 * made of a few authorities is looked at authority by authority too; a region has so many that one would fit by chance.
 */
async function publishedReadings(rows: PublishedRows, method: MethodOf<'published'>): Promise<Finding> {
  const { measure, period } = method;
  const area = GUIDE_AREAS[method.area];
  const read = async (of: MeasureId, place: GuideArea, at: Period, kind: ReadingKind): Promise<readonly Reading[]> =>
    asReading(await findFigure(rows, of, place, at), kind, unitOf(of), whatText(of, place.inWords, at));
  const readings = [...(await read(measure, area, period, 'own'))];
  for (const [of, at] of otherAbsence(measure, period)) readings.push(...(await read(of, area, at, 'another-period')));
  if (area.kind === 'together') {
    for (const { code } of listAuthoritiesOf(area))
      readings.push(...(await read(measure, areaOf(code), period, 'part')));
  }
  return finding(readings);
}

function otherAbsence(measure: MeasureId, { year }: Period): readonly (readonly [MeasureId, Period])[] {
  const daily = measure === 'overall-absence' ? 'daily-overall-absence' : 'daily-persistent-absence';
  const before = { kind: 'academic-year', year: yearBefore(year) } as const;
  return [
    ...THREE_TERMS.map((term) => [daily, { kind: 'term', year, term }] as const),
    [daily, { kind: 'academic-year', year }],
    [measure, before],
    [daily, before],
  ];
}

/** A term’s rate: rebuilt; else the other terms of the year and of the year before, that year as published, and parts. */
async function rebuiltReadings(source: ReadingSource, method: MethodOf<'rebuilt'>): Promise<Finding> {
  const { measure, period } = method;
  const area = GUIDE_AREAS[method.area];
  const unit = unitOf(measure);
  const read = async (place: GuideArea, at: Period, kind: ReadingKind): Promise<readonly Reading[]> => {
    const figureOf = await figureReader(source, measure, at);
    return asReading(await figureOf(place), kind, unit, whatText(measure, place.inWords, at));
  };
  const readings = [...(await read(area, period, 'own'))];
  for (const at of otherTerms(period)) readings.push(...(await read(area, at, 'another-period')));
  if (area.kind === 'together') {
    for (const { code } of listAuthoritiesOf(area)) readings.push(...(await read(areaOf(code), period, 'part')));
  }
  return finding(readings);
}

function otherTerms(period: TermPeriod): readonly Period[] {
  const before = yearBefore(period.year);
  return [
    ...THREE_TERMS.filter((term) => term !== period.term).map((term) => ({ ...period, term })),
    ...THREE_TERMS.map((term) => ({ ...period, year: before, term })),
    { kind: 'academic-year', year: before },
  ];
}

/** How a place’s rate is found: a term’s rate of suspension or exclusion is rebuilt, every other is published. */
async function figureReader(
  { rows, tolerance }: ReadingSource,
  measure: MeasureId,
  period: Period,
): Promise<(area: GuideArea) => Promise<Figure | undefined>> {
  const rebuilt = measure === 'suspension-rate' || measure === 'permanent-exclusion-rate';
  if (period.kind !== 'term' || !rebuilt) return (area) => findFigure(rows, measure, area, period);
  const error = await tolerance(measure);
  return (area) => (error === undefined ? Promise.resolve(undefined) : findRebuilt(rows, measure, area, period, error));
}

function yearsBeside({ year }: Period): readonly Period[] {
  return [1, -1].map((step) => ({ kind: 'academic-year', year: academicYearStarting(startYear(year) + step) }));
}

function yearBefore(year: AcademicYear): AcademicYear {
  return academicYearStarting(startYear(year) - 1);
}
