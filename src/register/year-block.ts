/** Sessions from 1 September morning to 31 August afternoon of the longest year. */
export const SESSIONS_IN_A_YEAR = 2 * 366;

const SPACE = 32;

/** Packed years of many children or enrolments in one block of bytes, one byte a session, filled in any order. */
export class YearBlock {
  readonly #bytes: Uint8Array;

  constructor(years: number) {
    this.#bytes = new Uint8Array(years * SESSIONS_IN_A_YEAR).fill(SPACE);
  }

  /** `index` counts from 0 in this block; `letter` is its character code. */
  put(index: number, place: number, letter: number): void {
    this.#bytes[index * SESSIONS_IN_A_YEAR + place] = letter;
  }

  /** The letters of one year; a session without one is a space. */
  lettersOf(index: number): string {
    return Buffer.from(this.#bytes.buffer, index * SESSIONS_IN_A_YEAR, SESSIONS_IN_A_YEAR).toString('latin1');
  }
}
