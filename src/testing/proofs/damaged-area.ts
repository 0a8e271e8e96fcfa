import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { fixedClock, instantOf, Refusal, type Random } from '#kernel';
import { areaAt, importFiles, listAreaFiles, openStore } from '#exchange/area-files';
import { askChild, askLedger, buildAccount, countAccount, ledgerBy, ledgerOf, tallyGroupings } from '#lost-learning';
import { folderWith, randomArea, upnWith, workFolder } from '../index.ts';
import { printed } from './counted-tables.ts';

/** After every row of a random area: then the packed register holds them all, and is read. */
const clock = fixedClock(instantOf(Date.UTC(2040, 0, 1)));

/** What can befall a file: it ends too soon, a bit of it is another, or it is gone. */
const DAMAGES = {
  'cut short': (bytes: Buffer, random: Random) => bytes.subarray(0, random.below(bytes.length)),
  'with a bit turned': (bytes: Buffer, random: Random) => {
    const at = random.below(bytes.length);
    const turned = Buffer.from(bytes);
    turned[at] = (turned[at] ?? 0) ^ (1 << random.below(8));
    return turned;
  },
  gone: () => undefined,
} as const;

export type Damage = keyof typeof DAMAGES;
export const damages = Object.keys(DAMAGES).filter((name): name is Damage => name in DAMAGES);

/** Files of a store by what they are. Where one is damaged figures are the same, or a sentence names what is to be done. */
export const FILES = {
  'read from a received file': /^parsed\/.*(?<!rejected)\.parquet$/,
  'rejected in a received file': /^parsed\/.*rejected\.parquet$/,
  'packed register': /^derived\/\d+\/register\/.*\.parquet$/,
  'what the packed register says of itself': /^derived\/\d+\/register\/packed\.json$/,
  'folded years': /^derived\/\d+\/folded-[^/]*\/year=\d+\/years\//,
  'folded children': /^derived\/\d+\/folded-[^/]*\/year=\d+\/children\//,
  'folded places': /^derived\/\d+\/folded-[^/]*\/year=\d+\/places\//,
  'folded schools and likenesses': /^derived\/\d+\/folded-[^/]*\/year=\d+\/folded_\w+\.parquet$/,
  'what the folded register says of itself': /^derived\/\d+\/folded-[^/]*\/year=\d+\/about\.json$/,
  manifest: /^kith-area\.json$/,
} as const;

export type DamagedStore = {
  readonly path: string;
  /** Every file by its place in the store, as it should be. */
  readonly files: ReadonlyMap<string, Buffer>;
  readonly answers: readonly string[];
};

export async function soundStore(seed: number): Promise<DamagedStore> {
  const area = areaAt(join(await workFolder(), 'area'));
  const given = randomArea(seed, { schools: 6, children: 25, years: [2024], days: 20 });
  const folder = await folderWith(Object.fromEntries(given.map(({ name, text }) => [name, text])));
  await importFiles(area, await listAreaFiles(folder), { clock, by: 'tester' });
  const answers = await answersOf(area.path);
  const names = (await readdir(area.path, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(area.path.length + 1));
  const files = new Map<string, Buffer>();
  for (const name of names) files.set(name, await readFile(join(area.path, name)));
  return { path: area.path, files, answers };
}

/** The account of a store as it is counted and as SQL makes it. */
async function answersOf(path: string): Promise<readonly string[]> {
  const open = await openStore(areaAt(path), {});
  try {
    const { tally, folded } = await countAccount(open, {}, clock);
    const asking = { source: open, question: {}, clock, onProgress: () => undefined };
    const { table: children } = await askLedger(asking, 'child');
    const alone = [];
    // Of many, that one is asked for in each part.
    for (const row of children.rows.filter((_, at) => at % 6 === 0))
      alone.push((await askChild(asking, upnWith(String(row['upn']).slice(1))))?.table.rows);
    await buildAccount(open.warehouse, {}, clock, open.packed);
    return [
      ...tallyGroupings.map((by) => printed(ledgerOf(tally, folded, by))),
      printed(children),
      JSON.stringify(alone),
      printed(await ledgerBy(open.warehouse, 'la')),
    ];
  } finally {
    await open.close();
  }
}

/** Damages one file, asks, and puts all back. Answers what came of it. */
export async function askDamaged(
  store: DamagedStore,
  name: string,
  damage: Damage,
  random: Random,
): Promise<'the same figures' | 'refused'> {
  const path = join(store.path, name);
  const left = DAMAGES[damage](store.files.get(name) ?? Buffer.alloc(0), random);
  await (left === undefined ? rm(path) : writeFile(path, left));
  try {
    expect({ name, damage, answers: await answersOf(store.path) }).toEqual({ name, damage, answers: store.answers });
    return 'the same figures';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.message).toMatch(/restore the .*folder from a copy|holds no files yet/);
    return 'refused';
  } finally {
    for (const [file, bytes] of store.files) await writeFile(join(store.path, file), bytes);
  }
}
