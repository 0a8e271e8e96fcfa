import type { Tx } from '#store';
import { listHeldTies, type HeldTie, type Organisation } from './actor.ts';
import { listLeftOut } from './restricted.ts';
import { ORGANISATION_KINDS, findRole, type Role, type Scope } from './roles.ts';

/** Something that ties a person; `restricted`: to a child who is left out of what whoever asks sees. */
export type PersonTie = HeldTie & { readonly restricted: boolean };

/** Someone who has access now, with what ties them. */
export type PersonWithAccess = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly scope: Scope;
  readonly organisation: string | undefined;
  readonly ties: readonly PersonTie[];
};

/** Organisations that have not ended, in order of name. */
export async function listOrganisations(tx: Tx): Promise<readonly Organisation[]> {
  const rows = await tx
    .selectFrom('access.organisation')
    .select(['id', 'kind', 'name', 'urn'])
    .where('ended_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.flatMap(({ id, kind: text, name, urn }): readonly Organisation[] => {
    const kind = ORGANISATION_KINDS.find((one) => one === text);
    return kind ? [{ id, kind, name, ...(urn === null ? {} : { urn }) }] : [];
  });
}

/** Needs a `tx` acting for `access-management` to see ties that are not one’s own. In order of name. */
export async function listPeople(tx: Tx): Promise<readonly PersonWithAccess[]> {
  const rows = await tx
    .selectFrom('access.actor')
    .select(['id', 'name', 'role', 'scope', 'organisation'])
    .where('ended_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
  const leftOut = new Set(await listLeftOut(tx));
  const people: PersonWithAccess[] = [];
  for (const row of rows) {
    const role = findRole(row.role);
    if (!role) continue;
    const { id, name } = row;
    const scope = row.scope === 'area' ? 'area' : 'ties';
    const ties = (await listHeldTies(tx, id)).map((held) => ({
      ...held,
      restricted: 'upn' in held.tie && leftOut.has(held.tie.upn),
    }));
    people.push({ id, name, role, scope, organisation: row.organisation ?? undefined, ties });
  }
  return people;
}
