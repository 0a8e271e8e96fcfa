import { broken } from '#kernel';

/**
 * Whoever calls a method of this room has parsed its numbers. One that no such figure can have is our own mistake and
 * ends here, before it becomes an answer that looks like one.
 */
export function mustBe(holds: boolean, what: string, value: unknown): void {
  if (!holds) throw broken('statistics/argument', `${what}, not ${String(value)}`);
}

/** A number of events or people. */
export function mustCount(value: number, name: string): void {
  mustBe(Number.isSafeInteger(value) && value >= 0, `${name} must be a whole number, 0 or more`, value);
}

/** A size: people, person-time or an expected count. */
export function mustMeasure(value: number, name: string): void {
  mustBe(Number.isFinite(value) && value >= 0, `${name} must be a number, 0 or more`, value);
}
