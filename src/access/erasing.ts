import { randomId, Refusal, type Instant, type Upn } from '#kernel';
import type { Tx } from '#store';
import { sql } from 'kysely';
import type { Actor } from './actor.ts';
import { enteringOrRefused, type AlsoNeeds, type Door } from './entry.ts';
import { restrictedSince } from './restricted.ts';
import type { Entered } from './subject.ts';

/** On which ground someone’s data is erased: UK GDPR article 17(1)(a) to (f). */
export const ERASURE_GROUNDS = {
  'no-longer-needed': 'It is no longer needed for what it was kept for (a)',
  'consent-withdrawn': 'It was kept with consent, which was withdrawn (b)',
  objection: 'The person objected, and nothing weighs more (c)',
  unlawful: 'It should never have been kept (d)',
  'legal-obligation': 'A law requires that it is erased (e)',
  'child-online-service': 'It was given for an online service offered to a child (f)',
} as const;
export type ErasureGround = keyof typeof ERASURE_GROUNDS;

/** A child to be taken out, what stands in the place of its UPN, and the ground. */
export type Erasure = { readonly upn: Upn; readonly standIn: string; readonly because: ErasureGround };

/**
 * Every table that names a child by its UPN, and what becomes of its rows. A test finds a column that is not here.
 * (account.word names children by their places; the publication before this cleared it.)
 */
export const CHILD_COLUMNS = {
  'account.child_year.upn': 'removed',
  'account.card.upn': 'removed',
  'account.membership.upn': 'removed',
  'worklist.entry.upn': 'removed',
  'worklist.departed.upn': 'removed',
  'access.tie.upn': 'removed',
  'access.consent.upn': 'removed',
  'access.voice_end.upn': 'removed',
  'access.competence.upn': 'removed',
  'access.note.upn': 'removed',
  'access.emergency.upn': 'stand-in',
  'access.look.subject_key': 'stand-in',
  'rights.request.upn': 'stand-in',
  'rights.hold.upn': 'stand-in',
  'rights.restriction.upn': 'stand-in',
} as const;

/** Drawn by chance: nothing leads from it to the child, and all that was about one child stays together. */
export function drawStandIn(): string {
  return `erased-${randomId()}`;
}

/** One line for a hold that keeps something from being taken out. */
export function heldRefusal(what: string): Refusal {
  return new Refusal('rights/held', `${what} is under a legal hold. Lift the hold first: kith rights hold --help`);
}

/**
 * The digest that a seal holds of whom a look was at (seals/seal.ts) is kept, so that the seal still proves the rest; the
 * salt goes, without which trying every UPN would find her.
 */
export const TAKEN_OUT = sql`salt = gen_random_uuid(), taken_out = encode(sha256(convert_to(
  '["kith-looks-1","' || salt || '","' || subject_key || '"]', 'UTF8')), 'hex')`;

/** Asks whether a child may be taken out, leaves the trace of it, and changes nothing. Throws `Refusal` where not. */
export async function mayTakeOut(door: Door, actor: Actor, erasure: Erasure): Promise<void> {
  await answering(door, actor, { kind: 'erasure', ...erasure }, async (tx) => {
    const held = await tx
      .selectFrom('rights.hold')
      .select('id')
      .where('lifted_at', 'is', null)
      .where((where) =>
        where.or([
          where('upn', '=', erasure.upn),
          where(
            'academic_year',
            'in',
            where.selectFrom('account.child_year').select('academic_year').where('upn', '=', erasure.upn),
          ),
        ]),
      )
      .executeTakeFirst();
    if (held) throw heldRefusal('This child, or a year it was on roll,');
    if ((await restrictedSince(tx, erasure.upn)) !== undefined) {
      throw new Refusal(
        'rights/restricted',
        'The use of this child’s record is restricted, which keeps it too. Lift the restriction first, under requests about people’s own data.',
      );
    }
  });
}

export type TakenOut = { readonly looks: number; readonly rows: number };

/**
 * Takes a child out of every table, in one transaction. Looks stay, and so do emergencies without their reasons, since an
 * area must be able to show who looked (UK GDPR article 5(2)): the UPN in them goes, and what stands in its place is in no
 * file that leads back.
 */
export async function takeChildOut(door: Door, actor: Actor, { upn, standIn, because }: Erasure): Promise<TakenOut> {
  return answering(door, actor, { kind: 'erasure', upn, standIn }, async (tx, at) => {
    let rows = 0;
    for (const [column, becomes] of Object.entries(CHILD_COLUMNS)) {
      if (becomes !== 'removed') continue;
      const table = column.split('.').slice(0, 2).join('.');
      const { numAffectedRows } = await sql`delete from ${sql.table(table)} where upn = ${upn}`.execute(tx);
      rows += Number(numAffectedRows ?? 0n);
    }
    await tx.updateTable('rights.request').set({ upn: standIn, words: null }).where('upn', '=', upn).execute();
    await tx
      .updateTable('rights.hold')
      .set({ upn: standIn, because: null, lifted_because: null })
      .where('upn', '=', upn)
      .execute();
    await tx.updateTable('rights.restriction').set({ upn: standIn }).where('upn', '=', upn).execute();
    const opened = sql`select id from access.emergency where upn = ${upn}`;
    await sql`delete from access.emergency_review_note where emergency in (${opened})`.execute(tx);
    await sql`delete from access.emergency_reason where emergency in (${opened})`.execute(tx);
    await tx.updateTable('access.emergency').set({ upn: standIn }).where('upn', '=', upn).execute();
    const { numAffectedRows } = await sql`update access.look set ${TAKEN_OUT}, subject_key = ${standIn}
      where subject_kind = 'child' and subject_key = ${upn}`.execute(tx);
    const looks = Number(numAffectedRows ?? 0n);
    // Finished once already, and begun again after a stop: the first row stands.
    await sql`insert into rights.erasure (stand_in, at, actor, actor_name, because, looks)
      select ${standIn}, ${at}, id, name, ${because}, ${looks} from access.actor where id = ${actor.id}
      on conflict (stand_in) do nothing`.execute(tx);
    return { looks, rows };
  });
}

const ANSWERS: AlsoNeeds = async (tx) => {
  const { rows } = await sql<{ may: boolean }>`select access.answers() as may`.execute(tx);
  return rows[0]?.may === true ? undefined : 'Only someone who answers requests about people’s own data may do this.';
};

/** Enters for whoever answers requests, and for nobody else. */
export function answering<T>(
  door: Door,
  actor: Actor,
  subject: Entered,
  work: (tx: Tx, at: Instant) => Promise<T>,
): Promise<T> {
  return enteringOrRefused(door, { actor, purpose: 'rights', subject }, work, { alsoNeeds: ANSWERS });
}
