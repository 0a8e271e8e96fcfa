import { expect, test } from 'vitest';
import { attack, attackRandomTable } from '#testing';

/** Seeds are fixed, so that a failure is the same for everyone. `attack.long.ts` draws many more and larger ones. */
const seeds = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at);

test.each([
  { dimensions: 1, most: 7, drawn: seeds(0, 30) },
  { dimensions: 2, most: 5, drawn: seeds(100, 20) },
  { dimensions: 3, most: 3, drawn: seeds(200, 6) },
  { dimensions: 4, most: 2, drawn: seeds(300, 2) },
])(
  'neither reader bounds a hidden count closer than 5: $dimensions dimensions',
  async ({ dimensions, most, drawn }) => {
    let attacked = 0;
    for (const seed of drawn) {
      const found = await attackRandomTable(seed, dimensions, most);
      if (!found) continue;
      attacked += found.content.primary;
      expect({ seed, narrow: found.plain }).toEqual({ seed, narrow: [] });
      // Only where the one who knows the rule could do so even if everything were hidden.
      const beyondHelp = found.knowing.filter((row) => found.knowingWhereAllIsHidden.includes(row));
      expect({ seed, narrow: found.knowing }).toEqual({ seed, narrow: beyondHelp });
      expect(found.content.narrowed).toBeGreaterThanOrEqual(found.knowing.length);
    }
    expect(attacked).toBeGreaterThan(20);
  },
);

test('the attacker of these tests finds what is not protected', async () => {
  const printed = [
    { categories: ['A'], printed: 'c', reason: 'primary' },
    { categories: ['B'], printed: 'c', reason: 'primary' },
    { categories: ['Total'], printed: '4', reason: '' },
  ];
  expect(await attack(printed, 'plain')).toEqual([
    { row: 0, least: 0, most: 4 },
    { row: 1, least: 0, most: 4 },
  ]);
  expect((await attack(printed, 'knows-the-rule'))[0]).toEqual({ row: 0, least: 1, most: 3 });
});
