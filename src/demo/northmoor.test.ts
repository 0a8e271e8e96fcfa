import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { academicYearStarting, findInstant, findUpn, fixedClock, systemClock } from '#kernel';
import { quoted, Warehouse } from '#store';
import { makeNorthmoor, type Northmoor } from './northmoor.ts';

let home: string;
let area: string;
let made: Northmoor;
let warehouse: Warehouse;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'northmoor-'));
  area = join(home, 'area');
  made = await makeNorthmoor({ folder: area, pupils: 2000, clock: systemClock });
  warehouse = await Warehouse.open({ folders: [home], threads: 2 });
  for (const name of ['schools', 'sessions', 'roll', 'suspensions', 'removals']) {
    await warehouse.run(`create view ${name} as from read_parquet(${quoted(join(area, `${name}.parquet`))})`);
  }
  await warehouse.run(`create view marks as from read_parquet(${quoted(join(area, 'marks-*.parquet'))})`);
  await warehouse.run(`create table spell as
    select upn, urn, entry_date, arg_max(roll, recorded_at) as last from roll group by all`);
  await warehouse.run(`create table mark as
    with cell as (
      select upn, urn, date, 'AM' as session, am as code, am_minutes_late as late, recorded_at from marks where am is not null
      union all
      select upn, urn, date, 'PM', pm, pm_minutes_late, recorded_at from marks where pm is not null)
    select upn, urn, date, session, arg_max(code, recorded_at) as code, arg_max(coalesce(late, 0), recorded_at) as late,
      arg_min(code, recorded_at) as first_code, count(*) as times
    from cell group by all`);
}, 120_000);

afterAll(async () => {
  warehouse.close();
  await rm(home, { recursive: true });
});

async function count(sql: string): Promise<number> {
  return (await warehouse.row<{ n: number }>(`select count(*)::integer as n from (${sql})`)).n;
}

const COVERED = `exists (from spell s where s.upn = m.upn and s.urn = m.urn
  and m.date >= s.entry_date and m.date <= coalesce(s.last.leaving_date, date '9999-01-01'))`;
const IN_OTHER_YEAR_GROUP = `year_group - (year(last.recorded_at) - (case when month(last.recorded_at) < 9 then 1 else 0 end))`;

describe('the folder', () => {
  test('holds the files of an area with the types of the contract', async () => {
    expect((await readdir(area)).toSorted()).toEqual([
      'marks-2024-25-001.parquet',
      'marks-2025-26-001.parquet',
      'northmoor.json',
      'removals.parquet',
      'roll.parquet',
      'schools.parquet',
      'sessions.parquet',
      'suspensions.parquet',
    ]);
    const columns = await warehouse.rows<{ column_name: string; column_type: string }>(
      'select column_name, column_type from (describe marks)',
    );
    expect(columns.map((column) => `${column.column_name} ${column.column_type}`)).toEqual([
      'upn VARCHAR',
      'urn INTEGER',
      'date DATE',
      'am VARCHAR',
      'pm VARCHAR',
      'am_minutes_late INTEGER',
      'pm_minutes_late INTEGER',
      'withdrawn VARCHAR',
      'recorded_at TIMESTAMP WITH TIME ZONE',
    ]);
  });

  test('answers with what it wrote', async () => {
    expect(made.marks).toBe(await count('from marks'));
    expect(made.schools).toBe(await count('from schools'));
    expect(made.pupils).toBe(await count('select distinct upn from roll'));
  });

  test('keeps marks sorted by school, pupil and date, so that a school is found in few row groups', async () => {
    const unsorted = await count(`
      select * from (select (urn, upn, date) as key, lag((urn, upn, date)) over (order by file_row_number) as before
        from read_parquet(${quoted(join(area, 'marks-2024-25-001.parquet'))}, file_row_number = true)) where before > key`);
    expect(unsorted).toBe(0);
  });
});

describe('what would be rejected or warned about is not there', () => {
  test.each([
    ['a mark outside every spell', `from mark m where not ${COVERED}`],
    [
      'a mark in a session that is not open',
      `from mark anti join (
         select urn, date, 'AM' as session from sessions where am = 1
         union all select urn, date, 'PM' from sessions where pm = 1) using (urn, date, session)`,
    ],
    ['a removal outside every spell', `from removals m where not ${COVERED}`],
    [
      'a removal from a session not attended',
      `from removals r anti join (from mark where code in ('/', '\\', 'L')) using (upn, urn, date, session)`,
    ],
    ['late minutes without L', `from mark where (code = 'L') <> (late between 1 and 30)`],
    ['a leaving date before entry', `from roll where leaving_date < entry_date`],
    ['a ground without a leaving date', `from roll where leaving_ground is not null and leaving_date is null`],
    [
      'two single spells at once',
      `from spell a join spell b on a.upn = b.upn and (a.urn, a.entry_date) < (b.urn, b.entry_date)
       and a.last.status in ('C', 'M') and b.last.status in ('C', 'M')
       and a.entry_date <= coalesce(b.last.leaving_date, date '9999-01-01') and b.entry_date <= coalesce(a.last.leaving_date, date '9999-01-01')`,
    ],
    ['a temporary or foreign UPN', `from roll where upn not similar to '[A-Z]399[0-9]{9}'`],
    ['an NHS number that could be real', `from roll where nhs_number not like '999_______'`],
    ['a boarder', `from roll where boarder <> 'N'`],
    [
      'C2 in reception or the sixth form',
      `from mark m join spell s using (upn, urn) where code = 'C2' and date >= entry_date
       and last.${IN_OTHER_YEAR_GROUP} + year(date - interval 8 month) not between 1 and 11`,
    ],
    [
      'absence without authority under compulsory school age',
      `from mark m join spell s using (upn, urn)
       where code in ('G', 'O', 'U', 'N') and date < last.birth_date + interval 5 year`,
    ],
  ])('%s', async (_, sql) => {
    expect(await count(sql)).toBe(0);
  });

  test('every UPN has its check letter', async () => {
    const rows = await warehouse.rows<{ upn: string }>('select distinct upn from roll');
    expect(rows.filter((row) => findUpn(row.upn) === undefined)).toEqual([]);
  });
});

describe('the registers and the rest agree', () => {
  test('code E and the suspension rows, session for session', async () => {
    const differing = await count(`
      with marked as (select upn, urn, year(date - interval 8 month) as start, count(*) as sessions from mark where code = 'E' group by all),
      listed as (
        select upn, urn, year(start_date - interval 8 month) as start, sum(sessions) as sessions from suspensions where category = 'SUSP' group by all)
      from marked full join listed using (upn, urn, start)
      anti join (from suspensions where category = 'PERM') using (upn, urn)
      where marked.sessions is distinct from listed.sessions`);
    expect(differing).toBe(0);
    expect(await count(`from suspensions where category = 'SUSP'`)).toBeGreaterThan(50);
  });

  test('the registers of a dual-registered child tile the week, but for the child of the story', async () => {
    const both = await warehouse.rows<{ upn: string }>(`
      select upn from mark where code = 'D' group by upn, date, session having count(*) > 1`);
    expect(new Set(both.map((row) => row.upn)).size).toBe(1);
    const neither = await count(`
      select m.upn from mark m join spell s on m.upn = s.upn and m.urn = s.urn and s.last.status = 'S'
      join mark o on o.upn = m.upn and o.date = m.date and o.session = m.session and o.urn <> m.urn
      where m.code <> 'D' and o.code <> 'D' and m.date between s.entry_date and coalesce(s.last.leaving_date, date '9999-01-01')
        and m.code <> 'Y4' and o.code <> 'Y4'`);
    expect(neither).toBe(0);
  });

  test('most schools open on 190 days', async () => {
    const days = await warehouse.rows<{ days: number }>(
      'select count(*)::integer as days from sessions group by urn, year(date - interval 8 month)',
    );
    expect(days.every((row) => row.days === 190)).toBe(true);
  });

  test('history is honest: reasons come later, registers are filled in later, leavers are told of later', async () => {
    expect(await count(`from mark where first_code = 'N' and code <> 'N'`)).toBeGreaterThan(500);
    expect(await count(`from mark where times > 1 and first_code = 'N' and code = 'N'`)).toBe(0);
    expect(
      await count(`from marks where recorded_at > (date + interval 1 day)::timestamptz and am is not null`),
    ).toBeGreaterThan(500);
    expect(
      await count(
        `from roll where leaving_date is not null and recorded_at > (leaving_date + interval 1 day)::timestamptz`,
      ),
    ).toBeGreaterThan(5);
  });

  test('children come and go: gaps between schools, home education, alternative provision, other areas', async () => {
    const grounds = await warehouse.rows<{ ground: string | null }>(
      `select distinct last.leaving_ground as ground from spell where last.leaving_date is not null order by 1`,
    );
    expect(grounds.map((row) => row.ground)).toEqual(expect.arrayContaining(['a', 'c', 'f', 'g', 'l']));
    const gaps = await count(`
      select * from (select upn, last.leaving_date as leaves, lead(entry_date) over (partition by upn order by entry_date) as next
        from spell where last.status = 'C') where next > leaves + 14 and month(leaves) not in (6, 7)`);
    expect(gaps).toBeGreaterThan(3);
  });
});

describe('made again', () => {
  const years = [academicYearStarting(2024)];

  async function contents(seed: number, name: string): Promise<string> {
    const folder = join(home, name);
    await makeNorthmoor({ folder, seed, pupils: 300, years, clock: systemClock });
    const files = (await readdir(folder)).filter((file) => file.endsWith('.parquet'));
    const sums = files.toSorted().map(async (file) => {
      const row = await warehouse.row<{ rows: string }>(
        `select count(*) || ' ' || sum(hash(t)::hugeint)::varchar as rows from read_parquet(${quoted(join(folder, file))}) t`,
      );
      return `${file} ${row.rows}`;
    });
    return (await Promise.all(sums)).join('\n');
  }

  test('the same seed makes the same rows, and another seed others', async () => {
    const first = await contents(7, 'first');
    expect(await contents(7, 'second')).toBe(first);
    expect(await contents(8, 'third')).not.toBe(first);
  });
});

describe('when it cannot be made', () => {
  const options = { pupils: 300, years: [academicYearStarting(2024)], clock: systemClock };

  test('a run that stops half way leaves nothing behind', async () => {
    const before = await readdir(home);
    const stop = () => {
      throw new Error('stopped');
    };
    await expect(makeNorthmoor({ ...options, folder: join(home, 'stopped'), onProgress: stop })).rejects.toThrow(
      'stopped',
    );
    expect(await readdir(home)).toEqual(before);
  });

  test('a folder that holds something is left alone', async () => {
    const folder = await mkdtemp(join(home, 'mine-'));
    await writeFile(join(folder, 'mine.txt'), 'mine');
    await expect(makeNorthmoor({ ...options, folder })).rejects.toMatchObject({ code: 'demo/folder-in-use' });
    expect(await readdir(folder)).toEqual(['mine.txt']);
  });

  test.each([
    [{ pupils: 12 }, 'demo/pupils'],
    [{ years: [academicYearStarting(2023), academicYearStarting(2025)] }, 'demo/years'],
    [{ years: [academicYearStarting(2019)] }, 'demo/unknown-year'],
    [{ years: [] }, 'demo/years'],
  ])('%j is refused', async (wrong, code) => {
    await expect(makeNorthmoor({ ...options, ...wrong, folder: join(home, 'wrong') })).rejects.toMatchObject({ code });
  });

  test('a year that is not over is refused', async () => {
    const clock = fixedClock(findInstant('2025-02-01T12:00:00Z') ?? systemClock.now());
    await expect(makeNorthmoor({ ...options, clock, folder: join(home, 'early') })).rejects.toMatchObject({
      code: 'demo/years',
    });
  });
});
