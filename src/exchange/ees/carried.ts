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
import { communityWaitObservations } from './community-waits.ts';
import { deprivationObservations } from './deprivation.ts';
import { interactiveToolObservations } from './interactive-tool.ts';
import { observationsOf, type ObservationsRead } from './observations.ts';
import { readStatisticsBytes } from './statistics-file.ts';
import { readTableBytes, type Table } from './table.ts';

/** Every observation in the files of `data/`, read afresh, a release at a time. */
export async function readCarriedObservations(): Promise<readonly Observation[]> {
  const read: Observation[] = [];
  for (const release of carriedCatalogue().releases) {
    for (const observation of (await readCarriedRelease(release)).observations) read.push(observation);
  }
  return read;
}

/** Makes `data/observations.parquet` again, after a file of `data/` has changed. */
export async function writeCarriedObservations(): Promise<number> {
  const observations = await readCarriedObservations();
  await saveObservations(join(DATA_FOLDER, CARRIED_OBSERVATIONS), observations);
  return observations.length;
}

/** One carried release as observations, with what was left out and why. */
export async function readCarriedRelease(release: CarriedRelease): Promise<ObservationsRead> {
  const bytes = await readFile(join(DATA_FOLDER, release.file));
  if (release.shape === 'ees') {
    const file = await readStatisticsBytes(release.file, bytes);
    if (file.kind === 'refused') throw broken('ees/carried', file.problems[0]?.problem ?? release.file);
    return observationsOf(file, { release: release.id, covers: release.covers });
  }
  const table = await readTableBytes(release.file, bytes);
  if (table.kind === 'refused') throw broken('ees/carried', table.problems[0]?.problem ?? release.file);
  return readShape(release, table.table);
}

function readShape(release: CarriedRelease, table: Table): ObservationsRead {
  switch (release.shape) {
    case 'interactive-tool':
      return interactiveToolObservations(table, release.id);
    case 'deprivation':
      return { observations: deprivationObservations(table, release.id), leftOut: {} };
    case 'community-waits':
      return { observations: communityWaitObservations(table, release.id), leftOut: {} };
    case 'suspension-duration':
      return {
        observations: [],
        leftOut: { 'read where it is used, in the estimate of days lost': table.rows.length },
      };
    case 'ees':
      throw broken('ees/carried', `${release.file} is tidy and has a reader of its own.`);
  }
}
