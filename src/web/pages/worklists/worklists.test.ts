import { parseHTML } from 'linkedom';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addActor,
  addTie,
  createAccess,
  singleUser,
  type Actor,
  type ChildGroup,
  type ListEntryRow,
  type PublishedBatch,
} from '#access';
import { calendarDate, findInstant, fixedClock, type Instant } from '#kernel';
import { childYear, listEntry, publishedArea, upnOf, workedArea, type PublishedArea } from '#testing';
import { findList, lists, supportSteps, type List } from '#worklists';
import { UNNAMED_AREA } from '../../context.ts';
import { createWeb } from '../../server.tsx';

const [MONDAY, TUESDAY] = [at('2025-11-03T12:00:00Z'), at('2025-11-04T12:00:00Z')];
const URNS = [900101, 900102] as const;
const reason = listOf('reason-not-known');
const teacher: Actor = { id: 'teacher', name: 'Tess Teacher', role: 'class-teacher', scope: 'ties' };
const parent: Actor = { id: 'parent', name: 'Pat Parent', role: 'parent', scope: 'ties' };
const lead: Actor = { id: 'lead', name: 'Lena Lead', role: 'inclusion-lead', scope: 'ties' };

let area: PublishedArea;
let web: ReturnType<typeof createWeb>;

beforeAll(async () => {
  area = await publishedArea(workedArea, { now: MONDAY });
  web = createWeb(area.web);
  await area.web.access.actingAs(singleUser, 'access-management', { kind: 'area' }, async (tx) => {
    await addActor(tx, lead, area.web.clock);
    await addTie(tx, lead.id, { urn: URNS[0] }, area.web.clock);
    await addActor(tx, teacher, area.web.clock);
    await addTie(tx, teacher.id, { urn: URNS[0], class: '7/A' }, area.web.clock);
    await addActor(tx, parent, area.web.clock);
    await addTie(tx, parent.id, { upn: upnOf(12) }, area.web.clock);
  });
}, 240_000);
afterAll(() => area.close());

function at(text: string): Instant {
  const instant = findInstant(text);
  if (!instant) throw new Error(text);
  return instant;
}

function listOf(id: string): List {
  const list = findList(id);
  if (!list) throw new Error(id);
  return list;
}

async function get(
  path: string,
  pages = web,
): Promise<{ readonly status: number; readonly document: Document; readonly text: string }> {
  const response = await pages.request(`http://127.0.0.1${path}`);
  const { document } = parseHTML(await response.text());
  return {
    status: response.status,
    document,
    text: document.querySelector('main')?.textContent.replaceAll(/\s+/g, ' ') ?? '',
  };
}

function post(
  path: string,
  fields: Readonly<Record<string, string>>,
  origin = 'http://127.0.0.1',
): Response | Promise<Response> {
  return web.request(`http://127.0.0.1${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: origin },
    body: new URLSearchParams(fields).toString(),
  });
}

function rowsOf(document: Document, table: string): readonly (readonly string[])[] {
  return [...document.querySelectorAll(`#${table} tbody tr`)].map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.replaceAll(/\s+/g, ' ').trim()),
  );
}

function hrefsOf(document: Document, table: string): readonly string[] {
  return [...document.querySelectorAll(`#${table} tbody th a`)].map((link) => link.getAttribute('href') ?? '');
}

describe('the lists of the worked area', () => {
  test('are all on one page, each with as many as its own page has', async () => {
    const { document, text } = await get('/lists');
    const shown = [...rowsOf(document, 'lists-school'), ...rowsOf(document, 'lists-area')];
    expect(shown).toHaveLength(lists.length);
    expect(text).toContain('As of 18 July 2025, the last day with a mark.');
    expect(text).toContain('The last mark is 108 days old.');
    for (const [index, list] of lists.entries()) {
      const own = await get(`/lists/${list.id}`);
      const entries = rowsOf(own.document, 'entries');
      expect([list.id, own.status, shown[index]?.[1]]).toEqual([list.id, 200, String(entries.length)]);
      expect(shown[index]?.[0]).toContain(list.title);
      expect(own.text).toContain(entries.length === 0 ? list.empty : list.next);
      // Every source says how well it is known.
      expect(own.document.querySelectorAll('#worked-out li')).toHaveLength(list.sources.length);
    }
    expect(shown.some(([, entries]) => Number(entries) > 0)).toBe(true);
  }, 120_000);

  test('of one school are its own, and a school that is not there is said not to be', async () => {
    const whole = await get(`/lists/${reason.id}`);
    const here = await get(`/lists/${reason.id}?school=${URNS[0]}`);
    const bySchool = rowsOf(whole.document, 'by-school');
    expect(bySchool.reduce((sum, [, entries]) => sum + Number(entries), 0)).toBe(
      rowsOf(whole.document, 'entries').length,
    );
    const names = bySchool.map(([name = '']) => name);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en-GB')));
    // Who and how much stand first, for a phone shows no more; a school’s own list does not name it again in each row.
    const heads = (document: Document): readonly string[] =>
      [...document.querySelectorAll('#entries thead th')].map((head) => head.textContent);
    expect(heads(whole.document).slice(0, 3)).toEqual(['Child', reason.headings.counted, 'School']);
    expect(heads(here.document)).toEqual(heads(whole.document).toSpliced(2, 1));
    expect(rowsOf(here.document, 'entries')).toEqual(
      rowsOf(whole.document, 'entries')
        .filter(([, , school]) => school === 'School 1')
        .map((row) => row.toSpliced(2, 1)),
    );
    expect(rowsOf(here.document, 'entries').length).toBeGreaterThan(0);
    expect((await get('/lists?school=999999')).status).toBe(404);
    expect((await get('/lists/no-such-list')).status).toBe(404);
  }, 60_000);
});

/** Words that stand on Arabic pages as they are: names of schools, of programs and of formats. */
const NAMES = /\b(?:School|Excel|XLSX|OpenDocument|Kith)\b/g;

describe('in Arabic', () => {
  test.each(['/lists', '/lists/changes', '/lists/no-such-list', ...lists.map(({ id }) => `/lists/${id}`)])(
    '%s has no English in it but names',
    async (path) => {
      const unnamed = createWeb({ ...area.web, area: { ...area.web.area, name: UNNAMED_AREA } });
      const { document } = await get(`${path}?lang=ar`, unnamed);
      expect(document.documentElement.getAttribute('lang')).toBe('ar');
      const main = document.querySelector('main');
      for (const own of main?.querySelectorAll('[lang=en], bdi') ?? []) own.remove();
      const text = (main?.textContent ?? '').replaceAll(/\u2068[^\u2068\u2069]*\u2069/g, '').replaceAll(NAMES, '');
      expect(text).toMatch(/\p{Script=Arabic}{3}/u);
      expect(text.match(/[a-z]{4,}/gi) ?? []).toEqual([]);
    },
  );

  test('words of values in cells are Arabic too, and files stay English', async () => {
    const values = ['part-time-timetables', 'off-roll', 'returns-due'].map(
      async (id) => (await get(`/lists/${id}?lang=ar`)).document,
    );
    const cells = (await Promise.all(values)).flatMap((document) =>
      rowsOf(document, 'entries').flatMap((row) => row.slice(2)),
    );
    expect(cells.length).toBeGreaterThan(0);
    expect(cells.filter((cell) => /[a-z]{4,}/i.test(cell.replaceAll(NAMES, '')))).toEqual([]);
    const csv = await (await web.request('http://127.0.0.1/lists/off-roll.csv?lang=ar')).text();
    expect(csv).not.toMatch(/\p{Script=Arabic}/u);
  });

  test('the steps of support stand with the list that asks for them', async () => {
    const { document } = await get('/lists/support-first');
    expect(document.querySelectorAll('#steps ol li')).toHaveLength(supportSteps.length);
    expect(document.querySelector('#steps')?.textContent).toContain('not opened');
    expect((await get(`/lists/${reason.id}`)).document.querySelector('#steps')).toBeNull();
  });
});

const PER_PAGE = 50;
const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, one) => from + one);

/** The school of the child of a number. */
const urnOf = (serial: number): number => URNS[serial % 2] ?? URNS[0];

function entryOf(serial: number): ListEntryRow {
  const urn = urnOf(serial);
  const since = calendarDate('2025-06-02');
  return listEntry(upnOf(serial), {
    list: reason.id,
    nth: serial,
    urn,
    urns: [urn],
    given_name: serial === 3 ? '=cmd()' : 'Ada',
    family_name: `<b>Number ${serial}</b>`,
    year_group: serial % 3 === 0 ? 7 : 8,
    class: serial % 3 === 0 ? '7/A' : '8.B',
    sex: serial % 2 === 0 ? 'F' : 'M',
    fsm: serial % 5 === 0,
    sen: 'K',
    since,
    until: since,
    counted: serial,
    due: calendarDate(serial % 4 === 0 ? '2025-07-01' : '2025-08-01'),
    overdue: serial % 4 === 0,
    entered_on: since,
    detail: { sessions: serial, last_date: '2025-06-02' },
  });
}

/** Every third child is in class 7/A of its school, as its entry says. */
function groupsOf(serial: number): readonly ChildGroup[] {
  return serial % 3 === 0 ? [{ kind: 'class', urn: urnOf(serial), class: '7/A' }] : [];
}

/** Every child of this file at its school, whether it stands in the list or not, and these entries. */
async function* batches(entries: readonly ListEntryRow[]): AsyncGenerator<PublishedBatch> {
  yield await Promise.resolve(
    range(1, 123).map((serial) => childYear(upnOf(serial), { urns: [urnOf(serial)], groups: groupsOf(serial) })),
  );
  yield { entries, oneEach: true };
}

describe('what is new to a reader', () => {
  beforeAll(async () => {
    await createAccess(area.records, fixedClock(MONDAY)).publish(singleUser, batches(range(1, 120).map(entryOf)));
  }, 60_000);

  test('is nobody’s before they say to have seen the lists, and the page says what saying so does', async () => {
    const { document, text } = await get('/lists');
    expect(text).toContain('Press the button when you have looked through the lists.');
    expect([...document.querySelectorAll('#lists-school thead th')].map((head) => head.textContent)).toEqual([
      'List',
      'How many',
      'Overdue',
    ]);
    expect((await get('/lists/changes')).text).toContain('You have not marked these lists as seen yet');
  });

  test('cannot be said from another site, nor of what is not published yet', async () => {
    expect((await post('/lists/seen', { until: MONDAY }, 'http://elsewhere.example')).status).toBe(403);
    const answer = await post('/lists/seen', { until: '2099-01-01T00:00:00Z' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/lists?told=seen']);
    expect((await get('/lists?told=seen')).text).toContain('Marked as seen.');
    expect((await get('/lists')).text).toContain('3 November 2025 at 12:00');
  });

  test('and what is gone stands in each list, with a page of all changes', async () => {
    // The first child goes twice, with two first days; the eleventh goes with one and comes back with another.
    const others = range(2, 120).map(entryOf);
    const moved = (serial: number): ListEntryRow => ({ ...entryOf(serial), since: calendarDate('2025-06-03') });
    for (const [hour, entries] of [
      ['13', others.map((entry) => (entry.nth === 11 ? moved(11) : entry))],
      ['14', [moved(1), ...others.filter(({ nth }) => nth !== 11)]],
    ] as const)
      await createAccess(area.records, fixedClock(at(`2025-11-03T${hour}:00:00Z`))).publish(
        singleUser,
        batches(entries),
      );
    await createAccess(area.records, fixedClock(TUESDAY)).publish(singleUser, batches(range(11, 123).map(entryOf)));
    const { document } = await get('/lists');
    const [line] = rowsOf(document, 'lists-school');
    expect(line?.slice(1)).toEqual(['113', '28', '4', '10']);
    const fresh = await get(`/lists/${reason.id}?new=yes`);
    expect(hrefsOf(fresh.document, 'entries').map((href) => href.slice(10, 23))).toEqual(
      [11, ...range(121, 123)].map(upnOf),
    );
    expect(rowsOf(fresh.document, 'entries').every(([child]) => child?.includes('New'))).toBe(true);
    const whole = await get(`/lists/${reason.id}`);
    expect(new Set(rowsOf(whole.document, 'departed').map(([child]) => child))).toEqual(
      new Set(
        range(1, 10).map(
          (serial) => `${serial === 3 ? '=cmd()' : 'Ada'} <b>Number ${serial}</b>Year ${serial % 3 === 0 ? 7 : 8}`,
        ),
      ),
    );
    const changes = await get('/lists/changes');
    expect(rowsOf(changes.document, `new-${reason.id}`)).toHaveLength(4);
    expect(rowsOf(changes.document, `gone-${reason.id}`)).toHaveLength(10);
    // A school’s lists are seen with the area’s, and what is new there is only its own.
    expect(rowsOf((await get(`/lists?school=${URNS[0]}`)).document, 'lists-school')[0]?.slice(1)).toEqual([
      '56',
      '28',
      '1',
      '5',
    ]);
  }, 60_000);
});

describe('one list', () => {
  test('is cut into pages that lead to each other, in its order', async () => {
    const seen: string[] = [];
    for (let path: string | null | undefined = `/lists/${reason.id}`; path;) {
      const { document } = await get(path.replace(/#.*/, ''));
      const hrefs = hrefsOf(document, 'entries');
      expect(hrefs.length).toBeLessThanOrEqual(PER_PAGE);
      seen.push(...hrefs);
      path = document.querySelector('.govuk-pagination__next a')?.getAttribute('href');
    }
    expect(seen.map((href) => href.slice(10, 23))).toEqual(range(11, 123).map(upnOf));
    expect((await get(`/lists/${reason.id}?page=99`)).text).toContain('There are no more entries in this list.');
  });

  test.each([
    ['year-group=7', ({ year_group }: ListEntryRow) => year_group === 7],
    ['school=900101&class=7%2FA', ({ urn, class: form }: ListEntryRow) => urn === URNS[0] && form === '7/A'],
    ['group=sex-F', ({ sex }: ListEntryRow) => sex === 'F'],
    ['group=fsm-yes&overdue=yes', ({ fsm, overdue }: ListEntryRow) => fsm === true && overdue],
    ['group=in-care-yes', ({ in_care }: ListEntryRow) => in_care === true],
    ['group=nonsense&year-group=x&page=0', () => true],
  ])('narrowed to %s has those and keeps it in every address', async (query, holds) => {
    const { document, text } = await get(`/lists/${reason.id}?${query}`);
    const expected = range(11, 123).map(entryOf).filter(holds);
    expect(hrefsOf(document, 'entries').map((href) => href.slice(10, 23))).toEqual(
      expected.slice(0, PER_PAGE).map(({ upn }) => upn),
    );
    expect(text.includes('Nobody in this list is in what you chose.')).toBe(expected.length === 0);
    const csv = await (await web.request(`http://127.0.0.1/lists/${reason.id}.csv?${query}`)).text();
    expect(
      csv
        .split('\n')
        .slice(1, -1)
        .map((line) => line.slice(0, 13)),
    ).toEqual(expected.map(({ upn }) => upn));
  });

  test('can be taken away with its types, and what must go with it', async () => {
    const response = await web.request(`http://127.0.0.1/lists/${reason.id}.xlsx?school=900102`);
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="reason-not-known-900102-2025-07-18.xlsx"',
    );
    const [sheet, about] = await readXlsxFile(Buffer.from(await response.arrayBuffer()));
    const [head, first] = sheet?.data ?? [];
    const column = (name: string): unknown => first?.[head?.indexOf(name) ?? -1];
    expect([column('UPN'), column('Family name'), column('School')]).toEqual([
      upnOf(11),
      '<b>Number 11</b>',
      'School 2',
    ]);
    expect([column('Due'), column(reason.headings.counted), column('Overdue')]).toEqual([
      new Date('2025-08-01T00:00:00Z'),
      11,
      'No',
    ]);
    expect(about?.data.map(([label]) => label)).toContain('Personal data');
    expect((await web.request(`http://127.0.0.1/lists/${reason.id}.pdf`)).status).toBe(404);
  });

  test('leaves one trace, as a look at what was asked for', async () => {
    const looks = async () =>
      (await area.web.access.listLooks(singleUser, upnOf(12)))
        .filter(({ permitted, purpose }) => permitted && purpose === 'attendance-and-inclusion-support')
        .map(({ actor, kind, key }) => [actor, kind, key]);
    for (const [query, kind, key] of [
      ['', 'area', ''],
      [`?school=${urnOf(12)}`, 'school', String(urnOf(12))],
    ]) {
      const before = await looks();
      await get(`/lists/${reason.id}${query}`);
      expect(await looks()).toEqual([[singleUser.id, kind, key], ...before]);
    }
  });

  test('shows a school lead no other school’s children', async () => {
    const theirs = createWeb({ ...area.web, actor: lead });
    const { document } = await get(`/lists/${reason.id}`, theirs);
    const expected = range(11, 123)
      .map(entryOf)
      .filter(({ urn }) => urn === URNS[0]);
    expect(hrefsOf(document, 'entries').map((href) => href.slice(10, 23))).toEqual(
      expected.slice(0, PER_PAGE).map(({ upn }) => upn),
    );
    expect(rowsOf((await get('/lists', theirs)).document, 'lists-school')[0]?.[1]).toBe(String(expected.length));
    // Another school, and one that is not there, answer alike.
    const [other, none] = await Promise.all([URNS[1], 999_999].map((urn) => get(`/lists?school=${urn}`, theirs)));
    expect([other?.status, none?.status]).toEqual([404, 404]);
    expect(other?.text.replace(String(URNS[1]), '999999')).toBe(none?.text);
  });

  test('shows a class teacher who is in the class, counted like the list', async () => {
    const theirs = createWeb({ ...area.web, actor: teacher });
    const expected = range(11, 123).filter((serial) => serial % 3 === 0 && urnOf(serial) === URNS[0]);
    const { document } = await get(`/lists/${reason.id}`, theirs);
    expect(hrefsOf(document, 'entries').map((href) => href.slice(10, 23))).toEqual(expected.map(upnOf));
    expect(rowsOf((await get('/lists', theirs)).document, 'lists-school')[0]?.[1]).toBe(String(expected.length));
  });

  test('shows a parent no list', async () => {
    const theirs = createWeb({ ...area.web, actor: parent });
    expect(await get('/lists', theirs)).toMatchObject({ status: 403 });
    expect(await get(`/lists/${reason.id}.csv`, theirs)).toMatchObject({ status: 403 });
  });

  test('prints what a file says as text', async () => {
    const { document } = await get(`/lists/${reason.id}`);
    expect(document.querySelectorAll('#entries tbody b')).toHaveLength(0);
  });
});
