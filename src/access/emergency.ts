import {
  addWorkingDays,
  findUpn,
  instantDate,
  today,
  type CalendarDate,
  type Clock,
  type Instant,
  type Upn,
} from '#kernel';
import type { Tx } from '#store';
import { sql } from 'kysely';
import { findRole, type Role } from './roles.ts';
import { SIGNED } from './signed.ts';
import type { Entered } from './subject.ts';

/** So that a reason says something: shorter ones are words like “urgent”. */
export const SHORTEST_REASON = 20;
export const LONGEST_REASON = 2000;
/** An emergency lasts this long and ends by itself. The database holds to it too. */
export const EMERGENCY_HOURS = 4;
/** So many may be open at once that nobody has reviewed. */
export const EMERGENCIES_AT_ONCE = 3;
/** Within so many working days the data protection officer looks at it. */
const REVIEW_WORKING_DAYS = 1;

export type OpenEmergency = { readonly id: string; readonly endsAt: Instant };

/** The emergency that whoever acts has open for one child; undefined for any other subject. */
export async function findOpenEmergency(tx: Tx, subject: Entered): Promise<OpenEmergency | undefined> {
  if (subject.kind !== 'child') return undefined;
  const row = await tx
    .selectFrom('access.emergency')
    .select(['id', 'ends_at'])
    .where('actor', '=', sql<string>`access.me()`)
    .where('upn', '=', subject.upn)
    .where('opened_at', '<=', sql<Instant>`access.at()`)
    .where('ends_at', '>', sql<Instant>`access.at()`)
    .where(sql<boolean>`access.emergency_stands(id)`)
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { id: row.id, endsAt: row.ends_at };
}

export type EmergencyOutcome = 'right' | 'not-right';

export type Emergency = {
  readonly id: string;
  readonly upn: Upn;
  readonly actor: string;
  readonly actorName: string;
  readonly role: Role | undefined;
  readonly organisation: string | undefined;
  readonly openedAt: Instant;
  readonly endsAt: Instant;
  readonly reason: string;
  /** The last day on which it should be looked at. */
  readonly due: CalendarDate;
  readonly review:
    | {
        readonly at: Instant;
        readonly by: string;
        readonly outcome: EmergencyOutcome;
        readonly note: string | undefined;
      }
    | undefined;
};

/** Those there is something to look at, with their review where there is one: once the child was erased there is no reason. */
function reviewable(tx: Tx) {
  return tx
    .selectFrom('access.emergency as e')
    .innerJoin('access.emergency_reason as reason', 'reason.emergency', 'e.id')
    .leftJoin('access.emergency_review as review', 'review.emergency', 'e.id');
}

/** Needs a `tx` acting for a purpose with which the role may read `emergencies`. Those to be reviewed first, oldest first. */
export async function listEmergencies(tx: Tx): Promise<readonly Emergency[]> {
  const rows = await reviewable(tx)
    .leftJoin('access.emergency_review_note as note', 'note.emergency', 'e.id')
    .leftJoin('access.organisation as place', 'place.id', 'e.organisation')
    .select([
      'e.id',
      'upn',
      'e.actor',
      'e.actor_name',
      'e.role',
      'place.name as place',
      'opened_at',
      'ends_at',
      'reason.words',
    ])
    .select(['review.at as reviewed_at', 'review.actor_name as reviewed_by', 'review.outcome', 'note.words as note'])
    .orderBy(sql`review.at is not null`)
    .orderBy('opened_at')
    .orderBy('e.id')
    .execute();
  return rows.flatMap((row): readonly Emergency[] => {
    const upn = findUpn(row.upn);
    if (!upn) return [];
    return [
      {
        id: row.id,
        upn,
        actor: row.actor,
        actorName: row.actor_name,
        role: findRole(row.role),
        organisation: row.place ?? undefined,
        openedAt: row.opened_at,
        endsAt: row.ends_at,
        reason: row.words,
        due: addWorkingDays(instantDate(row.opened_at), REVIEW_WORKING_DAYS),
        review:
          row.reviewed_at === null || row.reviewed_by === null
            ? undefined
            : {
                at: row.reviewed_at,
                by: row.reviewed_by,
                outcome: row.outcome === 'right' ? 'right' : 'not-right',
                note: row.note ?? undefined,
              },
      },
    ];
  });
}

/** How many wait for a review. Needs a `tx` as `listEmergencies` does. */
export async function countWaiting(tx: Tx): Promise<number> {
  const { waiting } = await reviewable(tx)
    .where('review.emergency', 'is', null)
    .select(({ fn }) => fn.countAll<string>().as('waiting'))
    .executeTakeFirstOrThrow();
  return Number(waiting);
}

export function isOverdue({ due, review }: Emergency, clock: Clock): boolean {
  return review === undefined && due < today(clock);
}

/** Once: what was said of it stays. Where it was not right it ends at once. The database refuses whoever opened it. */
export async function reviewEmergency(
  tx: Tx,
  id: string,
  said: { readonly outcome: EmergencyOutcome; readonly note?: string | undefined },
): Promise<void> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('access.emergency_review')
    .values({ emergency: id, outcome: said.outcome, ...SIGNED })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (said.note === undefined || numInsertedOrUpdatedRows === 0n) return;
  await tx.insertInto('access.emergency_review_note').values({ emergency: id, words: said.note }).execute();
}
