import type { Hono } from 'hono';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { addActor, addTie, type Actor } from '#access';
import { figureNames } from '#lost-learning';
import { hostileChild, hostileToday, oracleLedger, oracleStates, rowsOf, useHostileArea } from '#testing';
import { lostLearningPages } from './index.ts';

const { web, oracle } = useHostileArea();
const q = { today: hostileToday };
/** Two schools, removals, a leaving ground. */
const MOVED = 'Z801400119001';
const EXCLUDED = 'W801400416032';
/** Well formed, and nobody’s. */
const UNKNOWN = 'H801200001001';

function get(path: string): Promise<Response> {
  return Promise.resolve(lostLearningPages(web()).request(path));
}

async function page(path: string): Promise<Document> {
  const response = await get(path);
  expect([path, response.status]).toEqual([path, 200]);
  return parseHTML(await response.text()).document;
}

function mainText(document: Document): string {
  return document.querySelector('main')?.textContent.replaceAll(/\s+/g, ' ') ?? '';
}

describe('one child', () => {
  it('shows the account of the contract, in balance', async () => {
    for (const row of rowsOf(oracleLedger(oracle(), q, 'child')).filter(({ upn }) =>
      [MOVED, EXCLUDED, hostileChild.upn].includes(upn ?? ''),
    )) {
      const document = await page(`/children/${row['upn'] ?? ''}`);
      const figures = new Map(
        [...document.querySelectorAll('[data-figure]')].map((one) => [
          one.getAttribute('data-figure') ?? '',
          (one.getAttribute('data-value') ?? '').replaceAll(',', ''),
        ]),
      );
      for (const name of figureNames.filter((one) => one !== 'possible')) {
        expect([name, figures.get(name)]).toEqual([name, row[name]]);
      }
    }
  });

  it('tells of three weeks out of school, and why', async () => {
    const document = await page(`/children/${hostileChild.upn}`);
    const text = mainText(document);
    expect(text).toContain('From 6 January 2025 to 24 January 2025: 30 sessions in a row (15 days)');
    expect(text).toContain('Ill (not an appointment), code I: 30 sessions');
    const days = [...document.querySelectorAll('#days tbody tr')].map((row) => row.textContent);
    expect(days).toContain('Monday 6 January 2025Authorised absenceAuthorised absenceIll (not an appointment), code I');
  });

  it('escapes what people wrote', async () => {
    const html = await (await get(`/children/${hostileChild.upn}`)).text();
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<b>6</b>');
    expect(parseHTML(html).document.querySelector('h1')?.textContent).toBe(
      `${hostileChild.given} ${hostileChild.family}`,
    );
  });

  it('tells of schools, gaps, removals and suspensions in words', async () => {
    const moved = mainText(await page(`/children/${MOVED}`));
    expect(moved).toContain('School 2: on its roll from 5 September 2023 to 30 November 2024.');
    expect(moved).toContain('They were taken off its roll because they died (ground k). They were to go to School 3.');
    expect(moved).toContain('6 November 2024, morning');
    expect(moved).toContain('Internal exclusion or isolation at School 2, 60 minutes');
    const excluded = mainText(await page(`/children/${EXCLUDED}`));
    expect(excluded).toContain('11 November 2024SuspendedSchool 2physical assault against a pupil4 sessions');
    expect(excluded).toContain('Permanently excluded');
  });

  it('gives every session away as CSV: what the contract says of each', async () => {
    for (const upn of [MOVED, 'C801400118031', 'U801400517034']) {
      const text = await (await get(`/children/${upn}/sessions.csv`)).text();
      const [header, ...lines] = text.trimEnd().split('\n');
      expect(header).toBe('date,session,state,code,words,minutes_lost,school_marks');
      const expected = oracleStates(oracle(), q).get(upn);
      expect(lines).toHaveLength(expected?.size ?? 0);
      for (const line of lines) {
        const [date, session, state, code] = line.split(',');
        const one = expected?.get(`${date} ${session}`);
        expect([date, session, state, code === '' ? state : code]).toEqual([date, session, one?.state, one?.cause]);
      }
    }
  });

  it('shows both registers of a child at two schools', async () => {
    const text = await (await get('/children/C801400118031/sessions.csv')).text();
    expect(text).toMatch(/,900100 \S+; 900104 /);
  });

  it('answers alike for a child who is not there and one who may not be seen', async () => {
    const lead: Actor = { id: 'lead', name: 'Lena Lead', role: 'inclusion-lead', scope: 'ties' };
    const { access, actor, clock } = web();
    await access.actingAs(actor, 'access-management', { kind: 'area' }, async (tx) => {
      await addActor(tx, lead, clock);
      await addTie(tx, lead.id, { urn: 900103 }, clock);
    });
    const other = lostLearningPages({ ...web(), actor: lead });
    const app = lostLearningPages(web());
    const paths = ['', '/looks', '/who-can-see', '/sessions.csv'];
    const body = async (pages: Hono, upn: string, path: string): Promise<string> => {
      const response = await pages.request(`/children/${upn}${path}`);
      expect([upn, path, response.status]).toEqual([upn, path, 404]);
      return response.text();
    };
    for (const path of paths) {
      const hidden = await body(other, hostileChild.upn, path);
      expect(await body(other, UNKNOWN, path)).toBe(hidden);
      // Another role is offered other sections: each is told the same whatever the child.
      expect(await body(app, 'nonsense', path)).toBe(await body(app, UNKNOWN, path));
    }
    // What the lead is tied to is there.
    expect((await other.request(`/children/${MOVED}`)).status).toBe(200);
  });
});
