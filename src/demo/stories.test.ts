import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { academicYearStarting, findUpn, systemClock } from '#kernel';
import { quoted, Warehouse } from '#store';
import { ANCHORS } from './anchors.ts';
import { makeNorthmoor } from './northmoor.ts';
import { getStory, listStories, STORIES, type StoryId } from './stories.ts';

let folder: string;
let warehouse: Warehouse;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'northmoor-'));
  const area = join(folder, 'area');
  await makeNorthmoor({ folder: area, pupils: 300, clock: systemClock });
  warehouse = await Warehouse.open({ folders: [folder], threads: 1 });
  const file = (name: string) => `read_parquet(${quoted(join(area, name))})`;
  for (const name of ['schools', 'sessions', 'roll', 'suspensions', 'removals']) {
    await warehouse.run(`create view ${name} as from ${file(`${name}.parquet`)}`);
  }
  await warehouse.run(`create table cell as
    select upn, urn, date, 'AM' as session, am as code, recorded_at from ${file('marks-*.parquet')} where am is not null
    union all
    select upn, urn, date, 'PM', pm, recorded_at from ${file('marks-*.parquet')} where pm is not null`);
  await warehouse.run(`create table mark as
    select upn, urn, date, session, arg_max(code, recorded_at) as code from cell group by all`);
  await warehouse.run(`create table spell as
    select upn, urn, entry_date, arg_max(roll, recorded_at) as last from roll group by all`);
}, 60_000);

afterAll(async () => {
  warehouse.close();
  await rm(folder, { recursive: true });
});

async function number(sql: string): Promise<number> {
  return (await warehouse.row<{ n: number }>(`select (${sql})::double as n`)).n;
}

/** A story’s children as an SQL list. */
function upns(id: StoryId): string {
  return `(${getStory(id)
    .children.map((child) => quoted(child.upn))
    .join(', ')})`;
}

describe('the table of stories', () => {
  test('names its children by UPNs with the right check letter, each in one story', () => {
    const all = STORIES.flatMap((story) => story.children.map((child) => child.upn));
    expect(all.filter((upn) => findUpn(upn) === undefined)).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  });

  test('only stories of the years that are made are told', () => {
    expect(listStories([academicYearStarting(2025)]).map((story) => story.id)).toContain('between-schools');
    expect(listStories([academicYearStarting(2025)]).map((story) => story.id)).not.toContain('year-11-leavers');
  });

  test('every child and school of a story is in the area', async () => {
    for (const story of STORIES) {
      const children = await number(
        `select count(distinct upn) from roll where urn = ${story.urn} and upn in ${upns(story.id)}`,
      );
      expect([story.id, children]).toEqual([story.id, story.children.length]);
      const urns = [story.urn, ...story.otherUrns];
      expect(await number(`select count(*) from schools where urn in (${urns.join(', ')})`)).toBe(urns.length);
    }
  });
});

describe('what each story says is in the files', () => {
  test('year 11s leave before the January census, in two years', async () => {
    const leavers = (from: string, census: string) =>
      number(`select count(*) from spell where urn = 920003 and upn in ${upns('year-11-leavers')}
        and last.year_group = 11 and last.leaving_date between date '${from}' and date '${census}'`);
    expect(await leavers('2024-09-01', '2025-01-15')).toBe(9);
    expect(await leavers('2025-09-01', '2026-01-14')).toBe(12);
    const grounds = await warehouse.rows<{ ground: string; n: number }>(`
      select last.leaving_ground as ground, count(*)::integer as n from spell
      where urn = 920003 and upn in ${upns('year-11-leavers')} group by 1 order by 1`);
    expect(grounds).toEqual([
      { ground: 'a', n: 10 },
      { ground: 'f', n: 9 },
      { ground: 'g', n: 2 },
    ]);
  });

  test('children are sent home at lunch, and no suspension says so', async () => {
    const days = await number(`select count(*) from removals r join mark m using (upn, urn, date)
      where upn in ${upns('sent-home-at-lunch')} and r.session = 'AM' and m.session = 'PM' and m.code = 'C'`);
    expect(days).toBe(30);
    expect(await number(`select count(*) from suspensions where upn in ${upns('sent-home-at-lunch')}`)).toBe(0);
  });

  test('one transition goes wrong and one goes right', async () => {
    const away = (id: StoryId, from: string, to: string) =>
      number(`select avg((code not in ('/', '\\', 'L', 'V', 'P', 'W', 'B', 'Y2', 'Y4'))::integer) from mark
        where upn in ${upns(id)} and date between date '${from}' and date '${to}'`);
    expect(await away('transition-goes-wrong', '2024-09-01', '2025-07-31')).toBeLessThan(0.02);
    expect(await away('transition-goes-wrong', '2025-09-01', '2025-09-12')).toBe(0);
    expect(await away('transition-goes-wrong', '2025-09-22', '2025-12-19')).toBeGreaterThan(0.2);
    expect(await away('transition-goes-wrong', '2026-02-23', '2026-07-31')).toBeGreaterThan(0.7);
    expect(await away('transition-goes-right', '2024-09-01', '2025-07-31')).toBeGreaterThan(0.1);
    expect(await away('transition-goes-right', '2025-09-01', '2026-07-31')).toBeLessThan(0.03);
  });

  test('a child is on no roll for fifteen school days', async () => {
    const days = await number(`select count(*) from sessions where urn = 910001 and date not in (
      select date from sessions s join spell p on p.upn in ${upns('between-schools')}
        and s.date between p.entry_date and coalesce(p.last.leaving_date, date '9999-01-01'))
      and date between date '2025-11-01' and date '2026-01-31'`);
    expect(days).toBe(15);
  });

  test('nobody records the Wednesdays of a dual-registered child', async () => {
    const days = await warehouse.rows<{ weekday: number; first: string; last: string }>(`
      select isodow(date) as weekday, min(date) as first, max(date) as last
      from (select date from mark where upn in ${upns('unrecorded-dual')} and code = 'D' and session = 'AM'
        group by date having count(*) = 2) group by 1`);
    expect(days).toEqual([{ weekday: 3, first: '2025-11-05', last: '2026-02-11' }]);
    expect(
      await number(`select count(*) from spell where upn in ${upns('unrecorded-dual')} and last.status in ('M', 'S')`),
    ).toBe(2);
  });

  test('a part-time timetable runs until July', async () => {
    const share = await number(`select avg((code = 'C2')::integer) from mark
      where upn in ${upns('part-time-without-end')} and session = 'PM' and date >= date '2025-09-29'`);
    expect(share).toBeGreaterThan(0.97);
    expect(
      await number(`select month(max(date)) from mark where upn in ${upns('part-time-without-end')} and code = 'C2'`),
    ).toBe(7);
  });

  test('what was known on 2 February 2026 was put right on the 6th', async () => {
    const known = (instant: string) => `(
      select arg_max(code, recorded_at) as code from cell
      where upn in ${upns('corrected-history')} and date between date '2026-01-19' and date '2026-01-30'
        and recorded_at <= timestamptz '${instant}' group by date, session)`;
    expect(await number(`select count(*) from ${known('2026-02-02 23:59:59+00')} where code = 'N'`)).toBe(20);
    expect(await number(`select count(*) from ${known('2026-02-07 00:00:00+00')} where code = 'I'`)).toBe(20);
  });
});

describe('docs/guides/northmoor.md', () => {
  test('tells every story with its words, children and schools', async () => {
    const guide = await readGuide();
    const names = await warehouse.rows<{ urn: number; name: string }>('select urn, name from schools');
    for (const story of STORIES) {
      for (const words of [story.title, story.happens, story.look]) expect(guide).toContain(words);
      for (const child of story.children) expect(guide).toContain(`${child.given} ${child.family} (${child.upn})`);
      for (const urn of [story.urn, ...story.otherUrns]) {
        expect(guide).toContain(`${names.find((school) => school.urn === urn)?.name ?? 'no such school'} (${urn})`);
      }
    }
  });

  test('states every published figure and tolerance', async () => {
    const guide = await readGuide();
    for (const row of ANCHORS) {
      const cells = [row.primary, row.secondary, row.special].map(
        ({ published, within }) => `${published} ± ${within}`,
      );
      expect(guide).toContain(`| ${row.measure} | ${cells.join(' | ')} |`);
    }
  });
});

async function readGuide(): Promise<string> {
  const text = await readFile(new URL('../../docs/guides/northmoor.md', import.meta.url), 'utf8');
  return text.replaceAll(/ +/g, ' ');
}
