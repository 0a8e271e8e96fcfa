import { academicYearStarting, fixedClock, instantOf, type Upn } from '#kernel';
import { beginTransaction, type Tx } from '#store';
import { heard } from '#testing';
import { openTestRecords, type TestRecords } from '#testing/records';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAccess, type Access } from './access.ts';
import { addActor, addOrganisation, addTie, endActor, endTie, singleUser, type Actor } from './actor.ts';
import type { ChildYearRow } from './child-year.ts';
import { childYear, inBatches, upnOf } from './child-year.example.ts';
import type { Role, Scope } from './roles.ts';
import type { Subject } from './subject.ts';

const clock = fixedClock(instantOf(Date.UTC(2025, 0, 6, 9)));
const [HERE, THERE] = [100001, 100002];
const [AMINATA, BRYN, CASS] = [upnOf(1), upnOf(2), upnOf(3)];
const lead: Actor = { id: 'lead', name: 'Lena Lead', role: 'inclusion-lead', scope: 'ties' };
const officer: Actor = { id: 'officer', name: 'Olu Officer', role: 'area-officer', scope: 'area' };
const stranger: Actor = { ...officer, id: 'stranger' };
const SUPPORT = 'attendance-and-inclusion-support';

const WORLD = () =>
  inBatches([childYear(AMINATA), childYear(BRYN, { urns: [THERE] }), childYear(CASS, { urns: [HERE, THERE] })]);

let opened: TestRecords;
let access: Access;

beforeAll(async () => {
  opened = await openTestRecords();
  access = createAccess(opened.records, clock);
  await access.actingAs(singleUser, 'access-management', { kind: 'area' }, async (tx) => {
    await addActor(tx, lead, clock);
    await addActor(tx, officer, clock);
    await addTie(tx, lead.id, { urn: HERE }, clock);
  });
  await access.publish(singleUser, WORLD());
}, 300_000);
afterAll(() => opened.close());
beforeEach(() => asOwner((tx) => sql`truncate access.look`.execute(tx)));

/** As whoever owns the database: past every policy, for looking at what the door left behind. */
function asOwner<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return beginTransaction(opened.owner, work);
}

function traces(): Promise<readonly object[]> {
  const columns = ['actor_name', 'purpose', 'subject_kind', 'subject_key', 'permitted'] as const;
  return asOwner((tx) => tx.selectFrom('access.look').select(columns).orderBy('id').execute());
}

function trace(actor: Actor, kind: string, key: string, permitted = true, purpose: string = SUPPORT): object {
  return { actor_name: actor.name, purpose, subject_kind: kind, subject_key: key, permitted };
}

async function upnsSeen(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.selectFrom('account.child_year').select('upn').orderBy('upn').execute();
  return rows.map(({ upn }) => upn);
}

test('an errand takes four questions to the records beside its own, and one’s own ties take one', async () => {
  const errand = await heard(() =>
    access.actingAs(officer, SUPPORT, { kind: 'child', upn: BRYN }, (tx) => sql`select 1`.execute(tx)),
  );
  expect(errand.said.map((text) => text.trim().replaceAll(/\s+/g, ' '))).toEqual([
    'records: begin',
    expect.stringContaining('from access.set_out('),
    expect.stringContaining('insert into "access"."look"'),
    'records: select 1',
    'records: commit',
  ]);
  const ties = await heard(() => access.listOwnTies(lead));
  expect(ties).toEqual({ made: [{ urn: HERE }], said: [expect.stringContaining('from access.own_ties(')] });
  await access.actingAs(singleUser, 'access-management', { kind: 'area' }, async (tx) => {
    await addTie(tx, lead.id, { urn: THERE }, clock);
    await endTie(tx, lead.id, { urn: THERE }, clock);
  });
  expect(await access.listOwnTies(lead)).toEqual([{ urn: HERE }]);
});

describe('actingAs', () => {
  test('shows what the actor may see of the subject, and no more', async () => {
    const asked = (actor: Actor, subject: Subject) => access.actingAs(actor, SUPPORT, subject, upnsSeen);
    expect(await asked(officer, { kind: 'area' })).toEqual([AMINATA, BRYN, CASS].toSorted());
    expect(await asked(lead, { kind: 'area' })).toEqual([AMINATA, CASS].toSorted());
    expect(await asked(officer, { kind: 'school', urn: THERE })).toEqual([BRYN, CASS].toSorted());
    expect(await asked(lead, { kind: 'child', upn: BRYN })).toEqual([]);
    expect(await asked(lead, { kind: 'children', upns: [BRYN, CASS] })).toEqual([CASS]);
    expect(await traces()).toEqual([
      trace(officer, 'area', ''),
      trace(lead, 'area', ''),
      trace(officer, 'school', String(THERE)),
      trace(lead, 'child', BRYN),
      trace(lead, 'child', BRYN),
      trace(lead, 'child', CASS),
    ]);
  });

  test('refuses a purpose that is not the role’s, and an actor it does not know, and both leave a trace', async () => {
    const asked = (actor: Actor) =>
      access.actingAs(actor, 'access-management', { kind: 'area' }, () => Promise.reject(new Error('it was let in')));
    await expect(asked(lead)).rejects.toMatchObject({ code: 'access/not-permitted' });
    await expect(asked(stranger)).rejects.toMatchObject({ code: 'access/not-permitted' });
    expect(await traces()).toEqual([
      trace(lead, 'area', '', false, 'access-management'),
      trace(stranger, 'area', '', false, 'access-management'),
    ]);
  });

  test('the database decides the role, not the object that says one', async () => {
    const posing: Actor = { ...lead, role: 'area-administrator', scope: 'area' };
    await expect(
      access.actingAs(posing, 'access-management', { kind: 'area' }, () => Promise.resolve()),
    ).rejects.toMatchObject({ code: 'access/not-permitted' });
    expect(await access.actingAs(posing, SUPPORT, { kind: 'area' }, upnsSeen)).not.toContain(BRYN);
  });

  test('where the work throws, nothing left: neither what it wrote nor its trace stays', async () => {
    const failing = access.actingAs(singleUser, 'access-management', { kind: 'area' }, async (tx) => {
      await addTie(tx, lead.id, { urn: THERE }, clock);
      throw new Error('out of luck');
    });
    await expect(failing).rejects.toThrow('out of luck');
    expect(await traces()).toEqual([]);
    expect(await access.actingAs(lead, SUPPORT, { kind: 'child', upn: BRYN }, upnsSeen)).toEqual([]);
  });

  test('leaves nothing of the actor on the connection, and no tx that still answers', async () => {
    const kept = await access.actingAs(officer, SUPPORT, { kind: 'area' }, (tx) => Promise.resolve({ tx }));
    await expect(upnsSeen(kept.tx)).rejects.toThrow('already committed');
    const { rows } = await asOwner((tx) =>
      sql`select access.me() as me, access.purpose() as purpose, current_user::text = 'kith_app' as app`.execute(tx),
    );
    expect(rows).toEqual([{ me: null, purpose: null, app: false }]);
  });

  test('the application’s role without an actor sees no row of any table, and may not set the pointer', async () => {
    const counts = await asOwner(async (tx) => {
      await sql`select set_config('role', 'kith_app', true)`.execute(tx);
      const tables = [
        'access.actor',
        'access.tie',
        'access.look',
        'account.child_year',
        'account.publication',
      ] as const;
      const seen = [];
      for (const table of tables) seen.push((await tx.selectFrom(table).selectAll().execute()).length);
      const { numUpdatedRows } = await tx
        .updateTable('account.current_publication')
        .set({ version: 1 })
        .executeTakeFirst();
      return [...seen, Number(numUpdatedRows)];
    });
    expect(counts).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test.each([
    'delete from access.look',
    `update access.look set reason = 'no one'`,
    'truncate access.look',
    `insert into access.look (at, actor, actor_name, role, purpose, subject_kind, subject_key, permitted, reason)
     values (now(), 'officer', 'Someone else', '', 'oversight', 'area', '', true, '')`,
    `insert into account.child_year select * from account.child_year`,
    'delete from access.actor',
    `insert into access.tie (actor, urn, since) values ('lead', 100002, now())`,
  ])('whoever acts may not %s', async (statement) => {
    await expect(
      access.actingAs(lead, SUPPORT, { kind: 'area' }, (tx) => sql.raw(statement).execute(tx)),
    ).rejects.toMatchObject({ code: '42501' });
  });

  test('a tie to a class reaches who is in it now, and one to children in care those in care', async () => {
    const teacher: Actor = { id: 'teacher', name: 'Tess Teacher', role: 'class-teacher', scope: 'ties' };
    const virtual: Actor = { id: 'virtual', name: 'Vi Virtual', role: 'virtual-school', scope: 'ties' };
    await access.actingAs(singleUser, 'access-management', { kind: 'area' }, async (tx) => {
      await addActor(tx, teacher, clock);
      await addTie(tx, teacher.id, { urn: HERE, class: '7A' }, clock);
      await addActor(tx, virtual, clock);
      await addTie(tx, virtual.id, { member_of: 'in-care' }, clock);
    });
    const [before, later] = [academicYearStarting(2023), academicYearStarting(2024)];
    const of7A = { kind: 'class', urn: HERE, class: '7A' } as const;
    const publish = (...rows: readonly ChildYearRow[]) => access.publish(singleUser, inBatches(rows));
    const seen = async () =>
      Promise.all([teacher, virtual].map((one) => access.actingAs(one, SUPPORT, { kind: 'area' }, upnsSeen)));
    await publish(
      childYear(AMINATA, { academic_year: later, groups: [of7A] }),
      childYear(BRYN, { academic_year: later, urns: [THERE], groups: [{ kind: 'in-care' }] }),
      // Was in the class a year ago, and is in another now; another school’s class of the same name is another class.
      childYear(CASS, { academic_year: before, urns: [HERE], groups: [of7A, { kind: 'in-care' }] }),
      childYear(CASS, { academic_year: later, groups: [{ ...of7A, urn: THERE }] }),
    );
    expect(await seen()).toEqual([[AMINATA], [BRYN]]);
    const leave = async (subject: Subject) => (await access.permitFor(teacher, SUPPORT, subject)).kind;
    expect(await leave({ kind: 'school', urn: HERE })).toBe('refused');
    expect(await leave({ kind: 'class', urn: HERE, class: '7A' })).toBe('permitted');
    expect(await leave({ kind: 'class', urn: HERE, class: '7B' })).toBe('refused');
    expect(await leave({ kind: 'class', urn: THERE, class: '7A' })).toBe('refused');
    expect(await access.listOwnTies(teacher)).toEqual([{ urn: HERE, class: '7A' }]);
    // The next publication decides who is in it.
    await publish(childYear(CASS, { groups: [of7A] }), childYear(BRYN, { groups: [] }));
    expect(await seen()).toEqual([[CASS], []]);
    await access.publish(singleUser, WORLD());
  });

  test('nobody is given a role that their organisation has not: a school’s officer would see the whole area', async () => {
    const adding = (role: Role, scope: Scope, organisation: string) =>
      access.actingAs(singleUser, 'access-management', { kind: 'area' }, (tx) =>
        addActor(tx, { id: `${role} of ${organisation}`, name: 'Dee', role, scope, organisation }, clock),
      );
    await access.actingAs(singleUser, 'access-management', { kind: 'area' }, async (tx) => {
      await addOrganisation(tx, { id: 'a-school', kind: 'school', name: 'School', urn: HERE }, clock);
      await addOrganisation(tx, { id: 'a-trust', kind: 'trust', name: 'Trust' }, clock);
      await addOrganisation(tx, { id: 'the-area', kind: 'area', name: 'Area' }, clock);
    });
    for (const [role, scope, place] of [
      ['data-protection-officer', 'area', 'a-school'],
      ['data-protection-officer', 'area', 'a-trust'],
      ['area-officer', 'area', 'a-school'],
      ['area-administrator', 'area', 'a-trust'],
      ['head', 'ties', 'the-area'],
    ] as const)
      await expect(adding(role, scope, place)).rejects.toThrow(/row-level security/);
    await adding('data-protection-officer', 'area', 'the-area');
    await adding('head', 'ties', 'a-school');
  });

  test('access that has ended is over at once', async () => {
    const during: Actor = { ...lead, id: 'for-now' };
    const manage = (work: (tx: Tx) => Promise<void>) =>
      access.actingAs(singleUser, 'access-management', { kind: 'area' }, work);
    await manage(async (tx) => {
      await addActor(tx, during, clock);
      await addTie(tx, during.id, { upn: BRYN }, clock);
    });
    const seen = () => access.actingAs(during, SUPPORT, { kind: 'area' }, upnsSeen);
    expect(await seen()).toEqual([BRYN]);
    await manage((tx) => endTie(tx, during.id, { upn: BRYN }, clock));
    expect(await seen()).toEqual([]);
    await manage((tx) => endActor(tx, during.id, clock));
    await expect(seen()).rejects.toMatchObject({ code: 'access/not-permitted' });
  });
});

describe('permitFor', () => {
  const ask = (actor: Actor, subject: Subject) => access.permitFor(actor, SUPPORT, subject);

  test.each<[string, Actor, Subject, 'permitted' | 'refused']>([
    ['the area, to who works for it', officer, { kind: 'area' }, 'permitted'],
    ['the area, to a school', lead, { kind: 'area' }, 'refused'],
    ['its school', lead, { kind: 'school', urn: HERE }, 'permitted'],
    ['another school', lead, { kind: 'school', urn: THERE }, 'refused'],
    ['its schools', lead, { kind: 'schools', urns: [HERE] }, 'permitted'],
    ['schools of which one is another’s', lead, { kind: 'schools', urns: [HERE, THERE] }, 'refused'],
    ['no schools', lead, { kind: 'schools', urns: [] }, 'refused'],
    ['its child', lead, { kind: 'child', upn: AMINATA }, 'permitted'],
    ['another’s child', lead, { kind: 'child', upn: BRYN }, 'refused'],
    ['its children, one twice', lead, { kind: 'children', upns: [AMINATA, CASS, CASS] }, 'permitted'],
    ['children of which one is another’s', lead, { kind: 'children', upns: [AMINATA, BRYN] }, 'refused'],
    ['a child, to a stranger', stranger, { kind: 'child', upn: BRYN }, 'refused'],
  ])('%s', async (_, actor, subject, kind) => {
    const answer = await ask(actor, subject);
    const permitted = { kind, permit: { actor, purpose: SUPPORT, subject, at: clock.now() } };
    expect(answer).toMatchObject(kind === 'permitted' ? permitted : { kind });
    const left = await traces();
    expect(left.length).toBeGreaterThan(0);
    expect(left).toEqual(left.map((each) => ({ ...each, permitted: kind === 'permitted' })));
  });

  test('is not given for a purpose that reads nothing', async () => {
    const answer = await access.permitFor(singleUser, 'access-management', { kind: 'area' });
    expect(answer.kind).toBe('refused');
  });
});

describe('listLooks', () => {
  const looksAt = async (actor: Actor, upn: Upn) =>
    (await access.listLooks(actor, upn)).map((look) => `${look.actorName}: ${look.purpose}, ${look.kind} ${look.key}`);

  test('is every look in which the child could have been seen, newest first, this one too', async () => {
    await access.actingAs(officer, SUPPORT, { kind: 'child', upn: AMINATA }, upnsSeen);
    await access.actingAs(officer, SUPPORT, { kind: 'child', upn: BRYN }, upnsSeen);
    await access.actingAs(officer, SUPPORT, { kind: 'school', urn: HERE }, upnsSeen);
    await access.actingAs(officer, SUPPORT, { kind: 'school', urn: THERE }, upnsSeen);
    await access.actingAs(officer, SUPPORT, { kind: 'area' }, upnsSeen);
    expect(await looksAt(lead, AMINATA)).toEqual([
      `Lena Lead: oversight, child ${AMINATA}`,
      `Olu Officer: ${SUPPORT}, area `,
      `Olu Officer: ${SUPPORT}, school ${HERE}`,
      `Olu Officer: ${SUPPORT}, child ${AMINATA}`,
    ]);
  });

  test('leaves out what was done for a purpose that reads nothing about children', async () => {
    await access.actingAs(officer, 'place-improvement', { kind: 'area' }, upnsSeen);
    await access.actingAs(singleUser, 'access-management', { kind: 'area' }, upnsSeen);
    expect(await looksAt(lead, AMINATA)).toEqual([`Lena Lead: oversight, child ${AMINATA}`]);
  });

  test('tells of a refused attempt at the child, whatever the purpose', async () => {
    const child = { kind: 'child', upn: AMINATA } as const;
    await expect(access.actingAs(lead, 'access-management', child, upnsSeen)).rejects.toMatchObject({
      code: 'access/not-permitted',
    });
    expect(await looksAt(lead, AMINATA)).toEqual([
      `Lena Lead: oversight, child ${AMINATA}`,
      `Lena Lead: access-management, child ${AMINATA}`,
    ]);
  });

  test('of a child that is not the actor’s is empty', async () => {
    await access.actingAs(officer, SUPPORT, { kind: 'child', upn: BRYN }, upnsSeen);
    expect(await looksAt(lead, BRYN)).toEqual([]);
    expect(await looksAt(officer, BRYN)).toHaveLength(3);
  });
});
