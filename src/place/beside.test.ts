import { beforeAll, expect, test } from 'vitest';
import { carriedFigures } from '#testing';
import { academicYearStarting, calendarDate } from '#kernel';
import type { LocalFigure } from './compare.ts';
import type { PublishedStatistics } from './statistics.ts';

let place: PublishedStatistics;
beforeAll(async () => {
  place = await carriedFigures();
});

const local: LocalFigure = {
  measure: 'overall-absence',
  value: 8,
  name: 'Northmoor',
  period: {
    year: academicYearStarting(2024),
    from: calendarDate('2024-09-03'),
    to: calendarDate('2025-07-22'),
    completeYear: true,
  },
  phases: ['primary', 'secondary', 'special'],
};

test('a fictional area stands beside England and a region it declares, and no authority', async () => {
  const rows = await place.listBeside(local, { name: 'Northmoor', authority: '999', region: 'North East' });
  expect(rows.map((row) => [row.level, row.place?.name, row.comparison.kind])).toEqual([
    ['England', 'England', 'comparable'],
    ['region', 'North East', 'comparable'],
    ['authority', undefined, 'not-comparable'],
  ]);
  expect(
    rows.map((row) => (row.comparison.kind === 'comparable' ? row.comparison.publishedValue : row.comparison.reason)),
  ).toEqual([6.78, 7.17, 'DfE publishes no figures for an authority called Northmoor.']);
});

test('without a region it says how to add one', async () => {
  const [, region] = await place.listBeside(local, { name: 'Northmoor' });
  expect(region?.comparison).toEqual({
    kind: 'not-comparable',
    reason: 'Northmoor has not said which region of England it is in. Add a region to its settings to compare.',
  });
});

test('a real authority brings its own region', async () => {
  const rows = await place.listBeside(local, { name: 'Bradford', authority: '380' });
  expect(rows.map((row) => row.place?.name)).toEqual(['England', 'Yorkshire and The Humber', 'Bradford']);
});

test('a year that is not over is refused beside the whole year, with the reason', async () => {
  const period = { ...local.period, to: calendarDate('2024-12-20'), completeYear: false };
  const [england] = await place.listBeside({ ...local, period }, { name: 'Northmoor' });
  expect(england?.comparison).toEqual({
    kind: 'not-comparable',
    reason:
      'The published figure covers the 2024/25 school year, start to end. The one for Northmoor stops at 20 December 2024.',
  });
});

test('a term is compared with DfE’s term', async () => {
  const figure: LocalFigure = {
    ...local,
    measure: 'daily-overall-absence',
    period: { ...local.period, to: calendarDate('2024-12-20'), completeYear: false, term: 'Autumn term' },
  };
  const [england] = await place.listBeside(figure, { name: 'Northmoor' });
  expect(england?.comparison).toMatchObject({ kind: 'comparable', publishedValue: 6.52457735001345 });
});

test('what is not held is said in words', async () => {
  const figure: LocalFigure = { ...local, measure: 'suspension-rate' };
  const [, region] = await place.listBeside(figure, { name: 'Northmoor', region: 'E12000001' });
  expect(region?.comparison).toEqual({
    kind: 'not-comparable',
    reason: 'Kith holds no published figure for “Suspensions” in North East for the 2024/25 school year.',
  });
});
