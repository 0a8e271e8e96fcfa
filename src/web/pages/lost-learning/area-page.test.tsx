import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { figuresIn, hostileToday, oracleAbsence, oracleLedger, rowsOf, useHostileArea } from '#testing';
import { figureNames } from '#lost-learning';
import { UNNAMED_AREA } from '../../context.ts';
import { lostLearningPages } from './index.ts';

const { web, oracle } = useHostileArea();
const q = { today: hostileToday };

async function area(): Promise<Document> {
  const response = await lostLearningPages(web()).request('/');
  expect(response.status).toBe(200);
  return parseHTML(await response.text()).document;
}

it('shows the children’s own total, as the contract adds it up', async () => {
  const children = rowsOf(oracleLedger(oracle(), q, 'child'));
  const shown = figuresIn(await area(), 'area');
  for (const name of figureNames.filter((one) => one !== 'possible')) {
    const total = children.reduce((sum, row) => sum + Number(row[name]), 0);
    expect([name, shown.get(name)]).toEqual([name, String(total)]);
  }
});

it('shows every cause', async () => {
  const shown = figuresIn(await area(), 'area');
  for (const { code, sessions } of rowsOf(oracleLedger(oracle(), q, 'cause'))) {
    expect([code, shown.get(`cause-${code ?? ''}`)]).toEqual([code, sessions]);
  }
});

it.each([
  ['week', 'week', 'authorised'],
  ['year-group', 'year_group', 'lost_extended'],
  ['sex', 'sex', 'lost_extended'],
  ['sen', 'sen', 'lost_extended'],
  ['fsm', 'fsm', 'lost_extended'],
] as const)('shows each group by %s', async (by, column, figure) => {
  const document = await area();
  const rows = rowsOf(oracleLedger(oracle(), q, by));
  expect(rows.length).toBeGreaterThan(1);
  for (const row of rows) {
    const shown = figuresIn(document, `area.${by}-${row[column] || 'none'}`);
    const [possible, number] = [row['possible'], row[figure]];
    expect([row[column], shown.get('possible'), shown.get(figure)]).toEqual([row[column], possible, number]);
  }
});

it('shows DfE’s rates, and compares like with like or says why not', async () => {
  const document = await area();
  for (const row of rowsOf(oracleAbsence(oracle(), q, 'phase'))) {
    const shown = figuresIn(document, `phase-${row['phase'] ?? ''}`);
    expect(shown.get('overall_percent')).toBe(`${Number(row['overall_percent']).toFixed(1)}%`);
    expect(shown.get('severe_percent')).toBe(`${Number(row['severe_percent']).toFixed(1)}%`);
  }
  const section = document.querySelector('section[aria-labelledby="rate-overall_percent"]');
  const text = section?.textContent ?? '';
  // The year is whole and 801 is Bristol: all but alternative provision can stand beside England and the South West.
  for (const place of ['England', 'South West', 'Bristol, City of']) expect(text).toContain(place);
  expect(text).toContain('includes alternative provision. DfE leaves it out');
  expect(text).toContain('Published figures: ');
  expect(section?.querySelectorAll('svg').length).toBeGreaterThan(0);
});

it('counts suspensions without lunchtime ones, out of the pupils of census day', async () => {
  const document = await area();
  for (const measure of ['suspension_rate', 'permanent_exclusion_rate']) {
    const section = document.querySelector(`section[aria-labelledby="rate-${measure}"]`);
    expect(section?.textContent).toContain('worked out1 of 33 pupils on census day');
    expect(figuresIn(document, 'area').get(measure)).toBe('3.03');
  }
});

it('draws schools by phase and name, never by value', async () => {
  const groups = [...(await area()).querySelectorAll('.kith-multiples')].map((list) =>
    [...list.querySelectorAll('.kith-multiples__name')].map((name) => name.textContent.trim()),
  );
  expect(groups.flat()).toHaveLength(6);
  for (const names of groups) expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en-GB')));
});

it('opens with a sentence of days, not of sessions', async () => {
  const [total] = [
    rowsOf(oracleLedger(oracle(), q, 'child')).reduce((sum, row) => sum + Number(row['lost_extended']), 0),
  ];
  const summary = (await area()).querySelector('.govuk-body-l')?.textContent ?? '';
  expect(summary).toContain('In 2024/25 up to 22 July 2025, ');
  expect(summary).toContain(`lost ${total / 2} days`);
});

it('calls an area that has no name so, in a sentence too', async () => {
  const unnamed = { ...web().area, name: UNNAMED_AREA };
  const page = async (account: ReturnType<typeof web>['account']): Promise<string> =>
    (await lostLearningPages({ ...web(), area: unnamed, account }).request('/')).text();
  expect(await page(async () => ({ kind: 'empty' }))).toContain('Nothing is known about this area yet');
  expect(await page(web().account)).toContain(' of this area lost ');
});
