import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addActor, addTie, singleUser, SIGNED, type Actor, type Role } from '#access';
import { calendarDate, findInstant, findUpn, randomId, type Upn } from '#kernel';
import { t } from '#language';
import { listRestrictions, recordRequest, type RequestKind } from '#rights';
import { asOwnerOf, publishedArea, workedArea, type PublishedArea } from '#testing';
import { createWeb } from '../../server.tsx';
import type { RestrictionEvent } from '../../operation.ts';

/** One of two girls of the school, with sessions away in it and two things to mend. */
const [CHILD, SCHOOL, ELSEWHERE] = [upnOf('A801400518012'), 900101, 900103];
const HIDDEN = 'Figures of groups are not shown while the use of a record in this school is restricted.';
const person = (role: Role, scope: Actor['scope']): Actor => ({ id: role, name: `Some ${role}`, role, scope });
const dpo = person('data-protection-officer', 'area');
const officer = person('area-officer', 'area');
const head = person('head', 'ties');
const teacher: Actor = { id: 'teacher', name: 'Some teacher', role: 'senco', scope: 'ties' };
const parent = person('parent', 'ties');

let area: PublishedArea;
let folder: string;
const told: RestrictionEvent[] = [];
beforeAll(async () => {
  const now = findInstant('2025-11-03T12:00:00Z');
  if (!now) throw new Error('no moment');
  // All of one phase: fewer than four schools of a kind are not compared.
  folder = await mkdtemp(join(tmpdir(), 'kith-restricted-'));
  await cp(workedArea, folder, { recursive: true });
  const schools = join(folder, 'schools.csv');
  const words = (await readFile(schools, 'utf8')).replaceAll(/secondary|special|alternative-provision/g, 'primary');
  await writeFile(schools, words);
  area = await publishedArea(folder, { now, quality: true });
  const { access, clock } = area.web;
  await access.actingAs(singleUser, 'access-management', { kind: 'area' }, async (tx) => {
    for (const actor of [dpo, officer, head, teacher, parent]) await addActor(tx, actor, clock);
    for (const { id } of [head, teacher]) await addTie(tx, id, { urn: SCHOOL }, clock);
    await addTie(tx, teacher.id, { urn: ELSEWHERE }, clock);
    await addTie(tx, parent.id, { upn: CHILD }, clock);
  });
}, 300_000);
afterAll(async () => {
  await area.close();
  await rm(folder, { recursive: true, force: true });
});

function upnOf(text: string): Upn {
  const upn = findUpn(text);
  if (!upn) throw new Error(`no UPN: ${text}`);
  return upn;
}

async function ask(actor: Actor, path: string, fields?: Readonly<Record<string, string>>): Promise<Response> {
  const operation = {
    isStopping: () => false,
    askRecords: async () => undefined,
    onRestriction: (event: RestrictionEvent) => void told.push(event),
  };
  return createWeb({ ...area.web, actor, operation }).request(`http://127.0.0.1${path}`, {
    headers: fields ? { origin: 'http://127.0.0.1', 'content-type': 'application/x-www-form-urlencoded' } : {},
    ...(fields ? { method: 'POST', body: new URLSearchParams(fields).toString() } : {}),
  });
}

async function read(actor: Actor, path: string) {
  const response = await ask(actor, path);
  const html = await response.text();
  const { document } = parseHTML(html);
  const plain = (selector: string): string =>
    (document.querySelector(selector)?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  return { status: response.status, html, document, text: plain('main'), whole: plain('body') };
}

const requestFor = (kind: RequestKind, upn: Upn = CHILD): Promise<string> =>
  recordRequest(area.web.access, area.web.clock, dpo, {
    upn,
    kind,
    askedBy: 'parent',
    receivedOn: calendarDate('2025-11-01'),
    words: undefined,
  });

/** Past the room, as code with a fault would: what the database itself allows. */
const insertFor = (request: string | null, because = 'accuracy'): Promise<unknown> =>
  area.web.access.actingAs(dpo, 'rights', { kind: 'child', upn: CHILD }, (tx) =>
    tx
      .insertInto('rights.restriction')
      .values({ id: randomId(), upn: CHILD, because, request, ...SIGNED })
      .execute(),
  );

const GROUPS = ['groups/sex/F', 'groups/sex/M', 'groups/sen/K', 'year-groups/6', 'classes/none', 'groups/in-care/N'];
const groupPaths = (urn: number): readonly string[] => GROUPS.map((group) => `/schools/${urn}/${group}`);
const HOW = [
  'lost_absence/school-900101.sex-F',
  'absence_rate/school-900101.year-group-6',
  'lost_absence/school-900101.sex-F.week-2024-10-07',
  'cause-I/school-900101.sen-K',
].map((figure) => `/how/${figure}`);
const COMPARED = `/schools/${SCHOOL}/compare`;

/** How many figures and cells a page has, but for the lists of the working day, which are counted from what is seen. */
const figuresOf = async (actor: Actor, path: string): Promise<number> =>
  (await read(actor, path)).document.querySelectorAll('main a[href^="/how/"], main table:not(#group-lists) td').length;

async function countsOfRules(actor: Actor): Promise<ReadonlyMap<string, string>> {
  const { document } = await read(actor, '/quality');
  const lines = [...document.querySelectorAll('#rules tbody tr')];
  return new Map(
    lines.map((line) => [
      line.querySelector('a')?.getAttribute('href') ?? '',
      [...line.querySelectorAll('td')].map((cell) => cell.textContent).join('|'),
    ]),
  );
}

describe('a restriction', () => {
  test('needs a request about the child that was neither refused nor withdrawn, in the database too', async () => {
    const other = upnOf('U801400512027');
    const kept = 'row-level security policy';
    await expect(insertFor(null)).rejects.toThrow(kept);
    await expect(insertFor(await requestFor('access'))).rejects.toThrow(kept);
    await expect(insertFor(await requestFor('restriction', other))).rejects.toThrow(kept);
    await expect(insertFor(await requestFor('restriction'), 'objection-upheld')).rejects.toThrow(kept);
    for (const [happened, kind] of [
      ['withdrawn', 'restriction'],
      ['refused/unfounded', 'objection'],
    ] as const) {
      const request = await requestFor(kind);
      expect((await ask(dpo, `/rights/${request}`, { happened })).status).toBe(303);
      await expect(insertFor(request, 'objection')).rejects.toThrow(kept);
      const refused = await ask(dpo, `/rights/${request}/restrict`, { ground: 'objection' });
      expect(refused.status).toBe(400);
      expect(await refused.text()).toContain(t('restriction.request-over'));
      expect((await read(dpo, `/rights/${request}`)).document.querySelector('form[action$=restrict]')).toBeNull();
    }
    expect(told).toEqual([]);
    expect((await read(singleUser, '/')).whole).not.toContain('A record was restricted');
  });
});

describe('while the use of a record is restricted', () => {
  let request = '';
  let set = 0;
  let before: ReadonlyMap<string, string>;
  let files: readonly string[];
  let figures: ReadonlyMap<string, number>;

  beforeAll(async () => {
    before = await countsOfRules(officerForData);
    files = await rowsToMend();
    figures = new Map(
      await Promise.all(
        [...groupPaths(SCHOOL), ...HOW, COMPARED].map(async (path) => [path, await figuresOf(officer, path)] as const),
      ),
    );
    await read(officer, `/children/${CHILD}`);
    request = await requestFor('restriction');
    set = (await ask(dpo, `/rights/${request}/restrict`, { ground: 'accuracy' })).status;
  });

  test('whoever else answers requests is told, until one of them opened the request; and a line is written', async () => {
    expect([set, told]).toEqual([303, ['restriction-set']]);
    const notice = 'A record was restricted by Some data-protection-officer';
    for (const path of ['/rights', '/schools']) {
      const page = await read(singleUser, path);
      expect([path, page.whole.includes(notice)]).toEqual([path, true]);
      expect(page.document.querySelector(`a[href="/rights/${request}"]`)).not.toBeNull();
    }
    for (const actor of [dpo, officer, head]) expect((await read(actor, '/schools')).whole).not.toContain(notice);
    // Whoever set it is no second person.
    await read(dpo, `/rights/${request}`);
    expect((await read(singleUser, '/schools')).whole).toContain(notice);
    await read(singleUser, `/rights/${request}`);
    expect((await read(singleUser, '/schools')).whole).not.toContain(notice);
    const seen = await asOwnerOf(area, (tx) => tx.selectFrom('rights.restriction_seen').select('actor').execute());
    expect(seen).toEqual([{ actor: singleUser.id }]);
  });

  test('no sum of a group of that school is shown to whoever does not see the child', async () => {
    for (const path of groupPaths(SCHOOL)) {
      expect(figures.get(path)).toBeGreaterThan(3);
      for (const actor of [head, officer]) {
        const page = await read(actor, path);
        expect([path, page.status, page.text.includes(HIDDEN)]).toEqual([path, 200, true]);
        expect([path, await figuresOf(actor, path)]).toEqual([path, 0]);
      }
    }
    // One that is not there answers alike: that it is could be the child.
    const [there, not] = await Promise.all([
      read(head, `/schools/${SCHOOL}/groups/in-care/N`),
      read(head, `/schools/${SCHOOL}/groups/in-care/Y`),
    ]);
    expect([not.status, not.text.includes(HIDDEN)]).toEqual([there.status, true]);
    expect((await read(head, `/schools/${SCHOOL}/year-groups/x`)).status).toBe(200);
    for (const path of HOW) {
      const page = await read(head, path);
      expect([path, page.status, page.text.includes(HIDDEN)]).toEqual([path, 403, true]);
      expect(page.document.querySelectorAll('main table')).toHaveLength(0);
    }
    const school = await read(head, `/schools/${SCHOOL}`);
    expect(school.text).toContain(HIDDEN);
    expect(school.document.querySelector('#by-year-group')).toBeNull();
    expect(school.document.querySelectorAll('a[href*="/groups/"], a[href*="/year-groups/"]')).toHaveLength(0);
    // The school’s own sums stay.
    expect(await figuresOf(head, `/schools/${SCHOOL}`)).toBeGreaterThan(5);
    expect(figures.get(COMPARED)).toBeGreaterThan(10);
    const compared = await read(officer, COMPARED);
    expect(compared.text).toContain(HIDDEN);
    expect(compared.document.querySelectorAll('table[id^=factor-]')).toHaveLength(0);
  });

  test('groups of other schools are shown as before, and so are these to whoever sees the child', async () => {
    for (const path of groupPaths(ELSEWHERE)) {
      expect((await read(officer, path)).text).not.toContain(HIDDEN);
      expect((await read(teacher, path)).text).not.toContain(HIDDEN);
    }
    for (const path of [...groupPaths(SCHOOL), ...HOW, COMPARED]) {
      const page = await read(dpo, path);
      expect([path, page.status, page.text.includes(HIDDEN)]).toEqual([path, 200, false]);
      expect([path, await figuresOf(dpo, path)]).toEqual([path, figures.get(path)]);
    }
  });

  test('what is to mend is counted as its rows are listed', async () => {
    const now = await countsOfRules(officerForData);
    const rows = await rowsToMend();
    const own = files.filter((row) => row.includes(CHILD));
    expect(own.length).toBeGreaterThan(1);
    expect(rows).toEqual(files.filter((row) => !row.includes(CHILD)));
    expect(now.size).toBe(before.size);
    const changed = [...before].filter(([rule, was]) => now.get(rule) !== was).map(([rule]) => rule);
    expect(changed).toEqual(
      expect.arrayContaining([
        '/quality/reason-never-given?year=2024%2F25',
        '/quality/x-of-compulsory-age?year=2024%2F25',
      ]),
    );
    expect(changed).toHaveLength(new Set(own.map((row) => row.split(',')[0])).size);
    const [, was] = /([\d,]+)/.exec(before.get(changed[0] ?? '') ?? '') ?? [];
    const [, is] = /([\d,]+)/.exec(now.get(changed[0] ?? '') ?? '') ?? [];
    expect(Number(is)).toBeLessThan(Number(was));
    const page = await read(officerForData, changed[0] ?? '');
    expect(page.text).toContain(`${is} `);
  });

  test('who looked at the child is told to those alone who see it', async () => {
    const atChild = async (actor: Actor): Promise<number> =>
      (await area.web.access.listLooks(actor, CHILD)).filter(({ kind }) => kind === 'child').length;
    expect(await atChild(dpo)).toBeGreaterThan(0);
    expect(await atChild(parent)).toBeGreaterThan(0);
    expect(await atChild(officer)).toBe(0);
    const all = await area.web.access.actingAs(officer, 'oversight', { kind: 'area' }, (tx) =>
      tx.selectFrom('access.look').select('id').where('subject_key', '=', CHILD).execute(),
    );
    expect(all).toEqual([]);
  });

  test('a tie to the child names it to nobody, and is ended all the same', async () => {
    for (const path of ['/access', `/access/people/${parent.id}`]) {
      const page = await read(singleUser, path);
      expect(page.html).not.toContain(CHILD);
      expect(page.text).toContain('A child whose record is restricted');
    }
    const { document } = await read(singleUser, `/access/people/${parent.id}`);
    const tie = document.querySelector('input[name=tie]')?.getAttribute('value') ?? '';
    expect((await ask(singleUser, `/access/people/${parent.id}/ties/end`, { tie })).status).toBe(303);
    expect(await area.web.access.listOwnTies(parent)).toEqual([]);
  });

  test('once it is lifted all is as it was', async () => {
    const [one] = await listRestrictions(area.web.access, dpo);
    const toldOn = { 'told-day': '3', 'told-month': '11', 'told-year': '2025' };
    expect((await ask(dpo, `/rights/restrictions/${one?.id}`, toldOn)).status).toBe(303);
    expect(told).toEqual(['restriction-set', 'restriction-lifted']);
    const path = `/schools/${SCHOOL}/groups/sex/F`;
    expect(await figuresOf(head, path)).toBe(figures.get(path));
    expect(await countsOfRules(officerForData)).toEqual(before);
  });
});

/** Who mends files works for the area. */
const officerForData = singleUser;

async function rowsToMend(): Promise<readonly string[]> {
  return (await (await ask(officerForData, '/quality.csv')).text()).trim().split(/\r?\n/).slice(1);
}
