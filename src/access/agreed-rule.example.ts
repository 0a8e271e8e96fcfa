import { momentOf, upnIn, urnIn, type MiniQuestion, type MiniWorld } from './agreed-world.example.ts';
import { isAgreed, type SharedClass, type Sharing } from './agreed.ts';
import type { DataClass } from './purposes.ts';
import { listGranted, seesByAgreement } from './roles.ts';

/** What can be seen of a child. */
export const SIGHTS = ['account', 'card', 'list', 'school', 'note', 'words'] as const;
export type Sight = (typeof SIGHTS)[number];

/** What may be seen of a child: the rule of migrations/0005, 0008 and 0013, said once more. `school` gives the schools found. */
export function maySeeOf(
  world: MiniWorld,
  at: number,
  question: MiniQuestion,
  which: 0 | 1,
): ReadonlyMap<Sight, number> {
  const seen = new Map<Sight, number>(SIGHTS.map((sight) => [sight, 0]));
  const { role } = world;
  if (world.ended || (question.subject !== 'area' && question.subject !== which)) return seen;
  const may = (wanted: DataClass) => listGranted(role, question.purpose).includes(wanted);
  const one = world.children[which];
  if (one.restriction === 'stands' && !may('restricted')) return seen;
  const set = (sight: Sight, may: boolean, many = 1) => seen.set(sight, may ? many : 0);
  const cards = Math.max(1, one.schools.length);
  if (question.purpose === 'safeguarding-emergency') {
    const open = world.emergencies.some(
      ({ child: other, hour: opened, reviewed }) =>
        other === which && opened <= question.hour && question.hour < opened + 4 && reviewed !== 'not-right',
    );
    set('account', may('account') && open);
    set('card', may('account') && open, cards);
    return seen;
  }
  const tied = world.ties.some((tie) => !tie.ended && tie.child === which);
  if (!seesByAgreement(role) && !['partner', 'gone-partner'].includes(world.workplace)) {
    const reached = tied || world.ties.some((tie) => !tie.ended && tie.school && one.schools.includes(tie.school));
    set('account', may('account') && reached);
    set('card', may('account') && reached, cards);
    set('list', may('lists') && reached);
    const noted = may('notes') && may('account') && reached && one.note?.ended === false;
    set('note', noted);
    set('words', noted && (one.note?.names ?? []).includes(role));
    return seen;
  }
  if (!tied) return seen;
  const sharing = sharingOf(world, at);
  const urns = one.schools.map((school) => urnIn(at, school));
  const works = world.workplace === 'none' ? undefined : world.workplace;
  const agreed = (wanted: SharedClass | undefined, fetching: boolean, of: readonly number[] = urns) =>
    isAgreed(sharing, {
      organisation: works && { id: works, ended: works === 'gone-partner' },
      purpose: question.purpose,
      wanted,
      fetching,
      upn: upnIn(at, which),
      urns: of,
      at: momentOf(question.hour),
    });
  set('account', may('account') && agreed('account', true));
  set('card', may('account') && agreed('account', true), cards);
  set('list', may('lists') && agreed('lists', true));
  const found = may('account') ? urns.filter((urn) => agreed(undefined, false, [urn])) : [];
  seen.set('school', found.length);
  const noted = may('notes') && agreed('notes', false, found) && one.note?.ended === false;
  set('note', noted);
  const named = (one.note?.names ?? []).some((name) => name === role || name === works);
  set('words', noted && named && agreed('notes', true, found));
  return seen;
}

function sharingOf(world: MiniWorld, at: number): Sharing {
  return {
    agreements: world.agreements.map((one, nth) => ({
      ...one,
      id: String(nth),
      basis: 'any',
      startsAt: momentOf(one.from),
      endsAt: momentOf(one.to),
      revoked: one.revoked ? { at: momentOf(0), by: '', because: '' } : undefined,
    })),
    givers: new Map([
      ['area', { kind: 'area', ended: false }],
      ['school-1', { kind: 'school', urn: urnIn(at, 1), ended: false }],
      ['school-2', { kind: 'school', urn: urnIn(at, 2), ended: false }],
      ['gone-school', { kind: 'school', urn: urnIn(at, 1), ended: true }],
    ]),
    consents: world.consents.map((one, nth) => ({
      ...one,
      id: String(nth),
      upn: upnIn(at, one.child),
      startsAt: momentOf(one.from),
      expiresAt: one.answer === 'given' ? momentOf(one.to) : undefined,
      actor: one.by,
      voiceEnded: world.children[one.child].silent.some((voice) => voice === one.voice),
    })),
    judged: (upn) =>
      world.children.flatMap((one, nth) =>
        upnIn(at, nth) === upn ? one.judged.map(({ competent, by }) => ({ competent, actor: by })) : [],
      ),
  };
}
