const made: unique symbol = Symbol('publishable');

/**
 * Aggregates that may leave: protected, with the sentence that says what was hidden and must stand beside them.
 * Only this room makes one.
 */
export type Publishable<T> = {
  readonly [made]: true;
  readonly content: T;
  /** What was done to the figures, in words that give none of them away. */
  readonly note: string;
};

/** For this room alone. Not exported from the front door. */
export function makePublishable<T>(content: T, note: string): Publishable<T> {
  const publishable: Publishable<T> = { [made]: true, content, note };
  return Object.freeze(publishable);
}
