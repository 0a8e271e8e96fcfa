import {
  absenceOf,
  columnOfRule,
  emptyChildRows,
  groundOf,
  ledgerOf,
  openCounter,
  readYears,
  RULES,
  sizesOf,
  tallyAbsenceGroupings,
  tallyGroupings,
  type Folded,
  type LedgerTable,
  type Tally,
  type Totals,
} from '#lost-learning';
import { readState, readTotals, statePart } from './day-files.ts';
import { emptyTotals } from './day-hand.ts';
import { NO_SCHOOL, NO_WEEK, readPart, roomFor, WEEK_AT, type PartState } from './day-state.ts';

/** Every table that is a sum, by its name. */
export function tablesOf(sums: Tally | Totals, folded: Folded): Readonly<Record<string, LedgerTable>> {
  return Object.fromEntries([
    ...tallyGroupings.map((by) => [by, ledgerOf(sums, folded, by)] as const),
    ...tallyAbsenceGroupings.map((by) => [`absence ${by}`, absenceOf(sums, folded, by)] as const),
  ]);
}

export async function totalsIn(folder: string, folded: Folded): Promise<Totals> {
  const totals = emptyTotals(sizesOf(folded));
  readTotals(folder, await readState(folder), totals);
  return totals;
}

/** What a state holds of each child, whatever its school of today stands where. */
export async function childrenIn(folder: string, folded: Folded): Promise<unknown> {
  const { parts } = await readState(folder);
  return parts
    .toSorted((one, other) => (one.part < other.part ? -1 : 1))
    .map((said) => {
      const state = readPart(statePart(folder, said.part), said, roomFor(said.children));
      return Array.from({ length: state.children }, (_, child) => ({
        rules: Array.from({ length: RULES - 2 }, (_none, rule) => state.rules[rule * state.room + child]),
        minutes: state.minutes[child],
        hasSession: (state.seen[child] ?? 0) >>> WEEK_AT !== NO_WEEK,
        schools: schoolsIn(state, child, folded),
      }));
    });
}

function schoolsIn(state: PartState, child: number, { schools }: Folded): readonly string[] {
  const { further } = state;
  const places = [...further.child.subarray(0, further.count)].flatMap((one, at) => (one === child ? [at] : []));
  const own = (state.seen[child] ?? 0) & NO_SCHOOL;
  const said = (
    school: number,
    from: Pick<PartState, 'possible' | 'authorised' | 'unauthorised'>,
    at: number,
  ): string => [schools.urns[school], from.possible[at], from.authorised[at], from.unauthorised[at]].join(' ');
  return [
    ...(own === NO_SCHOOL ? [] : [said(own, state, child)]),
    ...places.map((at) => said(further.school[at] ?? 0, further, at)),
  ].toSorted();
}

/** The same from the year’s words, by the product’s count as of a day; enrolments alone, for it keeps no other schools. */
export async function countedChildren(folded: Folded, day: number): Promise<unknown> {
  const counted = [];
  for (const one of folded.parts.toSorted((one, other) => (one.part < other.part ? -1 : 1))) {
    const { children, enrolments } = one;
    const rows = emptyChildRows(children, enrolments);
    openCounter(groundOf(folded, day), sizesOf(folded)).count(await readYears(folded, one), rows);
    const said = (from: typeof rows.first, at: number): string =>
      [from.urn[at], from.possible[at], from.authorised[at], from.unauthorised[at]].join(' ');
    counted.push(
      Array.from({ length: children }, (_, child) => {
        const rules = Array.from({ length: RULES - 2 }, (_none, rule) => columnOfRule(rows, rule + 1)[child]);
        const further = [...rows.furtherChild.subarray(0, rows.furtherCount)];
        return {
          rules,
          minutes: rows.minutes[child],
          hasSession: rules.some((sessions) => sessions !== 0),
          schools: [
            ...(rows.first.possible[child] === 0 ? [] : [said(rows.first, child)]),
            ...further.flatMap((one, at) => (one === child ? [said(rows.further, at)] : [])),
          ].toSorted(),
        };
      }),
    );
  }
  return counted;
}

/** Without schools at which a child has no enrolment: the count of a year does not tell of them child by child. */
export function enrolledOnly(children: unknown): unknown {
  return JSON.parse(JSON.stringify(children), (name, value: unknown) =>
    name === 'schools' && Array.isArray(value) ? value.filter((one) => !/^\d+ 0 /.test(String(one))) : value,
  ) as unknown;
}
