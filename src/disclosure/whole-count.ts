import { broken } from '#kernel';

/** People are counted in whole numbers, never fewer than none. Anything else here is our own fault. */
export function checkCount(count: number | undefined, of: string): number {
  if (count !== undefined && Number.isSafeInteger(count) && count >= 0) return count;
  throw broken('disclosure/not-a-count', `${of} is not whole, or is negative, or is missing`);
}
