import { YearBlock } from '#register';
import type { Warehouse } from '#store';

/** What a session contributes to a block: whose, where in the year, which letter. */
export const PLACED = 'cast(child_no as integer), cast(pos as integer), cast(ascii(letter) as integer)';

/** Packs rows of (number, place, letter) into years; numbers count from `first`. */
export async function packedBlock(warehouse: Warehouse, sql: string, first: number, size: number): Promise<YearBlock> {
  const block = new YearBlock(size);
  for await (const [numbers, places, letters] of warehouse.streamIntegers(sql)) {
    if (!numbers || !places || !letters) continue;
    for (let row = 0; row < numbers.length; row += 1) {
      block.put((numbers[row] ?? first) - first, places[row] ?? 0, letters[row] ?? 0);
    }
  }
  return block;
}
