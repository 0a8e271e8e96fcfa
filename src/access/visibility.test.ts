import type { Tx } from '#store';
import { openTestRecords, undone, type TestRecords } from '#testing/records';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { become } from './entry.ts';
import { listGrants, listRoles, listWorkplaces, ROLES, seesByAgreement } from './roles.ts';
import { settle } from './settled-visible.example.ts';
import {
  AT,
  cardOf,
  cardsOf,
  keyOf,
  maySee,
  maySeeArea,
  maySeeTally,
  restrictedWorld,
  URNS,
  world,
} from './visible-world.example.ts';

/** What is seen of what a search reads: each child’s card at each school, and words. */
async function seenOfSearch(tx: Tx) {
  const columns = ['version', 'upn', 'academic_year as year', 'urn'] as const;
  const cards = await tx.selectFrom('account.card').select(columns).execute();
  const words = await tx.selectFrom('account.word').select('version').execute();
  const totals = await tx.selectFrom('worklist.total').select('version').execute();
  return {
    cards: cards.map((card) => cardOf(card, card.urn)).toSorted(),
    words: words.map(({ version }) => version),
    totals: totals.map(({ version }) => version),
  };
}

/** What is seen of lists: entries, what went, and counts. */
async function seenOfLists(tx: Tx) {
  const entries = await tx.selectFrom('worklist.entry').select(['version', 'upn', 'list as year']).execute();
  const departed = await tx.selectFrom('worklist.departed').select(['upn', 'list']).execute();
  const tallies = await tx.selectFrom('worklist.tally').select(['version', 'urn']).execute();
  const ofSchools = await tx.selectFrom('worklist.school_total').select(['version', 'urn']).execute();
  expect(new Set(ofSchools.map(({ version, urn: school }) => `${version} ${school}`))).toEqual(
    new Set(tallies.map(({ version, urn: school }) => `${version} ${school}`)),
  );
  return {
    entries: entries.map(keyOf).toSorted(),
    departed: departed.map(({ upn: number, list }) => `${list} ${number}`).toSorted(),
    tallies: tallies.map(({ version, urn: school }) => `${version} ${school}`).toSorted(),
  };
}

let opened: TestRecords;
beforeAll(async () => {
  opened = await openTestRecords();
}, 300_000);
afterAll(() => opened.close());

test('in any world, for any errand, the rows that are seen are the rows that may be seen', async () => {
  let seen = 0;
  let hidden = 0;
  /** What a restriction alone hid, of what was counted or gathered when it was published. */
  const restricted = { words: 0, totals: 0, tallies: 0 };
  const property = fc.asyncProperty(world, (made) =>
    undone(opened.owner, async (tx) => {
      await settle(tx, made);
      for (const errand of made.errands) {
        await become(
          tx,
          { ...errand, actor: { id: errand.actor, name: '', role: 'inclusion-lead', scope: 'ties' } },
          AT,
        );
        const columns = ['version', 'upn', 'academic_year as year'] as const;
        const rows = await tx.selectFrom('account.child_year').select(columns).execute();
        const may = made.children.filter((child) => maySee(made, errand, child));
        expect(rows.map(keyOf).toSorted()).toEqual(may.map(keyOf).toSorted());
        expect(await seenOfSearch(tx)).toEqual({
          cards: may.flatMap((child) => cardsOf(child.urns).map((school) => cardOf(child, school))).toSorted(),
          words: maySeeArea(made, errand, ['account']) ? [made.current] : [],
          totals: maySeeArea(made, errand, ['account', 'lists']) ? [made.current] : [],
        });
        // What went from a list has no version: it is judged as if it stood in the current one.
        const listed = made.children.filter((child) => maySee(made, errand, child, 'lists'));
        const went = made.children.filter((child) =>
          maySee(made, errand, { ...child, version: made.current }, 'lists'),
        );
        expect(await seenOfLists(tx)).toEqual({
          entries: listed.map(keyOf).toSorted(),
          departed: went.map(({ version, upn: number, year }) => `${version} ${year} ${number}`).toSorted(),
          tallies: URNS.filter((school) => maySeeTally(made, errand, school)).map(
            (school) => `${made.current} ${school}`,
          ),
        });
        const free = { ...made, restrictions: [] };
        const hides = (sees: (one: typeof made) => boolean): number => (sees(free) && !sees(made) ? 1 : 0);
        restricted.words += hides((one) => maySeeArea(one, errand, ['account']));
        restricted.totals += hides((one) => maySeeArea(one, errand, ['account', 'lists']));
        restricted.tallies += hides((one) => URNS.some((school) => maySeeTally(one, errand, school)));
        seen += may.length;
        hidden += made.children.length - may.length;
      }
    }),
  );
  await fc.assert(property, { numRuns: 60, examples: [[restrictedWorld]] });
  // The worlds were not empty ones (most roles may act for few purposes, so most errands see no row).
  expect(seen).toBeGreaterThan(100);
  expect(hidden).toBeGreaterThan(500);
  for (const times of Object.values(restricted)) expect(times).toBeGreaterThan(0);
}, 300_000);

test('what roles may do stands once: the rows that policies read are those of the table', async () => {
  await undone(opened.owner, async (tx) => {
    const grants = await tx.selectFrom('access.role_grant').select(['role', 'purpose', 'class']).execute();
    const texts = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join(' ')).toSorted();
    expect(texts(grants.map((row) => [row.role, row.purpose, row.class]))).toEqual(texts(listGrants()));
    const workplaces = await tx.selectFrom('access.role_organisation').select(['role', 'kind']).execute();
    expect(texts(workplaces.map(({ role, kind }) => [role, kind]))).toEqual(texts(listWorkplaces()));
    const roles = await tx.selectFrom('access.role').select(['role', 'scope', 'by_agreement']).execute();
    expect(texts(roles.map((row) => [row.role, row.scope, String(row.by_agreement)]))).toEqual(
      texts(
        listRoles().flatMap((role) => ROLES[role].scopes.map((scope) => [role, scope, String(seesByAgreement(role))])),
      ),
    );
  });
});
