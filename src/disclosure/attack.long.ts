import { expect, test } from 'vitest';
import { attackRandomTable } from '#testing';

test.each([
  { dimensions: 1, most: 12, from: 10_000, to: 10_200 },
  { dimensions: 2, most: 9, from: 20_000, to: 20_150 },
  { dimensions: 3, most: 4, from: 30_000, to: 30_040 },
  { dimensions: 4, most: 3, from: 40_000, to: 40_010 },
])('many tables of $dimensions dimensions', async ({ dimensions, most, from, to }) => {
  for (let seed = from; seed < to; seed += 1) {
    const found = await attackRandomTable(seed, dimensions, most);
    if (!found) continue;
    expect({ seed, narrow: found.plain }).toEqual({ seed, narrow: [] });
    const beyondHelp = found.knowing.filter((row) => found.knowingWhereAllIsHidden.includes(row));
    expect({ seed, narrow: found.knowing }).toEqual({ seed, narrow: beyondHelp });
  }
});
