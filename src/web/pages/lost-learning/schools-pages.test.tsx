import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { figuresIn, hostileToday, oracleAbsence, oracleLedger, rowsOf, useHostileArea } from '#testing';
import { figureNames } from '#lost-learning';
import { lostLearningPages } from './index.ts';

const { web, oracle } = useHostileArea();
const q = { today: hostileToday };

function get(path: string): Promise<Response> {
  return Promise.resolve(lostLearningPages(web()).request(path));
}

async function page(path: string): Promise<Document> {
  return parseHTML(await (await get(path)).text()).document;
}

describe('schools', () => {
  it('shows each school’s own register', async () => {
    const list = await page('/schools');
    for (const row of rowsOf(oracleLedger(oracle(), q, 'school'))) {
      const urn = row['urn'] ?? '';
      expect(figuresIn(list, `school-${urn}`).get('lost_absence')).toBe(row['lost_absence']);
      const shown = figuresIn(await page(`/schools/${urn}`), `school-${urn}`);
      for (const name of figureNames.filter((one) => one !== 'possible')) {
        expect([urn, name, shown.get(name)]).toEqual([urn, name, row[name]]);
      }
    }
  });

  it('shows the year groups, removals and comparison of one school', async () => {
    const document = await page('/schools/900102');
    expect(figuresIn(document, 'school-900102').get('minutes-internal-exclusion')).toBe('120');
    expect(figuresIn(document, 'school-900102').get('removals-internal-exclusion')).toBe('2');
    expect(figuresIn(document, 'school-900102.year-group-10').get('children')).toBe('1');
    const rate = document.querySelector('section[aria-labelledby="rate-overall_percent"]');
    expect(rate?.textContent).toContain('South West');
    expect(document.querySelector('a[href^="/children?school=900102"]')).not.toBeNull();
  });

  it('lists by name, and narrows to a phase', async () => {
    const names = async (path: string): Promise<readonly string[]> =>
      [...(await page(path)).querySelectorAll('#schools tbody th')].map((name) => name.textContent.trim());
    expect(await names('/schools')).toEqual([0, 1, 2, 3, 4, 5].map((number) => `School ${number}`));
    expect(await names('/schools?phase=primary')).toEqual(['School 0', 'School 1']);
  });

  it('answers 404 for a school that is not there', async () => {
    expect((await get('/schools/999999')).status).toBe(404);
  });
});

it('says that an area has no trusts', async () => {
  const document = await page('/trusts');
  expect(document.querySelector('main')?.textContent).toContain('No school of this area is in a trust.');
  expect(figuresIn(document, 'area').size).toBe(0);
});

describe('tables', () => {
  it.each([
    'school',
    'phase',
    'trust',
    'la',
    'region',
    'year-group',
    'sex',
    'ethnicity',
    'fsm',
    'sen',
    'week',
    'cause',
  ] as const)('ledger by %s is the contract’s', async (by) => {
    const response = await get(`/tables/ledger-by-${by}.csv`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="ledger-by-${by}-2024-25.csv"`);
    expect(await response.text()).toBe(oracleLedger(oracle(), q, by));
  });

  it.each(['school', 'phase', 'trust', 'la', 'region', 'year-group', 'sen'] as const)(
    'absence by %s is the contract’s',
    async (by) => {
      expect(await (await get(`/tables/absence-by-${by}.csv`)).text()).toBe(oracleAbsence(oracle(), q, by));
    },
  );

  it.each(['ledger-by-child', 'absence-by-enrolment', 'ledger-by-shoe', 'answered'])(
    'has no table %s',
    async (name) => {
      expect((await get(`/tables/${name}.csv`)).status).toBe(404);
    },
  );
});
