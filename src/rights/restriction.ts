import {
  calendarDate,
  findUpn,
  randomId,
  Refusal,
  today,
  type CalendarDate,
  type Clock,
  type Instant,
  type Upn,
} from '#kernel';
import { SIGNED, type Access, type Actor, type Tx } from '#access';
import { oneOf, readRequests, type Request, type RequestKind } from './request.ts';

/** Why the use of a record is restricted: UK GDPR article 18(1)(a) to (d), and 21(1) where an objection was upheld. */
export const RESTRICTION_GROUNDS = {
  accuracy: '18(1)(a)',
  unlawful: '18(1)(b)',
  'legal-claim': '18(1)(c)',
  objection: '18(1)(d)',
  'objection-upheld': '21(1)',
} as const;
export type RestrictionGround = keyof typeof RESTRICTION_GROUNDS;

/** The grounds on which a request of this kind can lead to a restriction; none where it never does. */
export function groundsFor(kind: RequestKind): readonly RestrictionGround[] {
  if (kind === 'restriction') return ['accuracy', 'unlawful', 'legal-claim', 'objection'];
  return kind === 'objection' ? ['objection', 'objection-upheld'] : [];
}

/** While one stands, the child is kept and shown to nobody but those for whom the law leaves it (decision 0029). */
export type Restriction = {
  readonly id: string;
  /** Undefined where the child was erased since. */
  readonly upn: Upn | undefined;
  readonly because: RestrictionGround;
  readonly since: Instant;
  readonly setBy: string;
  /** Which actor that was. */
  readonly setById: string;
  /** The request it follows; undefined in old ones, and once that was removed after its time. */
  readonly request: string | undefined;
  /** Somebody else who answers requests has looked at it. */
  readonly seen: boolean;
  readonly lifted: { readonly at: Instant; readonly by: string; readonly toldOn: CalendarDate } | undefined;
};

/** Whether a restriction can still follow a request: one that was refused or taken back asks for nothing. */
export function mayRestrictFor({ kind, state }: Pick<Request, 'kind' | 'state'>): boolean {
  return groundsFor(kind).length > 0 && state !== 'refused' && state !== 'withdrawn';
}

/** Restricts the use of a child’s record from this moment, as a request asks. The database holds to that too. */
export async function restrict(
  access: Access,
  clock: Clock,
  actor: Actor,
  about: { readonly upn: Upn; readonly request: string },
  because: RestrictionGround,
): Promise<void> {
  const { upn } = about;
  await access.actingAs(actor, 'rights', { kind: 'child', upn }, async (tx) => {
    const request = (await readRequests(tx, today(clock))).find(({ id }) => id === about.request);
    if (!request || !mayRestrictFor(request) || !groundsFor(request.kind).includes(because)) {
      throw new Refusal(
        'rights/request-over',
        'A restriction follows a request for it, or an objection, that was neither refused nor withdrawn. Record the request first.',
      );
    }
    const same = await readRestrictions(tx);
    if (same.some((one) => one.upn === upn && one.because === because && !one.lifted)) {
      throw new Refusal('rights/restricted-already', 'The use of this record is restricted for that reason already.');
    }
    await tx
      .insertInto('rights.restriction')
      .values({ id: randomId(), upn, because, request: request.id, ...SIGNED })
      .execute();
  });
}

/** Notes that a second person looked at it; whoever set it is none. */
export async function seeRestriction(access: Access, actor: Actor, id: string): Promise<void> {
  await access.actingAs(actor, 'rights', { kind: 'area' }, async (tx) => {
    await tx
      .insertInto('rights.restriction_seen')
      .values({ restriction: id, ...SIGNED })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}

/** Lifts one. Whoever obtained it is told before (UK GDPR article 18(3)): `toldOn` is the day that was done. */
export async function liftRestriction(
  access: Access,
  clock: Clock,
  actor: Actor,
  id: string,
  toldOn: CalendarDate,
): Promise<void> {
  if (toldOn > today(clock)) {
    throw new Refusal('rights/not-yet', 'Tell the person first, then lift it: the day cannot be after today.');
  }
  await access.actingAs(actor, 'rights', { kind: 'area' }, async (tx) => {
    const found = (await readRestrictions(tx)).find((one) => one.id === id);
    if (!found || found.lifted) throw noRestriction();
    await tx
      .insertInto('rights.restriction_end')
      .values({ restriction: id, told_on: toldOn, ...SIGNED })
      .execute();
  });
}

/** Those that stand first, then those that were lifted; the latest first. */
export async function listRestrictions(access: Access, actor: Actor): Promise<readonly Restriction[]> {
  return access.actingAs(actor, 'rights', { kind: 'area' }, readRestrictions);
}

/** Needs a `tx` acting for `rights`. */
export async function readRestrictions(tx: Tx): Promise<readonly Restriction[]> {
  const rows = await tx
    .selectFrom('rights.restriction as r')
    .leftJoin('rights.restriction_end as e', 'e.restriction', 'r.id')
    .leftJoin('rights.restriction_seen as s', 's.restriction', 'r.id')
    .select(['r.id', 'r.upn', 'r.because', 'r.at', 'r.actor', 'r.actor_name', 'r.request', 's.at as seen_at'])
    .select(['e.at as lifted_at', 'e.actor_name as lifted_by', 'e.told_on'])
    .orderBy('e.at', (order) => order.desc().nullsFirst())
    .orderBy('r.at', 'desc')
    .orderBy('r.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    upn: findUpn(row.upn),
    because: oneOf(grounds(), row.because),
    since: row.at,
    setBy: row.actor_name,
    setById: row.actor,
    request: row.request ?? undefined,
    seen: row.seen_at !== null,
    lifted:
      row.lifted_at === null || row.told_on === null
        ? undefined
        : { at: row.lifted_at, by: row.lifted_by ?? '', toldOn: calendarDate(row.told_on) },
  }));
}

function grounds(): readonly RestrictionGround[] {
  return Object.keys(RESTRICTION_GROUNDS).filter((key): key is RestrictionGround => key in RESTRICTION_GROUNDS);
}

function noRestriction(): Refusal {
  return new Refusal(
    'rights/no-restriction',
    'There is no such restriction, or it was lifted. Choose one that is listed.',
  );
}
