import type { Access, Actor } from '#access';
import { today, type Clock, type Upn } from '#kernel';
import { recordRequest, restrict, type RestrictionGround } from '#rights';

/** Restricts the use of a record as the page does: for a request that is recorded today. */
export async function restrictFor(
  { access, clock, actor }: { readonly access: Access; readonly clock: Clock; readonly actor: Actor },
  upn: Upn,
  because: Exclude<RestrictionGround, 'objection-upheld'>,
): Promise<void> {
  const asked = { upn, kind: 'restriction', askedBy: 'parent', receivedOn: today(clock), words: undefined } as const;
  const request = await recordRequest(access, clock, actor, asked);
  await restrict(access, clock, actor, { upn, request }, because);
}
