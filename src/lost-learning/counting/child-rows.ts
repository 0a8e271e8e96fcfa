import { RULES } from './letters.ts';

/** The account of children one after another, a column an array: what is written of each. */
export type ChildRows = {
  /** How many children there are rows of, and how many there is room for. */
  count: number;
  readonly room: number;
  /** Sessions by rule, one rule after another with room for every child; what stands for rule 0 is not used. */
  readonly rules: Int16Array<ArrayBuffer>;
  readonly minutes: Int32Array<ArrayBuffer>;
  /** Enrolments that the published measures count. */
  enrolments: number;
  readonly enrolmentChild: Int32Array<ArrayBuffer>;
  readonly enrolmentSchool: Int32Array<ArrayBuffer>;
  readonly possible: Int16Array<ArrayBuffer>;
  readonly authorised: Int16Array<ArrayBuffer>;
  readonly unauthorised: Int16Array<ArrayBuffer>;
};

/** Room for some children, and for the most enrolments that their stays can come to. */
export function emptyChildRows(children: number, enrolments: number): ChildRows {
  return {
    count: 0,
    room: children,
    rules: new Int16Array(RULES * children),
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

/** Sessions of one rule, a child each. */
export function columnOfRule(rows: ChildRows, rule: number): Int16Array<ArrayBuffer> {
  return rows.rules.subarray(rule * rows.room, rule * rows.room + rows.count);
}
