import { academicYearStarting, calendarDate, findUpn, upnCheckLetter, type Upn } from '#kernel';
import type { ChildYearRow } from './child-year.ts';
import type { ListEntryRow } from './list-entry.ts';

/** A UPN made of a number, for tests. */
export function upnOf(serial: number): Upn {
  const twelve = `801200${String(serial).padStart(6, '0')}`;
  const upn = findUpn(upnCheckLetter(twelve) + twelve);
  if (!upn) throw new Error(`no UPN for ${serial}`);
  return upn;
}

/** One child’s year with every count 0 but what is given, for tests. */
export function childYear(upn: Upn, given: Partial<ChildYearRow> = {}): ChildYearRow {
  return {
    upn,
    academic_year: academicYearStarting(2024),
    given_name: null,
    family_name: null,
    year_group: null,
    sex: null,
    urns: [100001],
    calendar: 0,
    attended: 0,
    suspended: 0,
    unauthorised: 0,
    part_time: 0,
    authorised: 0,
    access_failure: 0,
    unrecorded_dual: 0,
    not_required: 0,
    unmarked: 0,
    off_roll: 0,
    possible: 0,
    lost_headline: 0,
    lost_absence: 0,
    lost_extended: 0,
    minutes_lost: 0,
    sessions: new Uint8Array(),
    facts: {},
    card: { nth: Number(upn.slice(7)) + 1, class: null, away: 0 },
    groups: [],
    ...given,
  };
}

export async function* inBatches(
  ...batches: readonly (readonly ChildYearRow[])[]
): AsyncGenerator<readonly ChildYearRow[]> {
  for (const batch of batches) yield await Promise.resolve(batch);
}

/** One entry of a list with nothing told but what is given, for tests. */
export function listEntry(upn: Upn, given: Partial<ListEntryRow> = {}): ListEntryRow {
  return {
    list: 'any',
    nth: 1,
    upn,
    urn: 100001,
    urns: [given.urn ?? 100001],
    academic_year: academicYearStarting(2024),
    given_name: null,
    family_name: null,
    year_group: null,
    class: null,
    sex: null,
    fsm: null,
    sen: null,
    in_care: null,
    since: calendarDate('2024-09-02'),
    until: calendarDate('2024-12-20'),
    counted: 5,
    due: null,
    overdue: false,
    entered_on: calendarDate('2024-09-09'),
    detail: {},
    ...given,
  };
}
