import { findInstant, fixedClock, instantOf, type Clock, type Instant, type Upn } from '#kernel';
import { beginTransaction, type Tx } from '#store';
import { engine, openTestRecords, type TestRecords } from '#testing/records';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccess, type Access } from './access.ts';
import { addActor, addOrganisation, addTie, singleUser, type Actor } from './actor.ts';
import { addAgreement, listAgreements, revokeAgreement, type NewAgreement } from './agreements.ts';
import { childYear, inBatches, upnOf } from './child-year.example.ts';
import { findCompetence, listConsents, recordCompetence, recordConsent } from './consents.ts';
import { isOverdue, listEmergencies, reviewEmergency } from './emergency.ts';
import type { Look } from './looks.ts';
import { endNote, listNotes, writeNote } from './notes.ts';
import { listSchoolsOf } from './who-has.ts';

const HOUR = 3_600_000;
const NOON = Date.UTC(2025, 0, 6, 12);
/** A clock that tests move. */
let now = NOON;
const clock: Clock = { now: () => instantOf(now), milliseconds: () => now };
const at = (text: string): Instant => findInstant(text) ?? instantOf(0);

const [AMINATA, BRYN, NOBODY] = [upnOf(1), upnOf(2), upnOf(99)];
const [HERE, THERE] = [100001, 100002];
const ties = { scope: 'ties' } as const;
const clinician: Actor = { id: 'clinician', name: 'Cora Clinician', role: 'clinician', organisation: 'camhs', ...ties };
const senco: Actor = { id: 'senco', name: 'Sam Senco', role: 'senco', organisation: 'school', ...ties };
const teacher: Actor = { id: 'teacher', name: 'Tia Teacher', role: 'class-teacher', organisation: 'school', ...ties };
const head: Actor = { id: 'head', name: 'Hal Head', role: 'head', organisation: 'other', ...ties };
const mother: Actor = { id: 'mother', name: 'Mo Mother', role: 'parent', ...ties };
const father: Actor = { id: 'father', name: 'Fo Father', role: 'parent', ...ties };
const young: Actor = { id: 'young', name: 'Aminata', role: 'young-person', ...ties };
const officer: Actor = { id: 'dpo', name: 'Dee Officer', role: 'data-protection-officer', scope: 'area' };
const AREA = { kind: 'area' } as const;
const aminata = { kind: 'child', upn: AMINATA } as const;

let opened: TestRecords;
let access: Access;
beforeAll(async () => {
  opened = await openTestRecords();
  access = createAccess(opened.records, clock);
  await managing(async (tx) => {
    await addOrganisation(tx, { id: 'area', kind: 'area', name: 'Area' }, clock);
    await addOrganisation(tx, { id: 'school', kind: 'school', name: 'School', urn: HERE }, clock);
    await addOrganisation(tx, { id: 'other', kind: 'school', name: 'Other school', urn: THERE }, clock);
    await addOrganisation(tx, { id: 'camhs', kind: 'health', name: 'CAMHS' }, clock);
    for (const actor of [clinician, senco, teacher, head, mother, father, young, officer]) {
      await addActor(tx, actor, clock);
    }
    for (const { id } of [clinician, mother, father, young]) await addTie(tx, id, { upn: AMINATA }, clock);
    await addTie(tx, senco.id, { urn: HERE }, clock);
    await addTie(tx, teacher.id, { urn: HERE }, clock);
    await addTie(tx, head.id, { urn: THERE }, clock);
  });
  await access.publish(singleUser, inBatches([childYear(AMINATA), childYear(BRYN, { urns: [THERE] })]));
}, 300_000);
afterAll(() => opened.close());

function managing<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return access.actingAs(singleUser, 'access-management', AREA, work);
}
const agreed = (over: Partial<NewAgreement> = {}): NewAgreement => ({
  giver: 'area',
  receiver: 'camhs',
  classes: ['account'],
  purpose: 'direct-care',
  basis: 'Public task, article 6(1)(e)',
  mode: 'fetch',
  needsConsent: false,
  startsAt: at('2025-01-01T00:00:00Z'),
  endsAt: at('2025-02-01T00:00:00Z'),
  ...over,
});
const upnsIn = async (tx: Tx): Promise<readonly string[]> =>
  (await tx.selectFrom('account.child_year').select('upn').execute()).map(({ upn }) => upn);
const seesAs = (actor: Actor = clinician): Promise<readonly string[]> =>
  access.actingAs(actor, 'direct-care', aminata, upnsIn);
/** The owner changes rows while a transaction is open: beside it on a server, inside it where there is one connection. */
async function whileOpen(tx: Tx, work: (owner: Tx) => Promise<unknown>): Promise<void> {
  if (engine === 'server') return void (await beginTransaction(opened.owner, work));
  await sql`reset role`.execute(tx);
  await work(tx);
  await sql`set local role kith_app`.execute(tx);
}

async function withAgreement<T>(over: Partial<NewAgreement>, work: (id: string) => Promise<T>): Promise<T> {
  const id = await managing((tx) => addAgreement(tx, agreed(over)));
  try {
    return await work(id);
  } finally {
    now = NOON;
    await managing((tx) => revokeAgreement(tx, id, 'The test is over.'));
  }
}

describe('agreements', () => {
  test('without one a tie shows nothing; in force they show the child; lapsed they show nothing', async () => {
    expect(await seesAs()).toEqual([]);
    await withAgreement({}, async () => {
      expect(await seesAs()).toEqual([AMINATA]);
      now = Date.UTC(2025, 1, 1) - 1;
      expect(await seesAs()).toEqual([AMINATA]);
      now = Date.UTC(2025, 1, 1);
      expect(await seesAs()).toEqual([]);
    });
    expect(await seesAs()).toEqual([]);
  });

  test('one that is revoked stops the next statement of a transaction that is open', async () => {
    await withAgreement({}, (id) =>
      access.actingAs(clinician, 'direct-care', aminata, async (tx) => {
        expect(await upnsIn(tx)).toEqual([AMINATA]);
        const gone = {
          agreement: id,
          at: instantOf(now + HOUR),
          actor: singleUser.id,
          actor_name: 'x',
          because: 'now',
        };
        await whileOpen(tx, (owner) => owner.insertInto('access.agreement_revocation').values(gone).execute());
        expect(await upnsIn(tx)).toEqual([]);
      }),
    );
  });

  test('to find shows who has the child, and nothing of what is held', async () => {
    const found = () => access.actingAs(clinician, 'direct-care', aminata, (tx) => listSchoolsOf(tx, AMINATA));
    expect(await found()).toEqual([]);
    await withAgreement({ mode: 'find' }, async () => {
      expect(await found()).toEqual([HERE]);
      expect(await seesAs()).toEqual([]);
      expect(await access.permitFor(clinician, 'direct-care', aminata)).toMatchObject({ kind: 'refused' });
    });
  });

  test('a school agrees for its own children, and its word opens no history in the warehouse', async () => {
    await withAgreement({ giver: 'other' }, async () => expect(await seesAs()).toEqual([]));
    await withAgreement({ giver: 'school' }, async () => {
      expect(await seesAs()).toEqual([AMINATA]);
      expect(await access.permitFor(clinician, 'direct-care', aminata)).toMatchObject({ kind: 'refused' });
    });
    await withAgreement({}, async () =>
      expect(await access.permitFor(clinician, 'direct-care', aminata)).toMatchObject({ kind: 'permitted' }),
    );
  });

  test('are between the child’s side and a service, and made by an administrator only', async () => {
    await expect(managing((tx) => addAgreement(tx, agreed({ giver: 'camhs' })))).rejects.toMatchObject({
      code: 'access/agreement',
    });
    await expect(managing((tx) => addAgreement(tx, agreed({ receiver: 'school' })))).rejects.toMatchObject({
      code: 'access/agreement',
    });
    const tried = access.actingAs(officer, 'oversight', AREA, (tx) => addAgreement(tx, agreed()));
    await expect(tried).rejects.toThrow('row-level security');
    const list = await access.actingAs(officer, 'oversight', AREA, listAgreements);
    expect(list.length).toBeGreaterThan(0);
  });
});

describe('consents', () => {
  const answer = (actor: Actor, said: 'given' | 'refused' | 'withdrawn', over: object = {}) =>
    access.actingAs(actor, 'own-record', aminata, (tx) =>
      recordConsent(tx, {
        upn: AMINATA,
        organisation: 'camhs',
        class: 'account',
        answer: said,
        expiresAt: said === 'given' ? at('2025-01-20T00:00:00Z') : undefined,
        ...over,
      }),
    );
  const judge = (competent: boolean) =>
    access.actingAs(senco, 'attendance-and-inclusion-support', aminata, (tx) =>
      recordCompetence(tx, AMINATA, competent, 'She explained in her own words what is shared.'),
    );

  test('a parent’s yes counts, the other parent’s no takes it back, and a yes ends', async () => {
    await withAgreement({ needsConsent: true }, async () => {
      expect(await seesAs()).toEqual([]);
      await answer(mother, 'given');
      expect(await seesAs()).toEqual([AMINATA]);
      await answer(father, 'refused');
      expect(await seesAs()).toEqual([]);
      await answer(mother, 'given');
      expect(await seesAs()).toEqual([]);
      await answer(father, 'given');
      expect(await seesAs()).toEqual([AMINATA]);
      await answer(mother, 'withdrawn');
      expect(await seesAs()).toEqual([]);
      await answer(mother, 'given');
      now = Date.UTC(2025, 0, 20);
      expect(await seesAs()).toEqual([]);
    });
  });

  test('the answer of a young person who can answer outweighs a parent’s yes and a parent’s no', async () => {
    await withAgreement({ needsConsent: true }, async () => {
      await answer(young, 'refused');
      // Nobody has said yet that it counts.
      expect(await seesAs()).toEqual([AMINATA]);
      await judge(true);
      expect(await seesAs()).toEqual([]);
      await answer(mother, 'withdrawn');
      await answer(young, 'given');
      expect(await seesAs()).toEqual([AMINATA]);
      await answer(young, 'withdrawn');
      expect(await seesAs()).toEqual([]);
      await judge(false);
      await answer(mother, 'given');
      // Said once by somebody who could say it, a no stands until the same voice lifts it.
      expect(await seesAs()).toEqual([]);
      await answer(young, 'given');
      expect(await seesAs()).toEqual([AMINATA]);
    });
    const competence = await access.actingAs(mother, 'own-record', aminata, (tx) => findCompetence(tx, AMINATA));
    expect(competence).toMatchObject({ competent: false, by: 'Sam Senco', why: undefined });
  });

  test('nobody answers for somebody else, of another child, or for longer than nobody asks again', async () => {
    await expect(answer(mother, 'given', { toldBy: 'young-person' })).rejects.toThrow('row-level security');
    const bryn = { kind: 'child', upn: BRYN } as const;
    const other = access.actingAs(mother, 'own-record', bryn, (tx) =>
      recordConsent(tx, { upn: BRYN, organisation: 'camhs', class: 'account', answer: 'refused' }),
    );
    await expect(other).rejects.toThrow('row-level security');
    await expect(answer(mother, 'given', { expiresAt: undefined })).rejects.toMatchObject({ code: 'access/consent' });
    const selfJudged = access.actingAs(young, 'own-record', aminata, (tx) =>
      recordCompetence(tx, AMINATA, true, 'I say that I am competent.'),
    );
    await expect(selfJudged).rejects.toThrow('row-level security');
  });

  test('staff write down what was said; it is added to, never changed', async () => {
    await access.actingAs(senco, 'attendance-and-inclusion-support', aminata, (tx) =>
      recordConsent(tx, {
        upn: AMINATA,
        organisation: 'camhs',
        class: 'lists',
        answer: 'refused',
        toldBy: 'parent',
      }),
    );
    const lines = await access.actingAs(young, 'own-record', aminata, (tx) => listConsents(tx, AMINATA));
    expect(lines.at(-1)).toMatchObject({ class: 'lists', answer: 'refused', voice: '', writtenBy: 'Sam Senco' });
    const changed = access.actingAs(senco, 'attendance-and-inclusion-support', aminata, (tx) =>
      tx.updateTable('access.consent').set({ answer: 'given' }).execute(),
    );
    await expect(changed).rejects.toThrow('permission denied');
  });
});

describe('emergencies', () => {
  const REASON = 'Police at the door; mother asks which school he is at.';
  const looks = (actor: Actor, purpose = 'safeguarding-emergency' as const, upn: Upn = AMINATA) =>
    access.actingAs(actor, purpose, { kind: 'child', upn }, upnsIn);

  test('opens one child for four hours, is traced with its reason’s id, and ends by itself', async () => {
    await expect(looks(head)).rejects.toMatchObject({ code: 'access/not-permitted' });
    const { id } = await access.openEmergency(head, AMINATA, REASON);
    expect(await access.findEmergency(head, AMINATA)).toMatchObject({ id });
    expect(await looks(head)).toEqual([AMINATA]);
    await expect(looks(head, 'safeguarding-emergency', BRYN)).rejects.toMatchObject({ code: 'access/not-permitted' });
    expect(await access.openEmergency(head, AMINATA, REASON)).toMatchObject({ id });
    const family = await access.listLooks(mother, AMINATA);
    const told = (some: readonly Look[]) =>
      some.find(({ purpose, permitted }) => purpose === 'safeguarding-emergency' && permitted);
    expect(told(family)).toBeUndefined();
    const own = await access.listLooks(young, AMINATA);
    expect(told(own)).toMatchObject({ actorName: 'Hal Head', reason: id });
    expect(JSON.stringify(own)).not.toContain('Police');
    now = NOON + 4 * HOUR;
    expect(await access.findEmergency(head, AMINATA)).toBeUndefined();
    await expect(looks(head)).rejects.toMatchObject({ code: 'access/not-permitted' });
    now = NOON;
  });

  test('a UPN that nobody has opens alike, and shows nothing', async () => {
    const opened = await access.openEmergency(head, NOBODY, REASON);
    expect(opened.endsAt).toBe(instantOf(NOON + 4 * HOUR));
    expect(await looks(head, 'safeguarding-emergency', NOBODY)).toEqual([]);
  });

  test('is refused without a reason, and to a role that may not, which is traced', async () => {
    await expect(access.openEmergency(head, BRYN, 'urgent')).rejects.toMatchObject({ code: 'access/emergency-reason' });
    await expect(access.openEmergency(teacher, BRYN, REASON)).rejects.toMatchObject({ code: 'access/not-permitted' });
    const traced = await beginTransaction(opened.owner, (tx) =>
      tx.selectFrom('access.look').select(['permitted']).where('actor', '=', teacher.id).execute(),
    );
    expect(traced.at(-1)).toEqual({ permitted: false });
  });

  test('nobody opens one longer, earlier, or in another’s name', async () => {
    const open = (over: object) =>
      beginTransaction(opened.records, async (tx) => {
        const row = { actor: head.id, actor_name: head.name, role: 'head', organisation: 'other', upn: BRYN };
        const times = { opened_at: instantOf(NOON), ends_at: instantOf(NOON + 4 * HOUR) };
        await sql`select set_config('role', 'kith_app', true), set_config('kith.actor', 'head', true),
          set_config('kith.purpose', 'safeguarding-emergency', true), set_config('kith.kind', 'child', true),
          set_config('kith.keys', ${BRYN}, true), set_config('kith.at', ${instantOf(NOON)}, true)`.execute(tx);
        const id = '0'.repeat(32);
        await tx
          .insertInto('access.emergency')
          .values({ id, ...row, ...times, ...over })
          .execute();
        throw new Error('it was let in');
      });
    const later = { opened_at: instantOf(NOON + HOUR), ends_at: instantOf(NOON + 5 * HOUR) };
    await expect(open({ ends_at: instantOf(NOON + 5 * HOUR) })).rejects.toThrow('check constraint');
    await expect(open(later)).rejects.toThrow('row-level security');
    await expect(open({ actor: senco.id })).rejects.toThrow('row-level security');
    await expect(open({ upn: AMINATA })).rejects.toThrow('row-level security');
    await expect(open({})).rejects.toThrow('it was let in');
  });

  test('the data protection officer reads reasons, reviews each once, and sees what is overdue', async () => {
    const list = () => access.actingAs(officer, 'oversight', AREA, listEmergencies);
    const first = (await list()).find(({ upn }) => upn === AMINATA);
    expect(first).toMatchObject({ upn: AMINATA, reason: REASON, due: '2025-01-07', review: undefined });
    if (!first) throw new Error('no emergency');
    expect([7, 8].map((day) => isOverdue(first, fixedClock(instantOf(Date.UTC(2025, 0, day, 9)))))).toEqual([
      false,
      true,
    ]);
    const review = (actor: Actor, outcome: 'right' | 'not-right') =>
      access.actingAs(actor, 'oversight', AREA, (tx) => reviewEmergency(tx, first.id, { outcome }));
    await expect(review(head, 'right')).rejects.toThrow('row-level security');
    await review(officer, 'not-right');
    await review(officer, 'right');
    const reviewed = (await list()).find(({ id }) => id === first.id);
    expect(reviewed?.review).toMatchObject({ outcome: 'not-right', by: 'Dee Officer' });
    expect(await access.actingAs(teacher, 'attendance-and-inclusion-support', AREA, listEmergencies)).toEqual([]);
  });
});

describe('restricted notes', () => {
  const notesOf = (actor: Actor, purpose: 'own-record' | 'direct-care' | 'attendance-and-inclusion-support') =>
    access.actingAs(actor, purpose, aminata, (tx) => listNotes(tx, AMINATA));

  test('show that they exist to who sees the child, and words to those they name', async () => {
    const id = await withAgreement({ classes: ['notes'] }, async () => {
      const note = { upn: AMINATA, words: 'On a waiting list.', whomToAsk: 'the duty desk', organisations: [] };
      return access.actingAs(clinician, 'direct-care', aminata, (tx) => writeNote(tx, { ...note, roles: ['senco'] }));
    });
    const exists = { id, organisationName: 'CAMHS', whomToAsk: 'the duty desk' };
    expect(await notesOf(senco, 'attendance-and-inclusion-support')).toMatchObject([
      { ...exists, words: 'On a waiting list.', own: false },
    ]);
    expect(await notesOf(mother, 'own-record')).toMatchObject([{ ...exists, words: undefined }]);
    expect(await notesOf(teacher, 'attendance-and-inclusion-support')).toEqual([]);
    expect(await notesOf(head, 'attendance-and-inclusion-support')).toEqual([]);
    // The agreement has ended: even whoever wrote it reads it no more.
    expect(await notesOf(clinician, 'direct-care')).toEqual([]);
    const ended = (actor: Actor, purpose: 'direct-care' | 'attendance-and-inclusion-support') =>
      access.actingAs(actor, purpose, aminata, (tx) => endNote(tx, id));
    await expect(ended(senco, 'attendance-and-inclusion-support')).rejects.toThrow('row-level security');
    await withAgreement({ classes: ['notes'] }, () => ended(clinician, 'direct-care'));
    expect(await notesOf(senco, 'attendance-and-inclusion-support')).toEqual([]);
  });

  test('are not written about a child that is not seen, or by a role that may not', async () => {
    const note = { upn: AMINATA, words: 'x', whomToAsk: 'nobody', organisations: ['camhs'], roles: [] };
    const written = (actor: Actor) =>
      access.actingAs(actor, 'attendance-and-inclusion-support', aminata, (tx) => writeNote(tx, note));
    await expect(written(teacher)).rejects.toThrow('row-level security');
    await expect(written(head)).rejects.toThrow('row-level security');
    await expect(written(singleUser)).rejects.toMatchObject({ code: 'access/note-without-organisation' });
  });
});
