import { afterEach, expect, test } from 'vitest';
import { KeptRows } from './kept-rows.ts';
import { hearStatements } from './statements.ts';
import { Warehouse } from './warehouse.ts';

const UP_TO = 'select i from range($most::integer) as one(i) order by i';
let end = (): void => undefined;
afterEach(() => {
  end();
});

async function asking(most: number): Promise<{ readonly kept: KeptRows; readonly asked: string[] }> {
  const warehouse = await Warehouse.open({ folders: [] });
  const asked: string[] = [];
  const stop = hearStatements(({ text }) => void asked.push(text));
  end = () => {
    stop();
    warehouse.close();
  };
  return { kept: new KeptRows(warehouse, most), asked };
}

test('the same question with the same values is asked once, another value is another question', async () => {
  const { kept, asked } = await asking(100);
  const three = await kept.rows(UP_TO, { most: 3 });
  expect(three).toEqual([{ i: 0 }, { i: 1 }, { i: 2 }]);
  expect(await kept.rows(UP_TO, { most: 3 })).toEqual(three);
  expect(await kept.rows(UP_TO, { most: 1 })).toEqual([{ i: 0 }]);
  expect(asked).toHaveLength(2);
});

test('what was asked longest ago makes room, and an answer that is too large is not kept', async () => {
  const { kept, asked } = await asking(10);
  for (const most of [4, 4, 5, 4, 5]) await kept.rows(UP_TO, { most });
  expect(asked).toHaveLength(4);
  for (const most of [20, 20]) expect(await kept.rows(UP_TO, { most })).toHaveLength(20);
  expect(asked).toHaveLength(6);
});

test('a question that failed is asked again', async () => {
  const { kept, asked } = await asking(10);
  for (let once = 0; once < 2; once++) await expect(kept.rows('select * from nowhere', {})).rejects.toThrow('nowhere');
  expect(asked).toHaveLength(2);
});
