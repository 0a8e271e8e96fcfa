import { findUpn, Refusal, today, type Clock } from '#kernel';
import {
  consentScopes,
  findCompetence,
  listAgreements,
  listConsents,
  listOrganisations,
  mayNow,
  stateOfAgreement,
  type Access,
  type Actor,
  type SharedClass,
  type Tx,
} from '#access';
import { contentOf, publishCount, type Figure } from '#disclosure';
import { listImports } from '#exchange/area-files';
import { readManifest, type AreaFolder } from '#store';
import { listHolds } from '../hold.ts';
import type { AssessedArea, SettingsInForce } from './assessed-area.ts';

type Assessing = { readonly area: AreaFolder; readonly access: Access; readonly clock: Clock };

/**
 * Reads what an impact assessment says of an area: agreements for oversight, consents for rights, as its data protection
 * officer. Both are looks at the area, on the record. Of children nothing leaves but protected counts.
 */
export async function assessArea(
  { area, access, clock }: Assessing,
  actor: Actor,
  settings: SettingsInForce,
): Promise<AssessedArea> {
  const { names, asked, ...shared } = await access.actingAs(actor, 'oversight', { kind: 'area' }, (tx) =>
    readShared(tx, clock),
  );
  const consented = await access.actingAs(actor, 'rights', { kind: 'area' }, (tx) => countConsented(tx, clock, asked));
  const holds = (await listHolds(access, actor)).some((hold) => hold.lifted === undefined);
  const manifest = await readManifest(area);
  return {
    ...shared,
    name: manifest.name ?? 'the area',
    on: today(clock),
    kinds: [...new Set((await listImports(area)).map(({ kind }) => kind))].toSorted(),
    consents: consented.map((one) => ({
      ...one,
      organisation: names.get(one.organisation) ?? one.organisation,
      children: protectedCount(one.children),
    })),
    holds,
    settings,
  };
}

async function readShared(tx: Tx, clock: Clock) {
  await whetherTheirs(tx, 'agreements');
  const names = new Map((await listOrganisations(tx)).map(({ id, name }) => [id, name]));
  const all = await listAgreements(tx);
  const stands = all.flatMap((one) => {
    const state = stateOfAgreement(one, clock.now());
    return state === 'in-force' || state === 'to-come' ? [{ ...one, state }] : [];
  });
  const { children } = await tx
    .selectFrom('account.child_year')
    .select(({ fn }) => fn.count<string>('upn').distinct().as('children'))
    .executeTakeFirstOrThrow();
  const years = await tx.selectFrom('account.child_year').select('academic_year').distinct().execute();
  const places = await tx.selectFrom('account.child_year').select('urns').distinct().execute();
  return {
    names,
    // A row for each, whoever answered: a row that comes with the first answer would tell of it.
    asked: stands
      .filter((one) => one.needsConsent)
      .flatMap(({ receiver, classes }) => classes.map((each) => ({ organisation: receiver, class: each }))),
    agreements: stands.map((one) => ({
      ...one,
      giverName: names.get(one.giver) ?? one.giver,
      receiverName: names.get(one.receiver) ?? one.receiver,
    })),
    agreementsEnded: all.length - stands.length,
    children: protectedCount(Number(children)),
    schools: new Set(places.flatMap(({ urns }) => urns)).size,
    years: years.map((row) => row.academic_year).toSorted(),
  };
}

/** Of how many children a yes stands, by who was agreed to read what with consent. */
async function countConsented(
  tx: Tx,
  clock: Clock,
  asked: readonly { readonly organisation: string; readonly class: SharedClass }[],
) {
  await whetherTheirs(tx, 'consents');
  const keyOf = (one: { readonly organisation: string; readonly class: SharedClass }): string =>
    `${one.organisation}\n${one.class}`;
  const counted = new Map(asked.map((one) => [keyOf(one), { ...one, children: 0 }]));
  const answered = await tx.selectFrom('access.consent').select('upn').distinct().orderBy('upn').execute();
  for (const { upn } of answered) {
    const child = findUpn(upn);
    if (!child) continue;
    const judged = (await findCompetence(tx, child))?.judged ?? [];
    for (const scope of consentScopes(await listConsents(tx, child), judged, clock.now())) {
      const count = counted.get(keyOf(scope));
      if (count && scope.stands.inForce) count.children += 1;
    }
  }
  return [...counted.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** Without leave the database shows nothing, and an assessment would say that there is none. */
async function whetherTheirs(tx: Tx, wanted: 'agreements' | 'consents'): Promise<void> {
  if (await mayNow(tx, wanted)) return;
  throw new Refusal(
    'rights/not-an-officer',
    'An assessment of an area is made by its data protection officer. Say who with --as and their id: it stands in the address of their page under /access.',
  );
}

function protectedCount(count: number): Figure {
  return contentOf(publishCount({ count }, 'public'));
}
