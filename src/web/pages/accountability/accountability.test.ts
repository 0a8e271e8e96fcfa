import { parse } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addActor, addTie, type Actor } from '#access';
import { instantOf } from '#kernel';
import { hostileToday, publishedArea, writeHostileArea, type PublishedArea } from '#testing';
import type { WebContext } from '../../context.ts';
import { htmlFaults } from '../../layout/html-faults.ts';
import { createWeb } from '../../server.tsx';

const HOSTILE = '<script>alert(1)</script>"\'&\u202e=cmd()';
const lead: Actor = { id: 'lead', name: 'Lena Lead', role: 'inclusion-lead', scope: 'ties' };

let area: PublishedArea;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-goals-'));
  await writeHostileArea(folder);
  const now = instantOf(Date.parse(`${hostileToday}T12:00:00Z`));
  area = await publishedArea(folder, { now, region: 'E12000009' });
  const { web } = area;
  await web.access.actingAs(web.actor, 'access-management', { kind: 'area' }, async (tx) => {
    await addActor(tx, lead, web.clock);
    await addTie(tx, lead.id, { urn: 900102 }, web.clock);
  });
}, 300_000);
afterAll(async () => {
  await area.close();
  await rm(folder, { recursive: true, force: true });
});

type Fields = Readonly<Record<string, string>>;
const here = { host: '127.0.0.1' };

async function get(path: string, web: WebContext = area.web): Promise<Response> {
  return createWeb(web).request(`http://127.0.0.1${path}`, { headers: here });
}

async function post(path: string, fields: Fields, web: WebContext = area.web): Promise<Response> {
  return createWeb(web).request(`http://127.0.0.1${path}`, {
    method: 'POST',
    headers: { ...here, origin: 'http://127.0.0.1', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
}

/** The page as a document, having found that its HTML is good and nothing in it runs. */
async function pageOf(response: Response, status = 200): Promise<Document> {
  const html = await response.text();
  expect([response.status, await htmlFaults(html)]).toEqual([status, []]);
  const { document } = parseHTML(html);
  expect(document.querySelectorAll('[style], style, script:not([src])')).toHaveLength(0);
  expect(document.querySelectorAll('h1')).toHaveLength(1);
  return document;
}

const textOf = (document: Document): string =>
  (document.querySelector('main')?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
const errorsOf = (document: Document): readonly string[] =>
  [...document.querySelectorAll('.govuk-error-summary__list a')].map((one) => {
    // Each leads to a control that is there.
    const at = one.getAttribute('href') ?? '';
    expect([at, document.querySelector(at) !== null]).toEqual([at, true]);
    return one.textContent.trim();
  });

// England's South West: real published figures, so that there is a path of years.
const REGION: Fields = { measure: 'overall-absence', of: 'published:E12000009:all' };
const OWN: Fields = { measure: 'severe-absence', of: 'account:area:all' };
const GOAL: Fields = {
  ...REGION,
  baseline: '2022/23',
  target: '6.0',
  'by-day': '31',
  'by-month': '7',
  'by-year': '2028',
  why: 'Every day counts.',
  answerable: 'The region’s board',
  'milestone-1-by-day': '31',
  'milestone-1-by-month': '7',
  'milestone-1-by-year': '2026',
  'milestone-1-value': '6.8',
  'milestone-1-words': 'Every school knows why each child is away',
};

async function stated(fields: Fields = GOAL): Promise<string> {
  const response = await post('/missions/new', fields);
  expect(response.status).toBe(303);
  return (response.headers.get('location') ?? '').replace('?told=stated', '');
}

describe('goals', () => {
  it('before there is one, the list says what a goal is for', async () => {
    const document = await pageOf(await get('/missions'));
    expect(textOf(document)).toContain('has stated no goal here yet');
    expect(textOf(document)).toContain('leaving children out');
    expect(document.querySelector('.govuk-service-navigation__item--active')?.textContent).toContain('Goals');
  });

  it('first asks which figures, and says what may not be a goal and why', async () => {
    const document = await pageOf(await get('/missions/new'));
    const offered = [...document.querySelectorAll('#of option')].map((one) => one.textContent.trim());
    expect(offered).toEqual(
      expect.arrayContaining([
        'All schools of Workedshire (its own account)',
        'Primary schools of Workedshire (its own account)',
        'Bristol, City of (as published)',
        'South West (as published)',
      ]),
    );
    expect(textOf(document)).toContain(
      'Unauthorised absence: It falls when the same absence is recorded as authorised.',
    );
  });

  it.each([
    [
      'measure=unauthorised-absence&of=account:area:all',
      'may not be a goal. It falls when the same absence is recorded',
    ],
    ['measure=authorised-absence&of=account:area:all', 'neither more nor less of it is better'],
    ['measure=overall-absence&of=account:elsewhere:all', 'Choose whose figures the goal is about'],
    ['measure=nothing&of=', 'Choose a measure from the list.'],
    ['measure=daily-attendance&of=account:area:all', 'is not in the area’s own account'],
  ])('refuses %s in words', async (query, words) => {
    const document = await pageOf(await get(`/missions/new?${query}`), 400);
    expect(errorsOf(document).join(' ')).toContain(words);
  });

  it('is stated, and its page says in a sentence where it stands and where it is heading', async () => {
    const id = await stated();
    const document = await pageOf(await get(`${id}?told=stated`));
    const text = textOf(document);
    expect(text).toMatch(
      /7\.6% in 2022\/23\. The goal is 6\.0% by 31 July 2028\. The latest figure is [\d.]+%, for 2024\/25\. At the present pace it would be about [\d.]+% then \(between [\d.]+% and [\d.]+%\): (about|less than|more than) \d+ chances? in \d+\./,
    );
    expect(text).toContain('The goal is stated.');
    expect(text).toContain('Judged by 2025/26');
    expect(text).toContain('What the chance assumes:');
    expect(document.querySelectorAll('.kith-chart svg').length).toBeGreaterThan(0);
    // The years of the pace are those since 2021/22, and no earlier one.
    const inPace = [...document.querySelectorAll('#path-table tbody tr')]
      .filter((row) => row.textContent.includes('In the pace'))
      .map((row) => row.querySelector('th')?.textContent);
    expect(inPace).toEqual(['2021/22', '2022/23', '2023/24', '2024/25']);
    // What is shown with it, always.
    const counters = [...document.querySelectorAll('#counters tbody th')].map((one) => one.firstChild?.textContent);
    expect(counters).toEqual(
      expect.arrayContaining(['On no school’s roll', 'Part-time timetable', 'Register not taken', 'Severe absence']),
    );
    expect(textOf(await pageOf(await get('/missions')))).toContain('The goal is 6.0% by 31 July 2028.');
  });

  it('from the area’s own account with one whole year cannot be foretold, and says so', async () => {
    const id = await stated({ ...GOAL, ...OWN, baseline: '2024/25', target: '1', 'milestone-1-value': '2' });
    const text = textOf(await pageOf(await get(id)));
    expect(text).toContain('Where it is heading cannot be said yet. It takes 3 whole school years');
    expect(text).toContain('all schools of Workedshire');
  });

  it('tells all that is wrong at once, beside each field, and keeps what was typed', async () => {
    const response = await post('/missions/new', {
      ...GOAL,
      target: '9',
      why: HOSTILE,
      answerable: '',
      'by-year': '2020',
    });
    const document = await pageOf(response, 400);
    expect(errorsOf(document)).toEqual([
      'Enter the goal as a number below 7.6, the figure it starts from',
      'Enter by when it should be reached as a day after today',
      'Enter who answers for it',
    ]);
    // (This parser leaves the text of a textarea as it is written.)
    expect(document.querySelector('#why')?.textContent).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(document.title).toMatch(/^Error: /);
  });

  it('is amended with a reason, which stays to be read; a stale form changes nothing', async () => {
    const id = await stated();
    const form = await pageOf(await get(`${id}/amend`));
    expect(form.querySelector('#target')?.getAttribute('value')).toBe('6');
    expect(form.querySelector('input[name="milestone-1-words"]')?.getAttribute('value')).toContain(
      'Every school knows',
    );
    const missing = await pageOf(await post(`${id}/amend`, { ...GOAL, target: '6.2', next: '2' }), 400);
    expect(errorsOf(missing)).toEqual(['Enter why it is changed']);
    const amended = { ...GOAL, target: '6.2', next: '2', because: 'Two schools joined' };
    expect((await post(`${id}/amend`, amended)).status).toBe(303);
    const text = textOf(await pageOf(await get(id)));
    expect(text).toContain(
      'The goal was 6.0% by 31 July 2028, and became 6.2% by 31 July 2028. Because: Two schools joined',
    );
    const stale = await pageOf(await post(`${id}/amend`, { ...amended, target: '6.4' }), 400);
    expect(textOf(stale)).toContain('Someone changed this since you opened it');
    expect(textOf(await pageOf(await get(id)))).toContain('The goal is 6.2%');
  });

  it('ends as reached only where the figures say so', async () => {
    const id = await stated();
    await pageOf(await get(`${id}/end`));
    const end = { next: '2', because: 'A new board' };
    expect(errorsOf(await pageOf(await post(`${id}/end`, { ...end, ending: 'reached' }), 400))).toEqual([
      'Choose another ending: the latest figure is not at the goal',
    ]);
    expect(errorsOf(await pageOf(await post(`${id}/end`, { next: '2' }), 400))).toHaveLength(2);
    expect((await post(`${id}/end`, { ...end, ending: 'given-up' })).status).toBe(303);
    const document = await pageOf(await get(id));
    expect(textOf(document)).toContain('The goal was given up on 1 November 2025.');
    expect(document.querySelectorAll(`a[href="${id}/amend"]`)).toHaveLength(0);
    expect(textOf(await pageOf(await post(`${id}/end`, { ...end, next: '3', ending: 'given-up' }), 400))).toContain(
      'This mission has ended.',
    );
  });

  it('what a person wrote stays text, on every page and in every file', async () => {
    const id = await stated({ ...GOAL, why: HOSTILE, answerable: HOSTILE, 'milestone-1-words': HOSTILE });
    for (const path of ['/missions', id, `${id}/amend`]) {
      const document = await pageOf(await get(path));
      expect(document.querySelectorAll('main script')).toHaveLength(0);
      expect(document.querySelector('main')?.innerHTML).not.toContain('\u202e');
    }
    const list: readonly Fields[] = parse(await (await get('/missions.csv')).text(), { columns: true });
    expect(list.find((row) => id.endsWith(row['goal'] ?? '-'))).toMatchObject({
      by: '2028-07-31',
      judged_by_year: '2027/28',
    });
    const one = await get(`${id}.csv`);
    expect(one.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const rows: readonly Fields[] = parse(await one.text(), { columns: true });
    expect(rows.map((row) => row['kind'])).toEqual(expect.arrayContaining(['figure', 'milestone', 'goal']));
    // A sheet shows a formula as text.
    const formula = await stated({ ...GOAL, answerable: '=HYPERLINK("x")' });
    const again: readonly Fields[] = parse(await (await get('/missions.csv')).text(), { columns: true });
    expect(again.find((row) => formula.endsWith(row['goal'] ?? '-'))?.['answerable']).toBe(`'=HYPERLINK("x")`);
  });

  it('answers to no other site’s form, nor to one that is not there', async () => {
    const forged = await createWeb(area.web).request('http://127.0.0.1/missions/new', {
      method: 'POST',
      headers: { ...here, origin: 'https://example.org', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(GOAL).toString(),
    });
    expect(forged.status).toBe(403);
    for (const path of [
      '/missions/0123456789abcdef0123456789abcdef',
      '/missions/0123456789abcdef0123456789abcdef.csv',
    ]) {
      await pageOf(await get(path), 404);
    }
  });
});

describe('challenges', () => {
  const PATH = '/challenges/new?measure=severe_percent&place=school-900102&period=2024%2F25&page=%2Fschools%2F900102';
  const SAID: Fields = { reason: 'unlike-schools', words: HOSTILE, 'acting-for': HOSTILE };

  it('the way to challenge stands under every comparison and on the page of how it is worked out', async () => {
    for (const path of [
      '/',
      '/schools/900102',
      '/how/severe_percent/area',
      '/how/overall-absence/E12000009?period=2023/24',
    ]) {
      const document = await pageOf(await get(path));
      const links = [...document.querySelectorAll('a[href^="/challenges/new"]')].map(
        (one) => one.getAttribute('href') ?? '',
      );
      expect([path, links.length > 0]).toEqual([path, true]);
      for (const link of links) await pageOf(await get(link));
    }
    // A child's own figure is compared with nothing.
    const child = await pageOf(await get('/how/lost_absence/child-W801400416032'));
    expect(child.querySelectorAll('a[href^="/challenges/new"]')).toHaveLength(0);
  });

  it.each([
    'measure=nothing&place=area&period=2024/25',
    'measure=severe_percent&place=child-W801400416032&period=2024/25',
    'measure=severe_percent&place=E12000009&period=2024/25',
    'measure=severe_percent&place=area&period=2024/26',
    'measure=overall-absence&place=nowhere&period=2024/25',
    '',
  ])('no figure, no form: %s', async (query) => {
    await pageOf(await get(`/challenges/new?${query}`), 404);
  });

  it('refuses what says nothing, and a pupil number', async () => {
    expect(errorsOf(await pageOf(await post(PATH, {}), 400))).toHaveLength(3);
    const named = { ...SAID, words: 'It is because of W801400416032' };
    expect(errorsOf(await pageOf(await post(PATH, named), 400))).toEqual([
      'Take the pupil number out of what is wrong, in your own words: nothing here may say which child it is about',
    ]);
  });

  it('stands beside the figure, with its reply, on its own page and on its school’s', async () => {
    const made = await post(PATH, SAID);
    expect(made.status).toBe(303);
    const at = (made.headers.get('location') ?? '').replace('?told=made', '');
    const shown = ['/schools/900102', '/how/severe_percent/school-900102', '/challenges', at, PATH];
    for (const path of shown) {
      const document = await pageOf(await get(path));
      expect([path, textOf(document).includes('Waiting for a reply, promised by 14 November 2025')]).toEqual([
        path,
        true,
      ]);
      expect(document.querySelectorAll('main script')).toHaveLength(0);
      expect(document.querySelector('main')?.innerHTML).not.toContain('\u202e');
    }
    expect(textOf(await pageOf(await get('/schools/900101')))).not.toContain('Waiting for a reply');
    expect((await post(`${at}/acknowledge`, {})).status).toBe(303);
    expect(textOf(await pageOf(await get(at)))).toContain('Acknowledged by Single user on 1 November 2025.');
    expect(errorsOf(await pageOf(await post(`${at}/answer`, { next: '2' }), 400))).toHaveLength(3);
    const reply = { outcome: 'note-added', reply: 'A note says so now.', 'answered-for': 'Data team' };
    expect(textOf(await pageOf(await post(`${at}/answer`, { ...reply, next: '1' }), 400))).toContain(
      'Someone changed this',
    );
    expect((await post(`${at}/answer`, { ...reply, next: '2' })).status).toBe(303);
    for (const path of shown.filter((one) => one !== '/challenges')) {
      const text = textOf(await pageOf(await get(path)));
      expect([path, text.includes('A note was added') || text.includes('a note was added')]).toEqual([path, true]);
      expect(text).toContain('A note says so now.');
    }
  });

  it('has its words taken out by the area, asked once more, and says so wherever they stood', async () => {
    const path = PATH.replace('2024%2F25', '2023%2F24');
    const made = await post(path, { ...SAID, words: 'Poppy was away', 'acting-for': 'Poppy’s family' });
    const at = (made.headers.get('location') ?? '').replace('?told=made', '');
    expect((await pageOf(await get(at))).querySelector(`a[href="${at}/take-out"]`)).not.toBeNull();
    expect(textOf(await pageOf(await get(`${at}/take-out`)))).toContain('Poppy was away');
    expect(errorsOf(await pageOf(await post(`${at}/take-out`, { next: '1' }), 400))).toEqual([
      'Choose why the words are taken out',
    ]);
    const because = 'names-a-child';
    expect(textOf(await pageOf(await post(`${at}/take-out`, { next: '9', because }), 400))).toContain(
      'Someone changed',
    );
    expect((await post(`${at}/take-out`, { next: '1', because })).status).toBe(303);
    for (const shown of [at, path, '/challenges', '/methods']) {
      const text = textOf(await pageOf(await get(shown)));
      expect([shown, text.includes('Words taken out'), text.includes('Poppy')]).toEqual([shown, true, false]);
    }
    const exchange = await pageOf(await get(at));
    expect(textOf(exchange)).toContain('They named a child');
    expect(exchange.querySelectorAll('main form, a[href$="/take-out"]')).toHaveLength(0);
    expect((await get(`${at}/take-out`)).status).toBe(303);
    await pageOf(await get(`${at}/take-out`, { ...area.web, actor: lead }), 403);
    await pageOf(await post(`${at}/take-out`, { next: '2', because }, { ...area.web, actor: lead }), 403);
  });

  it('says where what was said is shown, and not that it is everywhere', async () => {
    for (const path of ['/challenges', '/methods']) {
      const text = textOf(await pageOf(await get(path)));
      expect(text).toMatch(/on the figure’s own page, and/);
      expect(text).not.toMatch(/wherever it is shown|every page that shows it/);
    }
  });

  it('leads back to our own pages only', async () => {
    for (const page of [
      'https://example.org/',
      '//example.org',
      '/\\example.org',
      'javascript:alert(1)',
      '/children?find=Poppy',
    ]) {
      const document = await pageOf(await get(PATH.replace(/page=.*/, `page=${encodeURIComponent(page)}`)));
      expect(document.querySelector('.govuk-back-link')?.getAttribute('href')).toBe('/');
    }
  });

  it('a published figure’s challenge stands on the page of England too', async () => {
    const query = 'measure=overall-absence&place=E12000009&period=2023%2F24&page=%2Fnational';
    expect((await post(`/challenges/new?${query}`, { ...SAID, 'acting-for': 'The region' })).status).toBe(303);
    const text = textOf(await pageOf(await get('/national?measure=overall-absence&period=2023/24')));
    expect(text).toContain('The region says: it compares unlike schools or unlike children (South West)');
  }, 120_000);

  it('the promise to reply is the area’s own, within the floor', async () => {
    const days = (given: string) => post('/challenges/reply-time', { 'working-days': given, next: '1' });
    for (const given of ['0', '21', 'soon', '']) {
      expect(errorsOf(await pageOf(await days(given), 400))).toEqual([
        'Enter a whole number of working days from 1 to 20',
      ]);
    }
    expect((await days('5')).status).toBe(303);
    expect(textOf(await pageOf(await get('/challenges')))).toContain('Within 5 working days');
  });
});

describe('schools compared', () => {
  it('are not for someone tied to one school: the page shows the others too', async () => {
    const asLead = { ...area.web, actor: lead };
    expect((await get('/schools/900102/compare', asLead)).status).toBe(403);
    expect((await get('/schools/compare', asLead)).status).toBe(403);
    expect((await get('/schools/900102/compare')).status).toBe(200);
  });

  it('are replied to under a name of their own', async () => {
    const text = textOf(await pageOf(await get('/schools/900102/compare?measure=pupils-suspended')));
    expect(text).toContain('Is a comparison of this figure wrong for you?');
    const link = '/challenges/new?measure=schools-compared-pupils-suspended&place=school-900102&period=2024%2F25';
    expect((await get(`${link}&page=%2F`)).status).toBe(200);
    expect((await get(link.replace('pupils-suspended', 'nothing'))).status).toBe(404);
  });
});

describe('a school lead', () => {
  const asLead = (): WebContext => ({ ...area.web, actor: lead });
  const own = '/challenges/new?measure=severe_percent&place=school-900102&period=2024%2F25&page=%2F';
  const said: Fields = { reason: 'wrong-data', words: 'Two registers are missing', 'acting-for': 'Our school' };

  it('reads goals, sees no figure of the area’s account with them, and states none', async () => {
    const id = await stated({ ...GOAL, ...OWN, baseline: '2024/25', target: '1', 'milestone-1-value': '2' });
    const document = await pageOf(await get(id, asLead()));
    expect(textOf(document)).toContain('Only someone who works for the whole area may read it.');
    expect(document.querySelectorAll('#path-table, .kith-chart')).toHaveLength(0);
    expect(document.querySelectorAll('#counters [data-figure]')).toHaveLength(0);
    for (const path of ['/missions/new', `${id}/amend`, `${id}/end`]) {
      expect(textOf(await pageOf(await get(path, asLead()), 403))).toContain(
        'Only someone who works for the whole area',
      );
    }
    await pageOf(await post('/missions/new', GOAL, asLead()), 403);
    await pageOf(await post(`${id}/end`, { next: '2', ending: 'given-up', because: 'x' }, asLead()), 403);
  });

  it('challenges for its own school and no other', async () => {
    await pageOf(await get(own, asLead()));
    const theirs = await post(own.replace('900102', '900101'), { ...said, 'acting-for': 'Beck Lane' });
    expect(theirs.status).toBe(303);
    const made = await post(own, said, asLead());
    expect(made.status).toBe(303);
    const text = textOf(await pageOf(await get('/challenges', asLead())));
    expect(text).toContain('Our school');
    expect(text).not.toContain('Beck Lane');
    const area403 = await pageOf(await get(own.replace('school-900102', 'area'), asLead()), 403);
    expect(textOf(area403)).toContain('or about more than one');
    const other = await pageOf(await post(own.replace('900102', '900101'), said, asLead()), 403);
    expect(textOf(other)).toContain('about another school');
    await pageOf(await post(`${made.headers.get('location')?.replace('?told=made', '')}/answer`, {}, asLead()), 403);
  });
});
