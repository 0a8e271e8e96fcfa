import {
  clearChildRows,
  columnOfRule,
  emptyChildRows,
  groundOf,
  openCounter,
  readYears,
  RULES,
  sizesOf,
  type ChildRows,
  type Folded,
} from '#lost-learning';
import { readState, statePart } from './day-files.ts';
import { readPart, roomFor, type PartState } from './day-state.ts';

type Enrolments = Pick<PartState, 'possible' | 'authorised' | 'unauthorised'>;

/** How many children of a state have other figures than a count of the year as of the day: sessions, minutes, enrolments. */
export async function countDifferences(folded: Folded, day: number, folder: string): Promise<number> {
  const said = new Map((await readState(folder)).parts.map((part) => [part.part, part]));
  const counter = openCounter(groundOf(folded, day), sizesOf(folded));
  let different = 0;
  for (const counted of folded.parts) {
    const { part, children, enrolments } = counted;
    const one = said.get(part);
    if (!one) throw new Error(`${folder} has no part ${part}`);
    const state = readPart(statePart(folder, part), one, roomFor(children));
    const rows = emptyChildRows(children, enrolments);
    clearChildRows(rows);
    counter.count(await readYears(folded, counted), rows);
    different += differencesIn(state, rows);
  }
  return different;
}

function differencesIn(state: PartState, rows: ChildRows): number {
  const differs = new Uint8Array(state.children);
  for (let child = 0; child < state.children; child += 1) {
    if (state.minutes[child] !== rows.minutes[child]) differs[child] = 1;
    for (let rule = 1; rule < RULES - 1; rule += 1)
      if (state.rules[(rule - 1) * state.room + child] !== columnOfRule(rows, rule)[child]) differs[child] = 1;
  }
  const counted = sumsOf(state.children, rows.first, rows.further, rows.furtherChild, rows.furtherCount);
  // What stands in a row of a child without an enrolment is of a child before.
  for (let child = 0; child < state.children; child += 1)
    if (rows.first.possible[child] === 0) counted.fill(0, child * 3, child * 3 + 3);
  const { further } = state;
  sumsOf(state.children, state, further, further.child, further.count).forEach((sum, at) => {
    if (sum !== counted[at]) differs[Math.floor(at / 3)] = 1;
  });
  return differs.reduce((sum, one) => sum + one, 0);
}

/** Possible, authorised and unauthorised sessions of each child, of all its enrolments. */
function sumsOf(
  children: number,
  first: Enrolments,
  further: Enrolments,
  furtherChild: Int32Array,
  furtherCount: number,
): Int32Array {
  const sums = new Int32Array(children * 3);
  const add = (child: number, from: Enrolments, at: number): void => {
    sums[child * 3] = (sums[child * 3] ?? 0) + (from.possible[at] ?? 0);
    sums[child * 3 + 1] = (sums[child * 3 + 1] ?? 0) + (from.authorised[at] ?? 0);
    sums[child * 3 + 2] = (sums[child * 3 + 2] ?? 0) + (from.unauthorised[at] ?? 0);
  };
  for (let child = 0; child < children; child += 1) add(child, first, child);
  for (let at = 0; at < furtherCount; at += 1) add(furtherChild[at] ?? 0, further, at);
  return sums;
}
