import { findRegion } from '#kernel';
import type { Warehouse } from '#store';
import { DAYS, openYear, type OpenYear } from './open-year.ts';

/** The schools of a folded register in order of their numbers, with the sessions that each opens. */
export type FoldedSchools = {
  readonly urns: Int32Array;
  readonly authorities: readonly string[];
  /** The name of the region that the authority lies in; empty for one that is in none. */
  readonly regions: readonly string[];
  readonly phases: readonly string[];
  readonly trusts: readonly string[];
  readonly open: readonly OpenYear[];
  /** Days on which more than half of all schools open: both sessions. */
  readonly usualDays: OpenYear;
  /** Whether a school lists a day in the year. */
  readonly lists: readonly boolean[];
  readonly numberOf: ReadonlyMap<number, number>;
};

type SchoolRow = {
  readonly urn: number | null;
  readonly la: string | null;
  readonly phase: string | null;
  readonly trust: string | null;
  readonly days: string | null;
};

/** `relation` is `folded_school`, or a file of it. */
export async function readSchools(warehouse: Warehouse, relation: string, weekday: number): Promise<FoldedSchools> {
  const all = await warehouse.rows<SchoolRow>(`select urn, la, phase, trust, days from ${relation} order by school_no`);
  const rows = all.filter(({ urn }) => urn !== null);
  const usual = all.find(({ urn }) => urn === null);
  const read = yearReader(weekday);
  return {
    urns: Int32Array.from(rows, ({ urn }) => urn ?? 0),
    authorities: rows.map(({ la }) => la ?? ''),
    regions: rows.map(({ la }) => findRegion(la ?? '')?.name ?? ''),
    phases: rows.map(({ phase }) => phase ?? ''),
    trusts: rows.map(({ trust }) => trust ?? ''),
    open: rows.map(({ days }) => read(days)),
    usualDays: read(usual?.days ?? null),
    lists: rows.map(({ days }) => days !== null),
    numberOf: new Map(rows.map(({ urn }, at) => [urn ?? 0, at])),
  };
}

/** The sessions of days as texts, each worked out once: a place has far fewer calendars than schools. */
function yearReader(weekday: number): (days: string | null) => OpenYear {
  const known = new Map<string | null, OpenYear>();
  return (days) => {
    const open = known.get(days) ?? openYear(daysOf(days), weekday);
    known.set(days, open);
    return open;
  };
}

function daysOf(text: string | null): Uint8Array {
  const days = new Uint8Array(DAYS);
  for (const entry of text === null ? [] : text.split(' ')) {
    const [day, open] = entry.split(':');
    days[Number(day)] = Number(open);
  }
  return days;
}
