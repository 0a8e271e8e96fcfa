import { openPlace, type PublishedStatistics } from '#place';

let opened: Promise<PublishedStatistics> | undefined;

/** The published figures Kith carries, opened once for all test files of a process: they never change, and nobody closes them. */
export function carriedFigures(): Promise<PublishedStatistics> {
  opened ??= openPlace();
  return opened;
}
