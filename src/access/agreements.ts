import { randomId, Refusal } from '#kernel';
import type { Tx } from '#store';
import { SHARED_CLASSES, type Agreement, type SharedClass } from './agreed.ts';
import { listPurposes, type Purpose } from './purposes.ts';
import { AGREEING_KINDS, listRoles, mayActFor, seesByAgreement } from './roles.ts';
import { SIGNED } from './signed.ts';

export type NewAgreement = Omit<Agreement, 'id' | 'revoked'>;

/** The purposes an agreement can be for: those for which people who see by agreement read about children. */
export function listSharingPurposes(): readonly Purpose[] {
  return listPurposes().filter(
    (purpose) =>
      purpose !== 'safeguarding-emergency' &&
      listRoles().some((role) => seesByAgreement(role) && mayActFor(role, purpose)),
  );
}

/** Needs a `tx` acting for `access-management`. In force from its start, without anything else to do. */
export async function addAgreement(tx: Tx, agreement: NewAgreement): Promise<string> {
  const places = await tx
    .selectFrom('access.organisation')
    .select(['id', 'kind'])
    .where('id', 'in', [agreement.giver, agreement.receiver])
    .where('ended_at', 'is', null)
    .execute();
  const kindOf = (id: string) => places.find((place) => place.id === id)?.kind;
  const gives = kindOf(agreement.giver);
  const receives = kindOf(agreement.receiver);
  if (gives !== 'area' && gives !== 'school')
    throw misfit('Choose the area or one of its schools as the one that gives.');
  if (!AGREEING_KINDS.some((kind) => kind === receives)) {
    throw misfit('Choose a health, youth or community organisation as the one that receives.');
  }
  const id = randomId();
  await tx
    .insertInto('access.agreement')
    .values({
      id,
      giver: agreement.giver,
      receiver: agreement.receiver,
      classes: [...agreement.classes],
      purpose: agreement.purpose,
      basis: agreement.basis,
      mode: agreement.mode,
      needs_consent: agreement.needsConsent,
      starts_at: agreement.startsAt,
      ends_at: agreement.endsAt,
      ...SIGNED,
    })
    .execute();
  return id;
}

/** From the next statement on nothing is read by it, whoever is in the middle of reading. */
export async function revokeAgreement(tx: Tx, id: string, because: string): Promise<void> {
  await tx
    .insertInto('access.agreement_revocation')
    .values({ agreement: id, because, ...SIGNED })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Every agreement there was, the latest start first. */
export async function listAgreements(tx: Tx): Promise<readonly Agreement[]> {
  const rows = await tx
    .selectFrom('access.agreement as a')
    .leftJoin('access.agreement_revocation as gone', 'gone.agreement', 'a.id')
    .select([
      'a.id',
      'giver',
      'receiver',
      'classes',
      'purpose',
      'basis',
      'mode',
      'needs_consent',
      'starts_at',
      'ends_at',
    ])
    .select(['gone.at as revoked_at', 'gone.actor_name as revoked_by', 'gone.because'])
    .orderBy('starts_at', 'desc')
    .orderBy('a.id')
    .execute();
  return rows.flatMap((row): readonly Agreement[] => {
    const purpose = listPurposes().find((one) => one === row.purpose);
    if (!purpose) return [];
    return [
      {
        id: row.id,
        giver: row.giver,
        receiver: row.receiver,
        classes: sharedClasses(row.classes),
        purpose,
        basis: row.basis,
        mode: row.mode === 'fetch' ? 'fetch' : 'find',
        needsConsent: row.needs_consent,
        startsAt: row.starts_at,
        endsAt: row.ends_at,
        revoked:
          row.revoked_at === null || row.revoked_by === null || row.because === null
            ? undefined
            : { at: row.revoked_at, by: row.revoked_by, because: row.because },
      },
    ];
  });
}

export function sharedClasses(texts: readonly string[]): readonly SharedClass[] {
  return SHARED_CLASSES.filter((one) => texts.includes(one));
}

function misfit(words: string): Refusal {
  return new Refusal('access/agreement', words);
}
