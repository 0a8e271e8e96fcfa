import {
  consentScopes,
  findCompetence,
  listAgreements,
  listConsents,
  listOrganisations,
  stateOfAgreement,
  type Competence,
  type ConsentScope,
  type Organisation,
  type SharedClass,
  type Tx,
} from '#access';
import type { Instant } from '#kernel';
import type { NamedChild } from './acting.tsx';

/** One thing that may be agreed to about a child: which organisation may read what. */
export type AskedScope = { readonly organisation: string; readonly class: SharedClass };

export type ChildConsents = {
  readonly competence: Competence | undefined;
  readonly scopes: readonly ConsentScope[];
  /** What agreements about this child ask consent for, and what was answered before. */
  readonly asked: readonly AskedScope[];
  readonly organisations: readonly Organisation[];
};

export async function readConsents(tx: Tx, child: NamedChild, at: Instant): Promise<ChildConsents> {
  const competence = await findCompetence(tx, child.upn);
  const organisations = await listOrganisations(tx);
  const scopes = consentScopes(await listConsents(tx, child.upn), competence?.judged ?? [], at);
  const agreements = (await listAgreements(tx)).filter((agreement) => {
    const giver = organisations.find(({ id }) => id === agreement.giver);
    const state = stateOfAgreement(agreement, at);
    const theirs = giver?.kind === 'area' || (giver?.urn !== undefined && child.urns.includes(giver.urn));
    return agreement.needsConsent && theirs && (state === 'in-force' || state === 'to-come');
  });
  const asked = [
    ...agreements.flatMap(({ receiver, classes }) => classes.map((one) => ({ organisation: receiver, class: one }))),
    ...scopes.map(({ organisation, class: one }) => ({ organisation, class: one })),
  ];
  return { competence, scopes, organisations, asked: [...new Map(asked.map((one) => [scopeKey(one), one])).values()] };
}

/** As a form sends it. */
export function scopeKey({ organisation, class: one }: AskedScope): string {
  return `${one}:${organisation}`;
}
