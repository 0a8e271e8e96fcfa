import { RULES } from './letters.ts';

/** The account of children one after another, a column an array: what is written of each. */
export type ChildRows = {
  /** How many children there are rows of. */
  count: number;
  /** Sessions by rule, 1 to 10; what stands at 0 is not used. */
  readonly rules: readonly Int16Array[];
  readonly minutes: Int32Array;
  /** Enrolments that the published measures count. */
  enrolments: number;
  readonly enrolmentChild: Int32Array;
  readonly enrolmentSchool: Int32Array;
  readonly possible: Int16Array;
  readonly authorised: Int16Array;
  readonly unauthorised: Int16Array;
};

/** Room for some children, and for the most enrolments that their stays can come to. */
export function emptyChildRows(children: number, enrolments: number): ChildRows {
  return {
    count: 0,
    rules: Array.from({ length: RULES }, (_, rule) => new Int16Array(rule === 0 ? 0 : children)),
    minutes: new Int32Array(children),
    enrolments: 0,
    enrolmentChild: new Int32Array(enrolments),
    enrolmentSchool: new Int32Array(enrolments),
    possible: new Int16Array(enrolments),
    authorised: new Int16Array(enrolments),
    unauthorised: new Int16Array(enrolments),
  };
}

/** Makes the arrays ready for the next part. */
export function clearChildRows(rows: ChildRows): void {
  rows.count = 0;
  rows.enrolments = 0;
}
