import type { Instant } from '#kernel';
import type { Tx } from '#store';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from './actor.ts';
import type { Door } from './entry.ts';
import { answering, TAKEN_OUT } from './erasing.ts';
import { RESTRICTION_STANDS } from './restricted.ts';

/** What is kept in the records for some time: whose moments are given, and whose rows are counted. */
export const TIMED_CLASSES = ['looks', 'ties', 'consents', 'notes', 'emergencies', 'requests'] as const;
export type TimedClass = (typeof TIMED_CLASSES)[number];
export type PastTime = Readonly<Record<TimedClass, Instant>>;
export type Cleared = Readonly<Record<TimedClass, number>>;

type Condition = RawBuilder<unknown>;

/** Rows of one table that are past their time, and what becomes of them; `first`, what hangs on them. */
type Part = {
  readonly table: string;
  readonly where: Condition;
  readonly clear?: Condition;
  readonly first?: Condition[];
};

/**
 * What in the records is from before the given moments. Counted; and, where `apply`, taken out, but for children under a
 * hold or a restriction. `src/rights/retention.ts` says from when each is counted, and why so long.
 */
export async function clearPastTime(door: Door, actor: Actor, before: PastTime, apply: boolean): Promise<Cleared> {
  return answering(door, actor, { kind: 'retention' }, async (tx) => {
    const counted = new Map<TimedClass, number>();
    for (const name of TIMED_CLASSES) {
      const parts = PARTS[name](before[name]);
      // All are counted before any is cleared: of what somebody said, each row is past its time by the others.
      const rows = await Promise.all(parts.map((part) => countIn(tx, part)));
      counted.set(
        name,
        rows.reduce((sum, some) => sum + some, 0),
      );
      if (apply) await clear(tx, parts);
    }
    const of = (name: TimedClass): number => counted.get(name) ?? 0;
    return {
      looks: of('looks'),
      ties: of('ties'),
      consents: of('consents'),
      notes: of('notes'),
      emergencies: of('emergencies'),
      requests: of('requests'),
    };
  });
}

const HELD = sql`select upn from rights.hold where lifted_at is null and upn is not null
  union select upn from rights.restriction as r where ${RESTRICTION_STANDS}`;
const IN_ACCOUNT = sql`select upn from account.child_year`;
/** After so long nothing needs to show what was about one child: one stand-in a row. */
const STAND_IN = sql`'erased-' || replace(gen_random_uuid()::text, '-', '')`;

const PARTS: Readonly<Record<TimedClass, (before: Instant) => readonly Part[]>> = {
  looks: (before) => [
    {
      table: 'access.look',
      where: sql`subject_kind = 'child' and at < ${before} and not access.is_stand_in(subject_key)
        and subject_key not in (${HELD})`,
      clear: sql`${TAKEN_OUT}, subject_key = ${STAND_IN}`,
    },
  ],
  ties: (before) => [
    { table: 'access.tie', where: sql`upn is not null and ended_at < ${before} and upn not in (${HELD})` },
  ],
  // All that was said about one child, or nothing: an answer that went alone would let an older one count again.
  consents: (before) => {
    const where = sql`upn in (${silentSince(before)})`;
    return ['access.consent', 'access.voice_end', 'access.competence'].map((table) => ({ table, where }));
  },
  notes: (before) => [
    {
      table: 'access.note',
      where: sql`upn not in (${HELD}) and case
        when exists (select from access.note_end as e where e.note = note.id)
        then exists (select from access.note_end as e where e.note = note.id and e.at < ${before})
        else note.at < ${before} and upn not in (${IN_ACCOUNT})
      end`,
    },
  ],
  emergencies: (before) => {
    const where = sql`opened_at < ${before} and not access.is_stand_in(upn) and upn not in (${HELD})`;
    const which = sql`emergency in (select id from access.emergency where ${where})`;
    return [
      {
        table: 'access.emergency',
        where,
        clear: sql`upn = ${STAND_IN}`,
        first: [
          sql`delete from access.emergency_review_note where ${which}`,
          sql`delete from access.emergency_reason where ${which}`,
        ],
      },
    ];
  },
  requests: (before) => [
    {
      table: 'rights.request',
      where: sql`upn not in (${HELD}) and received_on < ${before}::timestamptz::date and exists (
        select from rights.request_event as event where event.request = request.id
          and event.kind in ('fulfilled', 'refused', 'withdrawn') and event.at < ${before})`,
    },
    {
      table: 'rights.restriction',
      where: sql`upn not in (${HELD}) and exists (
        select from rights.restriction_end as e where e.restriction = restriction.id and e.at < ${before})`,
    },
  ],
};

/** Children of whom the account has nothing any more, and the last word was said, or last counted, before. */
function silentSince(before: Instant): Condition {
  return sql`select upn from (
      select upn, greatest(at, expires_at) as until from access.consent
      union all select upn, at from access.voice_end
      union all select upn, at from access.competence
    ) as said
    where upn not in (${HELD}) and upn not in (${IN_ACCOUNT})
    group by upn having max(until) < ${before}`;
}

async function countIn(tx: Tx, { table, where }: Part): Promise<number> {
  const { rows } = await sql<{ counted: number }>`
    select count(*)::integer as counted from ${sql.table(table)} where ${where}`.execute(tx);
  return rows[0]?.counted ?? 0;
}

/** In one statement a class: what of it is past its time is judged once, before any of it goes. */
async function clear(tx: Tx, parts: readonly Part[]): Promise<void> {
  for (const { first = [] } of parts) for (const statement of first) await statement.execute(tx);
  const steps = parts.map(({ table, where, clear: to }, nth) => {
    const statement = to ? sql`update ${sql.table(table)} set ${to}` : sql`delete from ${sql.table(table)}`;
    return sql`${sql.ref(`step_${nth}`)} as (${statement} where ${where})`;
  });
  await sql`with ${sql.join(steps)} select 1`.execute(tx);
}
