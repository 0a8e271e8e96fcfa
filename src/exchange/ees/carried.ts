import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { broken } from '#kernel';
import {
  carriedCatalogue,
  CARRIED_OBSERVATIONS,
  DATA_FOLDER,
  saveObservations,
  type CarriedRelease,
  type Observation,
} from '#place';
import { interactiveToolObservations } from './interactive-tool.ts';
import { observationsOf } from './observations.ts';
import { readStatisticsBytes } from './statistics-file.ts';
import { readTableBytes } from './table.ts';

/** Every observation in the files of `data/`, read afresh. */
export async function readCarriedObservations(): Promise<readonly Observation[]> {
  const read: Observation[] = [];
  for (const release of carriedCatalogue().releases) {
    for (const observation of await observationsIn(release)) read.push(observation);
  }
  return read;
}

/** Makes `data/observations.parquet` again, after a file of `data/` has changed. */
export async function writeCarriedObservations(): Promise<number> {
  const observations = await readCarriedObservations();
  await saveObservations(join(DATA_FOLDER, CARRIED_OBSERVATIONS), observations);
  return observations.length;
}

async function observationsIn(release: CarriedRelease): Promise<readonly Observation[]> {
  const bytes = await readFile(join(DATA_FOLDER, release.file));
  switch (release.shape) {
    case 'ees': {
      const file = await readStatisticsBytes(release.file, bytes);
      if (file.kind === 'refused') throw broken('ees/carried', file.problems[0]?.problem ?? release.file);
      return observationsOf(file, { release: release.id, covers: release.covers }).observations;
    }
    case 'interactive-tool': {
      const table = await readTableBytes(release.file, bytes);
      if (table.kind === 'refused') throw broken('ees/carried', table.problems[0]?.problem ?? release.file);
      return interactiveToolObservations(table.table, release.id);
    }
    case 'suspension-duration':
      // Read where it is used, in the estimate of days lost.
      return [];
  }
}
