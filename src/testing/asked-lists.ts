import { academicYearOf, calendarDate, endOfDay, fixedClock } from '#kernel';
import type { ListEntryRow } from '#access';
import { openArea, type OpenArea } from '#exchange/area-files';
import { buildAccount } from '#lost-learning';
import { buildLists, findList, listEntries, type ListId } from '#worklists';

/** An entry, its list’s own columns beside those every list has. */
type Listed = Omit<ListEntryRow, 'detail'> & Readonly<Record<string, unknown>>;

export type AskedLists = {
  /** The entries of a list as of a day, in its year and in the list’s order; as known at the end of a day where one is given. */
  readonly entries: (id: ListId, asOf: string, knownOn?: string) => Promise<readonly Listed[]>;
  /** The same by given name; the second of a child with its `since`. */
  readonly listed: (id: ListId, asOf: string, knownOn?: string) => Promise<Readonly<Record<string, Listed>>>;
  readonly open: OpenArea;
  readonly close: () => Promise<void>;
};

const clock = fixedClock(endOfDay(calendarDate('2026-08-31')));

/** Opens a folder of area files for questions about lists. The account is made again only for another question. */
export async function askedLists(folder: string): Promise<AskedLists> {
  const open = await openArea(folder, { clock });
  let standing = '';
  const entries: AskedLists['entries'] = async (id, asOf, knownOn) => {
    const day = calendarDate(asOf);
    const year = academicYearOf(day);
    const known = knownOn === undefined ? {} : { knownAt: endOfDay(calendarDate(knownOn)) };
    const question = JSON.stringify({ year, asOf: day, ...known });
    if (standing !== question) await buildAccount(open.warehouse, { year, asOf: day, ...known }, clock, open.packed);
    standing = question;
    const list = findList(id);
    if (!list) throw new Error(`no list ${id}`);
    await buildLists(open.warehouse, [list]);
    const told: Listed[] = [];
    for await (const rows of listEntries(open.warehouse, list, year)) {
      told.push(...rows.map(({ detail, ...row }) => ({ ...row, ...detail })));
    }
    return told;
  };
  return {
    open,
    entries,
    listed: async (...asked) => {
      const byName: Record<string, Listed> = {};
      for (const entry of await entries(...asked)) {
        const name = entry.given_name ?? '';
        byName[name in byName ? `${name} ${entry.since}` : name] = entry;
      }
      return byName;
    },
    close: open.close,
  };
}
