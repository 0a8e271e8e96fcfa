import { mkdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  academicYearStarting,
  dateOfDayNumber,
  dayNumber,
  instantOf,
  lastDay,
  Refusal,
  startYear,
  today,
  type AcademicYear,
  type Clock,
} from '#kernel';
import { Warehouse } from '#store';
import { putInPlace } from './finished-folder.ts';
import { makeSchoolYear, type SchoolYear } from './calendar.ts';
import type { Removal, Suspension } from './conduct.ts';
import { writeMarks } from './marks.ts';
import { populate } from './population.ts';
import { ROLL_COLUMNS, rollRows } from './roll-file.ts';
import { listSchools, NORTHMOOR_LA, type School } from './schools.ts';
import { writeSmallFile, type TextRow } from './small-files.ts';
import { placeStoryChildren } from './story-plots.ts';
import type { World } from './world.ts';

export type NorthmoorOptions = {
  /** Where the area’s files go. The folder must not exist, or be empty. */
  readonly folder: string;
  readonly seed?: number;
  /** About how many pupils, 300 to 200,000. */
  readonly pupils?: number;
  /** Finished academic years, one after another. */
  readonly years?: readonly AcademicYear[];
  readonly clock: Clock;
  readonly onProgress?: (done: number, total: number, words: string) => void;
};

export type Northmoor = {
  readonly schools: number;
  readonly pupils: number;
  readonly marks: number;
  readonly seconds: number;
};

export const NORTHMOOR_DEFAULTS = {
  seed: 2024,
  pupils: 20_000,
  years: [academicYearStarting(2024), academicYearStarting(2025)],
} as const;

/**
 * Makes Northmoor, a fictional authority, as a folder of area files in Parquet. The same seed, pupils and years make the
 * same rows. It is written beside the folder and moved into place at the end, so nothing half made is ever found there.
 */
export async function makeNorthmoor(options: NorthmoorOptions): Promise<Northmoor> {
  const {
    folder,
    clock,
    seed = NORTHMOOR_DEFAULTS.seed,
    pupils = NORTHMOOR_DEFAULTS.pupils,
    years = NORTHMOOR_DEFAULTS.years,
  } = options;
  check(pupils, years, clock);
  const began = clock.milliseconds();
  const draft = join(dirname(folder), `.${basename(folder)}-${process.pid}.draft`);
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  try {
    const world = makeWorld(seed, pupils, years);
    const suspensions: Suspension[] = [];
    const removals: Removal[] = [];
    const marks = await writeMarks(world, draft, { suspensions, removals }, options.onProgress ?? (() => undefined));
    await writeTheRest(world, draft, suspensions, removals);
    await putInPlace(draft, folder, { seed, pupils, years });
    const people = new Set(world.keeper.spells.map((spell) => spell.pupil.upn)).size;
    return { schools: world.schools.length, pupils: people, marks, seconds: (clock.milliseconds() - began) / 1000 };
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

function check(pupils: number, years: readonly AcademicYear[], clock: Clock): void {
  if (!Number.isInteger(pupils) || pupils < 300 || pupils > 200_000) {
    throw new Refusal('demo/pupils', 'Enter a number of pupils from 300 to 200000, like 20000');
  }
  const [first] = years;
  if (!first || years.some((year, at) => startYear(year) !== startYear(first) + at)) {
    throw new Refusal('demo/years', 'Enter academic years one after another, like 2024/25 and 2025/26');
  }
  const last = years.at(-1) ?? first;
  if (lastDay(last) >= today(clock))
    throw new Refusal('demo/years', `${last} is not over yet. Enter academic years that are over`);
}

/** People and places, without a single mark. */
function makeWorld(seed: number, pupils: number, years: readonly AcademicYear[]): World {
  const made = new Map<string, SchoolYear>();
  const calendarOf = (school: School, year: AcademicYear): SchoolYear => {
    const key = `${school.urn} ${year}`;
    const found = made.get(key) ?? makeSchoolYear(year, seed, school.urn);
    made.set(key, found);
    return found;
  };
  const world = populate(seed, years, listSchools(seed, pupils), calendarOf);
  placeStoryChildren(world);
  return world;
}

async function writeTheRest(
  world: World,
  folder: string,
  suspensions: readonly Suspension[],
  removals: readonly Removal[],
): Promise<void> {
  const warehouse = await Warehouse.open({ folders: [folder], threads: 2 });
  try {
    await writeSmallFile(
      warehouse,
      join(folder, 'schools.parquet'),
      [
        ['urn', 'integer'],
        ['la', 'varchar'],
        ['name', 'varchar'],
        ['phase', 'varchar'],
        ['trust', 'varchar'],
        ['postcode', 'varchar'],
        ['opened', 'date'],
        ['closed', 'date'],
      ],
      world.schools.map((school) => [
        String(school.urn),
        NORTHMOOR_LA,
        school.name,
        school.phase,
        school.trust ?? null,
        school.postcode,
        null,
        null,
      ]),
    );
    await writeSmallFile(
      warehouse,
      join(folder, 'sessions.parquet'),
      [
        ['urn', 'integer'],
        ['date', 'date'],
        ['am', 'integer'],
        ['pm', 'integer'],
      ],
      world.years.flatMap((year) =>
        world.schools.flatMap((school) => sessionRows(school, world.calendarOf(school, year))),
      ),
    );
    const spells = world.keeper.spells.toSorted((a, b) => a.school.urn - b.school.urn || a.sequence - b.sequence);
    await writeSmallFile(
      warehouse,
      join(folder, 'roll.parquet'),
      ROLL_COLUMNS,
      spells.flatMap((spell) => rollRows(spell, world.years)),
    );
    const minutes = new Map(world.schools.map((school) => [school.urn, school.feedMinute]));
    await writeSmallFile(
      warehouse,
      join(folder, 'suspensions.parquet'),
      [
        ['upn', 'varchar'],
        ['urn', 'integer'],
        ['category', 'varchar'],
        ['start_date', 'date'],
        ['sessions', 'integer'],
        ['reason1', 'varchar'],
        ['reason2', 'varchar'],
        ['reason3', 'varchar'],
        ['review_closed', 'date'],
        ['withdrawn', 'varchar'],
        ['recorded_at', 'timestamptz'],
      ],
      suspensions.map((row) => {
        const told = dayNumber(row.reviewClosed ?? row.startDate) + row.toldAfter;
        const [reason1 = null, reason2 = null, reason3 = null] = row.reasons;
        return [
          row.upn,
          String(row.urn),
          row.category,
          row.startDate,
          row.sessions === undefined ? null : String(row.sessions),
          reason1,
          reason2,
          reason3,
          row.reviewClosed ?? null,
          null,
          at(told, minutes.get(row.urn)),
        ];
      }),
    );
    await writeSmallFile(
      warehouse,
      join(folder, 'removals.parquet'),
      [
        ['upn', 'varchar'],
        ['urn', 'integer'],
        ['date', 'date'],
        ['session', 'varchar'],
        ['minutes', 'integer'],
        ['kind', 'varchar'],
        ['withdrawn', 'varchar'],
        ['recorded_at', 'timestamptz'],
      ],
      removals.map((row) => [
        row.upn,
        String(row.urn),
        row.date,
        row.session,
        String(row.minutes),
        row.kind,
        null,
        at(dayNumber(row.date), minutes.get(row.urn)),
      ]),
    );
  } finally {
    warehouse.close();
  }
}

function sessionRows(school: School, calendar: SchoolYear): readonly TextRow[] {
  return Array.from(calendar.days, (day, place) => [
    String(school.urn),
    dateOfDayNumber(day),
    '1',
    String(calendar.pmOpen[place] ?? 1),
  ]);
}

function at(day: number, minute = 0): string {
  return instantOf(day * 86_400_000 + minute * 60_000);
}
