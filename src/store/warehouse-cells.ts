import { DuckDBTypeId, type DuckDBResult, type DuckDBValue } from '@duckdb/node-api';

/** What a warehouse cell is once it has left DuckDB: no bigint, no `Date`. Dates and instants are ISO text. */
export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

/** The rows of a result, a chunk at a time. */
export async function* readBatches<T extends Row>(result: DuckDBResult): AsyncGenerator<readonly T[]> {
  const names = result.columnNames();
  const kinds = result.columnTypes().map((type) => type.typeId);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return;
    const columns = chunk.getColumns();
    const rows: T[] = [];
    for (let index = 0; index < chunk.rowCount; index += 1) {
      const row: Record<string, Cell> = {};
      names.forEach((name, column) => {
        row[name] = cellOf(columns[column]?.[index] ?? null, kinds[column]);
      });
      rows.push(row as T);
    }
    yield rows;
  }
}

/** The one place where an engine value becomes a plain one. */
function cellOf(value: DuckDBValue, kind: DuckDBTypeId | undefined): Cell {
  switch (typeof value) {
    case 'bigint':
      if (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER) throw new RangeError('store/too-large');
      return Number(value);
    case 'string':
    case 'number':
    case 'boolean':
      return value;
    default:
      if (value === null) return null;
      if (kind === DuckDBTypeId.TIMESTAMP) return instantText(String(value));
      if (kind === DuckDBTypeId.DECIMAL) return Number(String(value));
      return String(value);
  }
}

// DuckDB prints `2024-09-03 16:00:00` or `…:00.25`; ours is RFC 3339 with microseconds, so that text order is time order.
function instantText(text: string): string {
  const [seconds = '', fraction = ''] = text.replace(' ', 'T').split('.');
  return `${seconds}.${fraction.padEnd(6, '0')}Z`;
}
