import { calendarDate, findUpn, fixedClock, instantOf, upnCheckLetter, type Upn } from '#kernel';
import { addActor, createAccess, singleUser, type Access, type Actor } from '#access';
import { closeRecords, openRecords, type Records } from '#store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { liftHold, listHolds, setHold } from './hold.ts';
import { addEvent, listHappenings, listRequests, recordRequest, standingOf, type RequestEvent } from './request.ts';

const day = calendarDate;

describe('where a request stands', () => {
  const happened = (...events: readonly (readonly [RequestEvent['kind'], string])[]): readonly RequestEvent[] =>
    events.map(([kind, on]) => ({ kind, on: day(on), because: undefined, actorName: '' }));
  const receivedOn = day('2026-01-31');

  test('due in a month, overdue the day after', () => {
    const open = { state: 'open', due: '2026-02-28' };
    expect(standingOf({ receivedOn, events: [] }, day('2026-02-28'))).toEqual({ ...open, overdue: false });
    expect(standingOf({ receivedOn, events: [] }, day('2026-03-01'))).toEqual({ ...open, overdue: true });
  });

  test('extended by two months, from the day it was received', () => {
    const events = happened(['extended', '2026-02-20']);
    expect(standingOf({ receivedOn, events }, day('2026-03-01')).due).toBe('2026-04-30');
  });

  test('the clock waits for who asks, and begins when that is confirmed', () => {
    expect(standingOf({ receivedOn, events: happened(['identity-asked', '2026-02-01']) }, day('2027-01-01'))).toEqual({
      state: 'waits-for-identity',
      due: undefined,
      overdue: false,
    });
    const events = happened(['identity-asked', '2026-02-01'], ['identity-confirmed', '2026-02-10']);
    expect(standingOf({ receivedOn, events }, day('2026-02-10')).due).toBe('2026-03-10');
  });

  test('what may follow is said once, and nothing follows a request that is closed', () => {
    const after = (...events: readonly (readonly [RequestEvent['kind'], string])[]) => {
      const so = happened(...events);
      const { state } = standingOf({ receivedOn, events: so }, day('2026-02-10'));
      return [...new Set(listHappenings({ state, events: so }).map(({ kind }) => kind))];
    };
    const answers = ['fulfilled', 'refused', 'withdrawn'];
    expect(after()).toEqual(['identity-asked', 'extended', ...answers]);
    expect(after(['identity-asked', '2026-02-01'])).toEqual(['identity-confirmed', 'extended', ...answers]);
    expect(after(['extended', '2026-02-01'])).toEqual(answers);
    for (const closed of ['fulfilled', 'refused', 'withdrawn'] as const) {
      expect(after([closed, '2026-02-01'])).toEqual([]);
    }
  });

  test('closed, nothing is due', () => {
    expect(standingOf({ receivedOn, events: happened(['fulfilled', '2026-02-10']) }, day('2027-01-01'))).toEqual({
      state: 'fulfilled',
      due: undefined,
      overdue: false,
    });
  });
});

describe('in the records', () => {
  const clock = fixedClock(instantOf(Date.UTC(2026, 10, 26, 9)));
  const officer: Actor = { id: 'dpo', name: 'Dara Dee', role: 'data-protection-officer', scope: 'area' };
  const lead: Actor = { id: 'lead', name: 'Lena Lead', role: 'inclusion-lead', scope: 'ties' };
  const child = upn('801400999777');
  let records: Records;
  let access: Access;
  beforeAll(async () => {
    records = await openRecords();
    access = createAccess(records, clock);
    await access.actingAs(singleUser, 'access-management', { kind: 'area' }, async (tx) => {
      for (const actor of [officer, lead]) await addActor(tx, actor, clock);
    });
  }, 120_000);
  afterAll(() => closeRecords(records));

  const record = (actor: Actor, receivedOn: string, words?: string): Promise<string> =>
    recordRequest(access, clock, actor, {
      kind: 'access',
      upn: child,
      askedBy: 'parent',
      receivedOn: day(receivedOn),
      words,
    });

  test('are listed by when they are due, closed ones last; what cannot follow is refused', async () => {
    const late = await record(officer, '2026-10-01', 'All of it, please');
    const soon = await record(singleUser, '2026-11-20');
    const done = await record(officer, '2026-09-01');
    await addEvent(access, clock, officer, done, { kind: 'fulfilled', because: undefined });
    const listed = await listRequests(access, clock, officer);
    expect(listed.map(({ id, due, overdue }) => [id, due, overdue])).toEqual([
      [late, '2026-11-01', true],
      [soon, '2026-12-20', false],
      [done, undefined, false],
    ]);
    expect(listed[0]).toMatchObject({ about: child, words: 'All of it, please', recordedBy: 'Dara Dee' });
    const cannot = (id: string, kind: RequestEvent['kind'], because?: RequestEvent['because']): Promise<unknown> =>
      addEvent(access, clock, officer, id, { kind, because }).catch(({ code }: { readonly code: string }) => code);
    expect(await cannot(done, 'extended', 'complex')).toBe('rights/cannot-follow');
    expect(await cannot(soon, 'extended')).toBe('rights/cannot-follow');
    expect(await cannot(soon, 'refused', 'complex')).toBe('rights/cannot-follow');
    expect(await cannot(soon, 'identity-confirmed')).toBe('rights/cannot-follow');
    expect(await cannot('0'.repeat(32), 'fulfilled')).toBe('rights/no-request');
    await addEvent(access, clock, officer, soon, { kind: 'extended', because: 'complex' });
    expect(await cannot(soon, 'extended', 'complex')).toBe('rights/cannot-follow');
    await expect(record(officer, '2026-11-27')).rejects.toMatchObject({ code: 'rights/not-yet' });
  });

  test('nobody else reads or writes them, and each look at them is traced', async () => {
    await expect(record(lead, '2026-11-20')).rejects.toMatchObject({ code: 'access/not-permitted' });
    await expect(listRequests(access, clock, lead)).rejects.toMatchObject({ code: 'access/not-permitted' });
    for (const [actor, purpose] of [
      [lead, 'attendance-and-inclusion-support'],
      [singleUser, 'attendance-and-inclusion-support'],
      [officer, 'oversight'],
    ] as const) {
      const seen = await access.actingAs(actor, purpose, { kind: 'area' }, async (tx) => [
        ...(await tx.selectFrom('rights.request').select('id').execute()),
        ...(await tx.selectFrom('rights.request_event').select('request').execute()),
        ...(await tx.selectFrom('rights.hold').select('id').execute()),
      ]);
      expect(seen).toEqual([]);
    }
    const looks = await access.actingAs(officer, 'oversight', { kind: 'area' }, (tx) =>
      tx.selectFrom('access.look').select(['actor', 'permitted']).where('purpose', '=', 'rights').execute(),
    );
    expect(looks.filter(({ permitted }) => !permitted).map(({ actor }) => actor)).toEqual(['lead', 'lead']);
    expect(looks.filter(({ permitted }) => permitted).length).toBeGreaterThan(5);
  });

  test('a hold says who set and lifted it and why, and is lifted once', async () => {
    const id = await setHold(access, clock, officer, { upn: child }, ' A tribunal asked for it ');
    await liftHold(access, clock, singleUser, id, 'It has decided');
    expect(await listHolds(access, officer)).toEqual([
      {
        id,
        held: { upn: child },
        because: 'A tribunal asked for it',
        setAt: clock.now(),
        setBy: 'Dara Dee',
        lifted: { at: clock.now(), by: 'single-user', because: 'It has decided' },
      },
    ]);
    await expect(liftHold(access, clock, officer, id, 'again')).rejects.toMatchObject({ code: 'rights/no-hold' });
    await expect(setHold(access, clock, officer, { upn: child }, ' ')).rejects.toMatchObject({ code: 'rights/reason' });
  });
});

function upn(twelve: string): Upn {
  const found = findUpn(upnCheckLetter(twelve) + twelve);
  if (!found) throw new Error(`no UPN from ${twelve}`);
  return found;
}
