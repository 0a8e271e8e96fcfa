import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { observationsOf, readStatisticsBytes } from '#exchange/ees';
import { getMeasure, type MeasureId, type PublishedStatistics } from '#place';
import { quoted, Warehouse } from '#store';
import { carriedFigures, workFolder } from '#testing';
import { measureFile, type MeasureFormat } from './measure-files.ts';

let published: PublishedStatistics;
beforeAll(async () => {
  published = await carriedFigures();
});

async function write(id: MeasureId, format: MeasureFormat): Promise<Buffer> {
  const content = await measureFile(published, getMeasure(id), format);
  if (content === undefined) throw new Error(id);
  return Buffer.from(content);
}

describe('published figures, written again', () => {
  test.each(['persistent-absence', 'plans-within-20-weeks', 'suspension-rate'] as const)(
    '%s is a file that Kith’s reader of Explore education statistics takes',
    async (id) => {
      const file = await readStatisticsBytes('it.csv', await write(id, 'csv'));
      expect(file.kind === 'refused' ? file.problems.slice(0, 3) : []).toEqual([]);
    },
  );

  test('the figures of all pupils come back the same through import', async () => {
    const file = await readStatisticsBytes('it.csv', await write('persistent-absence', 'csv'));
    if (file.kind === 'refused') throw new Error(JSON.stringify(file.problems[0]));
    const { observations } = observationsOf(file, { release: 'again', covers: 'whole-year' });
    const given = await published.listStandingObservations({ measure: 'persistent-absence' });
    const key = (one: (typeof given)[number]) => JSON.stringify([one.place, one.period, one.schoolType, one.group]);
    const back = new Map(
      observations.filter((one) => one.measure === 'persistent-absence').map((one) => [key(one), one.value]),
    );
    const years = given.filter((one) => one.period.kind === 'academic-year' && /^E(92|12|0)/.test(one.place));
    const both = years.filter((one) => back.has(key(one)));
    expect(both.length).toBeGreaterThan(1000);
    const values = both.filter(({ value }) => value.kind === 'value');
    expect(values.filter((one) => JSON.stringify(back.get(key(one))) !== JSON.stringify(one.value))).toEqual([]);
    expect(both.filter((one) => back.get(key(one))?.kind !== one.value.kind)).toEqual([]);
  });

  test('Parquet and JSON hold every figure that stands, alike', async () => {
    const folder = await workFolder();
    await writeFile(join(folder, 'it.parquet'), await write('overall-absence', 'parquet'));
    const warehouse = await Warehouse.open({ folders: [folder] });
    try {
      const rows = await warehouse.rows(`from read_parquet(${quoted(join(folder, 'it.parquet'))})`);
      const json = z
        .object({ figures: z.array(z.unknown()) })
        .parse(JSON.parse(String(await write('overall-absence', 'json'))));
      const given = await published.listStandingObservations({ measure: 'overall-absence', group: 'any' });
      expect(rows).toHaveLength(given.length);
      expect(rows).toEqual(json.figures);
    } finally {
      warehouse.close();
    }
  });
});
