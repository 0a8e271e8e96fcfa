import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addActor,
  addAgreement,
  addOrganisation,
  addTie,
  drawStandIn,
  recordCompetence,
  recordConsent,
  singleUser,
  writeNote,
  type Actor,
  type Role,
  type Tx,
} from '#access';
import { findInstant, findUpn, instantOf, type Upn } from '#kernel';
import { listRestrictions } from '#rights';
import { asOwnerOf, publishedArea, upnWith, workedArea, type PublishedArea } from '#testing';
import { htmlFaults } from '../../layout/html-faults.ts';
import { createWeb } from '../../server.tsx';

const SCHOOL = 900101;
const SAID = 'The use of this record is restricted since 3 November 2025';
const person = (role: Role, scope: Actor['scope']): Actor => ({ id: role, name: `Some ${role}`, role, scope });
const dpo = person('data-protection-officer', 'area');
const officer: Actor = { ...person('area-officer', 'area'), organisation: 'authority' };
const head = person('head', 'ties');
/** Sees the child by an agreement with the area: the policies of what was said ask nothing else about the child. */
const clinician: Actor = { ...person('clinician', 'ties'), organisation: 'camhs' };
const parent = person('parent', 'ties');
const young = person('young-person', 'ties');

let area: PublishedArea;
/** A child of the school who stands in a list, and is in its account. */
let child: Upn;

beforeAll(async () => {
  const now = findInstant('2025-11-03T12:00:00Z');
  if (!now) throw new Error('no moment');
  area = await publishedArea(workedArea, { now, quality: true });
  const listed = await asOwnerOf(area, (tx) =>
    tx.selectFrom('worklist.entry').select('upn').where('urn', '=', SCHOOL).where('upn', '<>', '').execute(),
  );
  const found = findUpn(listed[0]?.upn ?? '');
  if (!found) throw new Error('no child stands in a list');
  child = found;
  const { access, clock } = area.web;
  await access.actingAs(singleUser, 'access-management', { kind: 'area' }, async (tx) => {
    await addOrganisation(tx, { id: 'authority', kind: 'area', name: 'The authority' }, clock);
    await addOrganisation(tx, { id: 'camhs', kind: 'health', name: 'The clinic' }, clock);
    for (const actor of [dpo, officer, head, clinician, parent, young]) await addActor(tx, actor, clock);
    await addTie(tx, head.id, { urn: SCHOOL }, clock);
    for (const { id } of [clinician, parent, young]) await addTie(tx, id, { upn: child }, clock);
    await addAgreement(tx, {
      giver: 'authority',
      receiver: 'camhs',
      classes: ['account', 'notes'],
      purpose: 'direct-care',
      basis: 'Care that was agreed',
      mode: 'fetch',
      needsConsent: false,
      startsAt: clock.now(),
      endsAt: instantOf(clock.milliseconds() + 1000),
    });
  });
  await withChild(officer, async (tx) => {
    await recordConsent(tx, { upn: child, organisation: 'camhs', class: 'notes', answer: 'refused', toldBy: 'parent' });
    await recordCompetence(tx, child, true, 'Understood what was asked');
    await writeNote(tx, NOTE());
  });
}, 300_000);
afterAll(() => area.close());

const NOTE = () => ({ upn: child, words: 'Words of a note', whomToAsk: 'The desk', organisations: [], roles: [] });

function withChild<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  const purpose = actor === clinician ? 'direct-care' : 'attendance-and-inclusion-support';
  return area.web.access.actingAs(actor, purpose, { kind: 'child', upn: child }, work);
}

/** How many consents, judgements and notes about the child somebody reads. */
function saidTo(actor: Actor): Promise<readonly number[]> {
  return withChild(actor, async (tx) => [
    (await tx.selectFrom('access.consent').select('id').execute()).length,
    (await tx.selectFrom('access.competence').select('id').execute()).length,
    (await tx.selectFrom('access.note').select('id').execute()).length,
  ]);
}

async function ask(actor: Actor, path: string, fields?: Readonly<Record<string, string>>): Promise<Response> {
  return createWeb({ ...area.web, actor }).request(`http://127.0.0.1${path}`, {
    headers: fields ? { origin: 'http://127.0.0.1', 'content-type': 'application/x-www-form-urlencoded' } : {},
    ...(fields ? { method: 'POST', body: new URLSearchParams(fields).toString() } : {}),
  });
}

async function read(actor: Actor, path: string) {
  const response = await ask(actor, path);
  const html = await response.text();
  const { document } = parseHTML(html);
  const body = document.querySelector('main') ?? document;
  return { status: response.status, html, document, text: (body.textContent ?? '').replaceAll(/\s+/g, ' ').trim() };
}

/** How many stand in each list of the school, as the page of lists says. */
async function countsOf(actor: Actor, path: string): Promise<ReadonlyMap<string, number>> {
  const { document } = await read(actor, path);
  return countsIn([...document.querySelectorAll('table[id^="lists-"] tbody tr, #lists-school tbody tr')]);
}

/** How many stand in a list of the area at each school, as the page of the list says. */
async function schoolsOf(list: string): Promise<ReadonlyMap<string, number>> {
  const { document } = await read(officer, list);
  return countsIn([...document.querySelectorAll('#by-school tbody tr')]);
}

const sumOf = (counts: Iterable<number>): number => [...counts].reduce((sum, count) => sum + count, 0);

function countsIn(lines: readonly Element[]): ReadonlyMap<string, number> {
  return new Map(
    lines.map((line) => [
      line.querySelector('a')?.getAttribute('href') ?? '',
      Number((line.querySelector('td')?.textContent ?? '').replaceAll(/\D/g, '')),
    ]),
  );
}

const childrenSeen = async (actor: Actor, path: string): Promise<readonly string[]> => {
  const { document } = await read(actor, path);
  return [...document.querySelectorAll('main a[href^="/children/"]')]
    .map((link) => (link.getAttribute('href') ?? '').slice(10, 23))
    .filter((upn) => findUpn(upn) !== undefined);
};

describe('the use of a record', () => {
  let before: ReadonlyMap<string, number>;
  let ofSchool: ReadonlyMap<string, number>;

  test('is restricted by the data protection officer, as a request asks and for a reason of the law', async () => {
    before = await countsOf(officer, '/lists');
    ofSchool = await countsOf(head, `/lists?school=${SCHOOL}`);
    for (const actor of [officer, head, clinician]) {
      expect([actor.role, await saidTo(actor)]).toEqual([actor.role, [1, 1, 1]]);
    }
    expect(await childrenSeen(head, `/children?school=${SCHOOL}`)).toContain(child);
    const received = { 'received-day': '1', 'received-month': '11', 'received-year': '2025' };
    const made = await ask(dpo, '/rights/new', { upn: child, kind: 'restriction', by: 'parent', ...received });
    const request = (made.headers.get('location') ?? '').split('?')[0] ?? '';
    expect((await ask(dpo, `${request}/restrict`, { ground: 'objection-upheld' })).status).toBe(400);
    expect((await ask(head, `${request}/restrict`, { ground: 'accuracy' })).status).toBe(403);
    const set = await ask(dpo, `${request}/restrict`, { ground: 'accuracy' });
    expect([set.status, set.headers.get('location')]).toEqual([303, '/rights?told=restricted']);
    const page = await read(dpo, '/rights?told=restricted');
    expect(await htmlFaults(page.html)).toEqual([]);
    expect(page.text).toContain('The use of the record is restricted from now.');
    expect(page.text).toMatch(
      /Whether it is right is disputed, until that is checked \(article 18\(1\)\(a\)\)\s*3 November/,
    );
    expect((await read(dpo, request)).text).toContain(
      'Its use is restricted since 3 November 2025: Whether it is right',
    );
  });

  test('is over for those who work with children: page, search, lists, files and what is to be mended', async () => {
    for (const actor of [head, officer]) {
      const page = await read(actor, `/children/${child}`);
      const nobody = await read(actor, '/children/X801400120909');
      expect(page.status).toBe(404);
      // One that nobody has, of the same length.
      const absent = upnWith(`${child.slice(1, 9)}8888`);
      expect(page.text.replaceAll(child, '…')).toBe(
        (await read(actor, `/children/${absent}`)).text.replaceAll(absent, '…'),
      );
      expect(nobody.status).toBe(404);
    }
    for (const path of ['/children', `/children?find=${child.slice(1, 9)}`, `/children?school=${SCHOOL}`]) {
      const { text, status } = await read(officer, path);
      expect(status).toBe(200);
      expect(text).not.toContain(child);
      expect(await childrenSeen(officer, path)).not.toContain(child);
    }
    const findings = await area.web.access.permitFor(singleUser, 'import-and-data-quality', { kind: 'area' });
    if (findings.kind === 'refused') throw new Error(findings.reason);
    expect(findings.permit.leftOut).toEqual([child]);
    const state = await area.web.account();
    if (state.kind !== 'ready') throw new Error('no account');
    for (const year of state.aggregates.years) {
      const all = await state.findings.list(findings.permit, { year: year.year });
      expect(all.filter(({ upn }) => upn === child)).toEqual([]);
    }
  });

  test('is over for what was said and written about the child, also where it was agreed to share it', async () => {
    for (const actor of [officer, head, clinician]) {
      expect([actor.role, await saidTo(actor)]).toEqual([actor.role, [0, 0, 0]]);
    }
    // Refused at the note itself: its words would be refused too, for who does not see the note.
    for (const actor of [officer, clinician]) {
      await expect(withChild(actor, (tx) => writeNote(tx, NOTE()))).rejects.toThrow('for table "note"');
    }
    expect(await asOwnerOf(area, (tx) => tx.selectFrom('access.note').select('upn').execute())).toHaveLength(1);
  });

  test('is no gap between a count and its rows', async () => {
    const entries = await asOwnerOf(area, (tx) =>
      tx.selectFrom('worklist.entry').select('list').where('upn', '=', child).execute(),
    );
    const atSchool = await countsOf(officer, `/lists?school=${SCHOOL}`);
    const own = (href: string): number => entries.filter(({ list }) => href.startsWith(`/lists/${list}`)).length;
    expect(entries.length).toBeGreaterThan(0);
    for (const [actor, path, was] of [
      [officer, '/lists', before],
      [head, `/lists?school=${SCHOOL}`, ofSchool],
    ] as const) {
      const counts = await countsOf(actor, path);
      for (const [href, count] of was) {
        const now = counts.get(href) ?? 0;
        expect([href, now]).toEqual([href, count - own(href)]);
        if (!href.startsWith('/lists/') || now === 0) continue;
        const file = href.replace(/^\/lists\/([a-z0-9-]+)/, '/lists/$1.csv');
        const rows = (await (await ask(actor, file)).text()).trim().split(/\r?\n/);
        expect([href, rows.length - 1]).toEqual([href, now]);
        expect(rows.join('\n')).not.toContain(child);
        if (actor !== officer) continue;
        const bySchool = await schoolsOf(href);
        expect([href, sumOf(bySchool.values())]).toEqual([href, now]);
        const here = `${href}?school=${SCHOOL}`;
        expect([here, bySchool.get(here) ?? 0]).toEqual([here, atSchool.get(here) ?? 0]);
      }
    }
  });

  test('leaves the record with the child, the family, the data protection officer, and an emergency', async () => {
    for (const actor of [parent, young, dpo]) {
      const page = await read(actor, `/children/${child}`);
      expect([actor.role, page.status]).toEqual([actor.role, 200]);
      expect(page.text).toContain(SAID);
    }
    const seers = await area.web.access.findSeers(young, child);
    expect(seers?.named.map(({ role }) => role).toSorted()).toEqual(
      ['area-administrator', 'data-protection-officer', 'parent', 'young-person'].toSorted(),
    );
    await area.web.access.openEmergency(head, child, 'The child said something that cannot wait');
    expect((await read(head, `/children/${child}`)).text).toContain(SAID);
    expect(await childrenSeen(head, `/children?school=${SCHOOL}`)).not.toContain(child);
  });

  test('cannot be erased meanwhile, and a restriction is lifted once the person has been told', async () => {
    const { access } = area.web;
    const erasure = { upn: child, standIn: drawStandIn(), because: 'unlawful' } as const;
    await expect(access.mayTakeOut(singleUser, erasure)).rejects.toThrow('Lift the restriction first');
    const [one] = await listRestrictions(access, dpo);
    const path = `/rights/restrictions/${one?.id}`;
    const day = (year: string) => ({ 'told-day': '3', 'told-month': '11', 'told-year': year });
    expect(await htmlFaults((await read(dpo, path)).html)).toEqual([]);
    expect((await ask(dpo, path, day('2099'))).status).toBe(400);
    expect((await ask(head, path, day('2025'))).status).toBe(403);
    const lifted = await ask(dpo, path, day('2025'));
    expect([lifted.status, lifted.headers.get('location')]).toEqual([303, '/rights?told=lifted']);
    expect((await ask(dpo, path)).status).toBe(404);
    const page = await read(head, `/children/${child}`);
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('is restricted since');
    expect(await countsOf(officer, '/lists')).toEqual(before);
    expect(await saidTo(clinician)).toEqual([1, 1, 1]);
    await access.mayTakeOut(singleUser, erasure);
  });
});
