import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { academicYearStarting, calendarDate, fixedClock, instantOf } from '#kernel';
import {
  calendarYear,
  carriedCatalogue,
  DATA_FOLDER,
  ENGLAND,
  groupOf,
  openPlace,
  type Observation,
  type Period,
  type PublishedStatistics,
} from '#place';
import { quoted, Warehouse } from '#store';
import { importStatistics, type ImportedStatistics, type ImportOptions } from './import-statistics.ts';

let folder = '';
let store = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-statistics-'));
  store = join(folder, 'store');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const YEAR: Period = { kind: 'academic-year', year: academicYearStarting(2024) };
const at = (time: string): ReturnType<typeof fixedClock> => fixedClock(instantOf(Date.parse(time)));

async function give(
  rate: string,
  time = '2026-12-01T09:00:00Z',
  options: ImportOptions = {},
): Promise<ImportedStatistics> {
  const file = join(folder, `absence-${rate}.csv`);
  await writeFile(
    file,
    `time_period,time_identifier,geographic_level,country_code,country_name,school_type,sess_overall_percent,brand_new\n202425,Academic year,National,E92000001,England,Total,${rate},1\n`,
  );
  return importStatistics(file, store, at(time), options);
}

async function standing(): Promise<Observation | undefined> {
  const place = await openPlace({ storeFolder: store });
  try {
    return await place.findObservation('overall-absence', ENGLAND, YEAR);
  } finally {
    place.close();
  }
}

test('a newer release stands before what Kith carries, and the older figure is kept', async () => {
  const imported = await give('6.79');
  expect(imported).toMatchObject({
    kind: 'imported',
    observations: 1,
    leftOut: {},
    unknownIndicators: ['brand_new'],
    release: {
      publication: 'pupil-absence',
      period: '2024/25',
      revision: 1,
      received: '2026-12-01T09:00:00.000000Z',
      origin: 'imported',
    },
  });
  expect(imported.kind === 'imported' && imported.standsBefore.map((release) => release.id).toSorted()).toEqual([
    'absence-2006-07-to-2018-19',
    'absence-authorities-by-group',
    'absence-bands-by-group',
    'absence-by-sen',
    'interactive-tool-absence',
  ]);
  expect((await standing())?.value).toEqual({ kind: 'value', value: 6.79 });
  const place = await openPlace({ storeFolder: store });
  const all = await place.listObservations({
    measure: 'overall-absence',
    place: ENGLAND,
    period: YEAR,
    schoolType: 'all',
  });
  place.close();
  expect(all.map(({ value }) => value)).toEqual([
    { kind: 'value', value: 6.79 },
    { kind: 'value', value: 6.78 },
  ]);
});

test('what a store was given does not reach another', async () => {
  await give('6.79');
  const place = await openPlace();
  const found = await place.findObservation('overall-absence', ENGLAND, YEAR);
  place.close();
  expect(found?.value).toEqual({ kind: 'value', value: 6.78 });
});

test('imported twice it changes nothing', async () => {
  const first = await give('6.79');
  const statistics = join(store, 'statistics');
  const before = [await readdir(statistics), await readFile(join(statistics, 'releases.json'), 'utf8')];
  const second = await give('6.79', '2027-01-01T09:00:00Z');
  expect(second).toMatchObject({ kind: 'already-held' });
  expect(second.kind === 'already-held' && first.kind === 'imported' && second.release).toEqual(
    first.kind === 'imported' && first.release,
  );
  expect([await readdir(statistics), await readFile(join(statistics, 'releases.json'), 'utf8')]).toEqual(before);
  const sha = first.kind === 'imported' ? first.release.sha256 : '';
  expect((await readdir(statistics)).toSorted()).toEqual([`${sha}.csv.gz`, `${sha}.parquet`, 'releases.json']);
});

test('of two releases of one day the later import stands; an older day of publication does not', async () => {
  await give('6.79');
  expect(await give('6.80', '2026-12-01T10:00:00Z')).toMatchObject({ release: { revision: 2 } });
  expect((await standing())?.value).toEqual({ kind: 'value', value: 6.8 });
  await give('6.81', '2026-12-02T09:00:00Z', { published: calendarDate('2026-03-19') });
  expect((await standing())?.value).toEqual({ kind: 'value', value: 6.8 });
});

test('a file Kith carries is already held', async () => {
  const [carried] = carriedCatalogue().releases;
  const again = await importStatistics(join(DATA_FOLDER, carried?.file ?? ''), store, at('2026-12-01T09:00:00Z'));
  expect(again).toMatchObject({ kind: 'already-held', release: { id: carried?.id, origin: 'shipped' } });
});

test('a symbol stays a reason through import', async () => {
  await give('c');
  expect((await standing())?.value).toMatchObject({ kind: 'missing', symbol: 'c' });
});

test('the latest week is the latest in the school year, not the largest number', async () => {
  const file = join(folder, 'weeks.csv');
  const week = (period: number, number: number): string => `${period},Week ${number},National,E92000001,England,6.5\n`;
  await writeFile(
    file,
    `time_period,time_identifier,geographic_level,country_code,country_name,overall_absence_perc\n${week(2026, 8)}${week(2025, 45)}${week(2025, 36)}`,
  );
  await importStatistics(file, store, at('2026-12-01T09:00:00Z'));
  const place = await openPlace({ storeFolder: store });
  const latest = await place.findLatestPeriod('daily-overall-absence', 'week');
  place.close();
  expect(latest).toEqual({ kind: 'week', year: '2025/26', week: 8 });
});

describe('refused whole, with nothing kept', () => {
  const nothingKept = async (): Promise<void> => {
    await expect(readdir(store)).rejects.toThrow('ENOENT');
  };

  test('a file that breaks the format', async () => {
    expect(await give('about 7')).toMatchObject({
      kind: 'refused',
      problems: [{ line: 2, column: 'sess_overall_percent' }],
    });
    await nothingKept();
  });

  test('a file of another publication', async () => {
    const file = join(folder, 'other.csv');
    await writeFile(
      file,
      'time_period,time_identifier,geographic_level,country_code,country_name,teachers\n202425,Academic year,National,E92000001,England,5\n',
    );
    const refused = await importStatistics(file, store, at('2026-12-01T09:00:00Z'));
    expect(refused.kind === 'refused' && refused.problems[0]?.problem).toBe(
      'No column of this file is a measure Kith knows. Choose a data file of “Pupil absence in schools in England”, “Pupil attendance in schools”, “Suspensions and permanent exclusions in England”, “Schools, pupils and their characteristics”, “Education, health and care plans”.',
    );
    await nothingKept();
  });
});

describe('a newer release of each publication', () => {
  const HEADER = 'time_period,time_identifier,geographic_level,country_code,country_name';
  const ENGLAND_ROW = 'National,E92000001,England';
  const take = async (columns: string, ...rows: readonly string[]): Promise<ImportedStatistics> => {
    const file = join(folder, 'newer.csv');
    await writeFile(file, `${[`${HEADER},${columns}`, ...rows].join('\n')}\n`);
    return importStatistics(file, store, at('2026-12-01T09:00:00Z'));
  };
  const find = async (...of: Parameters<PublishedStatistics['findObservation']>): Promise<Observation | undefined> => {
    const place = await openPlace({ storeFolder: store });
    try {
      return await place.findObservation(...of);
    } finally {
      place.close();
    }
  };

  test('absence by pupil characteristic: groups by name, an unknown one left out', async () => {
    const imported = await take(
      'education_phase,characteristic,enrolments_pa_50_exact_percent,enrolments_pa_50_exact,enrolments',
      `202526,Academic year,${ENGLAND_ROW},Total,FSM eligible,4.5,90,2000`,
      `202526,Academic year,${ENGLAND_ROW},Total,EHC plan,7.1,71,1000`,
      `202526,Academic year,${ENGLAND_ROW},Total,Left-handed,1,1,100`,
    );
    expect(imported).toMatchObject({ kind: 'imported', observations: 2, leftOut: { 'narrowed by characteristic': 1 } });
    const year: Period = { kind: 'academic-year', year: academicYearStarting(2025) };
    expect(await find('severe-absence', ENGLAND, year, 'all', groupOf('fsm'))).toMatchObject({ numerator: 90 });
    expect(await find('severe-absence', ENGLAND, year)).toBeUndefined();
  });

  test('plans, over a calendar year', async () => {
    const imported = await take(
      'breakdown_topic,breakdown,plans_issued_den_ex,plans_issued_20_weeks_ex,PC_plans_issued_20_weeks_ex',
      `2025,Calendar year,${ENGLAND_ROW},All EHC plans issued,All EHC plans issued,1000,500,50`,
      `2025,Calendar year,${ENGLAND_ROW},Sex,Female,400,100,25`,
    );
    expect(imported).toMatchObject({
      kind: 'imported',
      release: {
        publication: 'education-health-and-care-plans',
        period: '2025',
        publisher: 'Department for Education',
      },
    });
    expect(await find('plans-within-20-weeks', ENGLAND, calendarYear(2025))).toMatchObject({
      value: { kind: 'value', value: 50 },
    });
    expect(await find('plans-within-20-weeks', ENGLAND, calendarYear(2025), 'all', groupOf('female'))).toMatchObject({
      value: { kind: 'value', value: 25 },
    });
  });

  test('pupils by ethnicity and language', async () => {
    const imported = await take(
      'phase_type_grouping,ethnicity,language,headcount,percent_of_pupils',
      `202526,Academic year,${ENGLAND_ROW},Total,Asian - Indian,Total,100,10`,
      `202526,Academic year,${ENGLAND_ROW},Total,Total,Known or believed to be English,900,90`,
    );
    expect(imported).toMatchObject({ kind: 'imported', observations: 2, leftOut: {} });
    const year: Period = { kind: 'academic-year', year: academicYearStarting(2025) };
    expect(await find('share-of-pupils', ENGLAND, year, 'all', groupOf('asian-indian'))).toMatchObject({
      numerator: 100,
    });
  });

  test('a file that is not tidy is refused in a sentence, for deprivation, waits and the tool alike', async () => {
    for (const header of [
      'edition,district_code,average_score',
      'month,level,place,service,waiting',
      'measure_short,year,value',
    ]) {
      const file = join(folder, 'other-shape.csv');
      await writeFile(file, `${header}\n1,2,3\n`);
      const refused = await importStatistics(file, store, at('2026-12-01T09:00:00Z'));
      expect(refused.kind === 'refused' && refused.problems[0]?.problem).toBe(
        'Add the column “time_period”, or choose a data file from Explore education statistics.',
      );
    }
  });

  test('figures that an earlier version kept, without a group, are of all pupils', async () => {
    await give('6.79');
    const file = (await readdir(join(store, 'statistics'))).find((name) => name.endsWith('.parquet'));
    await dropColumns(join(store, 'statistics', file ?? ''), ['pupils', 'label']);
    expect((await standing())?.value).toEqual({ kind: 'value', value: 6.79 });
  });
});

/** Rewrites a file of observations as one that was kept before these columns were. */
async function dropColumns(file: string, columns: readonly string[]): Promise<void> {
  const warehouse = await Warehouse.open({ folders: [store] });
  try {
    const older = `${file}.older`;
    await warehouse.run(
      `copy (select * exclude (${columns.join(', ')}) from read_parquet(${quoted(file)})) to ${quoted(older)} (format parquet)`,
    );
    await rename(older, file);
  } finally {
    warehouse.close();
  }
}

test('a damaged list of releases is said, not written over', async () => {
  await give('6.79');
  const list = join(store, 'statistics', 'releases.json');
  await writeFile(list, '{');
  await expect(give('6.80')).rejects.toMatchObject({ code: 'place/damaged-releases' });
  expect(await readFile(list, 'utf8')).toBe('{');
});
