import { beforeAll, expect, test } from 'vitest';
import { carriedFigures } from '#testing';
import { BACKGROUND } from './neighbour-reasons.ts';
import { CLOSENESS, listNeighbours } from './neighbours.ts';
import { ENGLAND, findPlace, listPlaces } from './places.ts';
import type { PublishedStatistics } from './statistics.ts';

let place: PublishedStatistics;
beforeAll(async () => {
  place = await carriedFigures();
});

test('a current authority has ten neighbours, closest first, none of them itself', () => {
  const authorities = listPlaces().filter((one) => one.level === 'authority' && one.current);
  expect(authorities.filter((one) => listNeighbours(one.code).length !== 10)).toEqual([]);
  for (const { code } of authorities) {
    const neighbours = listNeighbours(code);
    expect(neighbours.some((one) => one.place.code === code)).toBe(false);
    expect(new Set(neighbours.map((one) => one.place.code)).size).toBe(neighbours.length);
    const order = neighbours.map((one) => CLOSENESS.indexOf(one.closeness));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  }
});

test('England and regions have none', async () => {
  expect(listNeighbours(ENGLAND)).toEqual([]);
  expect(await place.listNeighbours('E12000001')).toEqual([]);
});

test('what neighbours have in common is worked out from published figures of both', async () => {
  const middlesbrough = findPlace('Middlesbrough')?.code ?? '';
  const [blackpool] = await place.listNeighbours(middlesbrough);
  expect(blackpool).toMatchObject({ place: { name: 'Blackpool' }, closeness: 'Very close' });
  const reasons = blackpool?.reasons ?? [];
  expect(reasons.map((one) => one.background.id).toSorted()).toEqual(BACKGROUND.map((one) => one.id).toSorted());
  for (const { background, period, here, there, apart, alike } of reasons) {
    expect(alike).toBe(apart < 0.5);
    if (background.take === 'denominator') continue;
    const find = (code: string): ReturnType<PublishedStatistics['findObservation']> =>
      place.findObservation(background.measure, code, period, 'all', background.group);
    expect((await find(middlesbrough))?.value).toEqual({ kind: 'value', value: here });
    expect((await find('E06000009'))?.value).toEqual({ kind: 'value', value: there });
  }
  // 37.5% and 37.7% of people in income deprivation, 2025.
  expect(reasons[0]).toMatchObject({ background: { id: 'deprivation' }, alike: true });
  expect(reasons.map((one) => one.apart)).toEqual(reasons.map((one) => one.apart).toSorted((a, b) => a - b));
});

test('nothing is said of what is not published for both: a county has no deprivation of its own', async () => {
  const kent = await place.listNeighbours(findPlace('Kent')?.code ?? '');
  expect(kent).toHaveLength(10);
  expect(kent.flatMap((one) => one.reasons).some((one) => one.background.id === 'deprivation')).toBe(false);
});
