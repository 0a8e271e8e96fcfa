import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { hostileChild, listFigures, useHostileArea } from '#testing';
import type { AccountState } from '../../context.ts';
import { htmlFaults } from '../../layout/html-faults.ts';
import { findReferenceMeasure } from '../reference/measure.ts';
import { findScope } from '../reference/scope.ts';
import { lostLearningPages } from './index.ts';

const { web } = useHostileArea();
const EXCLUDED = 'W801400416032';

const PAGES = [
  '/',
  '/schools',
  '/schools?phase=primary',
  '/schools/900100',
  '/schools/900105',
  '/children',
  `/children/${EXCLUDED}`,
  `/children/${hostileChild.upn}`,
  `/children/${EXCLUDED}/looks`,
  `/children/${EXCLUDED}/who-can-see`,
];

async function htmlOf(path: string): Promise<string> {
  const response = await lostLearningPages(web()).request(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
}

describe.each(PAGES)('%s', (path) => {
  it('is valid HTML, with one heading and nothing inline', async () => {
    const html = await htmlOf(path);
    expect(await htmlFaults(html)).toEqual([]);
    const { document } = parseHTML(html);
    expect(document.querySelectorAll('[style], style, script:not([src])')).toHaveLength(0);
    expect(document.querySelectorAll('h1')).toHaveLength(1);
  });

  it('explains each figure by its measure, in a scope and year that can be asked about', async () => {
    const figures = listFigures(parseHTML(await htmlOf(path)).document);
    expect(figures.length > 0).toBe(!/\/(looks|who-can-see)$/.test(path));
    for (const { measure, scope, year, value, href } of figures) {
      expect([href, href.startsWith(`/how/${encodeURIComponent(measure)}/`)]).toEqual([href, true]);
      expect([measure, findReferenceMeasure(measure) !== undefined]).toEqual([measure, true]);
      expect([scope, findScope(scope) !== undefined]).toEqual([scope, true]);
      expect(year).toBe('2024/25');
      expect(value).toMatch(/^[\d,]+(\.\d+)?%?$/);
    }
  });
});

it('leaves a trace of each page: who was looked at, and why', async () => {
  const app = lostLearningPages(web());
  const lastBut = (offset: number) =>
    web().access.actingAs(web().actor, 'oversight', { kind: 'area' }, async (tx) => {
      // What was said about a comparison is read for a purpose of its own, which sees no child.
      const looks = tx
        .selectFrom('access.look')
        .select(['purpose', 'subject_kind', 'subject_key'])
        .where('purpose', '<>', 'place-improvement');
      return looks.orderBy('id', 'desc').offset(offset).limit(1).execute();
    });
  for (const [path, purpose, subject_kind, subject_key] of [
    ['/', 'attendance-and-inclusion-support', 'area', ''],
    ['/schools', 'attendance-and-inclusion-support', 'area', ''],
    ['/schools/900102', 'attendance-and-inclusion-support', 'school', '900102'],
    ['/tables/ledger-by-week.csv', 'attendance-and-inclusion-support', 'area', ''],
    ['/children', 'attendance-and-inclusion-support', 'area', ''],
    ['/children.csv?school=900100', 'attendance-and-inclusion-support', 'school', '900100'],
    [`/children/${EXCLUDED}`, 'attendance-and-inclusion-support', 'child', EXCLUDED],
    [`/children/${EXCLUDED}/sessions.csv`, 'attendance-and-inclusion-support', 'child', EXCLUDED],
    [`/children/${EXCLUDED}/looks`, 'oversight', 'child', EXCLUDED],
    [`/children/${EXCLUDED}/who-can-see`, 'oversight', 'child', EXCLUDED],
  ] as const) {
    await app.request(path);
    // The last look is the one at the looks.
    expect(await lastBut(1)).toEqual([{ purpose, subject_kind, subject_key }]);
  }
});

describe('before there is an account', () => {
  const states: readonly [string, AccountState, RegExp][] = [
    ['working', { kind: 'working', words: 'Working out 2024/25', percent: 40 }, /Working out 2024\/25: 40% done/],
    ['empty', { kind: 'empty' }, /Bring in files/],
    ['failed', { kind: 'failed', reason: 'The disk is full.' }, /The disk is full\./],
  ];

  it.each(states)('%s has a page worth reading', async (kind, state, words) => {
    const waiting = lostLearningPages({ ...web(), account: async () => state });
    for (const path of ['/', '/schools', '/children', `/children/${EXCLUDED}`]) {
      const response = await waiting.request(path);
      const html = await response.text();
      expect(parseHTML(html).document.querySelector('main')?.textContent).toMatch(words);
      expect(await htmlFaults(html)).toEqual([]);
      expect(response.headers.get('refresh')).toBe(kind === 'working' ? `5; url=${path}` : null);
    }
  });
});

it('a page that began before a newer version was shown is made again of that one', async () => {
  const now = await web().account();
  let asked = 0;
  const account = async (): Promise<AccountState> => {
    asked += 1;
    // What is shown first is replaced before the page is made of it.
    return now.kind === 'ready' && asked === 1 ? { ...now, working: 'one before', isShown: () => false } : now;
  };
  const html = await (await lostLearningPages({ ...web(), account }).request('/schools')).text();
  expect([asked, html.includes('one before')]).toEqual([2, false]);
});

it('refuses in words those who may not look', async () => {
  const strange = lostLearningPages({ ...web(), actor: { ...web().actor, id: 'nobody' } });
  for (const path of ['/', '/schools/900100', '/children', '/children.csv', '/tables/ledger-by-week.csv']) {
    const response = await strange.request(path);
    expect([path, response.status]).toEqual([path, 403]);
    expect(await response.text()).toContain('You cannot see this page');
  }
});
