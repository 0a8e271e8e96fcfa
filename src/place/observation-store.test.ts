import { expect, it } from 'vitest';
import { ENGLAND } from './places.ts';
import { listCarriedReleases } from './carried-releases.ts';
import { ObservationStore } from './observation-store.ts';

it('reads a measure again after a reading that failed half way, and holds each row once', async () => {
  const store = await ObservationStore.open([], listCarriedReleases());
  const england = { measure: 'severe-absence', place: ENGLAND, schoolType: 'all' } as const;
  const rows = async (): Promise<number> => (await store.rows('published', england, '')).length;
  try {
    await store.warehouse.run('alter table held_standing rename to away');
    await expect(rows()).rejects.toThrow('held_standing');
    await store.warehouse.run('alter table away rename to held_standing');
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
