import { broken } from '#kernel';

/**
 * Aggregates that may leave: protected, with the sentence that says what was hidden and must stand beside them.
 * Only this room makes one. A class, because a private field is not copied: what is spread from one, or written by hand
 * in its shape, neither compiles as one nor passes the door.
 */
class Made<T> {
  readonly #made = true;
  readonly content: T;
  /** What was done to the figures, in words that give none of them away. */
  readonly note: string;

  constructor(content: T, note: string) {
    this.content = content;
    this.note = note;
    Object.freeze(content);
    Object.freeze(this);
  }

  static is(value: object): boolean {
    return #made in value && value.#made;
  }
}

export type Publishable<T> = Made<T>;

/** For this room alone. Not exported from the front door. */
export function makePublishable<T>(content: T, note: string): Publishable<T> {
  return new Made(content, note);
}

/** The door for whoever writes figures where others read them: what was not made here does not pass it. */
export function contentOf<T>(publishable: Publishable<T>): T {
  if (!Made.is(publishable))
    throw broken('disclosure/not-publishable', 'only the disclosure room makes what may leave');
  return publishable.content;
}
