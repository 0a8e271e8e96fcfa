import { afterAll, beforeAll, expect, test } from 'vitest';
import { childrenOfStory, smallNorthmoor, type AskedLists } from '#testing';

let lists: AskedLists;
beforeAll(async () => {
  lists = await smallNorthmoor();
}, 120_000);
afterAll(() => lists.close());

/** The entries of a story’s children in a list, by family name. */
async function told(
  story: Parameters<typeof childrenOfStory>[0],
  ...asked: Parameters<AskedLists['entries']>
): Promise<Readonly<Record<string, object>>> {
  const entries = (await lists.entries(...asked)).filter((entry) => childrenOfStory(story).includes(entry.upn));
  return Object.fromEntries(entries.map((entry) => [String(entry.family_name), entry]));
}

test('Poppy Hesketh waits on no roll for eleven school days on 1 December, and is gone on the day she starts', async () => {
  expect(await told('between-schools', 'off-roll', '2025-12-01')).toMatchObject({
    Hesketh: { since: '2025-11-15', counted: 11, urn: 910001, last_seen: '2025-11-14' },
  });
  expect(await told('between-schools', 'off-roll', '2025-12-05')).toMatchObject({ Hesketh: { counted: 15 } });
  expect(await told('between-schools', 'off-roll', '2025-12-08')).toEqual({});
});

test('four of the year 11s who left Garthlow School went nobody knows where, in the list that their ground leads to', async () => {
  // Ground g names no school: such a child is on no roll. Ground a says that there is a school, and does not say which.
  const off = await told('year-11-leavers', 'off-roll', '2025-02-14');
  expect(Object.keys(off)).toEqual(['Dawson', 'Campbell']);
  expect(off).toMatchObject({
    Dawson: { urn: 920003, leaving_ground: 'g', destination_urn: null, since: '2024-11-09' },
    Campbell: { urn: 920003, leaving_ground: 'g', destination_urn: null, since: '2024-12-21' },
  });
  const first = await told('year-11-leavers', 'destination-unconfirmed', '2025-02-14');
  expect(Object.keys(first)).toEqual(['Barnes']);
  expect(first).toMatchObject({ Barnes: { destination: 'destination-outside', destination_urn: 980112 } });
  const second = await told('year-11-leavers', 'destination-unconfirmed', '2026-02-13');
  expect(Object.keys(second)).toEqual(['Metcalfe', 'Hodgson']);
  expect(second).toMatchObject({
    Metcalfe: { destination: 'destination-unknown', since: '2025-11-15', urn: 920003 },
    Hodgson: { destination: 'destination-unknown', since: '2025-12-06', urn: 920003 },
  });
});

test('the one who never arrived at alternative provision is on no roll, and expected there', async () => {
  expect(await told('year-11-leavers', 'off-roll', '2026-02-13')).toMatchObject({
    Alderson: { urn: 920003, leaving_ground: 'a', destination_urn: 950001, since: '2026-01-10' },
  });
});

test('Callum Armstrong’s Wednesdays are nobody’s on 13 February', async () => {
  const { Armstrong } = await told('unrecorded-dual', 'dual-not-tiling', '2026-02-13');
  expect(Armstrong).toMatchObject({ urn: 920006, other_urn: 950001, weekdays: 'every wednesday', twice_year: 0 });
  expect(Armstrong).toMatchObject({ since: '2025-11-05', until: '2026-02-11', nobody_recent: 8, counted: 13 });
});
