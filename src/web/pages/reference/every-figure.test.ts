import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listMeasures, PUBLICATIONS } from '#place';
import { everyFigure, isAbout, someOfEach, suspendedArea, type EveryFigure, type Shown } from '#testing';
import { createWeb } from '../../server.tsx';

let area: Awaited<ReturnType<typeof suspendedArea>>;
let every: EveryFigure;
let shown: readonly Shown[];
let broken: readonly string[];

beforeAll(async () => {
  area = await suspendedArea();
  every = everyFigure(createWeb(area.web), area.web.published, area.truth);
  ({ shown, broken } = await every.crawl(isFollowed));
}, 240_000);
afterAll(() => area.close());

// Published statistics are 175 pages of one kind: here one of each publication, the others in the long proof.
const STATISTICS: readonly string[] = PUBLICATIONS.flatMap(
  ({ id }) => listMeasures().find((one) => one.publication === id)?.id ?? [],
);

/** A child with something of most kinds. */
const CHILD = 'D801400121005';

/** Pages of one kind, of which some are enough here: how an address of it begins, and how many. */
const SOME_OF: readonly (readonly [begins: string, pages: number])[] = [
  ['/guide/', 6],
  ['/places/', 4],
  ['/compare?', 4],
  ['/variation?', 4],
  ['/groups?', 4],
  ['/schools/compare', 4],
  ['/why-different/', 3],
  ['/challenges/new', 3],
  ['/open-data/', 6],
  ['/children/', 12],
];
/** Pages of one kind whose addresses begin alike only in part: of groups of a school’s children, and of lists. */
const SOME_LIKE: readonly (readonly [address: RegExp, pages: number])[] = [
  [/^\/schools\/\d{6}\/(year-groups|classes|groups)\//, 8],
  [/^\/lists/, 12],
];
const followed = new Map<string, number>();
function isFollowed(href: string): boolean {
  // Who has access, what was agreed and what was asked for hold no figure of the account.
  if (/^\/(access|rights|sign-in)\b|\/(consent|emergency|who-can-see|notes)\b/.test(href)) return false;
  const measure = /^\/statistics\/([^.?]+)/.exec(href)?.[1];
  if (measure !== undefined && !STATISTICS.includes(measure)) return false;
  if (!isAbout(['E08000032'], href)) return false;
  if (href.startsWith(`/children/${CHILD}`)) return true;
  const like = SOME_LIKE.find(([address]) => address.test(href));
  const [begins, pages] = like
    ? [like[0].source, like[1]]
    : (SOME_OF.find(([start]) => href.startsWith(start)) ?? ['', Infinity]);
  const count = (followed.get(begins) ?? 0) + 1;
  followed.set(begins, count);
  return count <= pages;
}

/** Every link is followed by every-figure.long.ts; here some of each kind, and every number against the oracle. */
describe('every number on every page', () => {
  it('is on a page that opens', () => {
    expect(broken).toEqual([]);
    const sections = [
      '/',
      '/schools',
      '/schools/900100',
      '/trusts',
      '/trusts/eglantine-oak-trust',
      '/children',
      `/children/${CHILD}`,
      '/national',
      ...STATISTICS.map((measure) => `/statistics/${measure}`),
      '/places/E08000032',
      '/compare',
      '/groups',
      '/forms',
    ];
    const pages = new Set(shown.map((one) => one.page.replace(/\?.*/, '')));
    expect(sections.filter((section) => !pages.has(section))).toEqual([]);
    expect(shown.length).toBeGreaterThan(4000);
  });

  it('is what a second implementation finds in the same files', async () => {
    expect(await every.unlikeOracle(shown)).toEqual([]);
  }, 120_000);

  it('leads to a page that works it out again and says the same', async () => {
    const some = someOfEach(shown, 1);
    expect(new Set(some.map((one) => one.href)).size).toBeGreaterThan(400);
    expect(await every.unlikeOwnPage(some)).toEqual([]);
  }, 240_000);
});

it('a number of another scope, another measure or another value is noticed', async () => {
  const right: Shown = { figure: 'lost_absence', printed: '205', href: '/how/lost_absence/school-900101', page: '/' };
  const faults = async (change: Partial<Shown>): Promise<readonly number[]> => {
    const one = [{ ...right, ...change }];
    return [(await every.unlikeOracle(one)).length, (await every.unlikeOwnPage(one)).length];
  };
  expect(await faults({})).toEqual([0, 0]);
  expect(await faults({ href: '/how/lost_absence/school-900102' })).toEqual([1, 1]);
  expect(await faults({ href: '/how/lost_absence/school-900109' })).toEqual([1, 1]);
  expect(await faults({ href: '/how/lost_absence/area.week-2024-09-09' })).toEqual([1, 1]);
  expect(await faults({ href: '/how/lost_headline/school-900101' })).toEqual([1, 1]);
  expect(await faults({ printed: '206' })).toEqual([1, 1]);
});

it('no number of the account stands in a table without its way to how it is worked out', async () => {
  const web = createWeb(area.web);
  // What a file recorded of one child is no figure: it stands there as it came.
  const recorded = ['inside', 'suspensions'];
  const bare: string[] = [];
  for (const path of ['/', '/schools', '/schools/900101', `/children/${CHILD}`]) {
    const { document } = parseHTML(await (await web.request(`http://127.0.0.1${path}`)).text());
    for (const cell of document.querySelectorAll('td.govuk-table__cell--numeric')) {
      const table = cell.closest('table')?.id ?? '';
      if (path.startsWith('/children') && recorded.includes(table)) continue;
      if (cell.closest('tfoot') && cell.textContent === '100.0%') continue; // the whole of the whole
      if (/\d/.test(cell.textContent ?? '') && !cell.querySelector('a[href^="/how/"]')) {
        bare.push(`${path} ${table}: ${cell.parentElement?.textContent ?? ''}`);
      }
    }
  }
  expect(bare).toEqual([]);
});
