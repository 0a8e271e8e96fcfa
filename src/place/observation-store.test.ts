import { expect, it } from 'vitest';
import { ENGLAND } from './places.ts';
import { listCarriedReleases } from './carried-releases.ts';
import { ObservationStore } from './observation-store.ts';

it('reads a measure again after a reading that failed, and holds each row once', async () => {
  const store = await ObservationStore.open([], listCarriedReleases());
  const england = { measure: 'severe-absence', place: ENGLAND, schoolType: 'all' } as const;
  const rows = async (): Promise<number> => (await store.rows('published', england, '')).length;
  try {
    await store.warehouse.run('alter view published rename to away');
    await expect(rows()).rejects.toThrow('published');
    await store.warehouse.run('alter view away rename to published');
    const found = await rows();
    expect(found).toBeGreaterThan(0);
    const [inFiles] = await store.warehouse.rows<{ n: number }>(
      `select count(*)::integer as n from published join releases on releases.id = published.release
       where measure = 'severe-absence' and place = $place and school_type = 'all' and pupils = 'all'`,
      { place: ENGLAND },
    );
    expect(found).toBe(inFiles?.n);
  } finally {
    store.close();
  }
});

it('finds the same of one measure, which is in memory, as in the files', async () => {
  const store = await ObservationStore.open([], listCarriedReleases());
  const place = 'E08000032';
  try {
    for (const measure of ['overall-absence', 'suspension-rate', 'persistent-absence'] as const) {
      const held = await store.rows('standing', { measure, place, group: 'any' }, 'order by all');
      const inFiles = await store.warehouse.rows(
        'select * from standing where measure = $measure and place = $place order by all',
        { measure, place },
      );
      expect(held.length).toBeGreaterThan(10);
      expect(held).toEqual(inFiles);
    }
  } finally {
    store.close();
  }
});
