import {
  addAgreement,
  listAgreements,
  recordCompetence,
  recordConsent,
  singleUser,
  type Access,
  type Actor,
} from '#access';
import { CAST, CAST_AGREEMENTS, CAST_CONSENT } from '#demo';
import { addDays, beginningOfDay, findUpn, today, type Clock } from '#kernel';

const A_YEAR = 365;

/** What the organisations of the demonstration agreed, and what Callum said: put in once, where nothing was agreed yet. */
export async function settleSharing(access: Access, clock: Clock): Promise<void> {
  const day = today(clock);
  const startsAt = beginningOfDay(day);
  const endsAt = beginningOfDay(addDays(day, A_YEAR));
  const made = await access.actingAs(singleUser, 'access-management', { kind: 'area' }, async (tx) => {
    if ((await listAgreements(tx)).length > 0) return false;
    for (const agreement of CAST_AGREEMENTS) await addAgreement(tx, { ...agreement, startsAt, endsAt });
    return true;
  });
  const upn = findUpn(CAST_CONSENT.upn);
  const [young, judge] = [findMember(CAST_CONSENT.by), findMember(CAST_CONSENT.judgedBy)];
  if (!made || !upn || !young || !judge) return;
  const child = { kind: 'child', upn } as const;
  const known = await access.actingAs(judge, 'attendance-and-inclusion-support', child, async (tx) => {
    const rows = await tx.selectFrom('account.child_year').select('upn').where('upn', '=', upn).limit(1).execute();
    if (rows.length > 0) await recordCompetence(tx, upn, true, CAST_CONSENT.why);
    return rows.length > 0;
  });
  if (!known) return;
  await access.actingAs(young, 'own-record', child, (tx) =>
    recordConsent(tx, {
      upn,
      organisation: CAST_CONSENT.organisation,
      class: CAST_CONSENT.class,
      answer: 'given',
      expiresAt: beginningOfDay(addDays(day, A_YEAR)),
    }),
  );
}

function findMember(id: string): Actor | undefined {
  return CAST.find((one) => one.id === id);
}
