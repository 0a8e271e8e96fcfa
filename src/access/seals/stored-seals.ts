import type { Instant } from '#kernel';
import type { Tx } from '#store';
import { sql, type RawBuilder } from 'kysely';
import { idRanges, multirangeText, rangesOfMultirange, rangesText, type IdRanges } from './id-ranges.ts';
import { FORMAT, sealShape, type LookRow, type Seal } from './seal.ts';

/** Makes `tx` the sealer’s or the verifier’s: it reads every look and every seal, and no more of anything. */
export async function becomeSealer(tx: Tx): Promise<void> {
  await sql`select
    set_config('role', 'kith_app', true),
    set_config('kith.actor', '', true),
    set_config('kith.purpose', 'oversight', true),
    set_config('kith.kind', 'sealing', true),
    set_config('kith.keys', '', true)`.execute(tx);
}

/** Holds the sealing for this transaction; false where another process is at it. */
export async function holdSealing(tx: Tx): Promise<boolean> {
  // 75105116104 keeps two processes from migrating at once; this is the next number.
  const { rows } = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(75105116105) as held`.execute(tx);
  return rows[0]?.held === true;
}

/** A seal as the database holds it, and the highest id up to it. Undefined where its row is no seal at all. */
export type StoredSeal = { readonly number: number; readonly highest: number; readonly seal: Seal | undefined };

export async function findLastSeal(tx: Tx): Promise<StoredSeal | undefined> {
  const row = await tx.selectFrom('access.seal').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirst();
  return row && stored(row);
}

export async function listSeals(tx: Tx, from: number, to: number): Promise<readonly StoredSeal[]> {
  const rows = await tx
    .selectFrom('access.seal')
    .selectAll()
    .where('number', '>=', from)
    .where('number', '<=', to)
    .orderBy('number')
    .execute();
  return rows.map(stored);
}

type Stored = {
  readonly number: number;
  readonly sealed_at: string;
  readonly looks: string;
  readonly counted: number;
  readonly emptied: boolean;
  readonly highest: string;
  readonly rows_digest: string;
  readonly marks: string;
  readonly previous: string;
  readonly key: string;
  readonly digest: string;
  readonly signature: string;
};

function stored(row: Stored): StoredSeal {
  const { number, highest, sealed_at: sealedAt, looks, rows_digest: rows, ...same } = row;
  const told = { format: FORMAT, number, sealedAt, looks: rangesText(rangesOfMultirange(looks)), rows, ...same };
  return { number, highest: Number(highest), seal: sealShape.safeParse(told).data };
}

export async function insertSeal(tx: Tx, seal: Seal, highestBefore: number): Promise<void> {
  const { number, sealedAt: sealed_at, rows: rows_digest, looks: text, format: _, ...same } = seal;
  const ranges = idRanges.parse(text);
  const highest = String(Math.max(highestBefore, ranges.at(-1)?.to ?? 0));
  const row = { number, sealed_at, rows_digest, looks: multirangeText(ranges), highest, ...same };
  await tx.insertInto('access.seal').values(row).execute();
}

/**
 * Committed looks that are in no seal, in the order of their ids. `settledBefore`: seals made earlier are settled,
 * which means that no look with an id below theirs is still to come; without it every look is gone through. Those up to
 * `after` were gone through a moment ago.
 */
export async function findUnsealed(
  tx: Tx,
  settledBefore: Instant | undefined,
  after: number,
  most: number,
): Promise<readonly LookRow[]> {
  const { rows } = await sql<LookRow>`${unsealed(sql`*`, settledBefore, after)} order by id limit ${most}`.execute(tx);
  return rows;
}

/** How many such looks there are, settled or not as above. */
export async function countUnsealed(tx: Tx, settledBefore: Instant): Promise<number> {
  const { rows } = await sql<{
    waiting: number;
  }>`${unsealed(sql`count(*)::integer as waiting`, settledBefore, 0)}`.execute(tx);
  return rows[0]?.waiting ?? 0;
}

function unsealed(what: RawBuilder<unknown>, settledBefore: Instant | undefined, after: number): RawBuilder<unknown> {
  return sql`
    with settled as (
      select number, highest from access.seal
      where sealed_at < ${settledBefore ?? '-infinity'}::timestamptz order by number desc limit 1
    ), since as (
      select range_agg(looks) as looks from access.seal
      where number > coalesce((select number from settled), 0)
    )
    select ${what} from access.look
    where id > greatest(coalesce((select highest from settled), 0), ${after})
      and (id <@ (select looks from since)) is not true`;
}

/** The looks that stand in these ranges, by the line of their seal, in the order of ids. */
export async function listSealedLooks(
  tx: Tx,
  seals: readonly { readonly line: number; readonly ranges: IdRanges }[],
): Promise<ReadonlyMap<number, readonly LookRow[]>> {
  const flat = seals.flatMap(({ line, ranges }) => ranges.map(({ from, to }) => ({ line, from, to })));
  const { rows } = await sql<LookRow & { readonly of_line: number }>`
    select sealed.of_line, look.*
    from unnest(${flat.map(({ line }) => line)}::integer[], ${flat.map(({ from }) => from)}::bigint[],
      ${flat.map(({ to }) => to)}::bigint[]) as sealed (of_line, first, last)
    cross join lateral (select * from access.look where id >= first and id <= last) as look
    order by sealed.of_line, look.id`.execute(tx);
  const byLine = new Map<number, LookRow[]>();
  for (const { of_line: line, ...look } of rows) {
    const held = byLine.get(line);
    if (held) held.push(look);
    else byLine.set(line, [look]);
  }
  return byLine;
}

/** Looks in none of these ranges: how many, and the first of those whose time is before `bound`. */
export async function findOutsideSeals(
  tx: Tx,
  ranges: IdRanges,
  bound: Instant | undefined,
  most: number,
): Promise<{ readonly waiting: number; readonly early: readonly { readonly id: string; readonly at: Instant }[] }> {
  const outside = sql<boolean>`not id <@ ${multirangeText(ranges)}::int8multirange`;
  const { waiting } = await tx
    .selectFrom('access.look')
    .select(({ fn }) => fn.countAll<string>().as('waiting'))
    .where(outside)
    .executeTakeFirstOrThrow();
  if (bound === undefined) return { waiting: Number(waiting), early: [] };
  const early = await tx
    .selectFrom('access.look')
    .select(['id', 'at'])
    .where(outside)
    .where('at', '<', bound)
    .orderBy('id')
    .limit(most)
    .execute();
  return { waiting: Number(waiting), early };
}

/** What stands in the place of a UPN, and how many looks at children have it; `told` is how many its erasure took out. */
export type LooseStandIn = { readonly standIn: string; readonly counted: number; readonly told: number | undefined };

/**
 * Stand-ins that no erasure accounts for: of each, as many looks have to be there as `rights.erasure` tells, and one that
 * says when it was done. What is past its time has a stand-in a look, and a look of a later clearing.
 */
export async function findLooseStandIns(tx: Tx, most: number): Promise<readonly LooseStandIn[]> {
  const { rows } = await sql<{ stand_in: string; counted: number; told: number | null }>`
    with put as (
      select subject_key, count(*)::integer as counted, max(at) as at from access.look
      where subject_kind = 'child' and access.is_stand_in(subject_key) group by subject_key
    )
    select coalesce(stand_in, subject_key) as stand_in, coalesce(counted, 0) as counted, erasure.looks as told
    from put full join rights.erasure on stand_in = subject_key
    where case
      when stand_in is null then counted > 1 or not exists (
        select from access.look as clearing
        where clearing.subject_kind = 'retention' and clearing.permitted and clearing.at >= put.at
      )
      else coalesce(counted, 0) <> erasure.looks or not exists (
        select from access.look as erasing
        where erasing.subject_kind = 'erasure' and erasing.permitted and erasing.subject_key = stand_in
      )
    end
    order by 1 limit ${most}`.execute(tx);
  return rows.map(({ stand_in: standIn, counted, told }) => ({ standIn, counted, told: told ?? undefined }));
}
