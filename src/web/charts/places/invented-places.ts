/** Invented figures for pictures of places: nobody's real figures; the same every time. */
import { listHexes, listPlaces } from '#place';
import { roundClasses } from './map-classes.ts';
import type {
  DistributionInput,
  Figured,
  FunnelInput,
  FunnelLimits,
  IntervalPlotInput,
  LimitCurve,
  MapInput,
  PlaceMultiplesInput,
  TrendBandInput,
  YearFigure,
} from './place-inputs.ts';
import { printed } from '../scale.ts';

/** Three authorities without a figure, each for another reason. */
const WITHOUT: Readonly<Record<string, Figured>> = {
  E06000053: { notShown: 'suppressed' },
  E09000001: { notShown: 'missing' },
  E06000066: { notShown: 'not-comparable' },
};

function percent(value: number, decimals = 1): Figured {
  return { value, printed: `${printed(value, decimals)}%` };
}

/** A value an authority, higher in some regions than others. */
function inventedValues(): readonly ({
  readonly code: string;
  readonly name: string;
  readonly region: string;
} & Figured)[] {
  return listHexes().map(({ code, name, region }, at) => {
    const shift = Number(region.slice(-1));
    const value = 7 + Math.sin(shift * 2.1) + Math.sin(at * 1.7) * 0.6 + Math.sin(at * 5.3) * 0.3;
    return { code, name, region, ...(WITHOUT[code] ?? percent(Math.round(value * 10) / 10)) };
  });
}

export function inventedMap(id: string, chosen = 'E08000035', linked = false): MapInput {
  const places = inventedValues();
  const values = places.flatMap((one) => ('value' in one ? [one.value] : []));
  return {
    id,
    title: 'Invented absence by authority',
    measure: 'Invented overall absence in 2024/25',
    places: places.map((place) => (linked ? { ...place, href: `/place/${place.code}` } : place)),
    classes: roundClasses(values, { decimals: 1, unit: '%' }),
    chosen,
  };
}

/** Limits of a proportion around a target, at steps of a tenth more each time, as wide as `widened` times chance. */
function inventedLimits(target: number, widened: number): FunnelLimits {
  const sizes = Array.from({ length: 80 }, (_, at) => Math.round(300 * 1.1 ** at)).filter((n) => n < 130_000);
  const curve = (z: number): LimitCurve =>
    sizes.map((n) => {
      const half = z * widened * Math.sqrt((target * (100 - target)) / n);
      return { n, lower: Math.max(0, target - half), upper: target + half };
    });
  return { p95: curve(1.96), p998: curve(3.09) };
}

export function inventedFunnel(id: string, overdispersed = false): FunnelInput {
  return {
    id,
    title: 'Invented persistent absence by number of pupils',
    unit: '%',
    denominator: 'pupils',
    things: 'authorities',
    points: inventedValues().map((place, at) => {
      const n = Math.round(3000 + 90_000 * Math.abs(Math.sin(at * 2.3)) ** 4) - (at % 9) * 300;
      const value = 20 + Math.sin(at * 7.7) * (40 / Math.sqrt(n)) * (at % 9 === 0 ? 8 : 2.3);
      return {
        code: place.code,
        name: place.name,
        n,
        ...('notShown' in place ? { notShown: place.notShown } : percent(value)),
      };
    }),
    target: { words: 'England', value: 20, printed: '20.0%' },
    limits: inventedLimits(20, 1),
    overdispersed: overdispersed ? inventedLimits(20, 2.4) : undefined,
    chosen: 'E08000035',
  };
}

const YEARS = ['2016/17', '2017/18', '2018/19', '2019/20', '2020/21', '2021/22', '2022/23', '2023/24', '2024/25'];

function inventedYears(start: number, step: number, half: number): readonly YearFigure[] {
  return YEARS.map((year, at): YearFigure => {
    if (year === '2019/20') return { year, notShown: 'missing' };
    const value = start + at * step + Math.sin(at * 2.9 + start) * 0.15;
    return { year, ...(half > 0 ? { interval: { low: value - half, high: value + half } } : {}), ...percent(value) };
  });
}

export function inventedTrendBand(id: string): TrendBandInput {
  return {
    id,
    title: 'Invented absence over the years',
    unit: '%',
    years: YEARS,
    own: { name: 'Leeds', points: inventedYears(4.9, 0.28, 0.25) },
    beside: [
      { name: 'England', points: inventedYears(4.6, 0.29, 0) },
      { name: 'Yorkshire and The Humber', points: inventedYears(4.8, 0.3, 0) },
    ],
    breaks: [
      { year: '2020/21', words: 'no figures were collected in 2019/20, and schools were closed to most in 2020/21' },
      { year: '2024/25', words: 'new attendance codes from August 2024' },
    ],
  };
}

export function inventedMission(id: string): TrendBandInput {
  return {
    id,
    title: 'An invented goal, and the way there',
    unit: '%',
    years: ['2021/22', '2022/23', '2023/24', '2024/25', '2025/26', '2026/27', '2027/28'],
    own: {
      name: 'Leeds',
      points: inventedYears(4.9, 0.28, 0.25)
        .slice(5)
        .map((one, at) => ({
          ...one,
          ...percent(7.6 - at * 0.2),
          interval: { low: 7.4 - at * 0.2, high: 7.8 - at * 0.2 },
        })),
    },
    target: {
      year: '2027/28',
      value: 6,
      printed: '6.0%',
      milestones: [
        { year: '2025/26', value: 6.8, printed: '6.8%' },
        { year: '2026/27', value: 6.4, printed: '6.4%' },
      ],
    },
    projection: [
      { year: '2025/26', interval: { low: 6.5, high: 7.1 }, ...percent(6.8) },
      { year: '2026/27', interval: { low: 6.1, high: 7.1 }, ...percent(6.6) },
      { year: '2027/28', interval: { low: 5.7, high: 7.1 }, ...percent(6.4) },
    ],
    from: 'data',
  };
}

export function inventedDistribution(id: string, chosen = 'E08000035'): DistributionInput {
  return {
    id,
    title: 'Invented absence, every authority',
    measure: 'Invented overall absence in 2024/25',
    unit: '%',
    things: 'authorities',
    places: inventedValues(),
    chosen,
    lines: [
      { label: 'Yorkshire and The Humber', value: 7.1, printed: '7.1%' },
      { label: 'England', value: 6.9, printed: '6.9%' },
    ],
  };
}

export function inventedRegions(id: string): PlaceMultiplesInput {
  const regions = listPlaces().filter((place) => place.level === 'region');
  return {
    id,
    title: 'Invented absence by region',
    order: 'name',
    scale: 'shared',
    years: YEARS,
    besideName: 'England',
    panels: regions.map((region, at) => ({
      name: region.name,
      href: `/place/${region.code}`,
      unit: '%',
      points: inventedYears(4.4 + at * 0.1, 0.2 + at * 0.03, 0),
      beside: inventedYears(4.6, 0.29, 0),
    })),
  };
}

export function inventedIntervals(id: string): IntervalPlotInput {
  const row = (
    label: string,
    kind: 'own' | 'authority' | 'region' | 'england',
    value: number,
    half: number,
  ): IntervalPlotInput['rows'][number] => ({
    label,
    kind,
    ...(half > 0 ? { interval: { low: value - half, high: value + half } } : {}),
    ...percent(value),
  });
  return {
    id,
    title: 'Invented absence in 2024/25',
    unit: '%',
    order: 'name',
    intervalWords: '95% interval',
    rows: [
      { ...row('Leeds', 'own', 7.1, 0.22), href: '/place/E08000035' },
      row('Sheffield', 'authority', 7.4, 0.3),
      { label: 'Rutland', kind: 'authority', notShown: 'suppressed' },
      row('Bournemouth, Christchurch and Poole', 'authority', 6.6, 0.5),
      row('Bristol, City of', 'authority', 7.9, 0.4),
      row('Yorkshire and The Humber', 'region', 7.1, 0.08),
      row('England', 'england', 6.9, 0.02),
    ],
  };
}
