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
function isFollowed(href: string): boolean {
  const measure = /^\/statistics\/([^.?]+)/.exec(href)?.[1];
  if (measure !== undefined && !STATISTICS.includes(measure)) return false;
  const ofPlaces = /^\/(compare|challenges\/new|groups|variation)/.test(href);
  return (
    isAbout(['E08000032'], href) && (!ofPlaces || !/measure=/.test(href) || href.includes('=pupils-suspended-rate'))
  );
}

/** Every link is followed by every-figure.long.ts; here some of each kind, and every number against the oracle. */
describe('every number on every page', () => {
  it('is on a page that opens', () => {
    expect(broken).toEqual([]);
    const sections = [
      '/',
      '/schools',
      '/schools/900100',
      '/children',
      '/children/D801400121005',
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
    const some = someOfEach(shown, 2);
    expect(new Set(some.map((one) => one.href)).size).toBeGreaterThan(250);
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
