import { Refusal, type Clock, type Instant } from '#kernel';
import { t } from '#language';
import type { Actor } from '#access';
import type { Tx } from '#store';
import { changedSince } from './mission-record.ts';
import type { Judged } from './statement.ts';

/** Until an area chooses its own. */
const DEFAULT_WORKING_DAYS = 10;
/**
 * The national floor: an area may promise sooner, never later than a public authority must answer any request for
 * information (Freedom of Information Act 2000, section 10(1)).
 */
export const MOST_WORKING_DAYS = 20;

export type ReplyPromise = {
  readonly workingDays: number;
  /** Who chose it and when; undefined for what stands until someone does. */
  readonly chosen: { readonly by: string; readonly at: Instant } | undefined;
  readonly next: number;
};

/** What the area promises now. */
export async function findReplyPromise(tx: Tx): Promise<ReplyPromise> {
  const row = await tx
    .selectFrom('accountability.reply_promise')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row
    ? { workingDays: row.working_days, chosen: { by: row.actor_name, at: row.at }, next: row.number + 1 }
    : { workingDays: DEFAULT_WORKING_DAYS, chosen: undefined, next: 1 };
}

export function judgeWorkingDays(typed: string): Judged<number> {
  const days = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0;
  if (days >= 1 && days <= MOST_WORKING_DAYS) return { kind: 'good', value: days };
  const text = t('goal-words.working-days', { most: String(MOST_WORKING_DAYS) });
  return { kind: 'problems', problems: [{ field: 'working-days', text }] };
}

/** For challenges made from now on. */
export async function promiseReply(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { workingDays, next }: Pick<ReplyPromise, 'workingDays' | 'next'>,
): Promise<void> {
  if (workingDays < 1 || workingDays > MOST_WORKING_DAYS) {
    throw new Refusal('accountability/working-days', `Promise a reply within 1 to ${MOST_WORKING_DAYS} working days.`);
  }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('accountability.reply_promise')
    .values({ number: next, at: clock.now(), actor: actor.id, actor_name: actor.name, working_days: workingDays })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) throw changedSince();
}
