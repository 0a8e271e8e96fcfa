import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { academicYearOf, calendarDate, startYear, type AcademicYear, type Clock, type Instant } from '#kernel';
import { listPacked, packRegister } from '#register';
import { findHash, findSaid, timeOf, Warehouse, writeSaid, type AreaFolder, type Manifest } from '#store';
import { createReceived } from './received.ts';
import { mustBeAsRead } from './unaltered.ts';

// What is derived belongs to one version of the manifest and stands before that version counts; see decision 0008.
function registerFolder(area: AreaFolder, version: number): string {
  return join(area.derived, String(version), 'register');
}

/** Since when a version’s register holds all that is known, and its files with their hashes. */
const about = z.object({ knownAt: z.string(), files: z.record(z.string(), z.string()) });
const ABOUT = 'packed.json';

/** Packs every year of the area as it will be with this manifest. */
export async function deriveRegister(
  warehouse: Warehouse,
  area: AreaFolder,
  next: Manifest,
  clock: Clock,
): Promise<void> {
  // Whatever else stands there was left by a stop before this number counted: nothing of it may come to count now.
  await rm(join(area.derived, String(next.version)), { recursive: true, force: true });
  await mustBeAsRead(area, next);
  await createReceived(warehouse, area, next);
  const folder = registerFolder(area, next.version);
  const knownAt = timeOf(next, clock);
  const years = await markedYears(warehouse);
  for (const year of years) await packRegister(warehouse, year, knownAt, folder);
  if (next.files.some((file) => file.kind === 'marks')) await note(folder, years, knownAt);
}

/** Takes over registers that were packed from the very rows of this manifest, as those of its version. */
export async function keepRegister(
  area: AreaFolder,
  next: Manifest,
  { packed, year }: PackedBefore,
  clock: Clock,
): Promise<void> {
  const folder = registerFolder(area, next.version);
  await mkdir(folder, { recursive: true });
  await rename(packed, join(folder, `year=${startYear(year)}`));
  await note(folder, [year], timeOf(next, clock));
}

/** A folder of registers of a year, a file an authority. */
export type PackedBefore = { readonly packed: string; readonly year: AcademicYear };

async function note(folder: string, years: readonly AcademicYear[], knownAt: Instant): Promise<void> {
  const files: Record<string, string> = {};
  for (const year of years) {
    for (const file of await listPacked(folder, year)) files[nameOf(file)] = (await findHash(file)) ?? '';
  }
  await writeSaid(join(folder, ABOUT), { knownAt, files }).catch(ignoreMissing);
}

/** A packed file by its year and authority. */
function nameOf(file: string): string {
  return `${basename(dirname(file))}/${basename(file)}`;
}

/** The same, with a warehouse of its own. */
export async function deriveAgain(area: AreaFolder, next: Manifest, clock: Clock): Promise<void> {
  const warehouse = await Warehouse.open({
    folders: [area.path],
    memoryLimit: '2GiB',
    spillFolder: `${area.path}/spill`,
  });
  try {
    await deriveRegister(warehouse, area, next, clock);
  } finally {
    warehouse.close();
    await rm(`${area.path}/spill`, { recursive: true, force: true });
  }
}

/** The packed files as they are, for a version that changes a setting and no file. */
export async function carryRegister(area: AreaFolder, before: Manifest, next: Manifest): Promise<void> {
  await rm(join(area.derived, String(next.version)), { recursive: true, force: true });
  await cp(registerFolder(area, before.version), registerFolder(area, next.version), { recursive: true }).catch(
    ignoreMissing,
  );
}

/**
 * The packed files of a year, where they hold all that is known now (no row was recorded after they were made) and every
 * byte of them is as it was written. Otherwise none: then what was received is read.
 */
export async function packedOf(area: AreaFolder, manifest: Manifest, year: AcademicYear): Promise<readonly string[]> {
  const folder = registerFolder(area, manifest.version);
  const said = about.safeParse(await findSaid(join(folder, ABOUT))).data;
  if (!said || manifest.files.some((file) => (file.latest ?? '') > said.knownAt)) return [];
  const files = await listPacked(folder, year);
  const those = Object.keys(said.files).filter((name) => name.startsWith(`year=${startYear(year)}/`));
  if (files.length !== those.length) return [];
  for (const file of files) if ((await findHash(file)) !== said.files[nameOf(file)]) return [];
  return files;
}

async function markedYears(warehouse: Warehouse): Promise<readonly AcademicYear[]> {
  const rows = await warehouse.rows<{ date: string }>(
    'select max(date) as date from received_mark group by year(date) - case when month(date) < 9 then 1 else 0 end order by 1',
  );
  return rows.map((row) => academicYearOf(calendarDate(row.date)));
}

// Marks without a school or a roll pack into nothing: there is no folder to put the note in, or to carry on.
function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
