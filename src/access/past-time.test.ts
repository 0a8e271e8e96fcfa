import { fixedClock, instantOf, randomId, type Instant, type Upn } from '#kernel';
import { beginTransaction, type Tx } from '#store';
import { openTestRecords, type TestRecords } from '#testing/records';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccess, type Access } from './access.ts';
import { addActor, addOrganisation, singleUser, type Actor } from './actor.ts';
import { childYear, upnOf } from './child-year.example.ts';
import { recordCompetence, recordConsent } from './consents.ts';
import { endNote, listNotes, writeNote } from './notes.ts';
import type { PastTime } from './past-time.ts';

const START = Date.UTC(2026, 0, 1);
const AN_HOUR = 3_600_000;
const clock = fixedClock(instantOf(START));
const officer: Actor = { id: 'officer', name: 'Ola', role: 'area-officer', scope: 'area', organisation: 'authority' };
const carer: Actor = { id: 'carer', name: 'Vi', role: 'virtual-school', scope: 'ties' };

/** In the account; gone from it; gone and held; gone, with a yes that counts for another hour. */
const [here, gone, held, shared] = [upnOf(1), upnOf(2), upnOf(3), upnOf(4)];
const ALL = [here, gone, held, shared];

let opened: TestRecords;
let access: Access;
beforeAll(async () => {
  opened = await openTestRecords();
  access = createAccess(opened.records, clock);
  await publish(ALL);
  await access.actingAs(singleUser, 'access-management', { kind: 'area' }, async (tx) => {
    await addOrganisation(tx, { id: 'authority', kind: 'area', name: 'The authority' }, clock);
    await addOrganisation(tx, { id: 'camhs', kind: 'health', name: 'The clinic' }, clock);
    for (const actor of [officer, carer]) await addActor(tx, actor, clock);
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
    if (upn !== shared) await access.openEmergency(carer, upn, 'Nobody answers and she is not at school');
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
  await publish([here]);
}, 300_000);
afterAll(() => opened.close());

async function publish(upns: readonly Upn[]): Promise<void> {
  async function* rows() {
    yield await Promise.resolve(upns.map((upn) => childYear(upn)));
  }
  await access.publish(singleUser, rows());
}

function before(at: number): PastTime {
  const moment: Instant = instantOf(at);
  const never = instantOf(0);
  return { looks: never, ties: never, requests: never, consents: moment, notes: moment, emergencies: moment };
}

const owned = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => beginTransaction(opened.owner, work);
const upnsIn = (table: 'access.consent' | 'access.competence' | 'access.note' | 'access.emergency') =>
  owned(async (tx) => (await tx.selectFrom(table).select('upn').execute()).map(({ upn }) => upn).toSorted());

test('nothing is past its time before that', async () => {
  const counted = await access.clearPastTime(singleUser, before(START), true);
  expect(counted).toMatchObject({ consents: 0, notes: 0, emergencies: 0 });
});

test('what is past its time is counted, then gone: answers together, notes with their words, emergencies but for the child', async () => {
  const late = before(START + 1000);
  const past = { consents: 2, notes: 3, emergencies: 2 };
  expect(await access.clearPastTime(singleUser, late, false)).toMatchObject(past);
  expect(await upnsIn('access.note')).toEqual(ALL.toSorted());
  expect(await access.clearPastTime(singleUser, late, true)).toMatchObject(past);
  expect(await access.clearPastTime(singleUser, late, false)).toMatchObject({ consents: 0, notes: 0, emergencies: 0 });
  // What was said of a child in the account stays, and so does a yes that counts and all that was said with it.
  for (const table of ['access.consent', 'access.competence'] as const) {
    expect(await upnsIn(table)).toEqual([here, held, shared].toSorted());
  }
  expect(await upnsIn('access.note')).toEqual([held]);
  const emergencies = await upnsIn('access.emergency');
  expect(emergencies.filter((upn) => !upn.startsWith('erased-'))).toEqual([held]);
  expect(new Set(emergencies).size).toBe(3);
  const words = await owned(async (tx) => ({
    notes: (await tx.selectFrom('access.note_words').select('note').execute()).length,
    reasons: (await tx.selectFrom('access.emergency_reason').select('emergency').execute()).length,
    judged: (await tx.selectFrom('access.competence_reason').select('competence').execute()).length,
  }));
  expect(words).toEqual({ notes: 1, reasons: 1, judged: 3 });
  expect(await access.clearPastTime(singleUser, before(START + 2 * AN_HOUR), true)).toMatchObject({ consents: 2 });
  expect(await upnsIn('access.consent')).toEqual([here, held].toSorted());
});

test('nobody removes anything but whoever answers requests', async () => {
  await expect(access.clearPastTime(officer, before(START + 1000), true)).rejects.toThrow(
    'may not act for the purpose',
  );
});
