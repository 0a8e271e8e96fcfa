import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildAccount, ledgerBy } from '#lost-learning';
import type { OpenArea } from '#exchange/area-files';
import { randomArea, receivedAt, today, type OracleFile } from '../index.ts';
import { allTables, clock, differences, opened } from './compare-area.ts';

describe('the SQL and a slow, plain, independent reading of the contract agree on random awkward areas', () => {
  const SEEDS = Array.from({ length: 3 }, (_, index) => 1000 + index);
  test.each(SEEDS)(
    'area %i, every grouping, two questions',
    async (seed) => {
      expect(await differences(seed)).toEqual([]);
    },
    60_000,
  );
});

describe('what must hold for any area', () => {
  const seeds = fc.integer({ min: 1, max: 1_000_000 });
  const SMALL = { children: 6, schools: 3, days: 15 };

  test('states add up to the calendar, and the totals to their states', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const open = await opened(randomArea(seed, SMALL));
        await buildAccount(open.warehouse, {}, clock);
        const { rows } = await ledgerBy(open.warehouse, 'child');
        await open.close();
        for (const row of rows) {
          const of = (...names: readonly string[]): number => names.reduce((sum, name) => sum + Number(row[name]), 0);
          expect(
            of(
              'attended',
              'suspended',
              'unauthorised',
              'part_time',
              'authorised',
              'access_failure',
              'unrecorded_dual',
              'not_required',
              'unmarked',
              'off_roll',
            ),
          ).toBe(of('calendar'));
          expect(of('suspended', 'unauthorised')).toBe(of('lost_headline'));
          expect(of('lost_headline', 'part_time', 'authorised')).toBe(of('lost_absence'));
          expect(of('lost_absence', 'access_failure', 'unrecorded_dual', 'off_roll')).toBe(of('lost_extended'));
          expect(of('attended', 'lost_absence')).toBe(of('possible'));
        }
      }),
      { numRuns: 2 },
    );
  }, 120_000);

  test('shuffling the rows of dated files and splitting them changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        // With one instant a key there are no ties for reading order to settle.
        const files = randomArea(seed, SMALL).map((file, index) =>
          /^(marks|roll|removals)/.test(file.name) ? withoutTies(file, index) : file,
        );
        const split = files.flatMap((file) => (file.name.startsWith('marks') ? shuffledAndSplit(file, seed) : [file]));
        const [one, two] = [await opened(files), await opened(split)];
        const [before, after] = [await allTables(one, { today }), await allTables(two, { today })];
        await Promise.all([one.close(), two.close()]);
        expect(after).toEqual(before);
      }),
      { numRuns: 2 },
    );
  }, 120_000);

  test('a later correction changes only answers known later', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const files = randomArea(seed, SMALL);
        const header = 'upn,urn,date,am,pm,recorded_at';
        const late = lateCorrections(files, '2025-11-30T00:00:00Z');
        const corrected = [...files, { name: 'marks-zz-late.csv', text: [header, ...late].join('\n'), receivedAt }];
        const [one, two] = [await opened(files), await opened(corrected)];
        const asked = { today, knownAt: '2025-11-29' };
        const [before, after] = [await allTables(one, asked), await allTables(two, asked)];
        await Promise.all([one.close(), two.close()]);
        expect(late.length).toBeGreaterThan(0);
        expect(after).toEqual(before);
      }),
      { numRuns: 2 },
    );
  }, 120_000);

  test('moving a session between lost causes never changes what the child lost to absence', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const files = randomArea(seed, { ...SMALL, years: [2024] });
        const moved = files.map((file) =>
          file.name.startsWith('marks')
            ? { ...file, text: file.text.replaceAll(',O,', ',G,').replaceAll(',M,', ',I,') }
            : file,
        );
        const [one, two] = [await opened(files), await opened(moved)];
        const lost = async (open: OpenArea): Promise<readonly unknown[]> => {
          await buildAccount(open.warehouse, {}, clock);
          return (await ledgerBy(open.warehouse, 'child')).rows.map((row) => [
            row['upn'],
            row['lost_headline'],
            row['lost_absence'],
            row['lost_extended'],
          ]);
        };
        const [before, after] = [await lost(one), await lost(two)];
        await Promise.all([one.close(), two.close()]);
        expect(after).toEqual(before);
      }),
      { numRuns: 2 },
    );
  }, 120_000);
});

/** Gives each row an instant of its own, so that what wins does not hang on reading order. */
function withoutTies(file: OracleFile, fileIndex: number): OracleFile {
  const [header = '', ...rows] = file.text.trimEnd().split('\n');
  const names = header.split(',');
  const at = names.indexOf('recorded_at');
  if (at < 0 || file.text.includes('"')) return { ...file, text: `${header}\n` };
  const unique = rows.map((row, index) =>
    row
      .split(',')
      .with(at, `2025-09-01T00:00:${String(fileIndex).padStart(2, '0')}.${String(index).padStart(6, '0')}Z`)
      .join(','),
  );
  return { ...file, text: [header, ...unique, ''].join('\n') };
}

function shuffledAndSplit(file: OracleFile, seed: number): readonly OracleFile[] {
  const [header = '', ...rows] = file.text.trimEnd().split('\n');
  const order = rows.map((row, index) => ({ row, key: Math.imul(index + seed, 2_654_435_761) >>> 0 }));
  const mixed = order.toSorted((a, b) => a.key - b.key).map(({ row }) => row);
  const half = Math.ceil(mixed.length / 2);
  const stem = file.name.replace('.csv', '');
  return [
    { ...file, name: `${stem}-1.csv`, text: [header, ...mixed.slice(0, half), ''].join('\n') },
    { ...file, name: `${stem}-2.csv`, text: [header, ...mixed.slice(half), ''].join('\n') },
  ];
}

/** Corrections of the marks of an area, recorded at one late moment. */
function lateCorrections(files: readonly OracleFile[], at: string): readonly string[] {
  return files
    .filter((file) => file.name.startsWith('marks'))
    .flatMap((file) => {
      const [header = '', ...rows] = file.text.trimEnd().split('\n');
      const names = header.split(',');
      const pick = (row: string, name: string): string => row.split(',')[names.indexOf(name)] ?? '';
      return rows
        .slice(0, 20)
        .map((row) => [pick(row, 'upn'), pick(row, 'urn'), pick(row, 'date'), 'I', 'I', at].join(','));
    });
}
