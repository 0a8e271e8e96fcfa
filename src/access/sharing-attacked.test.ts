import { instantOf, randomId, type Clock, type Upn } from '#kernel';
import { beginTransaction, closeRecords, openRecords, type Records, type Tx } from '#store';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccess, type Access } from './access.ts';
import { addActor, addOrganisation, addTie, endActor, endTie, singleUser, type Actor } from './actor.ts';
import { addAgreement, revokeAgreement, type NewAgreement } from './agreements.ts';
import { childYear, inBatches, upnOf } from './child-year.example.ts';
import { findCompetence, listConsents, recordCompetence, recordConsent, type NewConsent } from './consents.ts';
import { listEmergencies, reviewEmergency } from './emergency.ts';
import { become, becomeSelf } from './entry.ts';
import { CHILD_COLUMNS } from './erasing.ts';
import { writeNote } from './notes.ts';
import type { Purpose } from './purposes.ts';
import type { Role } from './roles.ts';
import type { Seers } from './seers.ts';
import { SIGNED } from './signed.ts';

// What somebody who means harm tried, each as a test: who is one of staff, a parent, or looks from outside.

const HOUR = 3_600_000;
let now = Date.UTC(2025, 0, 6, 12);
/** Every question is a second later than the one before. */
const clock: Clock = { now: () => instantOf((now += 1000)), milliseconds: () => now };

const SUPPORT = 'attendance-and-inclusion-support';
const AREA = { kind: 'area' } as const;
const WHY = 'She explained in her own words what is shared.';
const person = (id: string, role: Role, organisation?: string, scope: 'area' | 'ties' = 'ties'): Actor => ({
  id,
  name: `Name of ${id}`,
  role,
  scope,
  ...(organisation === undefined ? {} : { organisation }),
});
const clinician = person('clinician', 'clinician', 'camhs');
const senco = person('senco', 'senco', 'school');
const lead = person('lead', 'inclusion-lead', 'school');
const head = person('head', 'head', 'other');
const officer = person('dpo', 'data-protection-officer', undefined, 'area');
const STAFF = [clinician, senco, lead, head, officer];

/** A family of its own for each test, so that none sees what another left. */
type Family = { readonly upn: Upn; readonly mother: Actor; readonly father: Actor; readonly young: Actor };
let families = 0;
let records: Records;
let access: Access;

beforeAll(async () => {
  records = await openRecords();
  access = createAccess(records, clock);
  await managing(async (tx) => {
    await addOrganisation(tx, { id: 'area', kind: 'area', name: 'Area' }, clock);
    await addOrganisation(tx, { id: 'school', kind: 'school', name: 'School', urn: 100001 }, clock);
    await addOrganisation(tx, { id: 'other', kind: 'school', name: 'Other school', urn: 100002 }, clock);
    await addOrganisation(tx, { id: 'camhs', kind: 'health', name: 'CAMHS' }, clock);
    for (const actor of STAFF) await addActor(tx, actor, clock);
    for (const { id } of [senco, lead]) await addTie(tx, id, { urn: 100001 }, clock);
    await addTie(tx, head.id, { urn: 100002 }, clock);
  });
  await access.publish(singleUser, inBatches(Array.from({ length: 20 }, (_, nth) => childYear(upnOf(nth + 1)))));
}, 300_000);
afterAll(() => closeRecords(records));

function managing<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return access.actingAs(singleUser, 'access-management', AREA, work);
}

async function newFamily(): Promise<Family> {
  families += 1;
  const nth = String(families);
  const family = {
    upn: upnOf(families),
    mother: person(`mother-${nth}`, 'parent'),
    father: person(`father-${nth}`, 'parent'),
    young: person(`young-${nth}`, 'young-person'),
  };
  await managing(async (tx) => {
    for (const one of [family.mother, family.father, family.young]) {
      await addActor(tx, one, clock);
      await addTie(tx, one.id, { upn: family.upn }, clock);
    }
    await addTie(tx, clinician.id, { upn: family.upn }, clock);
  });
  return family;
}

async function agreed<T>(over: Partial<NewAgreement>, work: (id: string) => Promise<T>): Promise<T> {
  const id = await managing((tx) =>
    addAgreement(tx, {
      giver: 'area',
      receiver: 'camhs',
      classes: ['account'],
      purpose: 'direct-care',
      basis: 'Public task, article 6(1)(e)',
      mode: 'fetch',
      needsConsent: true,
      startsAt: instantOf(now - HOUR),
      endsAt: instantOf(now + 1000 * HOUR),
      ...over,
    }),
  );
  try {
    return await work(id);
  } finally {
    await managing((tx) => revokeAgreement(tx, id, 'The test is over.'));
  }
}

const about = (upn: Upn) => ({ kind: 'child', upn }) as const;
const consentOf = (upn: Upn, answer: NewConsent['answer'], over: Partial<NewConsent> = {}): NewConsent => ({
  upn,
  organisation: 'camhs',
  class: 'account',
  answer,
  expiresAt: answer === 'given' ? instantOf(now + 100 * HOUR) : undefined,
  ...over,
});
const says = (actor: Actor, upn: Upn, answer: NewConsent['answer'], over: Partial<NewConsent> = {}) =>
  access.actingAs(actor, 'own-record', about(upn), (tx) => recordConsent(tx, consentOf(upn, answer, over)));
const writes = (actor: Actor, upn: Upn, toldBy: 'young-person' | 'parent', answer: NewConsent['answer']) =>
  access.actingAs(actor, SUPPORT, about(upn), (tx) => recordConsent(tx, consentOf(upn, answer, { toldBy })));
const judges = (actor: Actor, upn: Upn, competent: boolean) =>
  access.actingAs(actor, SUPPORT, about(upn), (tx) => recordCompetence(tx, upn, competent, WHY));
const isShared = async (upn: Upn): Promise<boolean> =>
  access.actingAs(clinician, 'direct-care', about(upn), async (tx) => {
    const rows = await tx.selectFrom('account.child_year').select('upn').where('upn', '=', upn).execute();
    return rows.length > 0;
  });
const asOwner = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => beginTransaction(records, work);

describe('one member of staff', () => {
  test('lifts no no that a young person gave here', async () => {
    const { upn, mother, young } = await newFamily();
    await agreed({}, async () => {
      await judges(lead, upn, true);
      await says(young, upn, 'refused');
      await writes(senco, upn, 'young-person', 'given');
      expect(await isShared(upn)).toBe(false);
      // Nor by judging that the young person cannot answer, whatever a parent says.
      await judges(senco, upn, false);
      await says(mother, upn, 'given');
      await writes(senco, upn, 'parent', 'given');
      expect(await isShared(upn)).toBe(false);
      await judges(lead, upn, true);
      await says(young, upn, 'given');
      expect(await isShared(upn)).toBe(true);
    });
  });

  test('does not judge that a young person can answer, and then write the answer down', async () => {
    const { upn, mother } = await newFamily();
    await agreed({}, async () => {
      await says(mother, upn, 'refused');
      await judges(senco, upn, true);
      await writes(senco, upn, 'young-person', 'given');
      expect(await isShared(upn)).toBe(false);
      await writes(lead, upn, 'young-person', 'given');
      expect(await isShared(upn)).toBe(true);
      // A no that is written down always counts.
      await writes(senco, upn, 'young-person', 'withdrawn');
      expect(await isShared(upn)).toBe(false);
    });
  });

  test('lifts no no that a parent gave here', async () => {
    const { upn, mother, father } = await newFamily();
    await agreed({}, async () => {
      await says(father, upn, 'given');
      await says(mother, upn, 'refused');
      await writes(senco, upn, 'parent', 'given');
      expect(await isShared(upn)).toBe(false);
      await managing((tx) => endTie(tx, mother.id, { upn }, clock));
      expect(await isShared(upn)).toBe(false);
    });
  });
});

describe('a yes', () => {
  test('counts only while who gave it is tied to the child', async () => {
    const { upn, mother } = await newFamily();
    await agreed({}, async () => {
      await says(mother, upn, 'given');
      expect(await isShared(upn)).toBe(true);
      await managing((tx) => endTie(tx, mother.id, { upn }, clock));
      expect(await isShared(upn)).toBe(false);
      // Tied again, she is asked again.
      await managing((tx) => addTie(tx, mother.id, { upn }, clock));
      expect(await isShared(upn)).toBe(false);
      await says(mother, upn, 'given');
      expect(await isShared(upn)).toBe(true);
      await managing((tx) => endActor(tx, mother.id, clock));
      expect(await isShared(upn)).toBe(false);
    });
  });

  test('does not outlive a tie that is ended by hand, or a year and a day', async () => {
    const { upn, mother, father } = await newFamily();
    const ends = managing((tx) =>
      tx.updateTable('access.tie').set({ ended_at: clock.now() }).where('actor', '=', father.id).execute(),
    );
    await expect(ends).rejects.toThrow('row-level security');
    const leaves = managing((tx) =>
      tx.updateTable('access.actor').set({ ended_at: clock.now() }).where('id', '=', father.id).execute(),
    );
    await expect(leaves).rejects.toThrow('row-level security');
    const long = says(mother, upn, 'given', { expiresAt: instantOf(now + 370 * 24 * HOUR) });
    await expect(long).rejects.toThrow('check constraint');
  });
});

describe('a parent', () => {
  test('reads neither why a young person was judged able to answer, nor what the young person said', async () => {
    const { upn, mother, young } = await newFamily();
    await says(mother, upn, 'given');
    await judges(lead, upn, true);
    await says(young, upn, 'refused');
    await writes(senco, upn, 'young-person', 'withdrawn');
    const asked = (actor: Actor, purpose: Purpose) =>
      access.actingAs(actor, purpose, about(upn), async (tx) => ({
        why: (await findCompetence(tx, upn))?.why,
        reasons: (await tx.selectFrom('access.competence_reason').select('words').execute()).length,
        lines: (await listConsents(tx, upn)).map(({ givenBy }) => givenBy),
      }));
    expect(await asked(mother, 'own-record')).toEqual({ why: undefined, reasons: 0, lines: ['parent'] });
    expect(await asked(young, 'own-record')).toMatchObject({ reasons: 0, lines: ['parent', ...YOUNG] });
    expect(await asked(singleUser, SUPPORT)).toMatchObject({ reasons: 0, lines: ['parent', ...YOUNG] });
    expect(await asked(senco, SUPPORT)).toMatchObject({ why: WHY });
    // It was said in confidence, whatever is judged later.
    await judges(lead, upn, false);
    expect(await asked(mother, 'own-record')).toMatchObject({ lines: ['parent'] });
  });
  const YOUNG = ['young-person', 'young-person'];

  test('is not shown the looks that would tell on a child', async () => {
    const { upn, mother, young } = await newFamily();
    const told = async (actor: Actor) => new Set((await access.listLooks(actor, upn)).map((look) => look.actor));
    await agreed({ needsConsent: false }, () => isShared(upn));
    await access.listLooks(young, upn);
    await access.openEmergency(head, upn, 'Police at the door; nobody knows her school.');
    expect(await told(mother)).toEqual(new Set([mother.id, clinician.id]));
    expect([...(await told(young))]).toEqual(expect.arrayContaining([head.id, young.id, clinician.id]));
    await judges(lead, upn, true);
    expect([...(await told(mother))].toSorted()).toEqual([lead.id, mother.id]);
    const { total } = await access.readLooks(mother, upn, { offset: 0, limit: 50 });
    expect(total).toBe((await access.listLooks(mother, upn)).length - 1);
    await reviewed(upn, 'right');
    expect([...(await told(mother))].toSorted()).toEqual([officer.id, head.id, lead.id, mother.id]);
    expect([...(await told(young))]).toEqual(expect.arrayContaining([head.id, young.id, clinician.id]));
  });

  test('is not told who can see by an agreement that the young person answered to', async () => {
    const { upn, mother, young } = await newFamily();
    await agreed({}, async () => {
      await says(mother, upn, 'given');
      expect(namesOf(await access.findSeers(mother, upn))).toContain(clinician.id);
      await judges(lead, upn, true);
      await says(young, upn, 'given');
      const seers = await access.findSeers(mother, upn);
      expect([namesOf(seers).includes(clinician.id), seers?.unnamed]).toEqual([false, 0]);
      expect(namesOf(await access.findSeers(young, upn))).toContain(clinician.id);
    });
  });
});

function namesOf(seers: Seers | undefined): readonly string[] {
  return (seers?.named ?? []).map(({ actor }) => actor);
}

async function reviewed(upn: Upn, outcome: 'right' | 'not-right'): Promise<void> {
  await access.actingAs(officer, 'oversight', AREA, async (tx) => {
    for (const one of await listEmergencies(tx)) {
      if (one.upn === upn && !one.review)
        await reviewEmergency(tx, one.id, { outcome, note: 'Asked on the telephone.' });
    }
  });
}

describe('who can see a child', () => {
  test('names people of other services only while they see something, and to few', async () => {
    const { upn, mother } = await newFamily();
    const seen = async (actor: Actor) => {
      const seers = await access.findSeers(actor, upn);
      return [namesOf(seers).includes(clinician.id), seers?.unnamed];
    };
    expect(await seen(officer)).toEqual([false, 0]);
    await agreed({ mode: 'find', needsConsent: false, classes: ['lists'] }, async () => {
      expect(await seen(officer)).toEqual([true, 0]);
    });
    await agreed({}, async () => {
      expect(await seen(officer)).toEqual([false, 0]);
      await says(mother, upn, 'given');
      expect(await seen(officer)).toEqual([true, 0]);
      expect(await seen(singleUser)).toEqual([true, 0]);
      expect(await seen(senco)).toEqual([false, 1]);
      expect(JSON.stringify(await access.findSeers(senco, upn))).not.toContain('CAMHS');
      await says(mother, upn, 'withdrawn');
      expect(await seen(senco)).toEqual([false, 0]);
    });
  });

  test('names who has an emergency open, until it ends or is found not right', async () => {
    const { upn } = await newFamily();
    const seen = async () => namesOf(await access.findSeers(officer, upn)).includes(head.id);
    await access.openEmergency(head, upn, 'Police at the door; nobody knows her school.');
    expect(await seen()).toBe(true);
    await reviewed(upn, 'not-right');
    expect(await seen()).toBe(false);
    now += 4 * HOUR;
  });
});

describe('an emergency', () => {
  const REASON = 'Police at the door; nobody knows her school.';
  const sees = (actor: Actor, upn: Upn) =>
    access.actingAs(actor, 'safeguarding-emergency', about(upn), (tx) =>
      tx.selectFrom('account.child_year').select('upn').execute(),
    );
  const inTurn = async (rows: (tx: Tx) => Promise<unknown>, upn: Upn) =>
    beginTransaction(records, async (tx) => {
      await become(tx, { actor: head, purpose: 'safeguarding-emergency', subject: about(upn) }, clock.now());
      await rows(tx);
    });
  const insert = (upn: Upn, id: string) => (tx: Tx) =>
    sql`insert into access.emergency (id, upn, actor, actor_name, role, organisation, opened_at, ends_at)
      values (${id}, ${upn}, access.me(), access.my_name(), access.role(), access.organisation(), access.at(),
        access.at() + interval '4 hours')`.execute(tx);

  test('that is found not right ends at once, and does not open again', async () => {
    const { upn } = await newFamily();
    const nobody = upnOf(900);
    for (const one of [upn, nobody]) {
      await access.openEmergency(head, one, REASON);
      await sees(head, one);
      await reviewed(one, 'not-right');
      expect(await access.findEmergency(head, one)).toBeUndefined();
      await expect(sees(head, one)).rejects.toMatchObject({ code: 'access/not-permitted' });
      await expect(access.openEmergency(head, one, REASON)).rejects.toMatchObject({
        code: 'access/emergency-not-again',
      });
      await expect(inTurn(insert(one, 'a'.repeat(32)), one)).rejects.toThrow('row-level security');
    }
    // Somebody else may.
    expect((await access.openEmergency(lead, upn, REASON)).id).toMatch(/^[0-9a-f]{32}$/);
    now += 4 * HOUR;
  });

  test('is one of three at most that nobody has reviewed', async () => {
    const many = [901, 902, 903, 904].map(upnOf);
    const [first, , , fourth] = many;
    if (!first || !fourth) throw new Error('no children');
    for (const one of many.slice(0, 3)) await access.openEmergency(head, one, REASON);
    await expect(access.openEmergency(head, fourth, REASON)).rejects.toMatchObject({
      code: 'access/emergency-too-many',
    });
    await expect(inTurn(insert(fourth, 'b'.repeat(32)), fourth)).rejects.toThrow('row-level security');
    // One that is open is kept, and somebody else’s are not counted.
    await access.openEmergency(head, first, REASON);
    await access.openEmergency(lead, fourth, REASON);
    await reviewed(first, 'right');
    await access.openEmergency(head, fourth, REASON);
  });
});

describe('a transaction', () => {
  test('without a purpose sees no child in any table', async () => {
    const { upn, mother, young } = await newFamily();
    await agreed({ needsConsent: false, classes: ['account', 'notes'] }, async () => {
      await says(mother, upn, 'given');
      await judges(lead, upn, true);
      const note = { upn, words: 'x', whomToAsk: 'the desk', organisations: ['camhs', 'school'], roles: [] };
      await access.actingAs(senco, SUPPORT, about(upn), (tx) => writeNote(tx, note));
      await managing((tx) => endTie(tx, young.id, { upn }, clock));
      now += 4 * HOUR;
      await access.openEmergency(head, upn, 'Police at the door; nobody knows her school.');
      await access.actingAs(officer, 'rights', about(upn), async (tx) => {
        const request = randomId();
        const asked = { id: request, kind: 'restriction', upn, asked_by: 'parent', received_on: '2026-01-01' };
        await tx
          .insertInto('rights.request')
          .values({ ...asked, ...SIGNED })
          .execute();
        await tx
          .insertInto('rights.restriction')
          .values({ id: randomId(), upn, because: 'accuracy', request, ...SIGNED })
          .execute();
      });
      const columns = Object.keys(CHILD_COLUMNS).map((column) => {
        const [schema = '', table = '', name = ''] = column.split('.');
        return { column, table: `${schema}.${table}`, name };
      });
      const counted = async (tx: Tx): Promise<ReadonlyMap<string, number>> => {
        const found = new Map<string, number>();
        for (const { column, table, name } of columns) {
          const { rows } = await sql<{ many: number }>`
            select count(*)::integer as many from ${sql.table(table)} where ${sql.ref(name)} = ${upn}`.execute(tx);
          found.set(column, rows[0]?.many ?? 0);
        }
        return found;
      };
      const there = await asOwner(counted);
      // Not in this small world: lists and holds. Everything else is there to be seen.
      const empty = [...there].filter(([, many]) => many === 0).map(([column]) => column.replace(/\.[^.]*$/, ''));
      expect(empty).toEqual(['worklist.entry', 'worklist.departed', 'rights.hold']);
      for (const actor of [clinician, senco, head, mother, officer, singleUser]) {
        const seen = await beginTransaction(records, async (tx) => {
          await becomeSelf(tx, actor, clock.now());
          return counted(tx);
        });
        // What is one’s own: what one is tied to, and what one has opened.
        const own = [...seen].filter(([, many]) => many > 0).map(([column]) => column);
        const may = { clinician: 'access.tie.upn', head: 'access.emergency.upn', [mother.id]: 'access.tie.upn' };
        expect([actor.id, own]).toEqual([
          actor.id,
          Object.entries(may).flatMap(([id, one]) => (id === actor.id ? [one] : [])),
        ]);
      }
    });
  });

  test('that answers a request reads the words of notes of that child, and of no other', async () => {
    const [one, other] = [await newFamily(), await newFamily()];
    for (const { upn } of [one, other]) {
      const note = { upn, words: `About ${upn}`, whomToAsk: 'the desk', organisations: ['school'], roles: [] };
      await access.actingAs(senco, SUPPORT, about(upn), (tx) => writeNote(tx, note));
    }
    const words = (subject: Parameters<Access['actingAs']>[2]) =>
      access.actingAs(officer, 'rights', subject, (tx) => tx.selectFrom('access.note_words').select('words').execute());
    expect(await words(about(one.upn))).toEqual([{ words: `About ${one.upn}` }]);
    expect(await words(AREA)).toEqual([]);
  });

  test('at several children is told who looked only where it may see every one', async () => {
    const { upn, mother } = await newFamily();
    const stranger = upnOf(20);
    const looked = (upns: readonly Upn[]) =>
      access.actingAs(mother, 'own-record', { kind: 'children', upns }, (tx) =>
        tx.selectFrom('access.look').select('subject_key').where('subject_kind', '=', 'child').execute(),
      );
    await access.listLooks(singleUser, stranger);
    expect(await looked([upn, stranger])).toEqual([]);
    expect((await looked([upn])).length).toBeGreaterThan(0);
  });

  test('that lifts a hold changes nothing else of it', async () => {
    const { upn } = await newFamily();
    const id = 'c'.repeat(32);
    const answering = (work: (tx: Tx) => Promise<unknown>) => access.actingAs(officer, 'rights', AREA, work);
    await answering((tx) =>
      sql`insert into rights.hold (id, at, actor, actor_name, upn, because)
        values (${id}, access.at(), access.me(), access.my_name(), ${upn}, 'A court asked')`.execute(tx),
    );
    const lifting = (over: object) =>
      answering((tx) =>
        tx
          .updateTable('rights.hold')
          .set({ lifted_at: clock.now(), lifted_by: officer.id, ...over })
          .where('id', '=', id)
          .execute(),
      );
    await expect(lifting({ upn: upnOf(20) })).rejects.toThrow('row-level security');
    await expect(lifting({ because: 'Nobody asked' })).rejects.toThrow('row-level security');
    await lifting({ lifted_because: 'The case is over' });
  });
});
