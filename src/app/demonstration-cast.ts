import { addActor, addOrganisation, addTie, singleUser, type Access, type Tie } from '#access';
import { CAST, CAST_ORGANISATIONS, type CastMember, type CastTie } from '#demo';
import type { Clock } from '#kernel';
import type { Aggregates } from '#lost-learning';

/** The people of the demonstration and where they work: put into the records once. Who was changed or ended stays so. */
export async function enterCast(access: Access, clock: Clock): Promise<void> {
  await access.actingAs(singleUser, 'access-management', { kind: 'area' }, async (tx) => {
    const known = new Set((await tx.selectFrom('access.actor').select('id').execute()).map(({ id }) => id));
    const missing = CAST.filter(({ id }) => !known.has(id));
    if (missing.length === 0) return;
    const places = await tx.selectFrom('access.organisation').select('id').execute();
    for (const organisation of CAST_ORGANISATIONS) {
      if (!places.some(({ id }) => id === organisation.id)) await addOrganisation(tx, organisation, clock);
    }
    for (const member of missing) await addActor(tx, member, clock);
  });
}

/** What ties them, once the account says which classes and trusts there are. Who ever had a tie keeps what they have. */
export async function tieCast(access: Access, clock: Clock, aggregates: Aggregates): Promise<void> {
  const ties = new Map<string, readonly Tie[]>();
  for (const member of CAST) ties.set(member.id, await tiesOf(aggregates, member));
  await access.actingAs(singleUser, 'access-management', { kind: 'area' }, async (tx) => {
    const tied = new Set((await tx.selectFrom('access.tie').select('actor').execute()).map(({ actor }) => actor));
    for (const { id } of CAST.filter((member) => !tied.has(member.id))) {
      for (const tie of ties.get(id) ?? []) await addTie(tx, id, tie, clock);
    }
  });
}

async function tiesOf(aggregates: Aggregates, { ties }: CastMember): Promise<readonly Tie[]> {
  const found = await Promise.all(ties.map((tie) => tiesFrom(aggregates, tie)));
  return found.flat();
}

/** Which classes and trusts there are depends on how large Northmoor was made: they are looked up among the sums of schools. */
async function tiesFrom(aggregates: Aggregates, tie: CastTie): Promise<readonly Tie[]> {
  const year = aggregates.years.find(({ asOf }) => asOf !== null)?.year;
  switch (tie.kind) {
    case 'school':
      return [{ urn: tie.urn }];
    case 'child':
      return [{ upn: tie.upn }];
    case 'in-care':
      return [{ member_of: 'in-care' }];
    case 'class': {
      if (!year) return [];
      const groups = await aggregates.rows<{ readonly grouped_by: string; readonly value: string }>(
        'group_school',
        year,
        'urn = $urn',
        { urn: tie.urn },
      );
      const first = groups
        .filter(({ grouped_by: by, value }) => by === 'class' && value.startsWith(String(tie.yearGroup)))
        .map(({ value }) => value)
        .toSorted()[0];
      return first === undefined ? [] : [{ urn: tie.urn, class: first }];
    }
    case 'trust-of': {
      if (!year) return [];
      const schools = await aggregates.rows<{ readonly urn: number; readonly trust: string | null }>('school', year);
      const trust = schools.find(({ urn }) => urn === tie.urn)?.trust ?? null;
      return schools.filter((school) => trust !== null && school.trust === trust).map(({ urn }) => ({ urn }));
    }
  }
}
