import type { JSX } from 'hono/jsx/jsx-runtime';
import type { SchoolComparison } from '#accountability';
import { dataText, t } from '#language';
import { funnelCurve, widenedLimits, type Intervals } from '#statistics';
import { funnel, type FunnelLimits } from '../../charts/index.ts';
import { ChartFigure } from '../../layout/index.ts';
import type { ReadComparison } from './school-comparison.ts';
import { phaseInside, shareText } from './school-comparison-words.ts';

type Compared = Extract<SchoolComparison, { readonly kind: 'compared' }>;
const STEPS = 40;

/** Each school’s own share against its size, before its pupils are allowed for. */
export function SchoolFunnel(props: {
  readonly read: ReadComparison;
  readonly comparison: Compared;
  readonly chosen?: number;
}): JSX.Element {
  const { read, comparison, chosen } = props;
  const { measure, phase } = read.asked;
  const { target, spread } = comparison;
  const names = new Map(read.schools.map(({ urn, name }) => [urn, name]));
  const sizes = sizesBetween(comparison.schools.map(({ pupils }) => pupils));
  const widened = (n: number): Intervals => widenedLimits(target, spread.raw, n);
  const chart = funnel({
    id: 'school-funnel',
    title: t('compared.funnel', { measure: dataText(measure.name), phase: phaseInside(phase) }),
    unit: '%',
    denominator: dataText(measure.pupilsWords),
    things: t('compared.funnel.things'),
    points: comparison.schools.flatMap(({ urn, pupils, rate }) =>
      rate
        ? [
            {
              code: String(urn),
              name: names.get(urn) ?? String(urn),
              n: pupils,
              value: 100 * rate.value,
              printed: shareText(rate.value),
            },
          ]
        : [],
    ),
    target: { words: t('compared.funnel.together'), value: 100 * target, printed: shareText(target) },
    limits: curves(sizes, new Map(funnelCurve(target, sizes).map((at) => [at.denominator, at]))),
    ...(spread.raw > 0 ? { overdispersed: curves(sizes, new Map(sizes.map((n) => [n, widened(n)]))) } : {}),
    ...(chosen === undefined ? {} : { chosen: String(chosen) }),
  });
  return <ChartFigure chart={chart} heading={t('compared.funnel.heading')} source={t('compared.funnel.source')} />;
}

function curves(sizes: readonly number[], at: ReadonlyMap<number, Intervals>): FunnelLimits {
  const curve = (level: keyof Intervals): FunnelLimits['p95'] =>
    sizes.flatMap((n) => {
      const limits = at.get(n)?.[level];
      return limits ? [{ n, lower: 100 * limits.lower, upper: 100 * limits.upper }] : [];
    });
  return { p95: curve('at95'), p998: curve('at998') };
}

/** Sizes from the smallest to the largest school, closer together where limits bend most. */
function sizesBetween(pupils: readonly number[]): readonly number[] {
  const [least, most] = [Math.max(1, Math.min(...pupils)), Math.max(1, ...pupils)];
  const ratio = most / least;
  const sizes = Array.from({ length: STEPS + 1 }, (_, step) => Math.round(least * ratio ** (step / STEPS)));
  return [...new Set(sizes)];
}
