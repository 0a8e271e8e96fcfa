import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, calendarDate } from '#kernel';
import { childrenOfStory, smallNorthmoor, type AskedLists } from '#testing';

let lists: AskedLists;

beforeAll(async () => {
  lists = await smallNorthmoor();
}, 120_000);

afterAll(() => lists.close());

type StoryId = Parameters<typeof childrenOfStory>[0];

/** The entries of a story’s children in a list. */
async function told(id: StoryId, ...asked: Parameters<AskedLists['entries']>) {
  const children = childrenOfStory(id);
  return (await lists.entries(...asked)).filter((entry) => children.includes(entry.upn));
}

describe('what was planted in Northmoor stands in the list it belongs in', () => {
  test('a part-time timetable without end is the longest that runs', async () => {
    const [first] = await lists.entries('part-time-timetables', '2026-07-17');
    const [maisie] = await told('part-time-without-end', 'part-time-timetables', '2026-07-17');
    expect(first).toEqual(maisie);
    expect(maisie).toMatchObject({ since: '2025-09-29', running: true, rising: false, first_week: 5, last_week: 5 });
    expect(maisie?.counted).toBeGreaterThan(160);
  });

  test('a reason that came later is missing as it was known then, and illness as it is known now', async () => {
    const known = await told('corrected-history', 'reason-not-known', '2026-02-02', '2026-02-02');
    expect(known).toMatchObject([{ since: '2026-01-19', due: '2026-01-26', overdue: true, counted: 10 }]);
    expect(await told('corrected-history', 'reason-not-known', '2026-02-02')).toEqual([]);
    // Ten days of illness are not fifteen; he is back, and so not among those who attend nothing either.
    expect(await told('corrected-history', 'illness-15-days', '2026-02-02')).toEqual([]);
    expect(await told('corrected-history', 'no-session-attended', '2026-01-30')).toMatchObject([
      { since: '2026-01-19', counted: 10, reached: 10, codes: 'I' },
    ]);
  });

  test('a transition that goes wrong comes into persistent, then into severe absence', async () => {
    const standing = async (asOf: string) => told('transition-goes-wrong', 'persistent-absence', asOf);
    expect(await standing('2025-09-19')).toEqual([]);
    const [december] = await standing('2025-12-19');
    expect(december).toMatchObject({ severe: false });
    const [july] = await standing('2026-07-17');
    expect(july).toMatchObject({ severe: true, since: december?.since });
    // It is news with the end of the week in which it happens, and not with the next.
    const monday = calendarDate(String(july?.['severe_since']));
    expect(monday > '2026-01-01').toBe(true);
    const news = async (days: number) => told('transition-goes-wrong', 'absence-crossings', addDays(monday, days));
    expect(await news(4)).toMatchObject([{ since: monday, change: 'into-severe' }]);
    expect(await news(11)).toEqual([]);
  });

  test('one that goes right is on none of the lists of absence', async () => {
    expect(await told('transition-goes-right', 'persistent-absence', '2026-07-17')).toEqual([]);
    expect(await told('transition-goes-right', 'support-first', '2026-07-17')).toEqual([]);
  });

  test('children sent home at lunch have lost minutes before it, by removal', async () => {
    const entries = await told('sent-home-at-lunch', 'minutes-inside', '2026-04-01');
    expect(new Set(entries.map(({ upn }) => upn))).toEqual(new Set(childrenOfStory('sent-home-at-lunch')));
    for (const entry of entries) expect(Number(entry['removed'])).toBeGreaterThanOrEqual(225);
  });
});
