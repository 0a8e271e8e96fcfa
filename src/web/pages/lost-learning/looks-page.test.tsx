import { sql } from 'kysely';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { addActor, addOrganisation, addTie, type Actor } from '#access';
import { findUpn, type Upn } from '#kernel';
import { hostileChild, useHostileArea } from '#testing';
import { lostLearningPages } from './index.ts';

const { web, asOwner } = useHostileArea();
const [MOVED, HOSTILE, LOOKED] = [upn('Z801400119001'), upn(hostileChild.upn), upn('W801400416032')];
/** Well formed, and nobody’s. */
const UNKNOWN = 'H801200001001';

function upn(text: string): Upn {
  const found = findUpn(text);
  if (!found) throw new Error(text);
  return found;
}

function get(path: string): Promise<Response> {
  return Promise.resolve(lostLearningPages(web()).request(path));
}

async function page(path: string): Promise<Document> {
  const response = await get(path);
  expect([path, response.status]).toEqual([path, 200]);
  return parseHTML(await response.text()).document;
}

describe('who looked', () => {
  it('names who, when, at what and why, and up to when lines are sealed', async () => {
    await get(`/children/${MOVED}`);
    const document = await page(`/children/${MOVED}/looks`);
    const rows = [...document.querySelectorAll('#looks tbody tr')].map((row) => row.textContent);
    expect(rows).toContain(
      '1 November 2025 at 12:00Single user (Area administrator)This childTo support a child’s attendance and inclusion',
    );
    expect(rows[0]).toContain('To answer who looked, and why');
    expect(document.body.textContent).toContain('None is sealed yet.');
  });

  it('tells of an attempt that was refused, and that nothing was shown', async () => {
    const { access, actor } = web();
    const nobody: Actor = { ...actor, id: 'nobody', name: 'Nobody' };
    const tried = access.actingAs(nobody, 'oversight', { kind: 'child', upn: HOSTILE }, () =>
      Promise.reject(new Error('it was let in')),
    );
    await expect(tried).rejects.toMatchObject({ code: 'access/not-permitted' });
    const document = await page(`/children/${HOSTILE}/looks`);
    const rows = [...document.querySelectorAll('#looks tbody tr')].map((row) => row.textContent);
    expect(rows.filter((row) => row.includes('Nobody'))).toEqual([
      expect.stringMatching(
        /^1 November 2025 at 12:00NobodyThis child.*Refused, and nothing was shown\. “nobody” has no access/,
      ),
    ]);
  });

  it('speaks to a young person and to a family of themselves, and shows neither who can see', async () => {
    const { access, actor, clock } = web();
    for (const [role, words] of [
      ['young-person', 'who opened information about you,'],
      ['parent', 'who opened information about your child,'],
    ] as const) {
      const family: Actor = { id: role, name: 'Fam', role, scope: 'ties' };
      await access.actingAs(actor, 'access-management', { kind: 'area' }, async (tx) => {
        await addActor(tx, family, clock);
        await addTie(tx, family.id, { upn: HOSTILE }, clock);
      });
      const theirs = lostLearningPages({ ...web(), actor: family });
      const text = await (await theirs.request(`/children/${HOSTILE}/looks`)).text();
      expect(text).toContain(words);
      expect(text).not.toContain('who-can-see');
      expect((await theirs.request(`/children/${HOSTILE}/who-can-see`)).status).toBe(404);
    }
  });

  it('is cut into pages, and tells how many of the earliest are not shown', async () => {
    await asOwner((tx) =>
      sql`insert into access.look
        (at, actor, actor_name, role, purpose, subject_kind, subject_key, permitted, reason)
        select timestamptz '2025-10-01' + n * interval '1 minute', 'ada', 'Ada ' || n, '', 'oversight', 'child',
          ${LOOKED}, true, '' from generate_series(1, 520) as n`.execute(tx),
    );
    const first = await page(`/children/${LOOKED}/looks`);
    expect(first.querySelectorAll('#looks tbody tr')).toHaveLength(50);
    expect(first.querySelector('#looks caption')?.textContent).toMatch(/^5\d\d looks, the latest first: page 1 of 10$/);
    expect(first.body.textContent).toMatch(
      /\d\d earlier looks are kept and are not shown here\. Ask the data protection/,
    );
    const last = await page(`/children/${LOOKED}/looks?page=10`);
    expect(last.querySelector('#looks caption')?.textContent).toContain('page 10 of 10');
    const beyond = await page(`/children/${LOOKED}/looks?page=99`);
    expect(beyond.querySelector('#looks caption')?.textContent).toContain('page 10 of 10');
  });
});

describe('who can see a child', () => {
  it('names everyone with role, place of work, what lets them, and since when', async () => {
    const { access, actor, clock } = web();
    const teacher: Actor = { id: 'tea', name: 'Tea Cher', role: 'senco', scope: 'ties', organisation: 'elm' };
    await access.actingAs(actor, 'access-management', { kind: 'area' }, async (tx) => {
      await addOrganisation(tx, { id: 'elm', kind: 'school', name: 'Elm School', urn: 900103 }, clock);
      await addActor(tx, teacher, clock);
      await addTie(tx, teacher.id, { urn: 900103 }, clock);
      await addTie(tx, teacher.id, { upn: MOVED }, clock);
    });
    const document = await page(`/children/${MOVED}/who-can-see`);
    const rows = [...document.querySelectorAll('#seers tbody tr')].map((row) => row.textContent);
    expect(rows).toContainEqual(
      expect.stringMatching(
        /^Tea CherSENCoElm SchoolIs tied to this childSince: 1 November 2025Works with .*Since: 1 November 2025$/,
      ),
    );
    expect(rows).toContain('Single userArea administratorWorks for the whole areaSince Kith was set up');
    expect((await page(`/children/${MOVED}`)).querySelector(`[href="/children/${MOVED}/who-can-see"]`)).not.toBeNull();
  });

  it('is told only of a child whom whoever asks can see', async () => {
    expect((await get(`/children/${UNKNOWN}/who-can-see`)).status).toBe(404);
  });
});
