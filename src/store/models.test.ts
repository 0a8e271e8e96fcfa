import { afterEach, beforeEach, expect, test } from 'vitest';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readModels } from './models.ts';
import { hearStatements } from './statements.ts';
import { Warehouse } from './warehouse.ts';

let folder = '';
let warehouse: Warehouse;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-models-'));
  warehouse = await Warehouse.open({ folders: [] });
});
afterEach(async () => {
  warehouse.close();
  await rm(folder, { recursive: true, force: true });
});

test('a model is parsed once a process, and again where its text is another', async () => {
  const read = async (): Promise<readonly (readonly [string, readonly string[]])[]> =>
    [...(await readModels(warehouse, [pathToFileURL(`${folder}/`)])).values()].map((one) => [one.name, one.reads]);
  const parsed: string[] = [];
  const stop = hearStatements(({ text }) => void parsed.push(text));
  try {
    await writeFile(join(folder, 'one-thing.sql'), 'with part as (select * from first_of_all) select * from part');
    expect(await read()).toEqual([['one_thing', ['first_of_all']]]);
    expect(await read()).toEqual([['one_thing', ['first_of_all']]]);
    expect(parsed).toHaveLength(1);
    await writeFile(join(folder, 'one-thing.sql'), 'select * from another join a_third using (upn)');
    expect(await read()).toEqual([['one_thing', ['a_third', 'another']]]);
    expect(parsed).toHaveLength(2);
  } finally {
    stop();
  }
});
