import { calendarDate, endOfDay, fixedClock, type AcademicYear } from '#kernel';
import type { ListEntryRow } from '#access';
import { openArea, type OpenArea } from '#exchange/area-files';
import { buildAccount } from '#lost-learning';
import { buildLists, findList, listEntries, type ListId } from '#worklists';

/** An entry, its list’s own columns beside those every list has. */
type Listed = Omit<ListEntryRow, 'detail'> & Readonly<Record<string, unknown>>;

export type AskedLists = {
  /**
   * The entries of a list as of a day, by given name, in the list’s order (several of one child: with their `since`); as
   * known at the end of a day where one is given.
   */
  readonly listed: (id: ListId, asOf: string, knownOn?: string) => Promise<Readonly<Record<string, Listed>>>;
  readonly open: OpenArea;
  readonly close: () => Promise<void>;
};

const clock = fixedClock(endOfDay(calendarDate('2026-08-31')));

/** Opens a folder of area files of 2025/26 for questions about lists. The account is made again only for another question. */
export async function askedLists(folder: string): Promise<AskedLists> {
  const open = await openArea(folder, { clock });
  let standing: { readonly question: string; readonly year: AcademicYear } | undefined;
  return {
    open,
    listed: async (id, asOf, knownOn) => {
      const question = `${asOf} ${knownOn ?? ''}`;
      if (standing?.question !== question) {
        const known = knownOn === undefined ? {} : { knownAt: endOfDay(calendarDate(knownOn)) };
        const { year } = await buildAccount(open.warehouse, { asOf: calendarDate(asOf), ...known }, clock, open.packed);
        standing = { question, year };
      }
      const list = findList(id);
      if (!list) throw new Error(`no list ${id}`);
      await buildLists(open.warehouse, [list]);
      const entries: Record<string, Listed> = {};
      for await (const rows of listEntries(open.warehouse, list, standing.year)) {
        for (const { detail, ...row } of rows) {
          const name = row.given_name ?? '';
          entries[name in entries ? `${name} ${row.since}` : name] = { ...row, ...detail };
        }
      }
      return entries;
    },
    close: open.close,
  };
}
