import type { Instant, Upn } from '#kernel';
import type { OrganisationKind } from './roles.ts';
import type { Purpose } from './purposes.ts';

/** What can be agreed on between organisations, and consented to. */
export const SHARED_CLASSES = ['account', 'lists', 'notes'] as const;
export type SharedClass = (typeof SHARED_CLASSES)[number];

/** `find`: that a record exists, and which school to ask. `fetch`: what is in it. */
export type SharingMode = 'find' | 'fetch';

export type Agreement = {
  readonly id: string;
  readonly giver: string;
  readonly receiver: string;
  readonly classes: readonly SharedClass[];
  readonly purpose: Purpose;
  /** Lawful basis, in words. */
  readonly basis: string;
  readonly mode: SharingMode;
  readonly needsConsent: boolean;
  readonly startsAt: Instant;
  /** The first moment at which it is in force no more. */
  readonly endsAt: Instant;
  readonly revoked?: Revocation | undefined;
};
export type Revocation = { readonly at: Instant; readonly by: string; readonly because: string };

export type AgreementState = 'to-come' | 'in-force' | 'lapsed' | 'revoked';

/** A revocation counts as soon as it is there. */
export function stateOfAgreement(
  { startsAt, endsAt, revoked }: Pick<Agreement, 'startsAt' | 'endsAt' | 'revoked'>,
  at: Instant,
): AgreementState {
  if (revoked) return 'revoked';
  if (at < startsAt) return 'to-come';
  return at < endsAt ? 'in-force' : 'lapsed';
}

export type Answerer = 'young-person' | 'parent';
export type Answer = 'given' | 'refused' | 'withdrawn';

/** One answer about one scope: may this organisation read this class of data about this child. */
export type ConsentEvent = {
  readonly id: string;
  readonly upn: Upn;
  readonly organisation: string;
  readonly class: SharedClass;
  readonly givenBy: Answerer;
  /** The parent who answered here; '' where somebody of staff wrote down what was said to them. */
  readonly voice: string;
  readonly answer: Answer;
  readonly startsAt: Instant;
  /** A yes has an end, a no has none. */
  readonly expiresAt: Instant | undefined;
  /** Who wrote it down. */
  readonly actor: string;
  /** Whether the tie of who gave it here, or their access, has ended since. */
  readonly voiceEnded: boolean;
};

/** What was judged, in order: whether a young person can answer for themselves, and who judged. */
export type Judgement = { readonly competent: boolean; readonly actor: string };

/** Where a scope stands: whose answer decides, and what it comes to now. `nobody`: no answer that counts. */
export type ConsentStands = {
  readonly inForce: boolean;
  readonly decides: Answerer | 'nobody';
};

/**
 * Folds the answers about one scope, in the order in which they were given. A no that somebody gave here in person is lifted
 * by the same voice alone; of a young person, once judged able to answer. A young person who can answer and has answered
 * decides, against a parent’s no and a parent’s yes alike (Gillick v West Norfolk AHA [1985] UKHL 7). Otherwise a parent’s
 * yes counts while it is in force, unless a parent’s no stands. Two yeses do not count: one that was written down for a young
 * person by whoever judged that they can answer, and one of somebody who is tied to the child no more.
 */
export function consentStands(
  events: readonly ConsentEvent[],
  judged: readonly Judgement[],
  at: Instant,
): ConsentStands {
  const last = judged.at(-1);
  const counts = events.filter(
    ({ givenBy, voice, answer, actor }) =>
      !(givenBy === 'young-person' && voice === '' && answer === 'given' && actor === last?.actor),
  );
  const own = standing(counts, 'young-person');
  const refusedHere = own.some(({ voice, answer }) => voice !== '' && answer !== 'given');
  if (refusedHere && wasCompetent(judged)) return { inForce: false, decides: 'young-person' };
  const latest = counts.findLast(({ givenBy }) => givenBy === 'young-person');
  if (last?.competent && latest) return { inForce: saysYes(latest, at), decides: 'young-person' };
  const parents = standing(counts, 'parent');
  const inForce = parents.some((event) => saysYes(event, at)) && parents.every(({ answer }) => answer === 'given');
  return { inForce, decides: parents.length > 0 ? 'parent' : 'nobody' };
}

/** Whether a young person was ever judged able to answer: what they said then was said in confidence, and stays so. */
export function wasCompetent(judged: readonly Judgement[]): boolean {
  return judged.some(({ competent }) => competent);
}

/** Of each voice the last answer. */
function standing(events: readonly ConsentEvent[], whose: Answerer): readonly ConsentEvent[] {
  const voices = new Map<string, ConsentEvent>();
  for (const event of events) if (event.givenBy === whose) voices.set(event.voice, event);
  return [...voices.values()];
}

function saysYes({ answer, startsAt, expiresAt, voiceEnded }: ConsentEvent, at: Instant): boolean {
  return answer === 'given' && !voiceEnded && startsAt <= at && expiresAt !== undefined && at < expiresAt;
}

/** What is asked of a world: who reads for what, about whom, when. */
export type SharingQuestion = {
  readonly organisation: { readonly id: string; readonly ended: boolean } | undefined;
  readonly purpose: Purpose;
  /** Undefined: any class. */
  readonly wanted: SharedClass | undefined;
  readonly fetching: boolean;
  readonly upn: Upn;
  /** Schools on whose behalf something may be agreed about the child. */
  readonly urns: readonly number[];
  readonly at: Instant;
};

export type Sharing = {
  readonly agreements: readonly Agreement[];
  readonly givers: ReadonlyMap<
    string,
    { readonly kind: OrganisationKind; readonly urn?: number; readonly ended: boolean }
  >;
  readonly consents: readonly ConsentEvent[];
  /** Whether the young person can answer, as it was judged. */
  readonly judged: (upn: Upn) => readonly Judgement[];
};

/** The rule of `access.agreed` in migrations/0008, said once more: the database decides, and a test compares the two. */
export function isAgreed(sharing: Sharing, question: SharingQuestion): boolean {
  const { organisation, purpose, wanted, fetching, upn, urns, at } = question;
  if (!organisation || organisation.ended) return false;
  return sharing.agreements.some((agreement) => {
    if (agreement.receiver !== organisation.id || agreement.purpose !== purpose) return false;
    if (fetching && agreement.mode !== 'fetch') return false;
    if (stateOfAgreement(agreement, at) !== 'in-force') return false;
    const giver = sharing.givers.get(agreement.giver);
    if (!giver || giver.ended) return false;
    const onTheirSide = giver.kind === 'area' || (giver.urn !== undefined && urns.includes(giver.urn));
    if (!onTheirSide) return false;
    return agreement.classes.some((one) => {
      if (wanted !== undefined && one !== wanted) return false;
      if (!agreement.needsConsent) return true;
      const about = sharing.consents.filter(
        (event) => event.upn === upn && event.organisation === organisation.id && event.class === one,
      );
      return consentStands(about, sharing.judged(upn), at).inForce;
    });
  });
}
