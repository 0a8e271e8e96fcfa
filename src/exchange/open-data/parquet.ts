import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { quoted, Warehouse } from '#store';

/**
 * Rows as a Parquet file, in their order: texts, but for the columns named as numbers. One thread, so that the same rows
 * are the same bytes. `folder` is one where a file may be put for a moment.
 */
export async function parquetOf(
  rows: readonly Readonly<Record<string, string | number | null>>[],
  columns: readonly string[],
  numbers: readonly string[],
  folder: string,
): Promise<Uint8Array> {
  const [source, target] = [join(folder, 'rows.csv'), join(folder, 'rows.parquet')];
  const warehouse = await Warehouse.open({ folders: [folder], threads: 1 });
  try {
    await writeFile(
      source,
      [columns, ...rows.map((row) => columns.map((name) => row[name] ?? null))].map(line).join(''),
    );
    const types = columns.map((name) => `${quoted(name)}: ${numbers.includes(name) ? "'DOUBLE'" : "'VARCHAR'"}`);
    await warehouse.run(
      `copy (select * from read_csv(${quoted(source)}, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
        new_line = '\\n', nullstr = '', allow_quoted_nulls = false, columns = {${types.join(', ')}}))
       to ${quoted(target)} (format parquet, compression zstd)`,
    );
    return await readFile(target);
  } finally {
    warehouse.close();
    await rm(source, { force: true });
    await rm(target, { force: true });
  }
}

/** Every text in quotes, so that only what is not there is unquoted and empty. */
function line(values: readonly (string | number | null)[]): string {
  const cells = values.map((value) =>
    typeof value === 'string' ? `"${value.replaceAll('"', '""')}"` : value === null ? '' : String(value),
  );
  return `${cells.join(',')}\n`;
}
