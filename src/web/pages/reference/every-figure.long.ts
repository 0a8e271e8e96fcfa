import { afterAll, beforeAll, expect, it } from 'vitest';
import { everyFigure, isAbout, suspendedArea } from '#testing';
import { createWeb } from '../../server.tsx';

let area: Awaited<ReturnType<typeof suspendedArea>>;
beforeAll(async () => {
  area = await suspendedArea();
});
afterAll(() => area.close());

/** An authority, one of few pupils, a new one, a region, England: their pages are all there are kinds of. */
const PLACES = ['E08000032', 'E06000053', 'E06000063', 'E12000001', 'E92000001'];

it('every link of every number leads to a page that works it out again and says the same', async () => {
  const every = everyFigure(createWeb(area.web), area.web.published, area.truth);
  const { shown } = await every.crawl((href) => isAbout(PLACES, href));
  expect(shown.length).toBeGreaterThan(4000);
  expect(await every.unlikeOwnPage(shown)).toEqual([]);
});
