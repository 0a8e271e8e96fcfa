import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChildGroup } from '#access';
import { academicYearStarting, calendarDate, endOfDay, fixedClock } from '#kernel';
import { askedLists, plantedFolder, schoolDays } from '#testing';
import { buildAccount } from './account.ts';
import { childYears } from './child-years.ts';

const YEAR = academicYearStarting(2025);
const AS_OF = calendarDate('2025-09-25');

let groups: ReadonlyMap<string, readonly ChildGroup[]>;
let remove: () => Promise<void>;

beforeAll(async () => {
  const days = schoolDays('2025-09-01', '2025-09-26');
  const area = await plantedFolder({
    schools: { 900001: days, 900002: days },
    children: {
      'Here all the time': { class: '7A' },
      'In care': { class: '7A', inCare: true },
      'In no class': {},
      'Left before': { class: '7A', spells: [{ leaving: '2025-09-12' }] },
      'Left on the last day': { class: '7A', spells: [{ leaving: '2025-09-25' }] },
      'Went to the other school': {
        class: '7A',
        spells: [{ leaving: '2025-09-12' }, { urn: 900002, entry: '2025-09-15' }],
      },
      'Goes there after it': {
        class: '7A',
        spells: [{}, { urn: 900002, entry: '2025-09-26' }],
      },
    },
  });
  const { open } = await askedLists(area.folder);
  await buildAccount(open.warehouse, { asOf: AS_OF }, fixedClock(endOfDay(calendarDate('2025-09-30'))));
  const found = new Map<string, readonly ChildGroup[]>();
  for await (const rows of childYears(open.warehouse, YEAR, AS_OF)) {
    for (const row of rows) found.set(row.given_name ?? '', row.groups);
  }
  groups = found;
  remove = async () => {
    await open.close();
    await area.remove();
  };
});
afterAll(() => remove());

const in7A = (urn: number) => ({ kind: 'class', urn, class: '7A' });

test.each<[string, readonly object[]]>([
  ['Here all the time', [in7A(900_001)]],
  ['In care', [in7A(900_001), { kind: 'in-care' }]],
  ['In no class', []],
  ['Left before', []],
  ['Left on the last day', [in7A(900_001)]],
  ['Went to the other school', [in7A(900_002)]],
  ['Goes there after it', []],
])('who teaches the class of one “%s” reaches them there and nowhere else', (name, expected) => {
  expect(groups.get(name)).toEqual(expected);
});
