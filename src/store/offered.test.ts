import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Warehouse } from './warehouse.ts';

test('statements read arrays as they stand, however many rows there are and how often they change', async () => {
  const warehouse = await Warehouse.open({ folders: [] });
  try {
    const room = 5000;
    const small = new Int16Array(room);
    const large = new Int32Array(room);
    let rows = 0;
    warehouse.offerIntegers('offered', { small, large }, () => rows);
    const counts = fc.oneof(fc.constantFrom(0, 1, 2047, 2048, 2049, 4096), fc.integer({ min: 0, max: room }));
    await fc.assert(
      fc.asyncProperty(counts, fc.integer(), async (count, seed) => {
        rows = count;
        // Cut to their width, so that the least and the greatest of each type come too.
        for (let row = 0; row < room; row += 1) [small[row], large[row]] = [seed + row * 7919, seed - row * 104_729];
        const read = await warehouse.rows<{ small: number; large: number }>('from offered()');
        expect(read.map((row) => row.small)).toEqual([...small.subarray(0, count)]);
        expect(read.map((row) => row.large)).toEqual([...large.subarray(0, count)]);
      }),
      { numRuns: 25 },
    );
  } finally {
    warehouse.close();
  }
});

test('arrays stand beside a table row by row', async () => {
  const warehouse = await Warehouse.open({ folders: [] });
  try {
    const number = Int32Array.from({ length: 10_000 }, (_, at) => at);
    warehouse.offerIntegers('offered', { number }, () => number.length);
    await warehouse.run('create temp table named as select cast(range as integer) as name from range(10000)');
    const { apart } = await warehouse.row<{ apart: number }>(
      'select count(*) filter (where name <> number) as apart from named positional join offered()',
    );
    expect(apart).toBe(0);
  } finally {
    warehouse.close();
  }
});
