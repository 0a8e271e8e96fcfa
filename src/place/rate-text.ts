/**
 * A rate as DfE prints it: rounded half up on its decimal digits, so that 19.95 is `20.0`. (`toFixed` alone rounds the
 * binary number, a little below 19.95, to 19.9.) Halves below 0 round away from 0.
 */
export function rateText(rate: number, places: number): string {
  const scale = 10 ** places;
  const size = Math.round(Number((Math.abs(rate) * scale).toPrecision(12))) / scale;
  return `${rate < 0 && size > 0 ? '-' : ''}${size.toFixed(places)}`;
}
