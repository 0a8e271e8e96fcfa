import { access, link, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { academicYearStarting, systemClock, UPN_ALPHABET } from '#kernel';
import { quoted, Warehouse } from '#store';
import { makeNorthmoor } from '#demo';

/** Between the last register of the area’s year and the moment at which corrections are recorded, and after it. */
export const BEFORE_CORRECTIONS = '2026-09-15T00:00:00Z';
export const AFTER_CORRECTIONS = '2026-10-15T00:00:00Z';
const CORRECTED_AT = '2026-10-01 12:00:00+00';

/** Corrections come in so many files. */
const FILES_OF_CORRECTIONS = 4;

/** A year earlier on the same day of the week; seven of them keep inside the academic year. */
const DAYS_OF_A_YEAR = 364;

/** Codes that are in force in every year; what a register says otherwise becomes illness in earlier years. */
const LASTING = ['/', '\\', 'L', 'I', 'M', 'O', 'N', 'E', 'C', 'X', 'V', 'P', 'B', 'D', 'G', 'R', 'S', 'T', 'U', 'W'];

/** The files of a small authority’s year, which is over; made where they are not there yet. */
async function oneYear(folder: string, pupils: number): Promise<string> {
  const files = join(folder, `one-year-${pupils}`);
  if (!(await isThere(files)))
    await makeNorthmoor({ folder: files, pupils, years: [academicYearStarting(2025)], clock: systemClock });
  return files;
}

/**
 * The files of an authority with some years of registers. Each year has children of its own, on roll in it alone, and all
 * years are one year moved: every year holds as much.
 */
export async function filesOfYears(folder: string, pupils: number, years: number): Promise<string> {
  const latest = await oneYear(folder, pupils);
  const files = join(folder, `years-${years}-${pupils}`);
  if (await isThere(files)) return files;
  return making(folder, files, async (warehouse) => {
    await link(join(latest, 'schools.parquet'), join(files, 'schools.parquet'));
    for (let back = 0; back < years; back += 1) {
      await warehouse.run(`create or replace temp table other as ${othersSql(latest, back)}`);
      for (const [name, sql] of Object.entries(earlierSql(latest, back))) {
        const file = quoted(join(files, `${name}-back-${back}.parquet`));
        await warehouse.run(`copy (${sql}) to ${file} (format parquet, compression zstd)`);
      }
    }
  });
}

/** The files of corrections to a share of an area’s marks, and those that they correct. */
export async function filesOfCorrections(
  folder: string,
  pupils: number,
  percent: number,
): Promise<{ readonly first: string; readonly later: string }> {
  const first = await oneYear(folder, pupils);
  const later = join(folder, `corrections-${percent}-${pupils}`);
  if (percent === 0 || (await isThere(later))) return { first, later };
  await making(folder, later, async (warehouse) => {
    for (let part = 0; part < FILES_OF_CORRECTIONS; part += 1) {
      await warehouse.run(
        `copy (select upn, urn, date, case when am = '/' then 'I' else '/' end as am, pm, null::integer as am_minutes_late,
             pm_minutes_late, withdrawn, timestamptz '${CORRECTED_AT}' as recorded_at
           from read_parquet(${quoted(join(first, 'marks-*.parquet'))})
           where am is not null and hash(upn, date, 1) % 100 < ${percent} and hash(upn, 2) % ${FILES_OF_CORRECTIONS} = ${part})
         to ${quoted(join(later, `marks-corrected-${part + 1}.parquet`))} (format parquet, compression zstd)`,
      );
    }
  });
  return { first, later };
}

/** Every child of the roll with another pupil number: those of a year. */
function othersSql(files: string, back: number): string {
  const letter = `substr('${UPN_ALPHABET}',
    1 + cast(list_sum(list_transform(range(1, 13), lambda i: cast(twelve[i] as integer) * (i + 1))) % 23 as integer), 1)`;
  return `select upn, ${letter} || twelve as other
    from (
      select upn, '399' || lpad(cast(${back} * 1000000 + row_number() over (order by upn) as varchar), 9, '0') as twelve
      from (select distinct upn from read_parquet(${quoted(join(files, 'roll.parquet'))}))
    )`;
}

/** A year’s files as they would have been some years before; nobody is on roll before the year. */
function earlierSql(files: string, back: number): Readonly<Record<string, string>> {
  const days = back * DAYS_OF_A_YEAR;
  const read = (name: string): string => `read_parquet(${quoted(join(files, `${name}.parquet`))})`;
  const lasting = (half: string): string =>
    `case when ${half} is null or ${half} in (${LASTING.map(quoted).join(', ')}) then ${half} else 'I' end as ${half}`;
  return {
    sessions: `select * replace (date - ${days} as date) from ${read('sessions')}`,
    roll: `select own.* replace (other.other as upn, greatest(entry_date, date '2025-09-01') - ${days} as entry_date, birth_date - ${days} as birth_date,
        coalesce(leaving_date, date '2026-08-31') - ${days} as leaving_date, coalesce(leaving_ground, 'e') as leaving_ground,
        recorded_at - interval ${days} days as recorded_at)
      from ${read('roll')} as own join other on other.upn = own.upn`,
    marks: `select own.* replace (other.other as upn, date - ${days} as date, ${lasting('am')}, ${lasting('pm')},
        recorded_at - interval ${days} days as recorded_at)
      from ${read('marks-*')} as own join other on other.upn = own.upn order by urn, other.other, date`,
    removals: `select own.* replace (other.other as upn, date - ${days} as date, recorded_at - interval ${days} days as recorded_at)
      from ${read('removals')} as own join other on other.upn = own.upn`,
  };
}

async function making(folder: string, files: string, make: (warehouse: Warehouse) => Promise<void>): Promise<string> {
  await mkdir(files, { recursive: true });
  const warehouse = await Warehouse.open({ folders: [folder], memoryLimit: '2GiB' });
  try {
    await make(warehouse);
    return files;
  } catch (error) {
    await rm(files, { recursive: true, force: true });
    throw error;
  } finally {
    warehouse.close();
  }
}

export function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
