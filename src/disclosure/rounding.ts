/** To the nearest multiple of a base, half away from zero. Totals are rounded by themselves, never summed from rounded parts. */
export function roundTo(value: number, base: number): number {
  if (base === 1) return value;
  return Math.sign(value) * Math.floor(Math.abs(value) / base + 0.5) * base;
}
