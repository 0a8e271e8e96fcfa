import { fixedClock, instantOf, randomId, type Instant, type Upn } from '#kernel';
import { beginTransaction, type Tx } from '#store';
import { openTestRecords, type TestRecords } from '#testing/records';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccess, type Access } from './access.ts';
import { addActor, addOrganisation, singleUser, type Actor } from './actor.ts';
import { childYear, upnOf } from './child-year.example.ts';
import { recordCompetence, recordConsent } from './consents.ts';
import { listEmergencies, reviewEmergency } from './emergency.ts';
import { endNote, listNotes, writeNote } from './notes.ts';
import type { PastTime } from './past-time.ts';

const START = Date.UTC(2026, 0, 1);
const AN_HOUR = 3_600_000;
const clock = fixedClock(instantOf(START));
const officer: Actor = { id: 'officer', name: 'Ola', role: 'area-officer', scope: 'area', organisation: 'authority' };
const protector: Actor = { id: 'protector', name: 'Dee', role: 'data-protection-officer', scope: 'area' };
const carer: Actor = { id: 'carer', name: 'Vi', role: 'virtual-school', scope: 'ties' };

/** So many emergencies nobody has reviewed are one person’s at once. */
const another: Actor = { ...carer, id: 'another' };

/** In the account; gone from it; gone and held; gone, with a yes that counts for another hour; gone and restricted. */
const [here, gone, held, shared, restricted] = [upnOf(1), upnOf(2), upnOf(3), upnOf(4), upnOf(5)];
const ALL = [here, gone, held, shared, restricted];
const KEPT = [held, restricted];

let opened: TestRecords;
let access: Access;
beforeAll(async () => {
  opened = await openTestRecords();
  access = createAccess(opened.records, clock);
  await publish(ALL);
  await access.actingAs(singleUser, 'access-management', { kind: 'area' }, async (tx) => {
    await addOrganisation(tx, { id: 'authority', kind: 'area', name: 'The authority' }, clock);
    await addOrganisation(tx, { id: 'camhs', kind: 'health', name: 'The clinic' }, clock);
    for (const actor of [officer, carer, another, protector]) await addActor(tx, actor, clock);
  });
  for (const upn of ALL) {
    await access.actingAs(officer, 'attendance-and-inclusion-support', { kind: 'child', upn }, async (tx) => {
      await writeNote(tx, { upn, words: 'Words of a note', whomToAsk: 'The desk', organisations: [], roles: [] });
      const answer = upn === shared ? 'given' : 'refused';
      const expiresAt = upn === shared ? instantOf(START + AN_HOUR) : undefined;
      await recordConsent(tx, { upn, organisation: 'camhs', class: 'notes', answer, expiresAt, toldBy: 'parent' });
      await recordCompetence(tx, upn, true, 'Understood what was asked');
      if (upn === here) for (const { id } of await listNotes(tx, upn)) await endNote(tx, id);
    });
    if (upn !== shared)
      await access.openEmergency(upn === restricted ? another : carer, upn, 'Nobody answers and she is not at school');
  }
  await access.actingAs(singleUser, 'rights', { kind: 'child', upn: held }, (tx) =>
    tx
      .insertInto('rights.hold')
      .values({
        id: randomId(),
        at: clock.now(),
        actor: singleUser.id,
        actor_name: singleUser.name,
        upn: held,
        because: 'A court asked',
      })
      .execute(),
  );
  for (const upn of [gone, held, restricted]) await askAndRestrict(upn);
  await owned((tx) => restrictFrom(tx, restricted));
  await publish([here]);
}, 300_000);
afterAll(() => opened.close());

/** One request that was answered, and a restriction that was lifted, at the start; another that was lifted long after. */
async function askAndRestrict(upn: Upn): Promise<void> {
  const now = clock.now();
  const signed = { at: now, actor: singleUser.id, actor_name: singleUser.name };
  await owned(async (tx) => {
    const request = randomId();
    const received_on = '2025-12-01';
    await tx
      .insertInto('rights.request')
      .values({ id: request, upn, kind: 'access', asked_by: 'parent', received_on, ...signed })
      .execute();
    await tx
      .insertInto('rights.request_event')
      .values({ request, number: 1, kind: 'fulfilled', happened_on: '2026-01-01', ...signed })
      .execute();
    for (const at of [now, instantOf(START + 2 * AN_HOUR)]) {
      const restriction = await restrictFrom(tx, upn);
      await tx
        .insertInto('rights.restriction_end')
        .values({ restriction, told_on: '2026-01-01', ...signed, at })
        .execute();
    }
  });
}

async function restrictFrom(tx: Tx, upn: Upn): Promise<string> {
  const id = randomId();
  const signed = { at: clock.now(), actor: singleUser.id, actor_name: singleUser.name };
  await tx
    .insertInto('rights.restriction')
    .values({ id, upn, because: 'accuracy', ...signed })
    .execute();
  return id;
}

async function publish(upns: readonly Upn[]): Promise<void> {
  async function* rows() {
    yield await Promise.resolve(upns.map((upn) => childYear(upn)));
  }
  await access.publish(singleUser, rows());
}

function before(at: number): PastTime {
  const moment: Instant = instantOf(at);
  const never = instantOf(0);
  return { looks: moment, ties: never, requests: moment, consents: moment, notes: moment, emergencies: moment };
}

const owned = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => beginTransaction(opened.owner, work);
type Table = 'consent' | 'competence' | 'note' | 'emergency';
const upnsIn = (table: `access.${Table}` | 'rights.request' | 'rights.restriction') =>
  owned(async (tx) => (await tx.selectFrom(table).select('upn').execute()).map(({ upn }) => upn).toSorted());

test('nothing is past its time before that', async () => {
  const counted = await access.clearPastTime(singleUser, before(START), true);
  expect(counted).toMatchObject({ consents: 0, notes: 0, emergencies: 0, requests: 0 });
});

test('what is past its time is counted, then gone: answers together, notes with their words, emergencies but for the child', async () => {
  const late = before(START + 1000);
  // Of requests, one that was answered and one restriction that was lifted.
  const past = { consents: 2, notes: 3, emergencies: 2, requests: 2 };
  expect(await access.clearPastTime(singleUser, late, false)).toMatchObject(past);
  expect(await upnsIn('access.note')).toEqual(ALL.toSorted());
  expect(await access.clearPastTime(singleUser, late, true)).toMatchObject(past);
  const none = { consents: 0, notes: 0, emergencies: 0, requests: 0 };
  expect(await access.clearPastTime(singleUser, late, false)).toMatchObject(none);
  // What was said of a child in the account stays, and so does a yes that counts and all that was said with it.
  for (const table of ['access.consent', 'access.competence'] as const) {
    expect(await upnsIn(table)).toEqual([here, shared, ...KEPT].toSorted());
  }
  expect(await upnsIn('access.note')).toEqual(KEPT.toSorted());
  expect(await upnsIn('rights.request')).toEqual(KEPT.toSorted());
  expect(await upnsIn('rights.restriction')).toEqual([gone, held, held, restricted, restricted, restricted].toSorted());
  const emergencies = await upnsIn('access.emergency');
  expect(emergencies.filter((upn) => !upn.startsWith('erased-'))).toEqual(KEPT.toSorted());
  expect(new Set(emergencies).size).toBe(4);
  const looks = await owned((tx) =>
    tx.selectFrom('access.look').select('subject_key').distinct().where('subject_kind', '=', 'child').execute(),
  );
  const named = looks.filter(({ subject_key: key }) => !key.startsWith('erased-'));
  expect(named.map(({ subject_key: key }) => key).toSorted()).toEqual(KEPT.toSorted());
  const words = await owned(async (tx) => ({
    notes: (await tx.selectFrom('access.note_words').select('note').execute()).length,
    reasons: (await tx.selectFrom('access.emergency_reason').select('emergency').execute()).length,
    judged: (await tx.selectFrom('access.competence_reason').select('competence').execute()).length,
  }));
  expect(words).toEqual({ notes: 2, reasons: 2, judged: 4 });
  expect(await access.clearPastTime(singleUser, before(START + 2 * AN_HOUR), true)).toMatchObject({ consents: 2 });
  expect(await upnsIn('access.consent')).toEqual([here, ...KEPT].toSorted());
});

test('as many emergencies wait for a review as are listed for it: none whose reason went with the child', async () => {
  const listed = await access.actingAs(protector, 'oversight', { kind: 'area' }, listEmergencies);
  expect(listed.map(({ upn }) => upn).toSorted()).toEqual(KEPT.toSorted());
  expect(await access.countEmergenciesWaiting(protector)).toBe(listed.filter(({ review }) => !review).length);
  const [one] = listed;
  await access.actingAs(protector, 'oversight', { kind: 'area' }, (tx) =>
    reviewEmergency(tx, one?.id ?? '', { outcome: 'right' }),
  );
  expect(await access.countEmergenciesWaiting(protector)).toBe(1);
});

test('nobody removes anything but whoever answers requests', async () => {
  await expect(access.clearPastTime(officer, before(START + 1000), true)).rejects.toThrow(
    'may not act for the purpose',
  );
});
