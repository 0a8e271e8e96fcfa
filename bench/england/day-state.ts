import { closeSync, fdatasyncSync, openSync, readSync, writevSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { foldedWords } from '#lost-learning';

/**
 * Children of a part as counted up to a day, a column an array. What a day adds to is here, and what is needed to tell what
 * it turns: whether a child had a session before, and in this week; at which schools; whether absence was persistent.
 *
 * Of the schools that a child has been at, the one of its last session stands in its own columns, with the enrolment there;
 * the others, which few have, in a list in the order of the children.
 */
export type PartState = {
  readonly children: number;
  /** Children, made even: sixteen-bit columns are read two by two. */
  readonly room: number;
  readonly minutes: Int32Array<ArrayBuffer>;
  /** The school (20 bits, all set: none) and above it the week of the last session. */
  readonly seen: Int32Array<ArrayBuffer>;
  /** Sessions by rule, 1 to 10, one rule after another with room for every child. */
  readonly rules: Int16Array<ArrayBuffer>;
  readonly possible: Int16Array<ArrayBuffer>;
  readonly authorised: Int16Array<ArrayBuffer>;
  readonly unauthorised: Int16Array<ArrayBuffer>;
  /** The bytes of all these columns, one after another. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  further: Further;
};

/** Children at their further schools: the first `sorted` in the order of the children, then those that came today. */
export type Further = {
  count: number;
  sorted: number;
  readonly child: Int32Array<ArrayBuffer>;
  readonly school: Int32Array<ArrayBuffer>;
  readonly possible: Int16Array<ArrayBuffer>;
  readonly authorised: Int16Array<ArrayBuffer>;
  readonly unauthorised: Int16Array<ArrayBuffer>;
};

export const NO_SCHOOL = foldedWords.STAY.school;
export const WEEK_AT = 20;
/** Above every week of a year: no session yet, and one in a week of which is only known that it is over. */
export const NO_WEEK = 63;
export const EARLIER = 62;

const STATE_RULES = 10;
const BYTES_A_CHILD = 4 + 4 + 2 * (STATE_RULES + 3);
const BYTES_A_FURTHER = 4 + 4 + 2 * 3;

export function evenOf(number: number): number {
  return number + (number & 1);
}

/** Room for the largest of some parts, used for one after another. */
export function roomFor(children: number): ArrayBuffer {
  return new ArrayBuffer(evenOf(children) * BYTES_A_CHILD);
}

/** The columns of a part in the room for them, whatever they hold. */
function columnsIn(buffer: ArrayBuffer, children: number): Omit<PartState, 'further'> {
  const room = evenOf(children);
  return {
    children,
    room,
    minutes: new Int32Array(buffer, 0, room),
    seen: new Int32Array(buffer, room * 4, room),
    rules: new Int16Array(buffer, room * 8, room * STATE_RULES),
    possible: new Int16Array(buffer, room * 28, room),
    authorised: new Int16Array(buffer, room * 30, room),
    unauthorised: new Int16Array(buffer, room * 32, room),
    bytes: new Uint8Array(buffer, 0, room * BYTES_A_CHILD),
  };
}

/** A part of which nothing is counted yet. */
export function emptyPart(buffer: ArrayBuffer, children: number): PartState {
  const columns = columnsIn(buffer, children);
  columns.bytes.fill(0);
  columns.seen.fill((NO_WEEK << WEEK_AT) | NO_SCHOOL);
  return { ...columns, further: emptyFurther(0) };
}

export function emptyFurther(room: number): Further {
  return {
    count: 0,
    sorted: 0,
    child: new Int32Array(room),
    school: new Int32Array(room),
    possible: new Int16Array(room),
    authorised: new Int16Array(room),
    unauthorised: new Int16Array(room),
  };
}

/** Adds a child at a school, with the enrolment there. */
export function addFurther(state: PartState, child: number, school: number, enrolment: readonly number[]): void {
  if (state.further.count === state.further.child.length) state.further = withMoreRoom(state.further);
  const { further } = state;
  const at = further.count;
  further.count += 1;
  further.child[at] = child;
  further.school[at] = school;
  [further.possible[at] = 0, further.authorised[at] = 0, further.unauthorised[at] = 0] = enrolment;
}

function withMoreRoom(further: Further): Further {
  const more = emptyFurther(further.count * 2 + 64);
  copyFurther(further, more);
  return more;
}

function copyFurther(from: Further, to: Further): void {
  for (const name of ['child', 'school', 'possible', 'authorised', 'unauthorised'] as const)
    to[name].set(from[name].subarray(0, from.count));
  [to.count, to.sorted] = [from.count, from.sorted];
}

/** Puts those that came today among the others, which stand in the order of the children already. */
export function sortFurther(state: PartState): void {
  const { further } = state;
  const { sorted: before, count, child } = further;
  if (before === count) return;
  const came = Array.from({ length: count - before }, (_, at) => before + at).toSorted(
    (one, other) => (child[one] ?? 0) - (child[other] ?? 0),
  );
  const merged = emptyFurther(count);
  for (let [at, next] = [0, 0]; at + next < count;) {
    const comes = came[next];
    const takesOld = at < before && (comes === undefined || (child[at] ?? 0) <= (child[comes] ?? 0));
    const from = takesOld ? at : (comes ?? 0);
    const to = at + next;
    merged.child[to] = child[from] ?? 0;
    merged.school[to] = further.school[from] ?? 0;
    merged.possible[to] = further.possible[from] ?? 0;
    merged.authorised[to] = further.authorised[from] ?? 0;
    merged.unauthorised[to] = further.unauthorised[from] ?? 0;
    if (takesOld) at += 1;
    else next += 1;
  }
  merged.count = count;
  merged.sorted = count;
  state.further = merged;
}

/** What a state says of a part: how much there is, and the sum by which it is known to be as it was written. */
export type PartSaid = { readonly children: number; readonly further: number; readonly crc: number };

/** The checksum of blocks one after another; of no bytes at all zlib says that it begins anew. */
export function sumOf(blocks: readonly Uint8Array[]): number {
  return blocks.reduce((crc, block) => (block.length === 0 ? crc : crc32(block, crc)), 0);
}

export function writePart(path: string, state: PartState, sync: boolean): PartSaid {
  sortFurther(state);
  const { children, bytes, further } = state;
  const { count } = further;
  const lists = [further.child, further.school, further.possible, further.authorised, further.unauthorised];
  const blocks = [
    bytes,
    ...lists.map((list) => new Uint8Array(list.buffer, list.byteOffset, count * list.BYTES_PER_ELEMENT)),
  ];
  const file = openSync(path, 'wx');
  try {
    const all = blocks.reduce((sum, block) => sum + block.length, 0);
    if (writevSync(file, blocks) !== all) throw new Error(`${path} could not be written whole`);
    if (sync) fdatasyncSync(file);
  } finally {
    closeSync(file);
  }
  return { children, further: count, crc: sumOf(blocks) };
}

export function readPart(path: string, said: PartSaid, buffer: ArrayBuffer): PartState {
  const columns = columnsIn(buffer, said.children);
  const further = new Uint8Array(said.further * BYTES_A_FURTHER);
  const file = openSync(path, 'r');
  try {
    const read = readSync(file, columns.bytes) + readSync(file, further);
    const crc = sumOf([columns.bytes, further]);
    if (read !== columns.bytes.length + further.length || crc !== said.crc)
      throw new Error(`${path} is not as it was written: count the account anew from the folded register`);
  } finally {
    closeSync(file);
  }
  const at = said.further;
  return {
    ...columns,
    further: {
      count: at,
      sorted: at,
      child: new Int32Array(further.buffer, 0, at),
      school: new Int32Array(further.buffer, at * 4, at),
      possible: new Int16Array(further.buffer, at * 8, at),
      authorised: new Int16Array(further.buffer, at * 10, at),
      unauthorised: new Int16Array(further.buffer, at * 12, at),
    },
  };
}
