import { fork } from 'node:child_process';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Refusal, startYear, type Clock } from '#kernel';
import { quoted, Warehouse } from '#store';
import { planCountry, YEAR } from './country.ts';
import { makePart, type Part, type PartAnswer } from './part.ts';
import { writeSchools } from './school-files.ts';

export type EnglandOptions = {
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

export type England = {
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

export const ENGLAND_SEED = 2024;

/**
 * Makes the England folder: the schools, rolls and packed registers of a country that does not exist, as an import leaves
 * them behind. The same seed and scale make the same rows in the same files, however many processes work on it. Written
 * beside the folder and moved into place at the end.
 */
export async function makeEngland(options: EnglandOptions): Promise<England> {
  const { folder, scale, seed = ENGLAND_SEED, processes, clock, onProgress = () => undefined } = options;
  if (!(scale >= 1 && scale <= 100_000)) throw new Refusal('england/scale', 'Enter a scale from 1 to 100000, like 50');
  if ((await readdir(folder).catch(() => [])).length > 0) {
    throw new Refusal('england/not-empty', 'The folder is not empty. Name one that does not exist yet');
  }
  const began = clock.milliseconds();
  const draft = join(dirname(folder), `.${basename(folder)}-${process.pid}.draft`);
  try {
    for (const each of ['spell', `register/year=${startYear(YEAR)}`, 'removal'])
      await mkdir(join(draft, each), { recursive: true });
    const country = planCountry(scale, seed);
    const total = country.authorities.length;
    let done = 0;
    const part = (at: number) => ({ folder: draft, scale, seed, at, of: processes });
    const tell = (): void => onProgress((done += 1), total);
    const parts =
      processes === 1
        ? [await makePart(part(0), tell)]
        : await Promise.all(Array.from({ length: processes }, (_, at) => runPart(part(at), tell)));
    const removals = await finish(draft, (warehouse) => writeSchools(warehouse, country, draft));
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
      megabytes: Math.round(sum('megabytes') + (processes === 1 ? 0 : process.resourceUsage().maxRSS / 1024)),
    };
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** The files of the whole country: its schools and their days, and the authorities’ removals one after another; says how many. */
async function finish(draft: string, writeRest: (warehouse: Warehouse) => Promise<void>): Promise<number> {
  const warehouse = await Warehouse.open({ folders: [draft], threads: 1, memoryLimit: '1GiB' });
  try {
    await writeRest(warehouse);
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

function runPart({ folder, scale, seed, at, of }: Part, onAuthority: () => void): Promise<PartAnswer> {
  return new Promise((resolve, reject) => {
    const words = [folder, ...[scale, seed, at, of].map(String)];
    const child = fork(new URL('./part-worker.ts', import.meta.url), words, { execArgv: ['--import', 'tsx'] });
    let answer: PartAnswer | undefined;
    child.on('message', (said: PartAnswer | 'authority') => {
      if (said === 'authority') onAuthority();
      else answer = said;
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (answer && code === 0) resolve(answer);
      else reject(new Error(`england/part: a part of the work ended with ${String(code)} before it was done`));
    });
  });
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(names.map(async (name) => stat(join(folder, name))));
  return sizes.reduce((sum, one) => sum + (one.isFile() ? one.size : 0), 0);
}
