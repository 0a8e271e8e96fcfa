import { knownAs } from '#access';
import type { Clock } from '#kernel';
import { invitedActor, useInvitation } from './invitation.ts';
import type { Vouched } from './openid.ts';
import type { Tx } from './record.ts';
import { needsSecondFactor, type RefusedOutcome } from './rules.ts';

export type LetIn =
  | { readonly kind: 'let-in'; readonly actor: string; readonly tied: boolean }
  | { readonly kind: 'refused'; readonly outcome: RefusedOutcome; readonly actor?: string };

/**
 * Whether whom a provider vouches for is someone here. An unknown subject is nobody, unless an open invitation was
 * shown in the same browser: then it is tied to the actor that the invitation is for, which uses the invitation up.
 */
export async function letIn(
  tx: Tx,
  clock: Clock,
  asked: { readonly provider: string; readonly vouched: Vouched; readonly invitation: string | undefined },
): Promise<LetIn> {
  const { provider, vouched, invitation } = asked;
  const identity = await tx
    .selectFrom('access.identity')
    .select('actor')
    .where('subject', '=', vouched.subject)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  const invited = invitation === undefined ? undefined : await invitedActor(tx, clock, invitation);
  if (identity && invited !== undefined && invited !== identity.actor) return refused('already-tied', identity.actor);
  if (!identity && invitation !== undefined && invited === undefined) return refused('invitation-not-open');
  const id = identity?.actor ?? invited;
  if (id === undefined) return refused('unknown-subject');
  const actor = await knownAs(tx, id);
  if (!actor) return refused('actor-ended', id);
  if (needsSecondFactor(actor.role) && !vouched.secondFactor) return refused('no-second-factor', id);
  if (identity || invitation === undefined) return { kind: 'let-in', actor: id, tied: false };
  // Tied before the invitation is used up: its policy asks for one that is open.
  await tx
    .insertInto('access.identity')
    .values({ subject: vouched.subject, provider, actor: id, tied_by: 'invitation', since: clock.now() })
    .execute();
  await useInvitation(tx, clock, invitation);
  return { kind: 'let-in', actor: id, tied: true };
}

function refused(outcome: RefusedOutcome, actor?: string): LetIn {
  return { kind: 'refused', outcome, ...(actor === undefined ? {} : { actor }) };
}
