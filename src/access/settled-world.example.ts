import type { Upn } from '#kernel';
import type { Tx } from '#store';
import { insertCards } from './card.ts';
import { childYear, listEntry } from './child-year.example.ts';
import { insertChildYears } from './child-year.ts';
import { insertListEntries } from './list-entry.ts';
import { momentOf, nameIn, upnIn, urnIn, type MiniWorld } from './agreed-world.example.ts';

/** Makes all worlds as the owner, in one database. */
export async function settleMini(tx: Tx, worlds: readonly MiniWorld[]): Promise<void> {
  const AT = momentOf(0);
  const each = <Row>(rows: (world: MiniWorld, at: number) => readonly Row[]) => worlds.flatMap(rows);
  const signed = (at: number) => ({ at: AT, actor: nameIn(at, 'actor'), actor_name: 'any' });
  const version = 1;
  await tx
    .insertInto('access.organisation')
    .values(
      each((world, at) => [
        { id: nameIn(at, 'area'), kind: 'area', name: 'Area', since: AT },
        ...([1, 2] as const).map((n) => ({
          id: nameIn(at, `school-${n}`),
          kind: 'school',
          name: 'School',
          urn: urnIn(at, n),
          since: AT,
        })),
        { id: nameIn(at, 'gone-school'), kind: 'school', name: 'Gone', urn: urnIn(at, 1), since: AT, ended_at: AT },
        { id: nameIn(at, 'partner'), kind: world.partnerKind, name: 'Partner', since: AT },
        { id: nameIn(at, 'gone-partner'), kind: world.partnerKind, name: 'Gone partner', since: AT, ended_at: AT },
      ]).map((row) => ({ urn: null, ended_at: null, ...row })),
    )
    .execute();
  const workplaces = {
    none: undefined,
    school: 'school-1',
    partner: 'partner',
    'gone-partner': 'gone-partner',
  } as const;
  await tx
    .insertInto('access.actor')
    .values(
      each((world, at) => {
        const place = workplaces[world.workplace];
        const organisation = place === undefined ? null : nameIn(at, place);
        const ended_at = world.ended ? AT : null;
        return [
          { id: nameIn(at, 'actor'), name: 'Any', role: world.role, scope: 'ties', organisation, since: AT, ended_at },
        ];
      }),
    )
    .execute();
  // Whoever else wrote answers and judgements down, or gave them: the same people in every world.
  const others = ['one', 'other', 'mother', 'father', 'young'];
  await tx
    .insertInto('access.actor')
    .values(others.map((id) => ({ id, name: id, role: 'parent', scope: 'ties', since: AT })))
    .execute();
  const insert = async <Row>(rows: readonly Row[], work: (rows: readonly Row[]) => Promise<unknown>) => {
    if (rows.length > 0) await work(rows);
  };
  await insert(
    each((world, at) =>
      world.ties.map((tie) => ({
        actor: nameIn(at, 'actor'),
        urn: tie.school === undefined ? null : urnIn(at, tie.school),
        upn: tie.child === undefined ? null : upnIn(at, tie.child),
        since: AT,
        ended_at: tie.ended ? AT : null,
      })),
    ),
    (rows) => tx.insertInto('access.tie').values(rows).execute(),
  );
  const agreements = each((world, at) =>
    world.agreements.map((one, nth) => ({ one, at, id: (at * 100 + nth).toString(16).padStart(32, '0') })),
  );
  await insert(agreements, (some) =>
    tx
      .insertInto('access.agreement')
      .values(
        some.map(({ one, at, id }) => ({
          id,
          giver: nameIn(at, one.giver),
          receiver: nameIn(at, one.receiver),
          classes: [...one.classes],
          purpose: one.purpose,
          basis: 'any',
          mode: one.mode,
          needs_consent: one.needsConsent,
          starts_at: momentOf(one.from),
          ends_at: momentOf(one.to),
          ...signed(at),
        })),
      )
      .execute(),
  );
  await insert(
    agreements.filter(({ one }) => one.revoked),
    (some) =>
      tx
        .insertInto('access.agreement_revocation')
        .values(some.map(({ at, id }) => ({ agreement: id, because: 'any', ...signed(at) })))
        .execute(),
  );
  await insert(
    each((world, at) =>
      world.consents.map((one) => ({
        upn: upnIn(at, one.child),
        organisation: nameIn(at, one.organisation),
        class: one.class,
        given_by: one.givenBy,
        voice: one.voice,
        answer: one.answer,
        starts_at: momentOf(one.from),
        expires_at: one.answer === 'given' ? momentOf(one.to) : null,
        ...signed(at),
        actor: one.by,
      })),
    ),
    (rows) => tx.insertInto('access.consent').values(rows).execute(),
  );
  const children = each((world, at) =>
    world.children.map((one, nth) => ({
      one,
      at,
      upn: upnIn(at, nth),
      nth: at * 2 + nth,
      urns: one.schools.map((n) => urnIn(at, n)),
    })),
  );
  await insert(
    children.flatMap(({ one, at, upn }) =>
      one.judged.map(({ competent, by }) => ({ upn, competent, ...signed(at), actor: by })),
    ),
    (rows) => tx.insertInto('access.competence').values(rows).execute(),
  );
  await insert(
    children.flatMap(({ one, upn }) => one.silent.map((voice) => ({ upn, voice, at: AT }))),
    (rows) => tx.insertInto('access.voice_end').values(rows).execute(),
  );
  const restricted = children.flatMap(({ one, upn, nth }) =>
    one.restriction ? [{ id: nth.toString(16).padStart(32, '0'), upn, lifted: one.restriction === 'lifted' }] : [],
  );
  const officer = { actor: 'single-user', actor_name: 'any', at: AT };
  await insert(restricted, (rows) =>
    tx
      .insertInto('rights.restriction')
      .values(rows.map(({ id, upn }) => ({ id, upn, because: 'accuracy', ...officer })))
      .execute(),
  );
  await insert(
    restricted.filter(({ lifted }) => lifted),
    (rows) =>
      tx
        .insertInto('rights.restriction_end')
        .values(rows.map(({ id }) => ({ restriction: id, told_on: '2026-01-01', ...officer })))
        .execute(),
  );
  await insert(
    each((world, at) =>
      world.emergencies.map(({ child: which, hour: opened }, nth) => ({
        id: (at * 100 + nth).toString(16).padStart(32, '0'),
        upn: upnIn(at, which),
        actor: nameIn(at, 'actor'),
        actor_name: 'any',
        role: world.role,
        opened_at: momentOf(opened),
        ends_at: momentOf(opened + 4),
      })),
    ),
    (rows) => tx.insertInto('access.emergency').values(rows).execute(),
  );
  await insert(
    each((world, at) =>
      world.emergencies.flatMap(({ reviewed }, nth) =>
        reviewed
          ? [{ emergency: (at * 100 + nth).toString(16).padStart(32, '0'), outcome: reviewed, ...signed(at) }]
          : [],
      ),
    ),
    (rows) => tx.insertInto('access.emergency_review').values(rows).execute(),
  );
  const notes = children.flatMap(({ one, at, upn, nth }) =>
    one.note ? [{ note: one.note, at, upn, id: nth.toString(16).padStart(32, '0') }] : [],
  );
  // Written by nobody of these worlds: `single-user` comes with the migrations.
  const author = { actor: 'single-user', actor_name: 'any' };
  await insert(notes, (some) =>
    tx
      .insertInto('access.note')
      .values(
        some.map(({ note, at, upn, id }) => ({
          id,
          upn,
          organisation: nameIn(at, note.organisation),
          whom_to_ask: 'The desk',
          at: AT,
          ...author,
        })),
      )
      .execute(),
  );
  await insert(notes, (some) =>
    tx
      .insertInto('access.note_words')
      .values(
        some.map(({ note, at, id }) => ({
          note: id,
          actor: author.actor,
          words: 'any',
          organisations: note.names.includes('partner') ? [nameIn(at, 'partner')] : [],
          roles: note.names.filter((name) => name !== 'partner'),
        })),
      )
      .execute(),
  );
  await insert(
    notes.filter(({ note }) => note.ended),
    (some) =>
      tx
        .insertInto('access.note_end')
        .values(some.map(({ id }) => ({ note: id, at: AT, ...author })))
        .execute(),
  );
  await settleAccount(tx, version, children);
}

type SettledChild = { readonly upn: Upn; readonly urns: readonly number[] };

async function settleAccount(tx: Tx, version: number, children: readonly SettledChild[]): Promise<void> {
  const rows = children.map(({ upn, urns }) => childYear(upn, { urns }));
  await insertChildYears(tx, version, rows);
  await insertCards(tx, version, rows);
  const entries = children.map(({ upn, urns }) => listEntry(upn, { urn: urns[0] ?? 0, urns }));
  await insertListEntries(tx, version, momentOf(0), entries, false);
  const schools = children.flatMap(({ upn, urns }) =>
    urns.map((urn) => ({ version, kind: 'school', urn, class: '', upn })),
  );
  if (schools.length > 0) await tx.insertInto('account.membership').values(schools).execute();
}
