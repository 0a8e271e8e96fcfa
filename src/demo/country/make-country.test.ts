import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findRegion, findUpn, systemClock } from '#kernel';
import { quoted, Warehouse } from '#store';
import { makeCountry, type MadeCountry } from './make-country.ts';

let home: string;
let folder: string;
let made: MadeCountry;
let warehouse: Warehouse;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'country-'));
  folder = join(home, 'country');
  made = await makeCountry({ folder, scale: 1000, processes: 1, clock: systemClock });
  warehouse = await Warehouse.open({ folders: [home], threads: 1 });
  for (const [name, files] of [
    ['school', 'school.parquet'],
    ['school_day', 'school-day.parquet'],
    ['spell', 'spell/*.parquet'],
    ['register', 'register/year=2024/*.parquet'],
    ['removal', 'removal.parquet'],
  ] as const) {
    await warehouse.run(
      `create table ${name} as from read_parquet(${quoted(join(folder, files))}, hive_partitioning = false)`,
    );
  }
  await warehouse.run(`create view gap as
    select upn, leaving_date, lead(entry_date) over (partition by upn order by entry_date) as next_entry, leaving_ground, destination_urn
    from spell where status <> 'G'`);
});

afterAll(async () => {
  warehouse.close();
  await rm(home, { recursive: true });
});

async function count(from: string): Promise<number> {
  return (await warehouse.row<{ n: number }>(`select count(*) as n from ${from}`)).n;
}

test('the files have the columns that an import leaves behind', async () => {
  const rows = await warehouse.rows<{ table_name: string; columns: string }>(`
    select table_name, string_agg(column_name || ' ' || data_type, ', ' order by column_index) as columns
    from duckdb_columns() where table_name <> 'gap' and not internal group by table_name order by table_name`);
  expect(Object.fromEntries(rows.map((row) => [row.table_name, row.columns]))).toEqual({
    register: 'upn VARCHAR, urn INTEGER, marks VARCHAR, am_late VARCHAR, pm_late VARCHAR',
    removal: 'upn VARCHAR, urn INTEGER, date DATE, session VARCHAR, kind VARCHAR, minutes INTEGER',
    school: 'urn INTEGER, la VARCHAR, name VARCHAR, phase VARCHAR, trust VARCHAR',
    school_day: 'urn INTEGER, date DATE, am BOOLEAN, pm BOOLEAN',
    spell:
      'upn VARCHAR, urn INTEGER, status VARCHAR, entry_date DATE, leaving_date DATE, leaving_ground VARCHAR, destination_urn INTEGER, birth_date DATE, year_group INTEGER, sex VARCHAR, ethnicity VARCHAR, fsm BOOLEAN, sen VARCHAR, boarder BOOLEAN',
  });
});

test('its authorities lie in several regions, and some in none', async () => {
  const rows = await warehouse.rows<{ la: string }>('select distinct la from school');
  const regions = new Set(rows.map(({ la }) => findRegion(la)?.name));
  expect(regions).toEqual(new Set(['South West', 'North East', undefined]));
});

test('what was made is what was said, one row a child and school, under numbers of pupils that nobody has', async () => {
  expect(await count('spell')).toBe(made.spells);
  expect(await count('register')).toBe(made.registers);
  expect(await count('removal')).toBe(made.removals);
  expect(await count('(select distinct upn from spell)')).toBe(made.children);
  expect(await count('(select distinct upn, urn from register)')).toBe(made.registers);
  expect(await count('(select distinct upn, urn, entry_date from spell)')).toBe(made.spells);
  expect(await count('(select distinct upn, urn, date, session, kind from removal)')).toBe(made.removals);
  const late = `select upn, urn, unnest(string_split(am_late || ' ' || pm_late, ' ')) as entry from register`;
  expect(
    await count(`(select upn, urn, split_part(entry, ':', 1) from (${late}) group by all having count(*) > 1)`),
  ).toBe(0);
  expect(await count('register anti join spell on spell.upn = register.upn')).toBe(0);
  const upns = await warehouse.rows<{ upn: string }>('select distinct upn from spell');
  expect(upns.every(({ upn }) => findUpn(upn) && upn.startsWith('399', 1))).toBe(true);
  expect(await count('spell where leaving_date < entry_date')).toBe(0);
});

test('the same seed and scale make the same bytes, however many processes work on them', async () => {
  for (const processes of [1, 2])
    await makeCountry({ folder: join(home, `by-${processes}`), scale: 5000, processes, clock: systemClock });
  expect(await digests(join(home, 'by-2'))).toEqual(await digests(join(home, 'by-1')));
});

async function digests(of: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(of, { recursive: true })).filter((name) => name.endsWith('.parquet')).toSorted();
  const entries = names.map(
    async (name) =>
      [
        name,
        createHash('sha256')
          .update(await readFile(join(of, name)))
          .digest('hex'),
      ] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

test('absence is about what England’s is', async () => {
  const { overall, persistent, severe } = await warehouse.row<{ overall: number; persistent: number; severe: number }>(`
    with counted as (
      select length(regexp_replace(marks, '[^/.LKVPWBE21IM3RCTGNOU]', '', 'g')) as possible,
        length(regexp_replace(marks, '[^E21IM3RCTGNOU]', '', 'g')) as absent
      from register)
    select 100 * sum(absent) / sum(possible) as overall,
      100 * avg(case when absent * 10 >= possible then 1 else 0 end) as persistent,
      100 * avg(case when absent * 2 >= possible then 1 else 0 end) as severe
    from counted where possible > 0`);
  expect(overall).toBeGreaterThan(5.5);
  expect(overall).toBeLessThan(9.5);
  expect(persistent).toBeGreaterThan(13);
  expect(persistent).toBeLessThan(27);
  expect(severe).toBeGreaterThan(1);
  expect(severe).toBeLessThan(5);
});

describe('every kind of case is there', () => {
  test('every code that was in force that year', async () => {
    const { letters } = await warehouse.row<{ letters: string }>(`
      select string_agg(letter, '' order by letter) as letters
      from (select distinct unnest(string_split(marks, '')) as letter from register)`);
    expect(letters).toBe([...' #./123BCDEGIKLMNOPQRSTUVWXZabcdefg'].toSorted().join(''));
  });

  test.each([
    ['statuses', '(select distinct status from spell)', 6],
    ['phases', '(select distinct phase from school)', 5],
    [
      'trusts of several authorities',
      '(select trust from school group by trust having count(distinct la) > 1 and trust is not null)',
      1,
    ],
    ['schools of no trust', 'school where trust is null', 1],
    ['schools that list no day', 'school anti join school_day on school_day.urn = school.urn', 1],
    ['children of three schools', '(select upn from spell group by upn having count(distinct urn) > 2)', 1],
    ['days with a morning only', 'school_day where am and not pm', 1],
    ['days listed as closed', 'school_day where not am and not pm', 1],
    ['minutes late, of mornings and afternoons', 'register where am_late is not null and pm_late is not null', 1],
    ['L without minutes', `register where marks like '%L%' and am_late is null and pm_late is null`, 1],
    [
      'children of two authorities',
      '(select upn from spell join school using (urn) group by upn having count(distinct la) > 1)',
      1,
    ],
    ['two spells at one school', '(select upn from spell group by upn, urn having count(*) > 1)', 1],
    [
      'both schools of a child saying D',
      `(select upn from register where marks like '%D%' group by upn having count(*) > 1)`,
      1,
    ],
    ['short gaps', 'gap where next_entry - leaving_date between 2 and 6', 1],
    ['longer gaps', 'gap where next_entry - leaving_date between 20 and 100', 1],
    ['entries of the next year', `gap where next_entry > date '2025-08-31'`, 1],
    ['gone outside', `gap where destination_urn >= 980000 and next_entry is null`, 1],
    ['gone nobody knows where', `gap where leaving_ground = 'a' and destination_urn is null`, 1],
    [
      'gone to a school that does not have them',
      `gap where leaving_ground = 'a' and destination_urn < 980000 and next_entry is null`,
      1,
    ],
    ['grounds after which nothing counts', `gap where leaving_ground in ('e', 'f', 'j', 'k')`, 1],
    ['left before the year', `gap where leaving_date < date '2024-09-01' and next_entry is null`, 1],
    ['starters in the sixth half term', `spell where entry_date between date '2025-06-01' and date '2025-08-31'`, 1],
    ['boarders', 'spell where boarder', 1],
    ['nothing said of boarding', 'spell where boarder is null', 1],
    [
      'too young and too old for the published measures',
      `spell where birth_date >= date '2019-09-01' or birth_date < date '2008-09-01'`,
      2,
    ],
    ['no ethnicity', 'spell where ethnicity is null', 1],
    [
      'marks where the child never was on roll',
      'register anti join spell on spell.upn = register.upn and spell.urn = register.urn',
      1,
    ],
    ['removals of each kind', '(select distinct kind from removal)', 5],
    [
      'removals on days that are not open',
      'removal anti join school_day on school_day.urn = removal.urn and school_day.date = removal.date',
      1,
    ],
  ])('%s', async (_, from, least) => {
    expect(await count(from)).toBeGreaterThanOrEqual(least);
  });
});
