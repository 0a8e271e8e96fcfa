import { beginTransaction, closeRecords, openRecords, type Records, type Tx } from '#store';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from './actor.ts';
import { become } from './entry.ts';
import { listPurposes } from './purposes.ts';
import { findSeers } from './seers.ts';
import { settle } from './settled-visible.example.ts';
import { AT, maySee, world, type World } from './visible-world.example.ts';

let records: Records;
beforeAll(async () => {
  records = await openRecords();
}, 300_000);
afterAll(() => closeRecords(records));

class Undo extends Error {}
async function undone(work: (tx: Tx) => Promise<void>): Promise<void> {
  await beginTransaction(records, async (tx) => {
    await work(tx);
    throw new Undo();
  }).catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
}

const officer: Actor = { id: 'dpo', name: 'Dee', role: 'data-protection-officer', scope: 'area' };

/** Who of the world’s people sees this child, some year of it, for some purpose: asked of the plain rule. */
function seersOf(made: World, upn: string): readonly string[] {
  const years = made.children.filter((child) => child.upn === upn);
  const sees = (actor: string): boolean =>
    years.some((child) =>
      listPurposes().some((purpose) => maySee(made, { actor, purpose, subject: { kind: 'area' } }, child)),
    );
  return made.people.map(({ id }) => id).filter(sees);
}

test('in any world, those named are those who would be shown the child, and nobody else', async () => {
  let [named, left] = [0, 0];
  const property = fc.asyncProperty(world, (made) =>
    undone(async (tx) => {
      await settle(tx, made);
      const { id, name, role, scope } = officer;
      await tx.insertInto('access.actor').values({ id, name, role, scope, since: AT, ended_at: null }).execute();
      for (const upn of new Set(made.children.map((child) => child.upn))) {
        await become(tx, { actor: officer, purpose: 'oversight', subject: { kind: 'child', upn } }, AT);
        const isThere = made.children.some((child) => child.upn === upn && child.version === made.current);
        const seers = (await findSeers(tx, upn))?.named;
        expect(seers !== undefined).toBe(isThere);
        if (!isThere) continue;
        const found = (seers ?? [])
          .map(({ actor }) => actor)
          .filter((actor) => made.people.some((one) => one.id === actor));
        expect(found.toSorted()).toEqual(seersOf(made, upn).toSorted());
        // The officer who asks, and the single user of the migrations, work for the whole area.
        expect((seers ?? []).map(({ actor }) => actor)).toEqual(expect.arrayContaining(['dpo', 'single-user']));
        named += found.length;
        left += made.people.length - found.length;
      }
    }),
  );
  await fc.assert(property, { numRuns: 15 });
  expect(named).toBeGreaterThan(10);
  expect(left).toBeGreaterThan(10);
}, 300_000);

test('whoever cannot see the child is told of nobody', async () => {
  await undone(async (tx) => {
    const [made] = fc.sample(world, { numRuns: 1, seed: 7 });
    if (!made) throw new Error('no world');
    await settle(tx, made);
    const stranger: Actor = { id: 'zed', name: 'Zed', role: 'head', scope: 'ties' };
    await tx
      .insertInto('access.actor')
      .values({ ...stranger, since: AT, ended_at: null })
      .execute();
    const upn = made.children[0]?.upn;
    if (!upn) throw new Error('no child');
    await become(tx, { actor: stranger, purpose: 'oversight', subject: { kind: 'child', upn } }, AT);
    expect(await findSeers(tx, upn)).toBeUndefined();
  });
});
