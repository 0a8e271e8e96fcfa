import { expect, test } from 'vitest';
import { regions } from '#kernel';
import { findPlace, listPlaces } from './places.ts';

test('England, 9 regions and 153 authorities, each in a region', () => {
  const places = listPlaces().filter((place) => place.current);
  const of = (level: string): typeof places => places.filter((place) => place.level === level);
  expect([of('country').length, of('region').length, of('authority').length]).toEqual([1, 9, 153]);
  const regions = new Set(of('region').map((place) => place.code));
  expect(of('authority').every((place) => regions.has(place.region ?? ''))).toBe(true);
});

test('the authorities that regions name are those of the register, abolished ones too', () => {
  const authorities = listPlaces().flatMap(({ oldCode }) => oldCode ?? []);
  expect(regions.flatMap((region) => region.authorities).toSorted()).toEqual(authorities.toSorted());
});

test('codes are unique, and 3-digit codes too', () => {
  const places = listPlaces();
  expect(new Set(places.map((place) => place.code)).size).toBe(places.length);
  const old = places.flatMap((place) => place.oldCode ?? []);
  expect(new Set(old).size).toBe(old.length);
});

test('a place is found by either code or by name', () => {
  expect(findPlace('E08000032')?.name).toBe('Bradford');
  expect(findPlace('380')?.name).toBe('Bradford');
  expect(findPlace(' bradford ')?.code).toBe('E08000032');
  expect(findPlace('Yorkshire and the Humber')?.code).toBe('E12000003');
});

test('an abolished authority is found by its own codes, and takes no name from a current one', () => {
  expect(findPlace('909')).toMatchObject({ name: 'Cumbria', current: false });
  expect(findPlace('Dorset')).toMatchObject({ oldCode: '838', current: true });
});

test('nothing is nowhere', () => {
  expect(findPlace('')).toBeUndefined();
  expect(findPlace('999')).toBeUndefined();
});
