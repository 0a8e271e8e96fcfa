import type { Clock } from '#kernel';
import { addActor, addTie, singleUser, type Access, type Actor, type Tie } from '#access';

/** People of Northmoor whom whoever looks at the demonstration can be. All of them are invented. */
export const CAST: readonly { readonly actor: Actor; readonly ties: readonly Tie[] }[] = [
  {
    actor: { id: 'cast-administrator', name: 'Nasreen Akhtar', role: 'area-administrator', scope: 'area' },
    ties: [],
  },
  { actor: { id: 'cast-officer', name: 'Tom Whitfield', role: 'area-officer', scope: 'area' }, ties: [] },
  { actor: { id: 'cast-lead', name: 'Grace Obi', role: 'school-lead', scope: 'ties' }, ties: [{ urn: 920_001 }] },
];

/** Puts those into the records who are not there yet, as whoever has been there from the beginning. */
export async function enterCast(access: Access, clock: Clock): Promise<void> {
  await access.actingAs(singleUser, 'access-management', { kind: 'area' }, async (tx) => {
    const known = new Set((await tx.selectFrom('access.actor').select('id').execute()).map(({ id }) => id));
    for (const { actor, ties } of CAST) {
      if (known.has(actor.id)) continue;
      await addActor(tx, actor, clock);
      for (const tie of ties) await addTie(tx, actor.id, tie, clock);
    }
  });
}
