import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, fixedClock, instantDate, instantOf, type Clock } from '#kernel';
import { addActor, addTie, createAccess, endActor, singleUser, type Access, type Actor, type Subject } from '#access';
import { beginTransaction, type Tx } from '#store';
import { openTestRecords, type TestRecords } from '#testing/records';
import { sql } from 'kysely';
import { replyState, type Challenge } from './challenge.ts';
import {
  acknowledgeChallenge,
  answerChallenge,
  findChallenge,
  listChallenges,
  listChallengesAt,
  makeChallenge,
  takeOutWords,
} from './challenge-record.ts';
import { now, statement } from './example.ts';
import { ownPath, type FigureAt } from './figure-at.ts';
import { termsOf } from './mission.ts';
import { amendMission, endMission, findMission, listMissions, stateMission } from './mission-record.ts';
import { findReplyPromise, promiseReply } from './reply-promise.ts';

const clock = fixedClock(now);
const lead: Actor = { id: 'lead', name: 'Lena Lead', role: 'inclusion-lead', scope: 'ties' };
const officer: Actor = { id: 'officer', name: 'Olu Officer', role: 'area-officer', scope: 'area' };
const gone: Actor = { ...officer, id: 'gone' };
const [HERE, THERE] = [900101, 900102];
const AREA: Subject = { kind: 'area' };
const school = (urn: number): Subject => ({ kind: 'school', urn });
const figureOf = (urn: number): FigureAt => ({ measure: 'severe_percent', place: `school-${urn}`, period: '2024/25' });
const ofArea: FigureAt = { measure: 'severe_percent', place: 'area', period: '2024/25' };
const saying = {
  reason: 'unlike-schools',
  words: 'We opened a unit',
  actingFor: 'Beck Lane',
  page: '/schools',
} as const;
const reply = { outcome: 'note-added', reply: 'A note says so now', answeredFor: 'Data team' } as const;

let opened: TestRecords;
let access: Access;
const as = <T>(actor: Actor, subject: Subject, work: (tx: Tx) => Promise<T>) =>
  access.actingAs(actor, 'place-improvement', subject, work);
const CHILDREN = [
  '/children',
  '/children/E801400120900',
  '/children?find=Poppy',
  '/children.csv?find=Poppy',
  '/./children?find=Poppy',
  '/%63hildren?find=Poppy',
  '/schools/../children?find=Poppy',
  '/how/lost_absence/child-E801400120900',
  '/challenges/new?page=%2Fchildren%3Ffind%3DPoppy',
  '/schools?find=E801400120900',
];
const denied = { code: '42501' };

beforeAll(async () => {
  opened = await openTestRecords();
  access = createAccess(opened.records, clock);
  await access.actingAs(singleUser, 'access-management', AREA, async (tx) => {
    for (const actor of [lead, officer, gone]) await addActor(tx, actor, clock);
    await addTie(tx, lead.id, { urn: HERE }, clock);
    await endActor(tx, gone.id, clock);
  });
}, 300_000);
afterAll(() => opened.close());

async function made(figure: FigureAt, at: Clock = clock): Promise<Challenge> {
  const id = await as(officer, AREA, (tx) => makeChallenge(tx, at, officer, figure, saying));
  return get(await as(officer, AREA, (tx) => findChallenge(tx, id)));
}

function get<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('it was written');
  return found;
}

describe('a mission', () => {
  test('is stated, amended with a reason and ended, and every row of it stays', async () => {
    const id = await as(officer, AREA, (tx) => stateMission(tx, clock, officer, statement));
    const stated = get(await as(lead, AREA, (tx) => findMission(tx, id)));
    expect(stated).toMatchObject({ statement, stated: { by: 'Olu Officer', at: now, number: 1 }, next: 2 });
    const terms = { ...termsOf(statement), target: 7.5, milestones: [] };
    await as(officer, AREA, (tx) => amendMission(tx, clock, officer, stated, { terms, because: 'Two schools joined' }));
    const amended = get(await as(officer, AREA, (tx) => findMission(tx, id)));
    expect(amended.statement).toEqual({ ...statement, ...terms });
    expect(amended.amendments).toMatchObject([{ because: 'Two schools joined', before: { target: 7 } }]);
    const end = { ending: 'given-up', because: 'Another goal took its place' } as const;
    await as(officer, AREA, (tx) => endMission(tx, clock, officer, amended, end));
    const ended = get(await as(officer, AREA, (tx) => findMission(tx, id)));
    expect(ended.ended).toMatchObject(end);
    await expect(as(officer, AREA, (tx) => endMission(tx, clock, officer, ended, end))).rejects.toMatchObject({
      code: 'accountability/mission-ended',
    });
  });

  test('of two who change it at once, the second is told and nothing of theirs is kept', async () => {
    const id = await as(officer, AREA, (tx) => stateMission(tx, clock, officer, statement));
    const seen = get(await as(officer, AREA, (tx) => findMission(tx, id)));
    const amend = (because: string) =>
      as(officer, AREA, (tx) => amendMission(tx, clock, officer, seen, { terms: termsOf(statement), because }));
    await amend('first');
    await expect(amend('second')).rejects.toMatchObject({ code: 'accountability/changed-since' });
    const after = get(await as(officer, AREA, (tx) => findMission(tx, id)));
    expect(after.amendments.map((one) => one.because)).toEqual(['first']);
  });

  test('is listed by its date, ended ones last', async () => {
    const missions = await as(lead, AREA, listMissions);
    const ended = missions.map((one) => Number(one.ended !== undefined));
    expect(ended).toEqual(ended.toSorted((a, b) => a - b));
    expect(new Set(ended)).toEqual(new Set([0, 1]));
  });
});

describe('a challenge', () => {
  test('is acknowledged and answered, and stands beside its figure before and after', async () => {
    const before = await as(officer, AREA, (tx) => listChallengesAt(tx, [ofArea]));
    const challenge = await made(ofArea);
    expect(challenge).toMatchObject({ workingDays: 10, due: '2026-03-24', by: 'Olu Officer', acknowledged: undefined });
    expect(await as(lead, AREA, (tx) => listChallengesAt(tx, [ofArea]))).toEqual([...before, challenge]);
    await as(officer, AREA, (tx) => acknowledgeChallenge(tx, clock, officer, challenge));
    const seen = get(await as(officer, AREA, (tx) => findChallenge(tx, challenge.id)));
    expect(seen.acknowledged).toMatchObject({ by: 'Olu Officer' });
    await expect(as(officer, AREA, (tx) => acknowledgeChallenge(tx, clock, officer, seen))).rejects.toMatchObject({
      code: 'accountability/acknowledged',
    });
    await expect(
      as(officer, AREA, (tx) => answerChallenge(tx, clock, officer, challenge, reply)),
    ).rejects.toMatchObject({
      code: 'accountability/changed-since',
    });
    await as(officer, AREA, (tx) => answerChallenge(tx, clock, officer, seen, reply));
    const [answered] = await as(lead, AREA, (tx) => listChallengesAt(tx, [ofArea]));
    expect(answered?.answer).toMatchObject(reply);
    expect(await as(lead, AREA, (tx) => listChallengesAt(tx, [{ ...ofArea, period: '2023/24' }]))).toEqual([]);
    expect(await as(lead, AREA, (tx) => listChallengesAt(tx, []))).toEqual([]);
  });

  test('keeps the reply time that was promised when it was made', async () => {
    const first = await made({ ...ofArea, period: '2022/23' });
    const promise = await as(lead, AREA, findReplyPromise);
    expect(promise).toEqual({ workingDays: 10, chosen: undefined, next: 1 });
    await as(officer, AREA, (tx) => promiseReply(tx, clock, officer, { workingDays: 5, next: promise.next }));
    await expect(
      as(officer, AREA, (tx) => promiseReply(tx, clock, officer, { workingDays: 7, next: promise.next })),
    ).rejects.toMatchObject({ code: 'accountability/changed-since' });
    await expect(
      as(officer, AREA, (tx) => promiseReply(tx, clock, officer, { workingDays: 21, next: 2 })),
    ).rejects.toMatchObject({ code: 'accountability/working-days' });
    const second = await made({ ...ofArea, period: '2022/23' });
    expect([get(await as(officer, AREA, (tx) => findChallenge(tx, first.id))).workingDays, second.workingDays]).toEqual(
      [10, 5],
    );
  });

  test('lists those that wait longest first, and answered ones after them', async () => {
    const old = await made({ ...ofArea, period: '2020/21' }, fixedClock(instantOf(Date.UTC(2026, 0, 5, 9))));
    const list = await as(officer, AREA, listChallenges);
    expect(list[0]?.id).toBe(old.id);
    const answered = list.map((one) => Number(one.answer !== undefined));
    expect(answered).toEqual(answered.toSorted((a, b) => a - b));
    expect(replyState(old, addDays(old.due, 0))).toBe('due');
    expect(replyState(old, addDays(old.due, 1))).toBe('overdue');
    await as(officer, AREA, (tx) => answerChallenge(tx, clock, officer, old, reply));
    const late = get(await as(officer, AREA, (tx) => findChallenge(tx, old.id)));
    expect(replyState(late, instantDate(now))).toBe('answered-late');
  });
});

describe('words that are taken out', () => {
  const stored = (table: string, id: string) =>
    beginTransaction(opened.owner, async (tx) => {
      const column = table === 'challenge' ? 'id' : 'challenge';
      const { rows } =
        await sql`select * from accountability.${sql.raw(table)} where ${sql.raw(column)} = ${id}`.execute(tx);
      return JSON.stringify(rows);
    });
  const taking = (actor: Actor, challenge: Challenge) =>
    as(actor, AREA, (tx) => takeOutWords(tx, clock, actor, challenge, 'names-a-child'));

  test('are gone from the records, with both replies; who, when and why stay', async () => {
    const { id } = await made({ ...ofArea, period: '2019/20' });
    const read = async () => get(await as(officer, AREA, (tx) => findChallenge(tx, id)));
    for (const text of ['First of Poppy', 'Then of Poppy']) {
      const seen = await read();
      await as(officer, AREA, (tx) => answerChallenge(tx, clock, officer, seen, { ...reply, reply: text }));
    }
    expect(await stored('challenge', id)).toContain(saying.words);
    await taking(officer, await read());
    const rest = (await stored('challenge', id)) + (await stored('challenge_event', id));
    for (const text of [saying.words, saying.actingFor, 'Poppy', reply.answeredFor]) expect(rest).not.toContain(text);
    const after = await read();
    expect(after).toMatchObject({
      by: 'Olu Officer',
      at: now,
      words: 'Words taken out',
      answer: { reply: 'Words taken out', outcome: 'note-added' },
      earlierAnswers: [{ reply: 'Words taken out' }],
      withdrawn: { by: 'Olu Officer', at: now, because: 'names-a-child' },
    });
    expect(replyState(after, instantDate(now))).toBe('withdrawn');
    await expect(taking(officer, after)).rejects.toMatchObject({ code: 'accountability/withdrawn' });
    await expect(as(officer, AREA, (tx) => answerChallenge(tx, clock, officer, after, reply))).rejects.toMatchObject({
      code: 'accountability/withdrawn',
    });
    // The database holds to it where the application does not.
    await expect(
      as(officer, AREA, (tx) => answerChallenge(tx, clock, officer, { ...after, withdrawn: undefined }, reply)),
    ).rejects.toMatchObject(denied);
  });

  test('are taken out by the area alone, and not what was not seen', async () => {
    const challenge = await made(figureOf(HERE));
    await expect(taking(lead, challenge)).rejects.toMatchObject(denied);
    await as(officer, AREA, (tx) => answerChallenge(tx, clock, officer, challenge, reply));
    await expect(taking(officer, challenge)).rejects.toMatchObject({ code: 'accountability/changed-since' });
    expect(await stored('challenge', challenge.id)).toContain(saying.words);
  });

  test('become nothing and nothing else, and only after it is written that they were taken out', async () => {
    const challenge = await made({ ...ofArea, period: '2018/19' });
    const update = (table: string, set: string) =>
      as(officer, AREA, async (tx) => {
        const done = await sql.raw(`update accountability.${table} set ${set}`).execute(tx);
        return Number(done.numAffectedRows ?? 0);
      });
    await update('challenge', 'words = null, acting_for = null');
    await update('challenge_event', 'reply = null, answered_for = null');
    expect(await stored('challenge', challenge.id)).toContain(saying.words);
    await taking(officer, challenge);
    await expect(update('challenge', `words = 'Another'`)).rejects.toMatchObject(denied);
    await expect(update('challenge_event', `reply = 'Another'`)).rejects.toMatchObject(denied);
  });
});

describe('who may', () => {
  test('a school challenges for itself, and for no other and not for the area', async () => {
    const make = (subject: Subject, figure: FigureAt) =>
      as(lead, subject, (tx) => makeChallenge(tx, clock, lead, figure, saying));
    expect(await make(school(HERE), figureOf(HERE))).toMatch(/^[0-9a-f]{32}$/);
    expect(await make(AREA, figureOf(HERE))).toMatch(/^[0-9a-f]{32}$/);
    await expect(make(school(THERE), figureOf(THERE))).rejects.toMatchObject(denied);
    await expect(make(AREA, figureOf(THERE))).rejects.toMatchObject(denied);
    await expect(make(AREA, ofArea)).rejects.toMatchObject(denied);
    // Entered for one school, nothing is said about another.
    await expect(make(school(HERE), figureOf(THERE))).rejects.toMatchObject(denied);
  });

  test('a school sees challenges of its own and of more than one school, never another’s', async () => {
    await made(figureOf(HERE));
    await made(figureOf(THERE));
    await made(ofArea);
    const places = async (actor: Actor, subject: Subject) =>
      [...new Set((await as(actor, subject, listChallenges)).map((one) => one.figure.place))].toSorted();
    expect(await places(lead, AREA)).toEqual(['area', 'school-900101']);
    expect(await places(lead, school(HERE))).toEqual(['school-900101']);
    expect(await places(lead, school(THERE))).toEqual([]);
    expect(await places(officer, AREA)).toEqual(['area', 'school-900101', 'school-900102']);
    expect(await places(officer, school(THERE))).toEqual(['school-900102']);
  });

  test('a school states no mission, answers nothing and promises nothing', async () => {
    const challenge = await made(figureOf(HERE));
    await expect(as(lead, AREA, (tx) => stateMission(tx, clock, lead, statement))).rejects.toMatchObject(denied);
    await expect(as(lead, AREA, (tx) => acknowledgeChallenge(tx, clock, lead, challenge))).rejects.toMatchObject(
      denied,
    );
    await expect(as(lead, AREA, (tx) => answerChallenge(tx, clock, lead, challenge, reply))).rejects.toMatchObject(
      denied,
    );
    await expect(
      as(lead, AREA, (tx) => promiseReply(tx, clock, lead, { workingDays: 3, next: 9 })),
    ).rejects.toMatchObject(denied);
  });

  test('nobody writes in another’s name', async () => {
    const challenge = await made(ofArea);
    await expect(as(officer, AREA, (tx) => stateMission(tx, clock, singleUser, statement))).rejects.toMatchObject(
      denied,
    );
    await expect(as(officer, AREA, (tx) => makeChallenge(tx, clock, lead, ofArea, saying))).rejects.toMatchObject(
      denied,
    );
    await expect(as(officer, AREA, (tx) => answerChallenge(tx, clock, lead, challenge, reply))).rejects.toMatchObject(
      denied,
    );
  });

  test('nobody signs with another name than the directory’s', async () => {
    const named = { ...officer, name: 'Someone Else' };
    const challenge = await made(ofArea);
    for (const work of [
      (tx: Tx) => stateMission(tx, clock, named, statement),
      (tx: Tx) => promiseReply(tx, clock, named, { workingDays: 3, next: 9 }),
      (tx: Tx) => makeChallenge(tx, clock, named, ofArea, saying),
      (tx: Tx) => answerChallenge(tx, clock, named, challenge, reply),
    ]) {
      await expect(as(officer, AREA, async (tx) => void (await work(tx)))).rejects.toMatchObject(denied);
    }
  });

  const insert = (values: { readonly place?: string; readonly urn?: number | null; readonly page?: string }) => {
    const { place = 'area', urn = null, page = '/' } = values;
    return as(officer, AREA, (tx) =>
      sql`insert into accountability.challenge values (md5(random()::text), now(), ${officer.id}, ${officer.name}, 'x',
        'severe_percent', ${place}, '2024/25', ${page}, ${urn}, 'other', 'x', 10)`.execute(tx),
    );
  };

  test('a challenge about one school is of that school, whatever the application says', async () => {
    const violated = { code: '23514' };
    await expect(insert({ place: `school-${THERE}`, urn: HERE })).rejects.toMatchObject(violated);
    await expect(insert({ place: `school-${THERE}`, urn: null })).rejects.toMatchObject(violated);
    await expect(insert({ place: 'area', urn: HERE })).rejects.toMatchObject(violated);
    await insert({ place: `school-${THERE}.year-7`, urn: THERE });
    await insert({});
  });

  test.each(CHILDREN)('no page about children is kept: %s', async (page) => {
    expect(ownPath(page)).toBe('/');
    await expect(insert({ page })).rejects.toMatchObject({ code: '23514' });
  });

  test.each([
    '/',
    '/schools/900102?year=2024%2F25',
    '/how/severe_percent/area',
    '/national?find=E12000009',
    '/compare?a=b+c',
  ])('another page is: %s', async (page) => {
    expect(ownPath(page)).toBe(page);
    await insert({ page });
  });

  test('whose access has ended is refused at the door', async () => {
    await expect(as(gone, AREA, listMissions)).rejects.toMatchObject({ code: 'access/not-permitted' });
  });

  const TABLES = ['mission_event', 'challenge', 'challenge_event', 'reply_promise'].map(
    (name) => `accountability.${name}`,
  );

  test.each(TABLES)('%s: for another purpose, or without an actor, there is no row of it', async (table) => {
    const count = async (tx: Tx) => (await sql`select from ${sql.raw(table)}`.execute(tx)).rows.length;
    expect(await as(officer, AREA, count)).toBeGreaterThan(0);
    for (const purpose of ['attendance-and-inclusion-support', 'oversight'] as const) {
      expect(await access.actingAs(officer, purpose, AREA, count)).toBe(0);
    }
    const nobody = await beginTransaction(opened.owner, async (tx) => {
      await sql`select set_config('role', 'kith_app', true), set_config('kith.purpose', 'place-improvement', true),
        set_config('kith.kind', 'area', true)`.execute(tx);
      return count(tx);
    });
    expect(nobody).toBe(0);
  });

  test.each(TABLES)('%s is added to, never changed', async (table) => {
    for (const statement of [`delete from ${table}`, `truncate ${table}`, `update ${table} set at = now()`]) {
      await expect(as(officer, AREA, (tx) => sql.raw(statement).execute(tx))).rejects.toMatchObject(denied);
    }
  });

  test('no row about a child is read for this purpose', async () => {
    const seen = await as(
      officer,
      AREA,
      async (tx) => (await tx.selectFrom('account.child_year').select('upn').execute()).length,
    );
    expect(seen).toBe(0);
  });
});
