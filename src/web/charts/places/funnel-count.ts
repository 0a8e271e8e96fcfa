import { t } from '#language';
import { shownOf } from './figured.ts';
import type { FunnelInput, LimitCurve } from './place-inputs.ts';

export type FunnelSide = 'inside' | 'outside-95' | 'outside-99.8';

export interface FunnelPoint {
  readonly code: string;
  readonly name: string;
  readonly n: number;
  readonly value: number;
  readonly printed: string;
  readonly side: FunnelSide;
}

/** The points that may be drawn, each with where it lies. One without a denominator has no rate. */
export function funnelPoints(input: FunnelInput): readonly FunnelPoint[] {
  const { p95, p998 } = input.overdispersed ?? input.limits;
  return input.points.flatMap((point) => {
    const shown = shownOf(point);
    if (!shown || !Number.isFinite(point.n) || point.n <= 0) return [];
    const side = outside(shown.value, p998, point.n)
      ? 'outside-99.8'
      : outside(shown.value, p95, point.n)
        ? 'outside-95'
        : 'inside';
    return [{ code: point.code, name: point.name, n: point.n, ...shown, side }];
  });
}

function outside(value: number, curve: LimitCurve, n: number): boolean {
  const limits = limitsAt(curve, n);
  return limits !== undefined && (value < limits.lower || value > limits.upper);
}

/**
 * The limits at a denominator, read between the two nearest of the curve on a scale of 1/√n, on which a limit of a
 * rate is all but straight (it lies so many standard errors from the target).
 */
export function limitsAt(curve: LimitCurve, n: number): { readonly lower: number; readonly upper: number } | undefined {
  const found = curve.findIndex((one) => one.n >= n);
  const next = Math.max(1, found === -1 ? curve.length - 1 : found);
  const [a, b] = [curve[next - 1], curve[next]];
  if (!a || !b) return a;
  const at = (size: number): number => 1 / Math.sqrt(size);
  const part = a.n === b.n ? 0 : (at(n) - at(a.n)) / (at(b.n) - at(a.n));
  return { lower: a.lower + (b.lower - a.lower) * part, upper: a.upper + (b.upper - a.upper) * part };
}

/** `8`, or `fewer than 1`: how many of so many one would expect outside by chance. */
export function expectedWords(count: number, share: number): string {
  const expected = count * share;
  return expected < 1 ? t('pictures.funnel.few') : t('pictures.funnel.about', { count: Math.round(expected) });
}
