import { findPurpose, type Actor } from '#access';
import { CAST } from '#demo';
import { findUpn, upnCheckLetter, type Random, type Upn } from '#kernel';
import { beginTransaction } from '#store';
import type { Store } from './four-stores.ts';

export function memberOfCast(id: string): Actor {
  const found = CAST.find((one) => one.id === id);
  if (!found) throw new Error(`bench/nobody: ${id}`);
  return found;
}

/** Children that somebody may see, and children of the area that they may not. */
export async function childrenOf(
  { records, web }: Store,
  actor: Actor,
): Promise<{ readonly seen: readonly Upn[]; readonly hidden: readonly Upn[] }> {
  const purpose = findPurpose(actor.role, 'account');
  if (!purpose) return { seen: [], hidden: [] };
  const listed = await web.access.actingAs(actor, purpose, { kind: 'area' }, (tx) =>
    tx.selectFrom('account.child_year').select('upn').distinct().orderBy('upn').execute(),
  );
  const all = await beginTransaction(records, (tx) =>
    tx.selectFrom('account.child_year').select('upn').distinct().orderBy('upn').execute(),
  );
  const seen = new Set(listed.map(({ upn }) => upn));
  const upns = all.flatMap(({ upn }) => findUpn(upn) ?? []);
  return { seen: upns.filter((upn) => seen.has(upn)), hidden: upns.filter((upn) => !seen.has(upn)) };
}

/** A UPN like those of the area, that nobody of it has. */
export function absentUpn(taken: ReadonlySet<string>, like: string, random: Random): Upn {
  for (;;) {
    const digits = `${like.slice(1, 9)}${String(random.below(10_000)).padStart(4, '0')}`;
    const upn = findUpn(`${upnCheckLetter(digits)}${digits}`);
    if (upn && !taken.has(upn)) return upn;
  }
}
