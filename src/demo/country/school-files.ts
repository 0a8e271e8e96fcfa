import { join } from 'node:path';
import { quoted, type Warehouse } from '#store';
import type { Country } from './country.ts';
import { trainingDay } from './rare-marks.ts';
import { TypedRows } from './typed-rows.ts';

/** Writes the schools of the country and the days they list. Schools share calendars, so a day is kept once a calendar. */
export async function writeSchools(warehouse: Warehouse, country: Country, folder: string): Promise<void> {
  const schools = country.authorities.flatMap(({ la, schools: some }) => some.map((school) => ({ la, school })));
  const calendars = [...new Set(schools.map(({ school }) => school.calendar))];
  const rows = await TypedRows.into(
    warehouse,
    'place',
    ['la', 'name', 'phase', 'trust'],
    ['urn', 'calendar', 'listed'],
  );
  for (const { la, school } of schools) {
    const listed = school.listsDays ? (school.listsTraining ? 2 : 1) : 0;
    rows.add(
      [la, school.name, school.phase, school.trust ?? ''],
      [school.urn, calendars.indexOf(school.calendar), listed],
    );
  }
  rows.close();
  const days = await TypedRows.into(warehouse, 'listed_day', [], ['calendar', 'day', 'am', 'pm']);
  calendars.forEach((calendar, at) => {
    calendar.days.forEach((day, place) => days.add([], [at, day, 1, calendar.pmOpen[place] ?? 1]));
    days.add([], [at, trainingDay(calendar), 0, 0]);
  });
  days.close();
  await copy(
    warehouse,
    join(folder, 'school.parquet'),
    "select urn, la, name, phase, nullif(trust, '') as trust from place order by la, urn",
  );
  // A day that is open in neither session is listed only by the schools that list such days.
  await copy(
    warehouse,
    join(folder, 'school-day.parquet'),
    `select place.urn, date '1970-01-01' + listed_day.day as date, listed_day.am = 1 as am, listed_day.pm = 1 as pm
     from place join listed_day on listed_day.calendar = place.calendar
     where listed > 0 and (listed = 2 or listed_day.am = 1)
     order by place.la, place.urn, listed_day.day`,
  );
}

async function copy(warehouse: Warehouse, path: string, sql: string): Promise<void> {
  await warehouse.run(`copy (${sql}) to ${quoted(path)} (format parquet, compression zstd)`);
}
