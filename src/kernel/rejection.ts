/** A value or row that could not be used: where it stands, what it was, and what to do about it. */
export type Rejection = {
  readonly file: string;
  /** Line in the file, the header being line 1; for Parquet the row, counted from 1. */
  readonly line: number;
  readonly column: string;
  readonly value: string;
  /** Short fixed word for the kind of fault, documented in docs/errors.md. */
  readonly fault: string;
  /** A sentence for a person: what is wrong and what to do. */
  readonly problem: string;
};
