import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addActor, addTie, singleUser, type Actor } from '#access';
import { findInstant } from '#kernel';
import { lostLearningForms } from '#lost-learning';
import { attendanceCodes } from '#register';
import { publishedArea, workedArea, type PublishedArea } from '#testing';
import { htmlFaults } from '../../layout/html-faults.ts';
import { createWeb } from '../../server.tsx';
import { referencePages } from './index.ts';

const LEAD: Actor = { id: 'lead', name: 'Lena Lead', role: 'inclusion-lead', scope: 'ties' };
let area: PublishedArea;

beforeAll(async () => {
  const now = findInstant('2025-11-01T12:00:00Z');
  if (!now) throw new Error('no instant');
  area = await publishedArea(workedArea, { now });
  const { access, clock } = area.web;
  await access.actingAs(singleUser, 'access-management', { kind: 'area' }, async (tx) => {
    await addActor(tx, LEAD, clock);
    await addTie(tx, LEAD.id, { urn: 900101 }, clock);
  });
}, 240_000);
afterAll(() => area.close());

async function read(path: string, actor = singleUser): Promise<{ status: number; html: string; document: Document }> {
  const response = await referencePages({ ...area.web, actor }).request(path);
  const html = await response.text();
  return { status: response.status, html, document: parseHTML(html).document };
}

const texts = (document: Document, selector: string): readonly string[] =>
  [...document.querySelectorAll(selector)].map((one) => wordsOf(one).replaceAll(/\s+/g, ' ').trim());

/** A row reads as its cells, one after another. */
function wordsOf(one: Element): string {
  return one.localName === 'tr' ? [...one.children].map(wordsOf).join(' ') : (one.textContent ?? '');
}

describe('pages', () => {
  it.each([
    '/measures',
    '/codes',
    '/forms',
    '/how/lost_absence/area',
    '/how/severe_percent/area',
    '/how/cause-%2F/school-900101',
    '/how/suspension_rate/phase-primary',
    '/how/absence_rate/school-900101.year-group-3',
    '/how/minutes_lost/child-D801400121005',
    '/how/overall-absence/E12000001?period=2019/20',
    '/how/suspension-rate/england?period=2022/23',
    '/how/lost-days/E92000001',
  ])('%s is valid', async (path) => {
    const { status, html } = await read(path);
    expect(status).toBe(200);
    expect(await htmlFaults(html)).toEqual([]);
  });

  it.each([
    '/how/nothing/area',
    '/how/lost_absence/nowhere',
    '/how/lost_absence/school-999999',
    '/how/overall_percent/child-D801400121005',
    '/how/children/area.week-2030-01-07',
  ])('%s is no figure', async (path) => {
    const { status, document } = await read(path);
    expect(status).toBe(404);
    expect(texts(document, 'h1')).toEqual(['Kith has no such figure']);
  });
});

describe('how a figure is worked out', () => {
  it('shows which states count, and they add up', async () => {
    const { document } = await read('/how/lost_headline/school-900101');
    const rows = [...document.querySelectorAll('#states tbody tr')];
    const numberOf = (row: Element): number =>
      Number(row.querySelector('[data-value]')?.getAttribute('data-value')?.replace(',', ''));
    const counted = rows.filter((row) => row.textContent?.includes('Yes'));
    expect(rows).toHaveLength(10);
    expect(counted.map(numberOf)).toEqual([18, 46]);
    expect(document.querySelector('[data-recomputed]')?.getAttribute('data-number')).toBe('64');
  });

  it('says how many enrolments each rule of the published measures leaves out', async () => {
    const { document } = await read('/how/overall_percent/school-900104');
    expect(texts(document, '#left-out tbody tr')).toEqual([
      'Counted Yes 2',
      'Left out: a boarder Left out 0',
      'Left out: began on or after 1 June Left out 0',
      'Left out: not aged 5 to 15 on 31 August before the year Left out 1',
      'Left out: not one possible session Left out 0',
    ]);
  });

  it('goes one step down: area to schools, school to children, child to sessions', async () => {
    const schools = await read('/how/suspended/area');
    expect(texts(schools.document, '#schools tbody tr')).toHaveLength(6);
    const children = await read('/how/suspended/school-900101');
    const links = [...children.document.querySelectorAll('#children [data-figure]')].map((one) =>
      one.getAttribute('href'),
    );
    expect(links.length).toBeGreaterThan(3);
    const child = await read(links[0] ?? '');
    expect(texts(child.document, '#sessions tbody tr')).toHaveLength(
      Number(child.document.querySelector('[data-recomputed]')?.getAttribute('data-number')),
    );
    expect(texts(child.document, '#sessions tbody td:nth-child(4)')[0]).toBe('E');
  });

  it('names the files, their rows and those rejected', async () => {
    const { document } = await read('/how/possible/area');
    expect(texts(document, '#files tbody th').toSorted()).toEqual([
      'marks-1.csv',
      'marks-2.csv',
      'roll.csv',
      'schools.csv',
      'sessions.csv',
    ]);
    expect(texts(document, '#files tbody tr').find((row) => row.startsWith('roll.csv'))).toMatch(
      /1 November 2025, 12:00 UTC 51 2$/,
    );
  });

  it('gives a published figure its release, and a symbol its meaning', async () => {
    const { document, html } = await read('/how/overall-absence/E92000001?period=2019/20');
    expect(document.querySelector('[data-recomputed]')?.getAttribute('data-number')).toBe('');
    expect(html).toContain('“-” means: DfE gives no figure here and does not say why.');
    const both = await read('/how/suspension-rate/E12000001?period=2022/23');
    expect(texts(both.document, '#revisions tbody tr').length).toBeGreaterThan(1);
  });
});

describe('who may see', () => {
  it('refuses the area and other schools to someone tied to one school, and traces it', async () => {
    expect((await read('/how/lost_absence/area', LEAD)).status).toBe(403);
    expect((await read('/how/lost_absence/phase-primary', LEAD)).status).toBe(403);
    expect((await read('/how/lost_absence/school-900100', LEAD)).status).toBe(403);
    // What the forms are is for everyone; what they come to in the area is not.
    const forms = await read('/forms', LEAD);
    expect([forms.status, forms.document.querySelectorAll('[data-figure]').length]).toEqual([200, 0]);
    const own = await read('/how/lost_absence/school-900101', LEAD);
    expect(own.status).toBe(200);
    expect((await read('/how/lost_absence/child-T801400220017', LEAD)).status).toBe(404);
    expect((await read('/codes', LEAD)).status).toBe(200);
  });
});

describe('reference tables', () => {
  it('has every attendance code, each where the links to it lead', async () => {
    const { document } = await read('/codes');
    expect(texts(document, '#codes tbody th')).toEqual(attendanceCodes.map((fact) => fact.code));
    const { document: how } = await read('/how/calendar/area');
    const links = [...how.querySelectorAll('#states a[href^="/codes#"]')].map((one) => one.getAttribute('href') ?? '');
    expect(links.length).toBeGreaterThan(25);
    for (const link of links) expect(document.getElementById(link.replace('/codes#', ''))).not.toBeNull();
  });

  it('has the fourteen forms; what no file carries has no number, not nought', async () => {
    const { document } = await read('/forms');
    expect(texts(document, 'main section h3')).toHaveLength(lostLearningForms.length);
    const managed = document.querySelector('#managed-move');
    expect(managed?.querySelectorAll('[data-figure]')).toHaveLength(0);
    expect(managed?.textContent).toContain('No number.');
    expect(document.querySelector('#permanent-exclusion')?.textContent).toContain('No suspensions.csv has come in');
    const late = [...(document.querySelector('#lateness')?.querySelectorAll('[data-figure]') ?? [])];
    expect(late.map((one) => one.getAttribute('data-figure'))).toEqual([
      'minutes-late-to-lesson',
      'cause-L',
      'cause-U',
      'late-minutes',
    ]);
  });
});

it('names files only to who may bring them in', async () => {
  const [own, theirs] = [
    await read('/how/lost_absence/school-900101'),
    await read('/how/lost_absence/school-900101', LEAD),
  ];
  const files = await area.web.area.imports();
  expect(files.length).toBeGreaterThan(3);
  expect([own.status, theirs.status]).toEqual([200, 200]);
  expect(texts(own.document, '#files tbody tr').length).toBeGreaterThan(3);
  expect(texts(theirs.document, '#files tbody tr')).toEqual([]);
  expect(theirs.html).toContain('It is made of files of these kinds: ');
  const rows = files.map(({ rows: count }) => count).filter((count) => count > 99);
  for (const count of rows) expect(theirs.html).not.toContain(count.toLocaleString('en-GB'));
});

it('names the files that a figure was worked out from, and none that came since', async () => {
  const now = await area.web.account();
  const named = async (imports: readonly string[]): Promise<number> => {
    const app = createWeb({ ...area.web, account: async () => ({ ...now, imports }) });
    const html = await (await app.request('/how/lost_absence/school-900101')).text();
    return texts(parseHTML(html).document, '#files tbody tr').length;
  };
  const ids = (await area.web.area.imports()).map((file) => file.import);
  expect(await named(ids)).toBeGreaterThan(3);
  expect(await named([])).toBe(0);
});

it.each(['/forms', '/terms'])('%s tells a visitor nothing of why an account could not be worked out', async (path) => {
  const reason = 'marks-secret.csv, line 3: “Zed”';
  const failed = { ...area.web, account: async () => ({ kind: 'failed', reason }) as const };
  const asked = async (actor: Actor): Promise<string> => (await createWeb({ ...failed, actor }).request(path)).text();
  expect(await asked(singleUser)).toContain('marks-secret.csv');
  const told = await asked({ ...LEAD, id: '' });
  expect(told).toContain('Whoever brings in this area’s files can see why.');
  expect(told).not.toContain('secret');
});
