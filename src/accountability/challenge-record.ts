import { sql } from 'kysely';
import { broken, randomId, Refusal, type Clock } from '#kernel';
import type { Actor } from '#access';
import type { Tx } from '#store';
import { groupedBy } from './grouped.ts';
import {
  findOutcome,
  findReason,
  findTakenOutFor,
  foldChallenge,
  isWaiting,
  WORDS_TAKEN_OUT,
  type Challenge,
  type ChallengeEvent,
  type ChallengeMade,
  type TakenOutFor,
} from './challenge.ts';
import type { Reply, Saying } from './challenge-statement.ts';
import { findUrnOf, isSameFigure, type FigureAt } from './figure-at.ts';
import { changedSince } from './mission-record.ts';
import { findReplyPromise } from './reply-promise.ts';

// The transaction of every function here acts for `place-improvement`; its policies say which challenges it sees.

/** Those without a reply first, the one that has waited longest before the others; then answered ones, newest first. */
export async function listChallenges(tx: Tx): Promise<readonly Challenge[]> {
  const rows = await tx.selectFrom('accountability.challenge').selectAll().execute();
  return (await folded(tx, rows)).toSorted(byWaiting);
}

/** What was said about any of these figures, open or answered, in the order of `listChallenges`. */
export async function listChallengesAt(tx: Tx, figures: readonly FigureAt[]): Promise<readonly Challenge[]> {
  const measures = [...new Set(figures.map((figure) => figure.measure))];
  if (measures.length === 0) return [];
  const rows = await tx.selectFrom('accountability.challenge').selectAll().where('measure', 'in', measures).execute();
  const here = rows.filter((row) => figures.some((figure) => isSameFigure(figure, row)));
  return (await folded(tx, here)).toSorted(byWaiting);
}

export async function findChallenge(tx: Tx, id: string): Promise<Challenge | undefined> {
  const rows = await tx.selectFrom('accountability.challenge').selectAll().where('id', '=', id).execute();
  return (await folded(tx, rows))[0];
}

/** Whether whoever acts may say something about this figure: for its own school, or for the area. */
export async function mayChallenge(tx: Tx, figure: FigureAt): Promise<boolean> {
  const urn = findUrnOf(figure) ?? null;
  const { rows } = await sql<{ may: boolean }>`select accountability.may_challenge(${urn}::integer) as may`.execute(tx);
  return rows[0]?.may === true;
}

/** Gives the new challenge’s id. The promise in force is written into it. */
export async function makeChallenge(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  figure: FigureAt,
  saying: Saying & { readonly page: string },
): Promise<string> {
  const id = randomId();
  const { workingDays } = await findReplyPromise(tx);
  const { measure, place, period } = figure;
  await tx
    .insertInto('accountability.challenge')
    .values({
      id,
      at: clock.now(),
      actor: actor.id,
      actor_name: actor.name,
      acting_for: saying.actingFor,
      measure,
      place,
      period,
      page: saying.page,
      urn: findUrnOf(figure) ?? null,
      reason: saying.reason,
      words: saying.words,
      working_days: workingDays,
    })
    .execute();
  return id;
}

export async function acknowledgeChallenge(tx: Tx, clock: Clock, actor: Actor, challenge: Challenge): Promise<void> {
  if (challenge.acknowledged) {
    throw new Refusal('accountability/acknowledged', 'This challenge is acknowledged already. Reply to it next.');
  }
  await add(tx, clock, actor, challenge, { kind: 'acknowledged' });
}

/** A second reply stands in place of the first, which is kept. */
export async function answerChallenge(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  challenge: Challenge,
  { outcome, reply, answeredFor }: Reply,
): Promise<void> {
  await add(tx, clock, actor, challenge, { kind: 'answered', outcome, reply, answered_for: answeredFor });
}

/**
 * The words of a challenge and of its replies go for good: they become null where they were stored. That it was made, by
 * whom and when, and that its words were taken out, stays.
 */
export async function takeOutWords(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  challenge: Challenge,
  because: TakenOutFor,
): Promise<void> {
  await add(tx, clock, actor, challenge, { kind: 'withdrawn', because });
  const { numUpdatedRows } = await tx
    .updateTable('accountability.challenge')
    .set({ words: null, acting_for: null })
    .where('id', '=', challenge.id)
    .executeTakeFirst();
  // A row that policies kept from this would keep its words: then nothing of it is to stand.
  if (numUpdatedRows !== 1n) throw broken('accountability/challenge', 'its words were not taken out');
  await tx
    .updateTable('accountability.challenge_event')
    .set({ reply: null, answered_for: null })
    .where('challenge', '=', challenge.id)
    .execute();
}

type Added =
  | { readonly kind: 'acknowledged' }
  | { readonly kind: 'withdrawn'; readonly because: TakenOutFor }
  | { readonly kind: 'answered'; readonly outcome: string; readonly reply: string; readonly answered_for: string };

async function add(tx: Tx, clock: Clock, actor: Actor, challenge: Challenge, added: Added): Promise<void> {
  const { id, next, withdrawn } = challenge;
  if (withdrawn) {
    const text = 'The words of this challenge were taken out. Nothing more can be done with it.';
    throw new Refusal('accountability/withdrawn', text);
  }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('accountability.challenge_event')
    .values({ challenge: id, number: next, at: clock.now(), actor: actor.id, actor_name: actor.name, ...added })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) throw changedSince();
}

type MadeRow = Omit<ChallengeMade, 'by' | 'actingFor' | 'figure' | 'reason' | 'words' | 'workingDays'> &
  FigureAt & {
    readonly actor_name: string;
    readonly acting_for: string | null;
    readonly reason: string;
    readonly words: string | null;
    readonly working_days: number;
  };

async function folded(tx: Tx, rows: readonly MadeRow[]): Promise<readonly Challenge[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const events = await tx
    .selectFrom('accountability.challenge_event')
    .selectAll()
    .where('challenge', 'in', ids)
    .execute();
  const byId = groupedBy(events, (event) => event.challenge);
  return rows.map((row) => foldChallenge(madeOf(row), (byId.get(row.id) ?? []).map(eventOf)));
}

function madeOf(row: MadeRow): ChallengeMade {
  const reason = findReason(row.reason);
  if (!reason) throw broken('accountability/challenge', `reason ${row.reason}`);
  const { id, at, measure, place, period, page, actor_name: by, working_days: workingDays } = row;
  const [words, actingFor] = [row.words ?? WORDS_TAKEN_OUT, row.acting_for ?? WORDS_TAKEN_OUT];
  return { id, at, by, actingFor, figure: { measure, place, period }, page, reason, words, workingDays };
}

function eventOf(row: {
  readonly number: number;
  readonly at: ChallengeEvent['at'];
  readonly actor_name: string;
  readonly kind: string;
  readonly reply: string | null;
  readonly answered_for: string | null;
  readonly outcome: string | null;
  readonly because: string | null;
}): ChallengeEvent {
  const { number, at, actor_name: by, kind } = row;
  if (kind === 'acknowledged') return { kind, number, at, by };
  if (kind === 'withdrawn') {
    const because = findTakenOutFor(row.because ?? '');
    if (!because) throw broken('accountability/challenge', `taken out because ${row.because}`);
    return { kind, number, at, by, because };
  }
  const outcome = findOutcome(row.outcome ?? '');
  const [reply, answeredFor] = [row.reply ?? WORDS_TAKEN_OUT, row.answered_for ?? WORDS_TAKEN_OUT];
  if (!outcome) throw broken('accountability/challenge', `event ${kind}`);
  return { kind: 'answered', number, at, by, reply, answeredFor, outcome };
}

function byWaiting(a: Challenge, b: Challenge): number {
  const [openA, openB] = [a, b].map(isWaiting);
  if (openA !== openB) return openA ? -1 : 1;
  const order = a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1;
  return openA ? order : -order;
}
