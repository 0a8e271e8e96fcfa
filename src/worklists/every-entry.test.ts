import { describe, expect, test } from 'vitest';
import { askedLists, folderWith, randomArea } from '#testing';
import { schoolLists } from './school-lists.ts';

const SEEDS = [5201, 5203, 5204];
const DAY = '2025-07-04';

/** A random area with much absence of all kinds in its afternoons, so that every list has entries. */
async function areaWithAbsence(seed: number) {
  // In the last area everyone is mostly ill.
  const [codes, often] =
    seed === SEEDS.at(-1)
      ? [['I'], /,(?:V|P|W|B|S|R|\\|\/)(?=,)/g]
      : [['O', 'C2', 'I', 'L', 'N'], /,(?:V|P|W|B|S|R|\\)(?=,)/g];
  const files = randomArea(seed, { schools: 3, children: 24, years: [2024], days: 80 }).map((file) => {
    let at = 0;
    const drawn = () => `,${codes[Math.floor(at++ / 7) % codes.length] ?? 'O'}`;
    const marks = file.name.startsWith('marks') ? file.text.replaceAll(often, drawn) : file.text;
    return [file.name, marks] as const;
  });
  return askedLists(await folderWith(Object.fromEntries(files)));
}

describe('what must hold of every entry, whatever the area', () => {
  test('its days are in order, it is there once, and its school is one of the child’s', async () => {
    const seen = new Map<string, number>();
    for (const seed of SEEDS) {
      const lists = await areaWithAbsence(seed);
      for (const list of schoolLists) {
        const { id } = list;
        const entries = await lists.entries(id, DAY);
        seen.set(id, (seen.get(id) ?? 0) + entries.length);
        const known = entries.map(({ upn, urn, since }) => `${upn} ${urn}${'oneEach' in list ? '' : ` ${since}`}`);
        expect([id, new Set(known).size]).toEqual([id, entries.length]);
        for (const entry of entries) {
          expect([id, entry.since <= entry.until, entry.until <= DAY]).toEqual([id, true, true]);
          expect([id, entry.since <= entry.entered_on, entry.entered_on <= DAY]).toEqual([id, true, true]);
          expect(entry.counted).toBeGreaterThan(0);
          expect(entry.urns).toContain(entry.urn);
        }
      }
      await lists.close();
    }
    expect([...seen].filter(([, entries]) => entries === 0)).toEqual([]);
  });

  test('minutes by kind add up to those of the school’s row in the account', async () => {
    const lists = await areaWithAbsence(SEEDS[0] ?? 0);
    const entries = await lists.entries('minutes-inside', DAY);
    const account = await lists.open.warehouse.rows<{ upn: string; urn: number; minutes: number }>(
      `select child.upn, part.urn, cast(sum(part.minutes) as integer) as minutes
       from school_week as part join child on child.child_no = part.child_no group by all`,
    );
    await lists.close();
    expect(entries.length).toBeGreaterThan(3);
    for (const entry of entries) {
      const kinds = ['internal_exclusion', 'removed', 'left_lesson', 'detention', 'late_to_lesson', 'late_mark'];
      expect(kinds.reduce((sum, kind) => sum + Number(entry[kind]), 0)).toBe(entry.counted);
      expect(entry.counted).toBe(account.find(({ upn, urn }) => upn === entry.upn && urn === entry.urn)?.minutes);
    }
  });
});
