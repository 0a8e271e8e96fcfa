import { beforeAll, describe, expect, test } from 'vitest';
import { carriedFigures } from '#testing';
import { carriedCatalogue, type PublishedStatistics } from '#place';
import { unlikeTheTable } from './unlike-the-table.ts';

const { releases } = carriedCatalogue();

describe('data/observations.parquet', () => {
  let place: PublishedStatistics;
  beforeAll(async () => {
    place = await carriedFigures();
  });

  test.each(releases.map((release) => [release.id, release] as const))(
    'holds what the file of %s gives, and what is left out is catalogued',
    async (_id, release) => expect(await unlikeTheTable(place, release)).toEqual([]),
  );
});
