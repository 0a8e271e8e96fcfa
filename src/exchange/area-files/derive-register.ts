import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { academicYearOf, calendarDate, type AcademicYear, type Clock } from '#kernel';
import { listPacked, packRegister } from '#register';
import { Warehouse, type AreaFolder, type Manifest } from '#store';
import { createReceived } from './received.ts';

// What is derived belongs to one version of the manifest and stands before that version counts; see decision 0008.
function registerFolder(area: AreaFolder, version: number): string {
  return join(area.derived, String(version), 'register');
}

/** Packs every year of the area as it will be with this manifest. */
export async function deriveRegister(
  warehouse: Warehouse,
  area: AreaFolder,
  next: Manifest,
  clock: Clock,
): Promise<void> {
  const folder = registerFolder(area, next.version);
  await rm(folder, { recursive: true, force: true });
  await createReceived(warehouse, area, next);
  const knownAt = clock.now();
  for (const year of await markedYears(warehouse)) await packRegister(warehouse, year, knownAt, folder);
  if (next.files.some((file) => file.kind === 'marks'))
    await writeFile(join(folder, 'known-at'), knownAt).catch(ignoreMissing);
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
  const [from, to] = [registerFolder(area, before.version), registerFolder(area, next.version)];
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true }).catch(ignoreMissing);
}

/** The packed files of a year, where they hold all that is known now: no row was recorded after they were made. */
export async function packedOf(area: AreaFolder, manifest: Manifest, year: AcademicYear): Promise<readonly string[]> {
  const folder = registerFolder(area, manifest.version);
  const knownAt = await readFile(join(folder, 'known-at'), 'utf8').catch(() => undefined);
  if (knownAt === undefined || manifest.files.some((file) => (file.latest ?? '') > knownAt)) return [];
  return listPacked(folder, year);
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
