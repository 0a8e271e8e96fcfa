import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addActor, addTie, singleUser, type Actor } from '#access';
import { instantOf } from '#kernel';
import { publishedArea, twoYears, type PublishedArea } from '#testing';
import { createWeb } from '../../server.tsx';

const ties = { scope: 'ties' } as const;
const teacher: Actor = { id: 'teacher', name: 'Tess Teacher', role: 'class-teacher', ...ties };
const lead: Actor = { id: 'lead', name: 'Lena Lead', role: 'inclusion-lead', ...ties };

let folder: string;
let area: PublishedArea;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-class-'));
  for (const [name, text] of Object.entries(twoYears())) {
    // Both children are in a class of the same name, in both years.
    const content = name === 'roll.csv' ? text.replace('birth_date\n', 'birth_date,class\n') : text;
    await writeFile(join(folder, name), content.replaceAll('2014-01-01\n', '2014-01-01,4A\n'));
  }
  area = await publishedArea(folder, { now: instantOf(Date.UTC(2024, 10, 14, 9)) });
  const { access, clock } = area.web;
  await access.actingAs(singleUser, 'access-management', { kind: 'area' }, async (tx) => {
    for (const actor of [teacher, lead]) await addActor(tx, actor, clock);
    await addTie(tx, teacher.id, { urn: 900100, class: '4A' }, clock);
    await addTie(tx, lead.id, { urn: 900100 }, clock);
  });
}, 240_000);
afterAll(async () => {
  await area.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(path: string, actor: Actor) {
  const response = await createWeb({ ...area.web, actor }).request(path);
  const { document } = parseHTML(await response.text());
  const main = document.querySelector('main');
  const links = [...document.querySelectorAll('main a, .govuk-breadcrumbs a')].map(
    (link) => link.getAttribute('href') ?? '',
  );
  return { status: response.status, text: main?.textContent?.replaceAll(/\s+/g, ' ') ?? '', links };
}

const CLASS = '/schools/900100/classes/4A';

it('is of this year for its teacher, who is led to no other year and to no page of the school', async () => {
  const now = await open(CLASS, teacher);
  expect([now.status, now.text.includes('2024/25')]).toEqual([200, true]);
  expect(now.links.filter((href) => href.includes('year=2023') || /^\/schools(\/900100)?(\?|$)/.test(href))).toEqual(
    [],
  );
  const none = await open('/schools/900100/classes/9Z?year=2023/24', lead);
  const before = await open(`${CLASS}?year=2023/24`, teacher);
  expect([before.status, before.text.includes('2023/24')]).toEqual([404, false]);
  expect(none.text.replace('See the whole school', '').trim()).toContain(before.text.trim().slice(0, 40));
  expect(before.links.filter((href) => href.startsWith('/schools/900100'))).toEqual([]);
});

it('is of every year for who sees the school', async () => {
  const before = await open(`${CLASS}?year=2023/24`, lead);
  expect([before.status, before.text.includes('2023/24')]).toEqual([200, true]);
  expect(before.links).toContain('/schools/900100?year=2023%2F24');
});

it('says “Everyone you may see” in the lists of a teacher, and offers no files', async () => {
  const { text, links } = await open('/lists', teacher);
  expect(text).toContain('Everyone you may see');
  expect(text).not.toContain('The whole area');
  expect(links.filter((href) => href.startsWith('/imports'))).toEqual([]);
  expect((await open('/lists', singleUser)).text).toContain('The whole area');
});
