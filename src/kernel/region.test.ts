import { expect, test } from 'vitest';
import { findRegion, regions } from './region.ts';

test('England has nine regions, and each authority lies in one', () => {
  expect(regions.map(({ code }) => code)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `E1200000${n}`));
  const all = regions.flatMap(({ authorities }) => authorities);
  expect(all).toHaveLength(160);
  expect(new Set(all).size).toBe(160);
});

test.each([
  ['Bristol', '801', 'South West'],
  ['Bradford', '380', 'Yorkshire and The Humber'],
  ['Luton', '821', 'East of England'],
  ['Camden, in inner London', '202', 'London'],
  ['Barnet, in outer London', '302', 'London'],
  ['Cumbria, and what it became', '909 942 943', 'North West'],
  ['Cheshire, and what it became', '875 895 896', 'North West'],
  ['Northamptonshire, and what it became', '928 940 941', 'East Midlands'],
  ['Bedfordshire, and what it became', '820 822 823', 'East of England'],
  ['Dorset, Poole and Bournemouth, and what they became', '835 836 837 838 839', 'South West'],
])('%s', (_, authorities, region) => {
  expect(authorities.split(' ').map((la) => findRegion(la)?.name)).toEqual(authorities.split(' ').map(() => region));
});

test('an invented authority is in none', () => {
  expect(['399', '804', '', '9999'].map(findRegion)).toEqual([undefined, undefined, undefined, undefined]);
});
