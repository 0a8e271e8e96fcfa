import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstDay, lastDay } from '#kernel';
import { loadRegions, SCHOOL_REGION } from '#lost-learning';
import { rollModels } from '#roll';
import { registerModels } from '#register';
import { buildModels, quoted, readModels, Warehouse } from '#store';
import { englandAt, YEAR } from './england-folder.ts';
import { receiveEngland } from './received-england.ts';

/**
 * `tsx bench/england/digest.ts FOLDER DIGEST`: what follows from the rolls and the days of schools alone, worked out once
 * with Kith’s own models, so that an engine that is timed can start at the registers. Nothing in it depends on a mark.
 *
 * - `unit`: a calendar that schools share, in pieces of a week: Monday to Friday, Saturday, Sunday; with the open sessions
 *   as bits and as the text of a child who was there in all of them
 * - `calendar`: the same as a text of the year, and the open sessions before each day as a list
 * - `school`, `attribute` (what grouping uses), `gap` (days that count as off roll), `removal`
 * - `stay`: days in a row that a child is on a school’s roll or a guest there, with what else decides how they are counted
 */
const [from = '', to = ''] = process.argv.slice(2);
if (from === '' || to === '') throw new Error('Say which folder to read and where to write: digest.ts FOLDER DIGEST');

/** Half days of the year, and a year without any open one. */
const PLACES = 730;
const NONE = `repeat('0', ${PLACES})`;
const TEXT = `cast(bitstring_agg(pos, 0, ${PLACES - 1}) as varchar)`;

/** The calendar of each school, and the one by which it is told when a child that left it should have been there. */
const SCHOOL = `
  select school.urn, school.la, school.phase, school.trust, authority_region.region, own.calendar_no,
    case when school.urn in (select urn from school_day cross join question where date between first_day and last_day)
      then own.calendar_no else usual.calendar_no end as off_roll_calendar_no
  from school
  ${SCHOOL_REGION}
  left join school_text on school_text.urn = school.urn
  join calendar as own on own.open = coalesce(school_text.open, ${NONE})
  join calendar as usual on usual.open = (select coalesce(${TEXT}, ${NONE}) from usual_pos)`;

const STAY = `
  select cast(row_number() over (order by school.la, run.urn, child.upn, run.first_day) as integer) as stay_no, school.la,
    run.child_no, child.upn, run.urn, school.calendar_no, run.first_day, run.last_day, run.own, run.main,
    contested.child_no is not null as contested, alone.child_no is not null as alone, attribute.attribute_no,
    case when not run.enrolled or cohort.child_no is null then 0 when cohort.last_pos >= ${PLACES} - 1 then 2 else 1 end as cohort,
    count(*) over (partition by run.child_no, run.urn) > 1 as again
  from run_of_days as run
  join child on child.child_no = run.child_no
  join placed as school on school.urn = run.urn
  join attribute on attribute.year_group is not distinct from child.year_group and attribute.sex is not distinct from child.sex
    and attribute.ethnicity is not distinct from child.ethnicity and attribute.fsm is not distinct from child.fsm
    and attribute.sen is not distinct from child.sen
  left join enrolment_cohort as cohort on cohort.child_no = run.child_no and cohort.urn = run.urn
  left join contested on contested.child_no = run.child_no
  left join alone on alone.child_no = run.child_no`;

const GAP = `
  select off_roll.child_no, child.upn, off_roll.urn, school.off_roll_calendar_no as calendar_no, off_roll.first_day,
    off_roll.last_day, off_roll.child_no in (from contested) as contested, attribute.attribute_no
  from off_roll
  join child on child.child_no = off_roll.child_no
  join placed as school on school.urn = off_roll.urn
  join attribute on attribute.year_group is not distinct from child.year_group and attribute.sex is not distinct from child.sex
    and attribute.ethnicity is not distinct from child.ethnicity and attribute.fsm is not distinct from child.fsm
    and attribute.sen is not distinct from child.sen`;

const REMOVAL = `
  select school.la, child.child_no, removal.urn,
    cast(removal.date - question.first_day as integer) * 2 + case when removal.session = 'PM' then 1 else 0 end as pos,
    removal.kind, removal.minutes
  from (select distinct * from received_removal) as removal
  join child on child.upn = removal.upn
  join school on school.urn = removal.urn
  cross join question
  where removal.date between question.first_day and question.last_day`;

const models = new URL('../../src/lost-learning/models/', import.meta.url);
const folder = englandAt(from);
const work = await mkdtemp(join(tmpdir(), 'kith-digest-'));
await mkdir(join(to, 'stay'), { recursive: true });
const warehouse = await Warehouse.open({
  folders: [from, to, work],
  memoryLimit: '8GiB',
  spillFolder: join(work, 'spill'),
});
try {
  await receiveEngland(warehouse, folder, { of: 1, nth: 0 });
  await warehouse.run(
    `create or replace temp table question as select date '${firstDay(YEAR)}' as first_day, date '${lastDay(YEAR)}' as last_day,
       date '${lastDay(YEAR)}' as as_of, timestamp '2026-01-01' as known_at`,
  );
  const all = await readModels(warehouse, [rollModels, registerModels, models]);
  await buildModels(warehouse, all, ['school', 'school_day', 'spell', 'child', 'gap', 'enrolment_cohort']);
  await loadRegions(warehouse);
  await makeCalendars();
  await makeStays();
  await writeAll();
} finally {
  warehouse.close();
  await rm(work, { recursive: true, force: true });
}

/** Calendars are texts of the year: schools with the same text share one. Number 0 is that of the usual days. */
async function makeCalendars(): Promise<void> {
  await make(
    'open_pos',
    `select urn, unnest(case when am and pm then [day * 2, day * 2 + 1] when am then [day * 2] else [day * 2 + 1] end) as pos
     from (
       select urn, cast(date - first_day as integer) as day, am, pm from school_day cross join question
       where date between first_day and last_day and (am or pm)
     )`,
  );
  await make(
    'usual_pos',
    `select unnest([day * 2, day * 2 + 1]) as pos
     from (select distinct urn, pos // 2 as day from open_pos) group by day having count(*) * 2 > (select count(*) from school)`,
  );
  await make('school_text', `select urn, ${TEXT} as open from open_pos group by urn`);
  await make(
    'calendar',
    `select cast(row_number() over (order by open) as integer) as calendar_no, open,
       list_prepend(0, list_transform(range(1, ${PLACES} + 1), lambda i: length(replace(substring(open, 1, i), '0', '')))) as before
     from (
       select open from school_text
       union select coalesce(${TEXT}, ${NONE}) from usual_pos
       union select ${NONE}
     )`,
  );
  // A piece begins with its first open day and ends with its last open session: what stands beyond is of no account.
  await make(
    'unit',
    `select calendar_no, unit_no, first_place, places,
       cast(list_sum(list_transform(range(places), lambda i: case when open[first_place + i + 1] = '1' then 1 << i else 0 end)) as smallint) as mask,
       array_to_string(list_transform(range(places),
         lambda i: case when open[first_place + i + 1] = '0' then ' ' when i % 2 = 0 then '/' else '.' end), '') as present
     from (
       select calendar_no, open, unit_no, cast(min(place) // 2 * 2 as integer) as first_place,
         cast(max(place) + 1 - min(place) // 2 * 2 as integer) as places
       from (
         select calendar_no, open, place, cast(week_no * 3 + greatest(0, week_day - 4) as smallint) as unit_no
         from (
           select calendar_no, open, place, (place // 2 + lead_in) // 7 as week_no, (place // 2 + lead_in) % 7 as week_day
           from (select calendar_no, open, unnest(range(${PLACES})) as place from calendar)
           cross join (select cast(isodow(first_day) - 1 as integer) as lead_in from question)
           where open[place + 1] = '1'
         )
       )
       group by calendar_no, open, unit_no
     )`,
  );
}

/** Days in a row at one school. Spells there that touch or overlap are one stay, as long as they count alike. */
async function makeStays(): Promise<void> {
  await make(
    'spell_days',
    `select child.child_no, spell.urn, spell.own, spell.main, spell.enrolled,
       cast(greatest(spell.entry_date, question.first_day) - question.first_day as integer) as first_day,
       cast(least(spell.last_date, question.last_day) - question.first_day as integer) as last_day,
       count(*) over (partition by child.child_no, spell.urn) as spells
     from spell join child on child.upn = spell.upn cross join question
     where spell.entry_date <= question.last_day and spell.last_date >= question.first_day`,
  );
  await make(
    'run_of_days',
    `select child_no, urn, first_day, last_day, own, main, enrolled from spell_days where spells = 1
     union all
     select child_no, urn, min(day), max(day), own, main, enrolled
     from (
       select *, day - row_number() over (partition by child_no, urn, own, main, enrolled order by day) as run
       from (
         select child_no, urn, day, bool_or(own) as own, bool_or(main) as main, bool_or(enrolled) as enrolled
         from (select *, unnest(range(first_day, last_day + 1)) as day from spell_days where spells > 1)
         group by child_no, urn, day
       )
     )
     group by child_no, urn, own, main, enrolled, run`,
  );
  await make(
    'off_roll',
    `select gap.child_no, gap.urn,
       cast(greatest(gap.first_day, child.compulsory_from, question.first_day) - question.first_day as integer) as first_day,
       cast(least(coalesce(gap.next_entry - 1, question.last_day), child.compulsory_to, question.last_day) - question.first_day as integer)
         as last_day
     from gap join child on child.child_no = gap.child_no cross join question
     where gap.outcome = 'counted'`,
  );
  await warehouse.run('delete from off_roll where first_day > last_day');
  // A child is contested where more than one register can speak of a session.
  await make(
    'contested',
    `select distinct child_no from run_of_days where not own
     union
     select a.child_no from run_of_days as a join run_of_days as b
       on b.child_no = a.child_no and b.urn > a.urn and b.first_day <= a.last_day and b.last_day >= a.first_day`,
  );
  await make(
    'alone',
    `select child_no
     from (select child_no from run_of_days where own union all select child_no from off_roll)
     where child_no not in (from contested)
     group by child_no having count(*) = 1`,
  );
}

async function writeAll(): Promise<void> {
  await make('placed', SCHOOL);
  await make(
    'attribute',
    `select cast(row_number() over () as integer) as attribute_no, *
     from (select distinct year_group, sex, ethnicity, fsm, sen from child)`,
  );
  await make('stay', STAY);
  for (const [name, sql] of [
    ['unit', 'from unit order by calendar_no, unit_no'],
    ['calendar', 'from calendar order by calendar_no'],
    ['school', 'from placed order by la, urn'],
    ['attribute', 'from attribute order by attribute_no'],
    ['gap', `${GAP} order by off_roll.urn, child.upn`],
    ['removal', `${REMOVAL} order by school.la, removal.urn, child.child_no`],
  ] as const) {
    await write(sql, `${name}.parquet`);
  }
  for (const { la } of await warehouse.rows<{ la: string }>('select distinct la from stay order by la')) {
    await write(
      `select * exclude (la) from stay where la = ${quoted(la)} order by stay_no`,
      join('stay', `la=${la}.parquet`),
    );
  }
}

async function write(sql: string, file: string): Promise<void> {
  await warehouse.run(`copy (${sql}) to ${quoted(join(to, file))} (format parquet, compression zstd)`);
}

async function make(name: string, sql: string): Promise<void> {
  await warehouse.run(`create or replace temp table ${name} as ${sql}`);
}
