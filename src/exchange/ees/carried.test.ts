import { readFile } from 'node:fs/promises';
import { carriedFigures } from '#testing';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { carriedCatalogue, DATA_FOLDER, type PublishedStatistics } from '#place';
import { unlikeTheTable } from './unlike-the-table.ts';
import { readStatisticsBytes, type StatisticsFile, type StatisticsRow } from './statistics-file.ts';

// The release by SEN has rates and no sessions.
const attendance = carriedCatalogue().releases.filter(
  (release) => release.publication === 'pupil-attendance' && !release.compiled,
);

const files = new Map<string, Promise<StatisticsFile>>();

function read(id: string): Promise<StatisticsFile> {
  const reading = files.get(id) ?? readAfresh(id);
  files.set(id, reading);
  return reading;
}

async function readAfresh(id: string): Promise<StatisticsFile> {
  const carried = carriedCatalogue().releases.find((release) => release.id === id);
  if (!carried) throw new Error(id);
  const file = await readStatisticsBytes(carried.file, await readFile(join(DATA_FOLDER, carried.file)));
  if (file.kind === 'refused') throw new Error(JSON.stringify(file.problems));
  return file;
}

function numbers(row: StatisticsRow, columns: readonly string[]): readonly number[] | undefined {
  const values = columns.map((column) => row.values[column]);
  return values.every((value) => value?.kind === 'value') ? values.map((value) => value.value) : undefined;
}

describe('possible sessions = sessions attended + sessions missed', () => {
  // Rows where a symbol hides any of the three are not counted here; the other rows must all balance.
  test.each([
    ['attendance-year-2022-23', 493, 483],
    ['attendance-year-2023-24', 494, 490],
    ['attendance-year-2024-25', 494, 491],
    ['attendance-year-to-date-2025-26', 647, 643],
    ['attendance-autumn-2024-25', 494, 491],
    ['attendance-spring-2024-25', 494, 491],
    ['attendance-summer-2024-25', 494, 491],
  ])('on every row of %s: %i rows, %i with all three', async (id, rows, balanced) => {
    const file = await read(id);
    const whole = file.rows.flatMap((row) => [
      numbers(row, ['possible_sessions', 'overall_attendance', 'overall_absence']) ?? [],
    ]);
    const unbalanced = whole.filter(([possible = 0, attended = 0, missed = 0]) => possible !== attended + missed);
    expect(file.rows).toHaveLength(rows);
    expect(whole.filter((row) => row.length === 3)).toHaveLength(balanced);
    expect(unbalanced).toEqual([]);
  });

  test('is tried on every attendance file carried', () => {
    expect(attendance).toHaveLength(7);
  });
});

describe('totals in the carried files', () => {
  test('England’s suspensions and pupils by kind of school add up to its total, every year', async () => {
    const file = await read('exclusions-national-2006-07-to-2024-25');
    const balance = new Map<string, number>();
    for (const row of file.rows) {
      const [suspensions = 0, pupils = 0] = numbers(row, ['suspension', 'headcount']) ?? [];
      const sign = row.filters['school_type'] === 'Total' ? 1 : -1;
      const year = row.identity['time_period'] ?? '';
      balance.set(year, (balance.get(year) ?? 0) + sign * (suspensions + pupils));
    }
    expect([...balance.values()]).toEqual(Array.from({ length: 19 }, () => 0));
  });

  test('7,105,958 enrolments in 2018/19', async () => {
    const file = await read('absence-2006-07-to-2018-19');
    const england = file.rows.find(
      (row) =>
        row.identity['time_period'] === '201819' &&
        row.identity['geographic_level'] === 'National' &&
        row.filters['school_type'] === 'Total',
    );
    expect(england && numbers(england, ['enrolments', 'sess_possible'])).toEqual([7_105_958, 2_522_300_237]);
  });
});

// The larger files are held against the table by the long proof beside this one; these have every shape and publication.
const releases = carriedCatalogue().releases.filter((release) => release.rows < 2500);

describe('data/observations.parquet', () => {
  let place: PublishedStatistics;
  beforeAll(async () => {
    place = await carriedFigures();
  });

  test.each(releases.map((release) => [release.id, release] as const))(
    'holds what the file of %s gives, and what is left out is catalogued',
    async (_id, release) => expect(await unlikeTheTable(place, release)).toEqual([]),
  );

  test('where two releases give a rate for the same year, they differ by rounding only', async () => {
    let both = 0;
    for (const measure of ['overall-absence', 'persistent-absence', 'permanent-exclusion-rate'] as const) {
      const rates = new Map<string, number[]>();
      for (const { place: code, schoolType, period, value } of await place.listObservations({ measure })) {
        if (value.kind === 'missing') continue;
        const key = JSON.stringify([code, schoolType, period]);
        rates.set(key, [...(rates.get(key) ?? []), value.value]);
      }
      const held = [...rates].filter(([, values]) => values.length > 1);
      expect(held.filter(([, values]) => Math.max(...values) - Math.min(...values) > 0.0501)).toEqual([]);
      both += held.length;
    }
    expect(both).toBeGreaterThan(5000);
  });
});
