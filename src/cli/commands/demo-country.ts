import { statfs } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Refusal } from '#kernel';
import { areaAt, asPlaceRefusal, keepMade, STORE_IN_FOLDER } from '#exchange/area-files';
import type { MadeCountry } from '#demo';
import { countOf } from '../report-findings.ts';
import { stepsOn, type Terminal } from '../terminal.ts';

const FEWEST = 300;
/** Northmoor, one authority, has up to so many. */
const MOST_OF_AN_AREA = 200_000;
const MOST_OF_A_COUNTRY = 9_000_000;
/** Children of the country at scale 1. */
const ENGLAND = 8_885_017;
/** The most that a pupil takes on the disk while a country is made, as measured. */
const BYTES_A_PUPIL = 240;

export type Country = {
  /** 1 is England, 50 a fiftieth of it. */
  readonly scale: number;
  readonly seed?: number;
  readonly processors?: number;
};

export function mustBePupils(pupils: number): void {
  if (pupils < FEWEST || pupils > MOST_OF_A_COUNTRY)
    throw new Refusal('demo/pupils', 'Enter a number of pupils from 300 to 9000000, like 20000');
}

export function isCountry(pupils: number): boolean {
  return pupils > MOST_OF_AN_AREA;
}

export async function makeDemonstrationCountry(
  folder: string,
  { pupils, seed }: { readonly pupils: number; readonly seed?: number },
  terminal: Terminal,
): Promise<void> {
  await mustHaveRoom(folder, pupils, terminal);
  const scale = Math.max(1, ENGLAND / pupils);
  const made = await makeCountryArea(folder, { scale, ...(seed === undefined ? {} : { seed }) }, terminal);
  terminal.err(
    `An invented country: ${countOf(made.authorities, 'authority', 'authorities')}, ${countOf(made.schools, 'school', 'schools')}, ${countOf(made.children, 'pupil', 'pupils')}, ${countOf(made.registers, 'year in a register', 'years in registers')}\nIts authorities are numbered from 801, as real ones are. Nothing in it says anything about them: all of it is invented.\n`,
  );
}

/**
 * A country of many authorities, made straight into the store in `folder`: what an import of its schools’ files would have
 * left, without the files, and without hours of reading them.
 */
export async function makeCountryArea(
  folder: string,
  { processors = availableParallelism(), ...country }: Country,
  terminal: Terminal,
): Promise<MadeCountry> {
  const { fillFolder, listSentFiles, makeCountry, packedOf } = await import('#demo');
  const { clock, user: by } = terminal;
  const tell = stepsOn(terminal);
  try {
    return await fillFolder(folder, async (whole, meanwhile) => {
      const from = join(meanwhile, 'country');
      const made = await makeCountry({
        ...country,
        folder: from,
        processes: processors,
        clock,
        onProgress: (done, total) => tell(done, total, 'Making authorities'),
      });
      await keepMade(areaAt(join(whole, STORE_IN_FOLDER)), await listSentFiles(from), {
        clock,
        by,
        about: { name: 'An invented country', demonstration: true, region: null },
        from: [from],
        register: packedOf(from),
        processors,
        onProgress: (done, total) => tell(done, total, 'Writing what schools recorded'),
      });
      return made;
    });
  } catch (error) {
    throw asPlaceRefusal(error, folder);
  }
}

async function mustHaveRoom(folder: string, pupils: number, terminal: Terminal): Promise<void> {
  const needed = pupils * BYTES_A_PUPIL;
  terminal.err(`It takes about ${megabytes(needed)} in ${folder}.\n`);
  const free = await findFree(resolve(folder));
  if (free === undefined || free >= needed) return;
  throw new Refusal(
    'store/disk-full',
    `There is room for ${megabytes(free)} on the disk that is to hold ${folder}. Make room, or choose another place or fewer pupils.`,
  );
}

/** Room on the disk of a folder, or of the nearest above it that is there; undefined where it cannot be told. */
async function findFree(folder: string): Promise<number | undefined> {
  const found = await statfs(folder).catch(() => undefined);
  if (found) return found.bavail * found.bsize;
  return dirname(folder) === folder ? undefined : findFree(dirname(folder));
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000).toLocaleString('en-GB')} MB`;
}
