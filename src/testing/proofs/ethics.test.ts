import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formats } from '#exchange/area-files';
import { absenceColumns, absenceGroupings, accountMeasures, groupings, ledgerColumns } from '#lost-learning';

const FORBIDDEN = /risk|score|rank|league|percentile|predict/i;
const SOURCE = new URL('../../', import.meta.url).pathname;

/** Every column that the models of the account, roll and register make, as written in their SQL. */
async function modelColumns(): Promise<readonly string[]> {
  const files = (await readdir(SOURCE, { recursive: true })).filter((name) => name.endsWith('.sql'));
  const texts = await Promise.all(files.map((name) => readFile(join(SOURCE, name), 'utf8')));
  return texts.flatMap((sql) =>
    [...sql.replaceAll(/--.*/g, '').matchAll(/\bas\s+(\w+)/g)].map((match) => match[1] ?? ''),
  );
}

describe('there is no score of a child and no rank of a school', () => {
  test('in any column of a file, a model, a table or a measure', async () => {
    const columns = [
      ...formats.flatMap((format) => format.columns.map((column) => column.name)),
      ...groupings.flatMap(ledgerColumns),
      ...absenceGroupings.flatMap(absenceColumns),
      ...accountMeasures.flatMap((measure) => [measure.id, measure.title]),
      ...(await modelColumns()),
    ];
    expect(columns.length).toBeGreaterThan(300);
    expect(columns.filter((column) => FORBIDDEN.test(column))).toEqual([]);
  });

  test('and the check would see one', () => {
    expect(['absence_risk', 'school_rank', 'riskScore'].filter((name) => FORBIDDEN.test(name))).toHaveLength(3);
  });
});
