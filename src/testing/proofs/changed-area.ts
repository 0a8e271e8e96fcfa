import { join } from 'node:path';
import { expect } from 'vitest';
import { academicYearStarting, fixedClock, instantOf, randomId } from '#kernel';
import { areaAt, importFiles, listAreaFiles, openStore, type OpenArea } from '#exchange/area-files';
import {
  absenceOf,
  askLedger,
  countAccount,
  foldYear,
  ledgerOf,
  tallyAbsenceGroupings,
  tallyGroupings,
  type FoldOptions,
} from '#lost-learning';
import { folderWith, randomArea, upnWith, workFolder } from '../index.ts';
import { printed } from './counted-tables.ts';

export const YEAR = academicYearStarting(2024);
/** Of several authorities, with children of more than one. */
const SIZE = { schools: 8, children: 40, years: [2024], days: 25 };
/** After every row of a random area: then the packed register holds them all. */
export const clock = fixedClock(instantOf(Date.UTC(2040, 0, 1)));

export type Store = { readonly open: OpenArea; readonly bring: (name: string, text: string) => Promise<Store> };

export async function storeOf(seed: number): Promise<Store> {
  const area = areaAt(join(await workFolder(), 'area'));
  const bringAll = async (folder: string): Promise<Store> => {
    await importFiles(area, await listAreaFiles(folder), { clock, by: 'tester' });
    return {
      open: await openStore(area, {}),
      bring: async (name, text) => bringAll(await folderWith({ [name]: text })),
    };
  };
  return bringAll(await folderWith(Object.fromEntries(randomArea(seed, SIZE).map(({ name, text }) => [name, text]))));
}

type Folding = { readonly folder: string; readonly folded: readonly string[] };

export async function fold({ open }: Store, options: FoldOptions = {}): Promise<Folding> {
  const folder = join(open.area.path, `fold-${randomId()}`);
  return {
    folder,
    folded: await foldYear(open.warehouse, YEAR, clock.now(), await open.packed(YEAR), folder, options),
  };
}

const OF_YEAR = `date between '2024-10-01' and '2025-08-31'`;

type Someone = { readonly upn: string; readonly urn: number; readonly la: string };

/** Somebody who was ever only at schools of one authority. */
async function someoneIn({ open }: Store): Promise<Someone> {
  return open.warehouse.row(
    `select upn, min(urn) filter (where listed) as urn, min(la) as la
     from received_spell as spell
     join (
       select urn, arg_max(la, seq) as la, urn in (select urn from received_session where am = 1 and ${OF_YEAR}) as listed
       from received_school group by urn
     ) as school using (urn)
     group by upn having count(distinct la) = 1 and bool_or(listed)
     order by upn limit 1`,
  );
}

async function dayOf({ open }: Store, urn: number): Promise<string> {
  const { date } = await open.warehouse.row<{ date: string }>(
    `select max(date) as date from received_session where urn = ${urn} and am = 1 and ${OF_YEAR}`,
  );
  return date;
}

/** Changes where somebody is, and which parts they concern at most: that of the authority, none, or any. */
export const CHANGES = {
  'a mark is corrected': {
    concerns: 'its own',
    bring: async (store: Store, { upn, urn }: Someone) => {
      const row = `${await dayOf(store, urn)},${upn},${urn},I,I`;
      return store.bring('marks-late.csv', `date,upn,urn,am,pm\n${row}\n`);
    },
  },
  'a child comes who is like no other': {
    concerns: 'its own',
    bring: async (store: Store, { urn }: Someone) => {
      const row = `${upnWith('801400199018')},${urn},C,2024-09-02,2013-05-05,7,F,AAAA,Y,E`;
      const columns = 'upn,urn,status,entry_date,birth_date,year_group,sex,ethnicity,fsm,sen';
      return store.bring('roll-late.csv', `${columns}\n${row}\n`);
    },
  },
  'a school opens': {
    concerns: 'none',
    bring: async (store: Store) =>
      store.bring('schools-late.csv', 'urn,la,name,phase\n100001,801,New School,primary\n'),
  },
  'a school shuts for a day': {
    // Children of another authority may have been there once.
    concerns: 'any',
    bring: async (store: Store, { urn }: Someone) => {
      return store.bring('sessions-late.csv', `urn,date,am,pm\n${urn},${await dayOf(store, urn)},0,0\n`);
    },
  },
} as const;

/** Every table of the year, and every child’s row, as text. */
async function counted(open: OpenArea): Promise<readonly string[]> {
  const question = { year: YEAR };
  const { tally, folded } = await countAccount(open, question, clock);
  const children = await askLedger({ source: open, question, clock, onProgress: () => undefined }, 'child');
  return [
    ...tallyGroupings.map((by) => printed(ledgerOf(tally, folded, by))),
    ...tallyAbsenceGroupings.map((by) => printed(absenceOf(tally, folded, by))),
    printed(children.table),
  ];
}

/**
 * Brings changes into an area one after another, and each time folds what the change concerns and takes over the rest:
 * then what is counted must be what a fold from nothing counts. Answers how many parts were folded after changes.
 */
export async function mustFoldWhatChanges(seed: number, changes: readonly (keyof typeof CHANGES)[]): Promise<number> {
  let store = await storeOf(seed);
  let before = await fold(store);
  // So that the next version finds one in the store too.
  await counted(store.open);
  let anew = 0;
  for (const change of changes) {
    const someone = await someoneIn(store);
    const next = await CHANGES[change].bring(store, someone);
    await store.open.close();
    const after = await fold(next, { before: [before.folder] });
    const { concerns } = CHANGES[change];
    if (concerns !== 'any')
      expect(concerns === 'none' ? [] : [someone.la]).toEqual(expect.arrayContaining([...after.folded]));
    anew += after.folded.length;
    const scratch = next.open.scratch;
    const nothing = { ...next.open, derived: join(scratch, 'elsewhere'), derivedBefore: join(scratch, 'none') };
    expect(await counted(next.open)).toEqual(await counted(nothing));
    [store, before] = [next, after];
  }
  await store.open.close();
  return anew;
}
