import { describe, expect, test } from 'vitest';
import { seededRandom } from '#kernel';
import { askDamaged, damages, FILES, soundStore } from './damaged-area.ts';

describe('a file of a store that is damaged', () => {
  test('never changes a figure: what was derived is made again, what was received is named', async () => {
    const store = await soundStore(1);
    const random = seededRandom(7);
    const told: Record<string, readonly string[]> = {};
    for (const [kind, pattern] of Object.entries(FILES)) {
      const names = [...store.files.keys()].filter((name) => pattern.test(name));
      expect({ kind, found: names.length > 0 }).toEqual({ kind, found: true });
      const all: string[] = [];
      // One of each kind of file here, in turn of the damages; every file and every damage in damaged.long.ts.
      const damage = damages[Object.keys(told).length % damages.length] ?? 'gone';
      all.push(await askDamaged(store, names[random.below(names.length)] ?? '', damage, random));
      told[kind] = [...new Set(all)];
    }
    expect(told).toEqual({
      'read from a received file': ['refused'],
      'rejected in a received file': ['refused'],
      'packed register': ['the same figures'],
      'what the packed register says of itself': ['the same figures'],
      'folded years': ['the same figures'],
      'folded children': ['the same figures'],
      'folded places': ['the same figures'],
      'folded schools and likenesses': ['the same figures'],
      'what the folded register says of itself': ['the same figures'],
      manifest: ['refused'],
    });
  }, 240_000);
});
