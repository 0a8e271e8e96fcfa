import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fullTable, randomCountTable } from '#testing';
import { seededRandom } from '#kernel';
import type { CountRow } from './draft-table.ts';
import { protectTable } from './table.ts';

/** `A 3, B 12, Total 15` as rows; dimensions are parted by a slash. */
function rowsOf(text: string): readonly CountRow[] {
  return text.split(', ').map((row) => {
    const [names = '', count = ''] = row.split(' ');
    return { categories: names.split('/'), count: Number(count) };
  });
}

async function protect(rows: readonly CountRow[]) {
  const answer = await protectTable(rows, 'public', 'exact');
  if (answer.kind === 'misfit') throw new Error(`row ${answer.row} adds up to ${answer.parts}`);
  return answer.table;
}

async function marks(text: string): Promise<string> {
  const { content } = await protect(rowsOf(text));
  return content.rows
    .map(({ figure }) => (figure.kind === 'shown' ? String(figure.value) : figure.reason.slice(0, 1)))
    .join(' ');
}

describe('small tables', () => {
  test.each([
    ['A 3, B 12, Total 15', 'p s 15', 'one small count and its total'],
    ['A 3, B 8, Total 11', 'p 8 s', 'an 8 cannot fall, since a secondary cell is at least 8: the total goes'],
    ['A 3, B 2, C 20, Total 25', 'p p s 25', 'two small counts that their total would bound'],
    ['A 0, B 9, Total 9', '0 9 9', 'a zero is shown'],
    ['A 1, B 2, C 3', 'p p p', 'without a total nothing follows'],
    ['A 1, B 2, Total 3', 'p p p', 'a total that is small itself'],
    ['A 3, B 0, C 0, Total 3', 'p 0 0 p', 'zeros leave one part, which then is the total'],
    ['A/x 3, A/y 20, A/Total 23, B/x 30, B/y 40, B/Total 70', 'p s 23 30 40 70', 'totals in one dimension only'],
    ['A/x 3, A/y 20, B/x 30, B/y 40, Total/Total 93', 'p s 30 40 93', 'a grand total only'],
    ['A/Total 3, B/Total 40, Total/Total 43', 'p s 43', 'totals without their parts'],
  ])('%s gives %s: %s', async (rows, expected) => {
    expect(await marks(rows)).toBe(expected);
  });

  test('a row that is left out is a zero where the totals agree, and unknown where they do not', async () => {
    const full = 'A/x 3, A/Total 3, B/x 30, B/y 40, B/Total 70, Total/x 33, Total/y 40, Total/Total 73';
    // A/x is all of A: A’s total is small too, and so on along both.
    expect((await marks(full)).startsWith('p p')).toBe(true);
    const gap = 'A/x 30, A/Total 33, B/x 30, B/y 40, B/Total 70, Total/x 60, Total/y 43, Total/Total 103';
    // Nobody printed A/y, but it would be 33 − 30.
    expect(await marks(gap)).not.toBe('30 33 30 40 70 60 43 103');
  });

  test.each([
    ['A 3, B 4, Total 8', 2, 7],
    ['A 3, B 4, Total 6', 2, 7],
    ['A/x 3, A/y 4, A/Total 7, B/x 1, B/y 1, B/Total 2, Total/x 4, Total/y 6, Total/Total 9', 7, 5],
  ])('a total that does not fit is refused: %s', async (rows, row, parts) => {
    expect(await protectTable(rowsOf(rows), 'public')).toEqual({ kind: 'misfit', row, parts });
  });

  test('the number of secondary cells is small', async () => {
    const one = fullTable([4, 4], () => 50).map((row) =>
      row.categories.join() === 'c2,c3' ? { ...row, count: 50 } : row,
    );
    expect((await protect(one)).content.secondary).toBe(0);
    const { next, below } = seededRandom(7);
    const many = fullTable([60, 12], () => (next() < 0.05 ? 1 + below(7) : 8 + below(90)));
    const { primary, secondary } = (await protect(many)).content;
    expect(primary).toBeGreaterThan(25);
    expect(secondary).toBeLessThan(2 * primary);
  });

  test.each([
    [[4, 4], 3],
    [[4, 4, 4], 7],
  ])('one small cell in a table of %j takes %i others', async (sizes, others) => {
    let drawn = 0;
    const rows = fullTable(sizes, () => ((drawn += 1) === 6 ? 3 : 50));
    expect((await protect(rows)).content).toMatchObject({ primary: 1, secondary: others, narrowed: 0 });
  });
});

describe('any table', () => {
  test('the order of its rows changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 3 }),
        fc.nat(),
        async (seed, dimensions, turn) => {
          const { rows } = randomCountTable(seed, dimensions, dimensions === 3 ? 2 : 4);
          if ((await protectTable(rows, 'public')).kind === 'misfit') return;
          const { below } = seededRandom(turn);
          const shuffled = rows
            .map((row) => ({ row, at: below(1_000_000) }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ row }) => row);
          const inOrder = (found: Awaited<ReturnType<typeof protect>>) =>
            found.content.rows.toSorted((a, b) => (a.categories.join() < b.categories.join() ? -1 : 1));
          expect(inOrder(await protect(shuffled))).toEqual(inOrder(await protect(rows)));
        },
      ),
      { numRuns: 25, seed: 4 },
    );
  });

  test('small counts are hidden, zeros shown, and what is shown is true', async () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const { rows } = randomCountTable(seed, 2, 4);
      const answer = await protectTable(rows, 'public', 'exact');
      if (answer.kind === 'misfit') continue;
      for (const [row, { figure, categories }] of answer.table.content.rows.entries()) {
        const count = rows[row]?.count ?? -1;
        expect(categories).toEqual(rows[row]?.categories);
        const isSmall = count > 0 && count <= 7;
        expect(figure.kind === 'hidden' && figure.reason === 'primary').toBe(isSmall);
        expect(figure.kind === 'shown' ? figure.value : count).toBe(count);
        expect(count === 0 && figure.kind === 'hidden').toBe(false);
      }
    }
  });

  test('rounded, nothing hidden comes out as 0 and totals are rounded by themselves', async () => {
    const answer = await protectTable(rowsOf('A 0, B 12, C 13, Total 25'), 'public');
    expect(answer.kind === 'protected' && answer.table.content.rows.map(({ figure }) => figure)).toEqual([
      { kind: 'shown', value: 0 },
      { kind: 'shown', value: 10 },
      { kind: 'shown', value: 15 },
      { kind: 'shown', value: 25 },
    ]);
  });
});

describe('the note', () => {
  test('counts figures, says why, and gives none away', async () => {
    const rows = rowsOf('A 3, B 2, C 6301, D 4877, Total 11183');
    const { content, note } = await protect(rows);
    expect(note).toBe(
      '2 figures hidden because fewer than 8 people are counted; 1 more hidden so that no hidden figure can be worked out.',
    );
    const texts = JSON.stringify([
      note,
      content.rows.map(({ figure }) => figure).filter(({ kind }) => kind === 'hidden'),
    ]);
    expect(texts).not.toMatch(/6301|4877|\b3\b|\b6\b/);
  });

  test('says so where nothing is hidden', async () => {
    expect((await protect(rowsOf('A 30, B 40, Total 70'))).note).toBe('No figure is hidden.');
  });
});
