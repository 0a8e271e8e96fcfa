import { RULES } from './letters.ts';

/** Enrolments that the published measures count, a column an array; those without a possible session are none. */
export type EnrolmentRows = {
  readonly urn: Int32Array<ArrayBuffer>;
  readonly possible: Int16Array<ArrayBuffer>;
  readonly authorised: Int16Array<ArrayBuffer>;
  readonly unauthorised: Int16Array<ArrayBuffer>;
};

/** The account of children one after another, a column an array: what is written of each. */
export type ChildRows = {
  /** How many children there are rows of, and how many there is room for. */
  count: number;
  readonly room: number;
  /** Sessions by rule, one rule after another with room for every child; what stands for rule 0 is not used. */
  readonly rules: Int16Array<ArrayBuffer>;
  /** All sessions of each child. */
  readonly calendar: Int16Array<ArrayBuffer>;
  readonly minutes: Int32Array<ArrayBuffer>;
  /** The first enrolment of each child. */
  readonly first: EnrolmentRows;
  /** Further enrolments, and whose they are: the child’s place. */
  furtherCount: number;
  readonly furtherChild: Int32Array<ArrayBuffer>;
  readonly further: EnrolmentRows;
};

/** Room for some children, and for the most enrolments that their stays can come to. */
export function emptyChildRows(children: number, enrolments: number): ChildRows {
  return {
    count: 0,
    room: children,
    rules: new Int16Array(RULES * children),
    calendar: new Int16Array(children),
    minutes: new Int32Array(children),
    first: emptyEnrolments(children),
    furtherCount: 0,
    furtherChild: new Int32Array(enrolments),
    further: emptyEnrolments(enrolments),
  };
}

function emptyEnrolments(room: number): EnrolmentRows {
  return {
    urn: new Int32Array(room),
    possible: new Int16Array(room),
    authorised: new Int16Array(room),
    unauthorised: new Int16Array(room),
  };
}

/** Makes the arrays ready for the next part. */
export function clearChildRows(rows: ChildRows): void {
  rows.count = 0;
  rows.first.possible.fill(0);
  rows.furtherCount = 0;
}

/** Sessions of one rule, a child each, with all the room there is. */
export function columnOfRule(rows: ChildRows, rule: number): Int16Array<ArrayBuffer> {
  return rows.rules.subarray(rule * rows.room, (rule + 1) * rows.room);
}
