import { afterAll, beforeAll, expect, it } from 'vitest';
import { everyFigure, suspendedArea } from '#testing';
import { createWeb } from '../../server.tsx';

let area: Awaited<ReturnType<typeof suspendedArea>>;
beforeAll(async () => {
  area = await suspendedArea();
});
afterAll(() => area.close());

it('every link of every number leads to a page that works it out again and says the same', async () => {
  const every = everyFigure(createWeb(area.web), area.web.published, area.truth);
  const { shown } = await every.crawl();
  expect(shown.length).toBeGreaterThan(4000);
  expect(await every.unlikeOwnPage(shown)).toEqual([]);
});
