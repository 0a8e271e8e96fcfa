import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarDate, endOfDay, fixedClock } from '#kernel';
import { buildAccount, type Answered } from '#lost-learning';
import { askedLists, folderWith, randomArea, today, type AskedLists } from '#testing';
import { areaLists } from './area-lists.ts';
import { buildLists, listEntries } from './entries.ts';

const clock = fixedClock(endOfDay(calendarDate(today)));
const seeds = fc.integer({ min: 1, max: 1_000_000 });

/** An awkward area with its account made, and every list of an authority worked out over it. */
async function listed(
  seed: number,
  work: (open: AskedLists['open'], answered: Answered) => Promise<void>,
): Promise<void> {
  const files = randomArea(seed, { children: 20, schools: 4, days: 30 });
  const { open, close } = await askedLists(
    await folderWith(Object.fromEntries(files.map(({ name, text }) => [name, text]))),
  );
  try {
    const answered = await buildAccount(open.warehouse, {}, clock);
    if (answered.asOf === null) return;
    await buildLists(open.warehouse, areaLists);
    await work(open, answered);
  } finally {
    await close();
  }
}

/** Children who are off roll in the account on its last day, and who stand in the list while their school opens that day. */
const OFF_ROLL = `
  with last_pos as (select (as_of - first_day) * 2 as pos from question),
  in_account as (
    select distinct child_no from child_session, last_pos
    where rule = 10 and child_session.pos between last_pos.pos and last_pos.pos + 1
  ),
  opens as (
    select urn from school_day, question where date = as_of and (am or pm)
    union all
    -- A school that lists no day of the year opens when more than half of all do.
    select urn from school where urn not in (select urn from school_day, question where date between first_day and last_day)
      and (select count(*) * 2 from school_day, question where date = as_of and (am or pm)) > (select count(*) from school)
  ),
  taught as (select distinct child_no from register_session, last_pos
    where letter is not null and not own and register_session.pos between last_pos.pos and last_pos.pos + 1)
  select
    (select count(*)::integer from in_account) as in_account,
    (select count(*)::integer from in_account where child_no not in (select child_no from off_roll)) as not_listed,
    (select count(*)::integer from off_roll where urn in (select urn from opens)
      and child_no not in (select child_no from in_account) and child_no not in (select child_no from taught)) as not_counted`;

/** Days off roll of this year, by the account and by the list, of children whom no school taught as a guest. */
const DAYS_OFF_ROLL = `
  select off_roll.counted, account.days::integer as days
  from off_roll join (
    select child_no, count(distinct floor(pos / 2)) as days from child_session where rule = 10 group by child_no
  ) as account using (child_no)
  join question on off_roll.since >= question.first_day
  where (select count(*) from gap where gap.child_no = off_roll.child_no and gap.outcome = 'counted') = 1
    and child_no not in (select child_no from child join spell using (upn) where status = 'G')`;

const DUAL = `
  with nobody as (select child_no, count(*)::integer as sessions, max(pos) as last from child_session where rule = 7 group by child_no)
  select
    (select count(*)::integer from nobody) as in_account,
    (select count(*)::integer from dual_not_tiling as list left join nobody using (child_no)
      where list.nobody_year <> coalesce(nobody.sessions, 0)) as otherwise,
    (select count(*)::integer from nobody, question where last >= (as_of - first_day) * 2
      and child_no not in (select child_no from dual_not_tiling)) as not_listed`;

test('in awkward areas the lists agree with the account, and no entry stands twice', async () => {
  const seen = { offRoll: 0, days: 0, dual: 0, entries: 0 };
  const property = fc.asyncProperty(seeds, (seed) =>
    listed(seed, async ({ warehouse }, { year, asOf }) => {
      const off = await warehouse.row<{ in_account: number; not_listed: number; not_counted: number }>(OFF_ROLL);
      expect(off).toMatchObject({ not_listed: 0, not_counted: 0 });
      const days = await warehouse.rows<{ counted: number; days: number }>(DAYS_OFF_ROLL);
      for (const row of days) expect(row.counted).toBe(row.days);
      const dual = await warehouse.row<{ in_account: number; otherwise: number; not_listed: number }>(DUAL);
      expect(dual).toMatchObject({ otherwise: 0, not_listed: 0 });
      seen.offRoll += off.in_account;
      seen.days += days.length;
      seen.dual += dual.in_account;
      for (const list of areaLists) {
        const keys: string[] = [];
        for await (const rows of listEntries(warehouse, list, year)) {
          for (const row of rows) {
            keys.push(`${row.upn} ${row.urn} ${row.since}`);
            // A suspension is counted to its end, which may lie ahead.
            const ahead = list.id === 'suspended-15-days-in-term' || list.id === 'suspended-45-days-in-year';
            expect(row.since <= row.entered_on).toBe(true);
            expect(row.since <= row.until && (ahead || row.until <= String(asOf)) && row.counted >= 0).toBe(true);
          }
        }
        expect(new Set(keys).size).toBe(keys.length);
        seen.entries += keys.length;
      }
    }),
  );
  await fc.assert(property, { numRuns: 4 });
  // The areas were not empty ones.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
}, 240_000);
