import { describe, expect, test } from 'vitest';
import { fixedClock, findInstant } from '#kernel';
import { openArea } from '#exchange/area-files';
import { buildAccount, ledgerBy } from '#lost-learning';
import { folderWith, randomArea, receivedAt } from '#testing';
import { filled } from './effect.ts';
import { assessQuality, countFindings } from './publish.ts';

const received = findInstant(receivedAt);
if (!received) throw new Error(receivedAt);
const clock = fixedClock(received);

/** What holds in any area, however awkward; the areas come from seeds, so that a failure comes back. */
describe.each([3, 14, 15])('an awkward area, seed %i', (seed) => {
  test('findings add up to the account, and judging leaves what was received as it was', async () => {
    const files = randomArea(seed, { children: 12, days: 20, schools: 4, years: [2024] });
    const open = await openArea(await folderWith(Object.fromEntries(files.map(({ name, text }) => [name, text]))), {
      clock,
    });
    try {
      const answered = await buildAccount(open.warehouse, {}, clock);
      if (answered.asOf === null) return;
      const before = await ledgerBy(open.warehouse, 'child');
      const schools = await ledgerBy(open.warehouse, 'school');
      const { effects } = await assessQuality(open, answered, clock);
      const counts = await countFindings(open.warehouse);

      // Registers not taken are each school’s own sessions without a mark, school by school.
      const untaken = counts.filter(({ rule }) => rule === 'register-not-taken');
      const unmarked = schools.rows.filter((row) => Number(row['unmarked']) > 0);
      expect(untaken.map(({ urn, sessions }) => [String(urn), sessions])).toEqual(
        unmarked.map((row) => [row['urn'], row['unmarked']]),
      );
      // Sessions that neither school has are the account’s own.
      const total = (column: string): number => before.rows.reduce((sum, row) => sum + Number(row[column]), 0);
      const neither = counts.filter(({ rule }) => rule === 'neither-school-has-record');
      expect(neither.reduce((sum, { sessions }) => sum + sessions, 0)).toBe(total('unrecorded_dual'));

      const now = effects.find(({ rule, scenario }) => rule === 'all' && scenario === 'now')?.figures;
      expect(now).toMatchObject({
        children: before.rows.length,
        calendar: total('calendar'),
        possible: total('possible'),
        lost_absence: total('lost_absence'),
        lost_extended: total('lost_extended'),
        unmarked: total('unmarked'),
      });
      for (const { figures } of effects) {
        expect(Object.values(figures).every((figure) => figure >= 0)).toBe(true);
        expect(figures.lost_headline <= figures.lost_absence && figures.lost_absence <= figures.lost_extended).toBe(
          true,
        );
        expect(figures.lost_absence <= figures.possible && figures.possible <= figures.calendar).toBe(true);
      }
      const filledNow = effects.find(({ rule, scenario }) => rule === 'register-not-taken' && scenario === 'absent');
      expect(filledNow?.figures).toEqual(now && filled(now, 'absent'));

      // What was received stands again as it was: the account comes out the same.
      await buildAccount(open.warehouse, {}, clock);
      expect(await ledgerBy(open.warehouse, 'child')).toEqual(before);
    } finally {
      await open.close();
    }
  });
});
