import { sql } from 'kysely';
import { findPurpose, type Actor } from '#access';
import { seededRandom, type Upn } from '#kernel';
import { quantile } from '#statistics';
import { beginTransaction, type Tx } from '#store';
import { createWeb } from '#web';
import type { Store, Twice } from './four-stores.ts';
import { differenceAt, interleaved, type Difference } from './measured.ts';
import { childrenOf, memberOfCast } from './people.ts';

const PAGES = 200;
const READS = 1000;

/** One thing that is asked for, with policies on and off. */
export type PolicyRow = {
  readonly what: string;
  readonly rounds: number;
  readonly on: Spread;
  readonly off: Spread;
  readonly median: Difference;
  readonly slow: Difference;
};
type Spread = { readonly median: number; readonly slow: number };

/** Whole pages, as answered in this process: who asks, and the kind of page. */
const ASKED: readonly (readonly [who: string, words: string, pages: readonly Page[]])[] = [
  ['cast-area-officer', 'an area officer', ['child', 'school', 'children', 'lists']],
  ['cast-inclusion-lead', 'an inclusion lead', ['child', 'school', 'children', 'lists']],
  ['cast-class-teacher', 'a class teacher', ['child']],
  ['cast-virtual-school', 'the virtual school', ['child']],
  ['cast-clinician', 'a clinician, by agreement', ['child']],
  ['cast-parent', 'a parent', ['child']],
];
type Page = keyof typeof PAGE_OF;
const PAGE_OF = {
  child: { words: 'a child’s page', path: ({ upn }: Place) => `/children/${upn}` },
  school: { words: 'a school’s page', path: ({ urn }: Place) => `/schools/${urn}` },
  children: { words: 'the children of a school', path: ({ urn }: Place) => `/children?school=${urn}` },
  lists: { words: 'the lists of a school', path: ({ urn }: Place) => `/lists?school=${urn}` },
} as const;
type Place = { readonly upn: Upn; readonly urn: number };

export async function timePolicies(twice: Twice, factor: number): Promise<readonly PolicyRow[]> {
  const rows: PolicyRow[] = [];
  for (const [id, words, pages] of ASKED) {
    const actor = memberOfCast(id);
    const places = await placesOf(twice.on, actor);
    for (const page of pages) {
      const { words: title, path } = PAGE_OF[page];
      const ask = (store: Store) => askerOf(store, actor, (nth) => path(placeAt(places, nth)));
      const [on, off] = [ask(twice.on), ask(twice.off)];
      // Or it would not be the same work.
      if ((await on(0)) !== (await off(0))) throw new Error(`bench/not-the-same-page: ${id} ${page}`);
      rows.push(await compared(`${title}, ${words}`, Math.ceil(PAGES * factor), [on, off]));
    }
  }
  return rows;
}

/** What those pages read of the records alone, with the door: who acts, the look, and the rows. */
export async function timeReads(twice: Twice, factor: number): Promise<readonly PolicyRow[]> {
  const rows: PolicyRow[] = [];
  const rounds = Math.ceil(READS * factor);
  for (const [id, words] of ASKED.slice(0, 2)) {
    const actor = memberOfCast(id);
    const places = await placesOf(twice.on, actor);
    const purpose = findPurpose(actor.role, 'account') ?? 'oversight';
    const child =
      ({ web }: Store) =>
      (nth: number) => {
        const { upn } = placeAt(places, nth);
        return web.access.actingAs(actor, purpose, { kind: 'child', upn }, childRows(upn));
      };
    const school =
      ({ web }: Store) =>
      (nth: number) => {
        const { urn } = placeAt(places, nth);
        return web.access.actingAs(actor, purpose, { kind: 'school', urn }, schoolRows(urn));
      };
    rows.push(await compared(`a child’s rows, ${words}`, rounds, [child(twice.on), child(twice.off)]));
    rows.push(await compared(`a school’s cards, ${words}`, rounds, [school(twice.on), school(twice.off)]));
    if (rows.length > 2) continue;
    const bare = (nth: number) => beginTransaction(twice.off.records, childRows(placeAt(places, nth).upn));
    rows.push(await compared('a child’s rows, through the door and past it', rounds, [child(twice.on), bare]));
  }
  return rows;
}

const CURRENT = sql<number>`(select account.current_version())`;
const childRows = (upn: Upn) => (tx: Tx) =>
  tx.selectFrom('account.child_year').selectAll().where('version', '=', CURRENT).where('upn', '=', upn).execute();
const schoolRows = (urn: number) => (tx: Tx) =>
  tx
    .selectFrom('account.card')
    .selectAll()
    .where('version', '=', CURRENT)
    .where('urn', '=', urn)
    .orderBy('nth')
    .limit(100)
    .execute();

async function compared(
  what: string,
  rounds: number,
  arms: readonly [on: (nth: number) => Promise<unknown>, off: (nth: number) => Promise<unknown>],
): Promise<PolicyRow> {
  const random = seededRandom(1);
  const [on = [], off = []] = await interleaved(arms, rounds, random);
  const spread = (times: readonly number[]): Spread => ({ median: quantile(times, 0.5), slow: quantile(times, 0.95) });
  const [median, slow] = [differenceAt(0.5, [on, off], random), differenceAt(0.95, [on, off], random)];
  return { what, rounds, on: spread(on), off: spread(off), median, slow };
}

/** Answers with the page’s text, of which nothing but time differs between two stores. */
export function askerOf(
  { web }: Store,
  actor: Actor,
  path: (nth: number) => string,
  wanted = 200,
): (nth: number) => Promise<string> {
  const app = createWeb({ ...web, actor });
  return async (nth) => {
    const response = await app.request(`http://127.0.0.1${path(nth)}`);
    const text = await response.text();
    if (response.status !== wanted) throw new Error(`bench/answered: ${response.status}`);
    return text;
  };
}

/** Children whom somebody may see, each beside a school of which they may see the children. */
async function placesOf(store: Store, actor: Actor): Promise<readonly Place[]> {
  const { seen } = await childrenOf(store, actor);
  const tied = (await store.web.access.listOwnTies(actor)).flatMap((tie) => ('urn' in tie ? [tie.urn] : []));
  const schools = await beginTransaction(store.records, (tx) =>
    tx.selectFrom('account.card').select('urn').distinct().where('urn', '>', 0).orderBy('urn').execute(),
  );
  const urns = tied.length > 0 ? tied : schools.map(({ urn }) => urn);
  const step = Math.max(1, Math.floor(seen.length / 500));
  const some = seen.filter((_, at) => at % step === 0);
  if (some.length === 0) throw new Error(`bench/sees-nobody: ${actor.id}`);
  return some.map((upn, at) => ({ upn, urn: urns[at % urns.length] ?? 0 }));
}

function placeAt(places: readonly Place[], nth: number): Place {
  const place = places[nth % places.length];
  if (!place) throw new Error('bench/no-place');
  return place;
}
