import type { CarriedRelease, Observation, PublishedStatistics } from '#place';
import { readCarriedRelease } from './carried.ts';

const NOT_WHOLE = 'a number of children that is not whole';

/**
 * For tests: how a carried file read afresh differs from the table made of it and from what the catalogue says it
 * leaves out. Empty where the table holds what the file gives, no more and no less, and each thing once.
 */
export async function unlikeTheTable(place: PublishedStatistics, release: CarriedRelease): Promise<readonly string[]> {
  const { observations, leftOut } = await readCarriedRelease(release);
  const kept = await place.listObservations({ release: release.id, group: 'any' });
  const [ours, theirs] = [kept.map(sortedJson).toSorted(), observations.map(sortedJson).toSorted()];
  const different = ours.findIndex((text, index) => text !== theirs[index]);
  const keys = new Set(observations.map(keyOf));
  const rows = Object.entries(leftOut).reduce(
    (left, [why, count]) => (why === NOT_WHOLE ? left : left - count),
    release.rows,
  );
  const figures = observations.length + (leftOut[NOT_WHOLE] ?? 0);
  return [
    ...(kept.length === observations.length ? [] : [`${kept.length} kept, ${observations.length} in the file`]),
    ...(different === -1 ? [] : [`kept ${ours[different] ?? ''}; in the file ${theirs[different] ?? ''}`]),
    ...(keys.size === observations.length ? [] : [`${observations.length - keys.size} said twice`]),
    ...(sortedJson(leftOut) === sortedJson(release.leftOut ?? {}) ? [] : [`left out ${JSON.stringify(leftOut)}`]),
    // Each row that is read gives as many figures as the file has measures.
    ...((rows === 0 ? figures === 0 : figures > 0 && figures % rows === 0)
      ? []
      : [`${figures} figures of ${rows} rows`]),
  ];
}

/** As JSON with the keys of each object in order, so that equal things are equal texts. */
function sortedJson(thing: unknown): string {
  return JSON.stringify(thing, (_key, value: unknown) =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

function keyOf({ measure, place, schoolType, group, period }: Observation): string {
  return JSON.stringify([measure, place, schoolType, group, period]);
}
