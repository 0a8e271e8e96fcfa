import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { lastDay, Refusal, startYear, today, type Clock } from '#kernel';
import { quoted, Warehouse } from '#store';
import { planCountry, YEAR, type Country } from './country.ts';
import { makeParts } from './make-parts.ts';
import { writeSchools } from './school-files.ts';

export type CountryOptions = {
  /** Where the files go. The folder must not exist, or be empty. */
  readonly folder: string;
  /** 1 is England, 50 a fiftieth of its schools and children. */
  readonly scale: number;
  readonly seed?: number;
  /** Processes beside each other. With one, this process does the work itself. */
  readonly processes: number;
  readonly clock: Clock;
  readonly onProgress?: (done: number, total: number) => void;
};

export type MadeCountry = {
  readonly authorities: number;
  readonly schools: number;
  readonly children: number;
  readonly spells: number;
  readonly registers: number;
  readonly removals: number;
  readonly bytes: number;
  readonly seconds: number;
  /** The most memory that all processes held together, in MB. */
  readonly megabytes: number;
};

export const COUNTRY_SEED = 2024;

/**
 * Makes the schools, rolls and packed registers of a country that does not exist, as a folder of Parquet. The same seed and
 * scale make the same rows in the same files, however many processes work on it. Written beside the folder and moved into
 * place at the end.
 */
export async function makeCountry(options: CountryOptions): Promise<MadeCountry> {
  const { folder, scale, seed = COUNTRY_SEED, processes, clock, onProgress = () => undefined } = options;
  await check(folder, scale, clock);
  const began = clock.milliseconds();
  const draft = join(dirname(folder), `.${basename(folder)}-${process.pid}.draft`);
  try {
    for (const each of ['spell', `register/year=${startYear(YEAR)}`, 'removal'])
      await mkdir(join(draft, each), { recursive: true });
    const country = planCountry(scale, seed);
    const total = country.authorities.length;
    let done = 0;
    const parts = await makeParts({ folder: draft, scale, seed }, Math.min(processes, total), () =>
      onProgress((done += 1), total),
    );
    const removals = await writeTheRest(draft, country);
    const bytes = await sizeOf(draft);
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
    const sum = (of: 'spells' | 'registers' | 'megabytes'): number =>
      parts.reduce((whole, each) => whole + each[of], 0);
    return {
      authorities: total,
      schools: country.authorities.reduce((whole, { schools }) => whole + schools.length, 0),
      children: country.authorities.reduce((whole, { children }) => whole + children, 0),
      spells: sum('spells'),
      registers: sum('registers'),
      removals,
      bytes,
      seconds: (clock.milliseconds() - began) / 1000,
      megabytes: Math.round(sum('megabytes') + (parts.length === 1 ? 0 : process.resourceUsage().maxRSS / 1024)),
    };
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function check(folder: string, scale: number, clock: Clock): Promise<void> {
  if (!(scale >= 1 && scale <= 1_000_000)) throw new Refusal('demo/scale', 'Enter a scale from 1 to 1000000, like 50');
  if (lastDay(YEAR) >= today(clock)) throw new Refusal('demo/years', `${YEAR} is not over yet by this machine’s clock`);
  if ((await readdir(folder).catch(() => [])).length > 0)
    throw new Refusal('demo/folder-in-use', 'The folder is not empty. Name one that does not exist yet');
}

/** The files of the whole country: its schools and their days, and the authorities’ removals one after another; says how many. */
async function writeTheRest(draft: string, country: Country): Promise<number> {
  const warehouse = await Warehouse.open({ folders: [draft], threads: 1, memoryLimit: '1GiB' });
  try {
    await writeSchools(warehouse, country, draft);
    const names = (await readdir(join(draft, 'removal')))
      .toSorted()
      .map((name) => quoted(join(draft, 'removal', name)));
    await warehouse.run(
      `copy (from read_parquet([${names.join(', ')}])) to ${quoted(join(draft, 'removal.parquet'))} (format parquet, compression zstd)`,
    );
    await rm(join(draft, 'removal'), { recursive: true });
    const { n } = await warehouse.row<{ n: number }>(
      `select count(*) as n from read_parquet(${quoted(join(draft, 'removal.parquet'))})`,
    );
    return n;
  } finally {
    warehouse.close();
  }
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(names.map(async (name) => stat(join(folder, name))));
  return sizes.reduce((sum, one) => sum + (one.isFile() ? one.size : 0), 0);
}
