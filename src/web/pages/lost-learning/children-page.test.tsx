import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { hostileChild, hostileToday, oracleLedger, oracleStates, rowsOf, useHostileArea } from '#testing';
import { childrenPage } from './children-page.tsx';
import { askedFor } from './children-search.tsx';
import { lostLearningPages } from './index.ts';

const { web, oracle } = useHostileArea();
const q = { today: hostileToday };
const MOVED = 'Z801400119001';

async function page(path: string): Promise<Document> {
  const response = await lostLearningPages(web()).request(path);
  expect([path, response.status]).toEqual([path, 200]);
  return parseHTML(await response.text()).document;
}

function mainText(document: Document): string {
  return document.querySelector('main')?.textContent.replaceAll(/\s+/g, ' ') ?? '';
}

function upnIn(link: Element | null): string {
  return link?.getAttribute('href')?.slice('/children/'.length, '/children/'.length + 13) ?? '';
}

const AWAY = 'suspended unauthorised part-time authorised access-failure unrecorded-dual off-roll'.split(' ');

/** The longest run of sessions lost without one attended between, worked out again from the contract’s states. */
function longestRun(sessions: ReadonlyMap<string, { readonly state: string }>): number {
  const inOrder = [...sessions].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, { state }]) => state);
  const runs = inOrder.join(' ').split(/(?<![a-z-])attended(?![a-z-])/);
  return Math.max(...runs.map((run) => run.split(' ').filter((state) => AWAY.includes(state)).length));
}

it('holds every child, with the figures of the contract', async () => {
  const document = await page('/children');
  const shown = new Map(
    [...document.querySelectorAll('#children tbody tr')].map((row) => [
      row
        .querySelector('th a')
        ?.getAttribute('href')
        ?.slice('/children/'.length, '/children/'.length + 13),
      [...row.querySelectorAll('[data-figure]')].map((figure) => figure.getAttribute('data-value')),
    ]),
  );
  const expected = rowsOf(oracleLedger(oracle(), q, 'child'));
  expect(shown.size).toBe(expected.length);
  for (const row of expected) {
    expect([row['upn'], ...(shown.get(row['upn'] ?? '') ?? [])]).toEqual([
      row['upn'],
      row['lost_headline'],
      row['lost_absence'],
      row['lost_extended'],
    ]);
  }
});

it('finds by a part of a name or UPN, by school and by time away', async () => {
  const found = async (query: string): Promise<readonly string[]> =>
    [...(await page(`/children?${query}`)).querySelectorAll('#children tbody th a')].map(upnIn);
  expect(await found(`find=${MOVED.slice(3, 11).toLowerCase()}`)).toEqual([MOVED]);
  expect(await found('find=SCRIPT+cmd')).toEqual([hostileChild.upn]);
  expect(await found('away=15&school=900101')).toContain(hostileChild.upn);
  expect(await found('school=900104')).not.toContain(hostileChild.upn);
  const away = [...oracleStates(oracle(), q)].filter(([, sessions]) => longestRun(sessions) >= 10).map(([upn]) => upn);
  expect(away.length).toBeGreaterThan(0);
  // Days are two sessions: somebody was away for 5 sessions or more and not for 5 days.
  expect([...oracleStates(oracle(), q).values()].some((one) => longestRun(one) >= 5 && longestRun(one) < 10)).toBe(
    true,
  );
  expect((await found('away=5')).toSorted()).toEqual(away.toSorted());
  // A per cent sign is a per cent sign, not “anything”.
  expect(await found('find=%25')).toEqual([]);
});

it('is cut into pages that lead to each other', async () => {
  const state = await web().account();
  const answered = state.kind === 'ready' ? state.aggregates.years[0] : undefined;
  if (state.kind !== 'ready' || !answered?.asOf) throw new Error('no account');
  const { year, asOf } = answered;
  const account = {
    aggregates: state.aggregates,
    findings: state.findings,
    working: undefined,
    year,
    asOf,
    years: [year],
    leavesNobodyOut: false,
  };
  const upns: string[] = [];
  for (const number of [1, 2, 3]) {
    const html = await childrenPage(web(), account, askedFor({ page: String(number) }, year), 15);
    const { document } = parseHTML(String(html));
    upns.push(...[...document.querySelectorAll('#children tbody th a')].map((link) => link.getAttribute('href') ?? ''));
    expect(document.querySelector('.govuk-pagination__item--current')?.textContent.trim()).toBe(String(number));
    expect(document.querySelector('.govuk-pagination__next a')?.getAttribute('href') ?? 'the last').toBe(
      number === 3 ? 'the last' : `/children?year=2024%2F25&page=${number + 1}`,
    );
  }
  expect(new Set(upns).size).toBe(rowsOf(oracleLedger(oracle(), q, 'child')).length);
  expect(upns).toHaveLength(rowsOf(oracleLedger(oracle(), q, 'child')).length);
});

it('says in words that nobody was found', async () => {
  expect(mainText(await page('/children?find=nobody&away=10'))).toContain(
    'No child of this area has “nobody” in their name, class or UPN and 10 school days or more away in a row in 2024/25.',
  );
  expect(mainText(await page('/children?page=9'))).toContain('There are no more children in this list.');
});

it('can be taken away whole, and runs nothing in a spreadsheet', async () => {
  const response = await lostLearningPages(web()).request('/children.csv');
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="children-2024-25.csv"');
  const text = await response.text();
  expect(text.trimEnd().split('\n')).toHaveLength(rowsOf(oracleLedger(oracle(), q, 'child')).length + 1);
  expect(text).toContain(`\n${hostileChild.upn},'=cmd(),<script>alert(1)</script>,6,900101,`);
});
