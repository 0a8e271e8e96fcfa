import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { seededRandom } from '#kernel';
import { askDamaged, damages, FILES, soundStore } from './damaged-area.ts';

const SEEDS = [1, 2, 3];
const ROUNDS = 3;

test.each(SEEDS)('in every file of area %i, damaged in every way, no figure is another', async (seed) => {
  const store = await soundStore(seed);
  const drawn = randomInt(2 ** 31);
  const random = seededRandom(drawn);
  const names = [...store.files.keys()].filter((name) => Object.values(FILES).some((pattern) => pattern.test(name)));
  const told = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of names) for (const damage of damages) told.add(await askDamaged(store, name, damage, random));
  }
  expect({ drawn, told: [...told].toSorted() }).toEqual({ drawn, told: ['refused', 'the same figures'] });
});
