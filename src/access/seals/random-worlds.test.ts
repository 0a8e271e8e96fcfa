import fc from 'fast-check';
import { sql } from 'kysely';
import { appendFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestRecords } from '#testing/records';
import { outsideFile } from './outside-file.ts';
import { openSealedWorld, type SealedWorld } from './sealed-world.example.ts';
import { createSealing, type Sealing } from './sealing.ts';
import { verifyLooks } from './verifying.ts';

/** What happens at once: people look, some transactions fail after they took numbers, and two processes seal. */
type Deed =
  | { readonly kind: 'look'; readonly count: number; readonly fails: boolean; readonly slow: boolean }
  | { readonly kind: 'seal'; readonly by: 0 | 1 };
type Round = {
  readonly deeds: readonly Deed[];
  /** Afterwards: a process is stopped while it writes a line, and started anew. */
  readonly stops: boolean;
};

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('look' as const),
      count: fc.integer({ min: 1, max: 4 }),
      fails: fc.nat(3).map((n) => n === 0),
      slow: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('seal' as const), by: fc.constantFrom(0, 1) }) },
);
const rounds: fc.Arbitrary<readonly Round[]> = fc.array(
  fc.record({ deeds: fc.array(deed, { minLength: 1, maxLength: 6 }), stops: fc.nat(4).map((n) => n === 0) }),
  { minLength: 1, maxLength: 5 },
);
const COLUMNS = ['actor', 'actor_name', 'role', 'purpose', 'subject_key', 'reason'] as const;
const harm = fc.record({ at: fc.nat(), column: fc.constantFrom(...COLUMNS), gone: fc.boolean() });

let world: SealedWorld;
beforeAll(async () => {
  world = await openSealedWorld(await openTestRecords());
}, 300_000);
afterAll(() => world.close());

const verify = () => verifyLooks(world.records, { folder: world.folder });

test('whoever looks and seals at once, each look is sealed once, and any one that is touched is found', async () => {
  const property = fc.asyncProperty(rounds, harm, async (all, { at, column, gone }) => {
    await world.clear();
    let sealings = twoSealings();
    for (const { deeds, stops } of all) {
      await Promise.all(deeds.map((one) => act(one, sealings)));
      world.clock.move(60_000);
      if (!stops) continue;
      if ((await world.lines().catch(() => [])).length > 0) await appendFile(outsideFile(world.folder), '{"format":');
      sealings = twoSealings();
    }
    await sealings[0](false);
    const { rows: looks } = await world.asOwner((tx) =>
      sql<{ id: string }>`select id from access.look order by id`.execute(tx),
    );
    expect(await verify()).toMatchObject({ faults: [], looks: looks.length, unsealed: 0 });
    const id = looks[at % Math.max(1, looks.length)]?.id;
    if (id === undefined) return;
    await world.asOwner((tx) =>
      (gone
        ? sql`delete from access.look where id = ${id}`
        : sql`update access.look set ${sql.ref(column)} = ${sql.ref(column)} || '.' where id = ${id}`
      ).execute(tx),
    );
    const faults = (await verify()).faults.map(({ place, problem }) => `${place.split(' in ')[0]}: ${problem}`);
    expect(faults).toEqual([`look ${id}: ${gone ? 'It was removed.' : 'It was changed.'}`]);
  });
  await fc.assert(property, { numRuns: 25 });
}, 300_000);

function twoSealings(): readonly [Sealing, Sealing] {
  const one = () => createSealing(world.records, world.clock, world.folder);
  return [one(), one()];
}

class Failed extends Error {}

async function act(deed: Deed, sealings: readonly [Sealing, Sealing]): Promise<void> {
  if (deed.kind === 'seal') {
    const answer = await sealings[deed.by](false);
    if (answer.kind === 'trouble') throw new Error(answer.problem);
    return;
  }
  await world
    .look(deed.count, async (tx) => {
      if (deed.slow) await sql`select pg_sleep(0.01)`.execute(tx);
      if (deed.fails) throw new Failed();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Failed)) throw error;
    });
}
