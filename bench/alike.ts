import { findPurpose, type Actor } from '#access';
import { seededRandom, type Upn } from '#kernel';
import { quantile } from '#statistics';
import type { Store } from './four-stores.ts';
import { differenceAt, interleaved, type Arm, type Difference } from './measured.ts';
import { absentUpn, childrenOf, memberOfCast } from './people.ts';
import { askerOf } from './policies.ts';

const ROUNDS = 800;
/** Fewer of those that wait for their step. */
const STEPS = 150;
/** So many different UPNs of each kind, so that neither stands in a cache for being asked for again. */
const UPNS = 400;
const ASKERS: readonly (readonly [id: string, words: string])[] = [
  ['cast-inclusion-lead', 'an inclusion lead'],
  ['cast-class-teacher', 'a class teacher'],
  ['cast-clinician', 'a clinician'],
  ['cast-parent', 'a parent'],
];

/** How long an answer takes about a child who may not be seen, and about a UPN that nobody has: both in milliseconds. */
export type AlikeRow = {
  readonly kind: 'page' | 'without its wait' | 'its first statement';
  readonly who: string;
  readonly rounds: number;
  readonly forbidden: number;
  readonly absent: number;
  readonly difference: Difference;
};

/** The page as it is answered, the page without its wait, and the first that it asks of the records. */
export async function timeAlike(store: Store, factor: number): Promise<readonly AlikeRow[]> {
  const rows: AlikeRow[] = [];
  const atOnce: Store = { ...store, web: { ...store.web, wait: () => Promise.resolve() } };
  for (const [id, words] of ASKERS) {
    const actor = memberOfCast(id);
    const { hidden, absent } = await unseen(store, actor);
    const compare = async (kind: AlikeRow['kind'], rounds: number, ask: (upns: readonly Upn[]) => Arm) =>
      rows.push(await compared(kind, words, Math.ceil(rounds * factor), [ask(hidden), ask(absent)]));
    const page = (from: Store) => (upns: readonly Upn[]) =>
      askerOf(from, actor, (nth) => `/children/${upns[nth % UPNS] ?? ''}`, 404);
    await compare('page', STEPS, page(store));
    await compare('without its wait', ROUNDS, page(atOnce));
    await compare('its first statement', ROUNDS, (upns) => (nth) => lookFor(store, actor, upns[nth % UPNS]));
  }
  return rows;
}

async function lookFor({ web }: Store, actor: Actor, upn: Upn | undefined): Promise<void> {
  if (!upn) throw new Error('bench/no-upn');
  const purpose = findPurpose(actor.role, 'account') ?? 'oversight';
  const found = await web.access.actingAs(actor, purpose, { kind: 'child', upn }, (tx) =>
    tx.selectFrom('account.child_year').select('academic_year').where('upn', '=', upn).execute(),
  );
  if (found.length > 0) throw new Error('bench/seen');
}

async function unseen(
  store: Store,
  actor: Actor,
): Promise<{ readonly hidden: readonly Upn[]; readonly absent: readonly Upn[] }> {
  const random = seededRandom(3);
  const { seen, hidden } = await childrenOf(store, actor);
  const taken = new Set<string>([...seen, ...hidden]);
  const some = Array.from({ length: UPNS }, () => hidden[random.below(hidden.length)] ?? '');
  return {
    hidden: some.flatMap((upn) => hidden.find((one) => one === upn) ?? []),
    absent: some.map((upn) => absentUpn(taken, upn, random)),
  };
}

async function compared(
  kind: AlikeRow['kind'],
  who: string,
  rounds: number,
  arms: readonly [forbidden: Arm, absent: Arm],
): Promise<AlikeRow> {
  const random = seededRandom(4);
  const [forbidden = [], absent = []] = await interleaved(arms, rounds, random);
  return {
    kind,
    who,
    rounds,
    forbidden: quantile(forbidden, 0.5),
    absent: quantile(absent, 0.5),
    difference: differenceAt(0.5, [forbidden, absent], random),
  };
}

/** Standard normal quantiles: 97.5 % (wrongly told apart one time in twenty) and 80 % (told apart four times in five). */
const [ALPHA, POWER] = [1.959964, 0.841621];

/**
 * How many requests about one UPN, and as many about UPNs that nobody has, tell a difference of medians this large from
 * none four times in five. The error of a median falls with the square root of the number of requests, so the bootstrap’s
 * error at `rounds` gives it at any number: rounds × ((z₀.₉₇₅ + z₀.₈) × error ÷ difference)², the usual size of a
 * comparison of two (R. Lehr, “Sixteen s-squared over d-squared”, Statistics in Medicine 11, 1992).
 */
export function requestsNeeded(rounds: number, error: number, difference: number): number {
  return difference === 0
    ? Number.POSITIVE_INFINITY
    : Math.ceil(rounds * (((ALPHA + POWER) * error) / difference) ** 2);
}
