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

test('one statement may read the same arrays twice, each from the beginning', async () => {
  const warehouse = await Warehouse.open({ folders: [] });
  try {
    const number = Int32Array.from({ length: 20_000 }, (_, at) => at);
    warehouse.offerIntegers('offered', { number }, () => number.length);
    const { pairs, apart } = await warehouse.row<{ pairs: number; apart: number }>(
      `select count(*) as pairs, count(*) filter (where one.number <> other.number) as apart
       from offered() as one positional join offered() as other`,
    );
    expect({ pairs, apart }).toEqual({ pairs: number.length, apart: 0 });
  } finally {
    warehouse.close();
  }
});

test.each([20_001, -1])('%i rows of 20,000 are refused, and nothing is read', async (rows) => {
  const warehouse = await Warehouse.open({ folders: [] });
  try {
    warehouse.offerIntegers('offered', { number: new Int32Array(20_000) }, () => rows);
    await expect(warehouse.rows('from offered()')).rejects.toThrow('store/offered');
  } finally {
    warehouse.close();
  }
});

test('parts of arrays are read from where they begin, and no further than the shortest ends', async () => {
  const warehouse = await Warehouse.open({ folders: [] });
  try {
    const small = Int16Array.from({ length: 9000 }, (_, at) => at).subarray(7, 4000);
    const large = Int32Array.from({ length: 9000 }, (_, at) => -at).subarray(100, 3100);
    let rows = large.length;
    warehouse.offerIntegers('offered', { small, large }, () => rows);
    const read = await warehouse.rows<{ small: number; large: number }>('from offered()');
    expect(read.map((row) => row.small)).toEqual([...small.subarray(0, large.length)]);
    expect(read.map((row) => row.large)).toEqual([...large]);
    rows += 1;
    await expect(warehouse.rows('from offered()')).rejects.toThrow('store/offered');
  } finally {
    warehouse.close();
  }
});

test('a name is offered once', async () => {
  const warehouse = await Warehouse.open({ folders: [] });
  try {
    const offer = (): void => warehouse.offerIntegers('offered', { number: new Int32Array(1) }, () => 1);
    offer();
    expect(offer).toThrow('store/offered');
  } finally {
    warehouse.close();
  }
});
