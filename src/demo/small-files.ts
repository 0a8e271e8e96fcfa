import { DuckDBDataChunk, quoted, VARCHAR, type Warehouse } from '#store';

export type TextRow = readonly (string | null)[];

/** Columns of a file in order: the name, and the type it has in Parquet. */
export type Columns = readonly (readonly [name: string, type: 'varchar' | 'integer' | 'date' | 'timestamptz'])[];

const CHUNK_ROWS = 2048;

/** Writes rows of text as typed Parquet: one of the files of an area that is not marks. */
export async function writeSmallFile(
  warehouse: Warehouse,
  path: string,
  columns: Columns,
  rows: readonly TextRow[],
): Promise<void> {
  await warehouse.run(`create or replace table small (${columns.map(([name]) => `"${name}" varchar`).join(', ')})`);
  const appender = await warehouse.connection.createAppender('small');
  for (let at = 0; at < rows.length; at += CHUNK_ROWS) {
    const part = rows.slice(at, at + CHUNK_ROWS);
    const chunk = DuckDBDataChunk.create(
      columns.map(() => VARCHAR),
      part.length,
    );
    chunk.setColumns(columns.map((_, column) => part.map((row) => row[column] ?? null)));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  const typed = columns.map(([name, type]) => `"${name}"::${type} as "${name}"`).join(', ');
  await warehouse.run(`copy (select ${typed} from small) to ${quoted(path)} (format parquet, compression zstd)`);
}
