import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refusal } from '#kernel';
import { openTestRecords } from '#testing/records';
import { goOnSealing } from './going-on.ts';
import { openSealedWorld, type SealedWorld } from './sealed-world.example.ts';
import { createSealing } from './sealing.ts';
import { verifyLooks } from './verifying.ts';

type Deed =
  | { readonly kind: 'look'; readonly count: number }
  | { readonly kind: 'seal' | 'back-up' }
  | { readonly kind: 'restore'; readonly which: number };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('look' as const), count: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('seal' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('back-up' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('restore' as const), which: fc.nat() }) },
);

let world: SealedWorld;
beforeAll(async () => {
  world = await openSealedWorld(await openTestRecords());
  await owner('create table access.kept_look as select 0 as backup, * from access.look');
  await owner('create table access.kept_seal as select 0 as backup, * from access.seal');
}, 300_000);
afterAll(() => world.close());

const owner = (statement: string) => world.asOwner((tx) => sql.raw(statement).execute(tx));
const verify = () => verifyLooks(world.records, { folder: world.folder });
const countLooks = async (): Promise<number> => {
  const counted = await world.asOwner((tx) =>
    sql<{ n: number }>`select count(*)::integer as n from access.look`.execute(tx),
  );
  return counted.rows[0]?.n ?? 0;
};

async function restore(backup: number): Promise<void> {
  await owner('truncate access.look, access.seal');
  for (const table of ['look', 'seal']) {
    await owner(`insert into access.${table} overriding system value
      select (jsonb_populate_record(null::access.${table}, to_jsonb(kept))).*
      from access.kept_${table} as kept where backup = ${backup}`);
  }
  await owner(`select setval(pg_get_serial_sequence('access.look', 'id'),
    coalesce((select max(id) from access.look), 0) + 1, false)`);
}

test('whichever backups are restored in which order, every look is sealed, and one that is touched is found', async () => {
  const property = fc.asyncProperty(fc.array(deed, { maxLength: 14 }), fc.nat(), async (deeds, at) => {
    await world.clear();
    await owner('truncate access.kept_look, access.kept_seal');
    let [backups, troubles] = [1, 0];
    for (const one of deeds) {
      world.clock.move(60_000);
      if (one.kind === 'look') await world.look(one.count);
      if (one.kind === 'seal') troubles += (await world.seal(true)).kind === 'trouble' ? 1 : 0;
      if (one.kind === 'back-up') {
        await owner(`insert into access.kept_look select ${backups}, * from access.look`);
        await owner(`insert into access.kept_seal select ${backups}, * from access.seal`);
        backups += 1;
      }
      if (one.kind !== 'restore') continue;
      await restore(one.which % backups);
      await goOnSealing(world.records, world.clock, world.folder).catch((error: unknown) => {
        if (!(error instanceof Refusal && error.code === 'access/seals-together')) throw error;
      });
    }
    await createSealing(world.records, world.clock, world.folder)(true);
    expect(troubles).toBe(0);
    const looks = await countLooks();
    expect(await verify()).toMatchObject({ faults: [], looks, unsealed: 0 });
    if (looks === 0) return;
    await owner(`update access.look set reason = 'x' where id = (
      select id from access.look order by id offset ${at % looks} limit 1)`);
    const places = (await verify()).faults.map(({ place }) => place.split(' in ')[0]);
    expect(new Set(places).size).toBe(1);
  });
  await fc.assert(property, { numRuns: 20 });
}, 300_000);
