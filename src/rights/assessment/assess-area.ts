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
  const { names, ...shared } = await access.actingAs(actor, 'oversight', { kind: 'area' }, (tx) =>
    readShared(tx, clock),
  );
  const consented = await access.actingAs(actor, 'rights', { kind: 'area' }, (tx) => countConsented(tx, clock));
  const holds = (await listHolds(access, actor)).filter((hold) => hold.lifted === undefined).length;
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
  const stands = all.filter((one) => ['in-force', 'to-come'].includes(stateOfAgreement(one, clock.now())));
  const { children } = await tx
    .selectFrom('account.child_year')
    .select(({ fn }) => fn.count<string>('upn').distinct().as('children'))
    .executeTakeFirstOrThrow();
  const years = await tx.selectFrom('account.child_year').select('academic_year').distinct().execute();
  const places = await tx.selectFrom('account.child_year').select('urns').distinct().execute();
  return {
    names,
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

/** Of how many children a yes stands, by who may read what. */
async function countConsented(tx: Tx, clock: Clock) {
  await whetherTheirs(tx, 'consents');
  const counted = new Map<string, { organisation: string; class: SharedClass; children: number }>();
  const asked = await tx.selectFrom('access.consent').select('upn').distinct().orderBy('upn').execute();
  for (const { upn } of asked) {
    const child = findUpn(upn);
    if (!child) continue;
    const judged = (await findCompetence(tx, child))?.judged ?? [];
    for (const scope of consentScopes(await listConsents(tx, child), judged, clock.now())) {
      const key = `${scope.organisation}\n${scope.class}`;
      const before = counted.get(key)?.children ?? 0;
      const children = before + (scope.stands.inForce ? 1 : 0);
      counted.set(key, { organisation: scope.organisation, class: scope.class, children });
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
