import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addActor, addTie, type Actor } from '#access';
import { findUpn, instantOf, type Upn } from '#kernel';
import { qualityRules } from '#quality';
import {
  PLANTED_A,
  PLANTED_B,
  faultyArea,
  plantedFor,
  plantedRules,
  publishedArea,
  type PublishedArea,
  restrictFor,
} from '#testing';
import { htmlFaults } from '../../layout/html-faults.ts';
import { createWeb } from '../../server.tsx';

const NOW = instantOf(Date.UTC(2024, 9, 1, 9));

let home: string;
let faulty: PublishedArea;
let clean: PublishedArea;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kith-quality-web-'));
  const published = async (fault: boolean): Promise<PublishedArea> => {
    const folder = await mkdtemp(join(home, 'area-'));
    const files = faultyArea(Object.fromEntries(plantedRules.map((rule) => [rule, fault ? false : 'true'])));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    return publishedArea(folder, { now: NOW, quality: true });
  };
  faulty = await published(true);
  clean = await published(false);
}, 120_000);
afterAll(async () => {
  await Promise.all([faulty.close(), clean.close()]);
  await rm(home, { recursive: true, force: true });
});

async function page(area: PublishedArea, path: string) {
  const response = await createWeb(area.web).request(path);
  const html = await response.text();
  const { document } = parseHTML(html);
  const text = document.querySelector('main')?.textContent?.replaceAll(/\s+/g, ' ') ?? '';
  return { status: response.status, html, document, text, headers: response.headers };
}

it.each(['', `?school=${PLANTED_A}`, '/register-not-taken', '/two-upns-one-child', '/e-without-suspension'])(
  '/quality%s is valid HTML, with one heading and nothing inline',
  async (path) => {
    const { status, html, document } = await page(faulty, `/quality${path}`);
    expect([status, await htmlFaults(html)]).toEqual([200, []]);
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.querySelectorAll('[style], style, script:not([src])')).toHaveLength(0);
  },
);

it.each(['', `?school=${PLANTED_A}`, '/neither-school-has-record'])(
  '/quality%s says in Arabic no words of English but sources and what files hold',
  async (path) => {
    const asked = `/quality${path}${path.includes('?') ? '&' : '?'}lang=ar`;
    const { document } = await page(faulty, asked);
    for (const other of document.querySelectorAll('main :is([lang="en"], code, bdi)')) other.remove();
    const text = document.querySelector('main')?.textContent ?? '';
    expect(document.documentElement.getAttribute('lang')).toBe('ar');
    expect(text.match(/\p{Script=Arabic}{2,}/gu)?.length).toBeGreaterThan(60);
    // `Get Information About Pupils` and `Common Transfer File` are names, like those of schools.
    const names = /Get Information About Pupils|Common Transfer File|Fenwick Road|Hill Top/g;
    expect(text.replaceAll(names, '').match(/[a-z]{2,} [a-z]{2,}/gi)).toBeNull();
  },
);

it.each(qualityRules.map((rule) => [rule.id, rule] as const))(
  '/quality/%s says how to correct it',
  async (id, rule) => {
    const { status, document, text } = await page(faulty, `/quality/${id}`);
    expect([status, document.querySelector('h1')?.textContent]).toEqual([200, rule.title]);
    // A tab of the browser and a search engine cut titles at 70.
    expect(document.title.length).toBeLessThanOrEqual(70);
    for (const step of rule.steps) expect(text).toContain(step);
    expect(text).toContain(rule.wrong);
  },
);

it('lists every rule that found something, and what all of it mended would change', async () => {
  const { document, text } = await page(faulty, '/quality');
  const rules = [...document.querySelectorAll('#rules tbody tr th')].map((cell) => cell.textContent);
  expect(rules).toEqual(qualityRules.map(({ title }) => title));
  expect(document.querySelector('#all-mended tbody tr th')?.textContent).toBe('Absence rate');
  const schools = [...document.querySelectorAll('#schools tbody tr th')].map((cell) => cell.textContent);
  expect(schools).toEqual(['Fenwick Road', 'Hill Top']);
  expect(text).not.toContain(plantedFor('no-school'));
});

it('gives a school its own list, with the place of one example, a link to the child, and how to correct it', async () => {
  const { document, text } = await page(faulty, `/quality?school=${PLANTED_B}`);
  expect(document.querySelector('h1')?.textContent).toBe('What to mend at Hill Top');
  const rules = [...document.querySelectorAll('#rules tbody tr th')].map((cell) => cell.textContent);
  expect(rules).toEqual([
    'Second school without a main school',
    'One UPN, details of two children',
    'Two UPNs that look like one child',
    'A spell after ground k (died)',
  ]);
  const child = plantedFor('one-upn-two-children');
  const link = document.querySelector(`a[href^="/children/${child}"]`);
  expect(link?.textContent).toBe('Robin one-upn-two-children');
  expect(text).toMatch(
    /The birth date differs from that at Fenwick Road\. roll\.csv, line \d+, birth_date: “2012-05-05”/,
  );
  expect(text).toContain('Compare the child’s details with the other school named: birth date first.');
  // What is another school’s to mend is not its business.
  expect(text).not.toContain(plantedFor('no-school'));
});

it('shows both ends where nobody can know, and says what stays unknown', async () => {
  const { document, text } = await page(faulty, '/quality/neither-school-has-record');
  const heads = [...document.querySelectorAll('#picture thead th')].map((cell) => cell.textContent);
  expect(heads).toEqual(['Figure', 'Now', 'If every child was there', 'If no child was there']);
  const lost = [...document.querySelectorAll('#picture tbody tr')].find((row) =>
    row.textContent.startsWith('All learning lost'),
  );
  const [now = 0, low = 0, high = 0] = [...(lost?.querySelectorAll('td') ?? [])].map((cell) =>
    Number(cell.textContent),
  );
  expect([now - low, high - now]).toEqual([8, 0]);
  expect(text).toContain('8 sessions from 4 September 2024 to 25 September 2024, always on Wednesdays');
  expect(text).toContain('Where the child was is known to the schools alone: both ends are shown.');
});

it('tells a school what its own register would show', async () => {
  const { text } = await page(faulty, `/quality/register-not-taken?school=${PLANTED_A}`);
  expect(text).toMatch(
    /In this school’s own register absence is \d\.\d\d% of possible sessions now\. It would be \d\.\d\d%/,
  );
  expect((await page(faulty, '/quality/register-not-taken')).text).not.toContain('own register absence');
});

it('sends a school its list as CSV, with nobody else’s children', async () => {
  const { html: csv, headers } = await page(faulty, `/quality.csv?school=${PLANTED_B}`);
  expect(headers.get('Content-Disposition')).toBe('attachment; filename="to-mend-900101-2024-25.csv"');
  const [head = '', ...lines] = csv.trimEnd().split('\n');
  expect(head.startsWith('rule,what_is_wrong,urn,school,upn,class,first_day')).toBe(true);
  expect(new Set(lines.map((line) => line.split(',')[0]))).toEqual(
    new Set(['one-upn-two-children', 'spell-after-death', 'subsidiary-without-main', 'two-upns-one-child']),
  );
  expect(csv).not.toContain(plantedFor('no-school'));
  const all = await page(faulty, '/quality.csv');
  expect(
    new Set(
      all.html
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')[0]),
    ),
  ).toEqual(new Set(plantedRules));
});

it('has something to say where there is nothing to mend', async () => {
  const { text, document } = await page(clean, '/quality');
  expect(text).toContain(`Nothing to mend: ${qualityRules.length} kinds of fault were looked for, and none was found.`);
  expect(document.querySelector('#rules')).toBeNull();
  expect((await page(clean, '/quality/no-school')).text).toContain('None found in 2024/25');
  expect((await page(clean, '/quality.csv')).html.trimEnd().split('\n')).toHaveLength(1);
});

it('answers for what is not there, and for files that were never judged', async () => {
  expect((await page(faulty, '/quality?school=999999')).text).toContain(
    'No school of this area has that number (URN).',
  );
  expect((await page(faulty, '/quality?school=999999')).status).toBe(404);
  expect((await page(faulty, '/quality/no-such-rule')).status).toBe(404);
});

it('shows who sees one school nothing of what the area’s figures would be', async () => {
  const { access, actor, clock } = faulty.web;
  const trust: Actor = { id: 'trust', name: 'Tia Trust', role: 'trust-data-manager', scope: 'ties' };
  await access.actingAs(actor, 'access-management', { kind: 'area' }, async (tx) => {
    await addActor(tx, trust, clock);
    await addTie(tx, trust.id, { urn: PLANTED_A }, clock);
  });
  const asTrust = { ...faulty, web: { ...faulty.web, actor: trust } };
  let compared = 0;
  for (const rule of qualityRules) {
    const own = await page(asTrust, `/quality/${rule.id}?school=${PLANTED_A}`);
    expect([rule.id, own.status, own.document.querySelector('#picture')]).toEqual([rule.id, 200, null]);
    if ((await page(faulty, `/quality/${rule.id}`)).document.querySelector('#picture')) compared += 1;
  }
  expect(compared).toBeGreaterThan(0);
  expect((await page(asTrust, '/quality/register-not-taken')).status).toBe(403);
});

it('is for those who may bring files in, and each look leaves its trace', async () => {
  const { access, actor } = faulty.web;
  const lead: Actor = { id: 'lead', name: 'Lena Lead', role: 'inclusion-lead', scope: 'ties' };
  await access.actingAs(actor, 'access-management', { kind: 'area' }, async (tx) => {
    await addActor(tx, lead, faulty.web.clock);
    await addTie(tx, lead.id, { urn: PLANTED_B }, faulty.web.clock);
  });
  for (const path of ['/quality', `/quality.csv?school=${PLANTED_B}`]) {
    const refused = await page({ ...faulty, web: { ...faulty.web, actor: lead } }, path);
    expect([refused.status, refused.html.includes(plantedFor('spell-after-death'))]).toEqual([403, false]);
  }
  const looks = () =>
    access.actingAs(actor, 'oversight', { kind: 'area' }, (tx) =>
      tx
        .selectFrom('access.look')
        .select(['actor', 'permitted', 'purpose', 'subject_kind', 'subject_key'])
        // This one itself is a look for oversight.
        .where('purpose', '<>', 'oversight')
        .orderBy('id')
        .execute(),
    );
  for (const [path, subject_kind, subject_key] of [
    ['/quality', 'area', ''],
    [`/quality?school=${PLANTED_B}`, 'school', String(PLANTED_B)],
  ] as const) {
    const before = await looks();
    expect((await page(faulty, path)).status).toBe(200);
    const left = (await looks()).slice(before.length);
    const expected = {
      actor: actor.id,
      permitted: true,
      purpose: 'import-and-data-quality',
      subject_kind,
      subject_key,
    };
    expect(left.length).toBeGreaterThan(0);
    expect(left).toEqual(left.map(() => expected));
  }
});

it('leaves out what is about a child whose use is restricted, or names that child beside another', async () => {
  const other = plantedFor('two-upns-one-child', 0);
  const paths = ['/quality/two-upns-one-child', '/quality.csv'];
  for (const path of paths) expect([path, (await page(faulty, path)).html.includes(other)]).toEqual([path, true]);
  await restrictFor(faulty.web, areaChild(other), 'accuracy');
  for (const path of paths) expect([path, (await page(faulty, path)).html.includes(other)]).toEqual([path, false]);
});

function areaChild(text: string): Upn {
  const upn = findUpn(text);
  if (!upn) throw new Error(text);
  return upn;
}
