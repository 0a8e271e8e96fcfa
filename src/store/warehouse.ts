import bindings from '@duckdb/node-bindings';
import {
  BIGINT,
  DuckDBBlobVector,
  DuckDBDataChunk,
  DuckDBInstance,
  DuckDBIntegerVector,
  DuckDBTableFunction,
  INTEGER,
  SMALLINT,
  VARCHAR,
  type DuckDBConnection,
  type DuckDBVector,
} from '@duckdb/node-api';
import { tellStatement } from './statements.ts';
import { readBatches, type Cell, type Row } from './warehouse-cells.ts';

export type { Cell, Row };
export type Values = Readonly<Record<string, Cell>>;

export type WarehouseOptions = {
  /** For example `2GiB`. DuckDB spills to `spillFolder` beyond it. */
  readonly memoryLimit?: string;
  readonly threads?: number;
  readonly spillFolder?: string;
  /** False where no statement asks for rows in the order in which they stand in a file: large ones then take less memory. */
  readonly keepsOrder?: boolean;
  /** Folders that SQL may read and write. Everything else, and the network, is refused. */
  readonly folders: readonly string[];
};

/** A column of whole numbers: SMALLINT or INTEGER. */
export type Integers = Int16Array<ArrayBuffer> | Int32Array<ArrayBuffer>;

/** DuckDB’s vector size: the most rows a chunk may hold. */
const ROWS_IN_A_CHUNK = 2048;

/** One in-process DuckDB: relations live in memory, files are Parquet in the folders it was given. */
export class Warehouse {
  private constructor(
    private readonly instance: DuckDBInstance,
    readonly connection: DuckDBConnection,
  ) {}

  static async open(options: WarehouseOptions): Promise<Warehouse> {
    const instance = await DuckDBInstance.create(':memory:', {
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      ...(options.memoryLimit ? { memory_limit: options.memoryLimit } : {}),
      ...(options.threads ? { threads: String(options.threads) } : {}),
      ...(options.spillFolder ? { temp_directory: options.spillFolder } : {}),
      ...(options.keepsOrder === false ? { preserve_insertion_order: 'false' } : {}),
    });
    const connection = await instance.connect();
    const folders = [...options.folders, ...(options.spillFolder ? [options.spillFolder] : [])].map(quoted).join(', ');
    await connection.run(`set allowed_directories = [${folders}]`);
    await connection.run('set enable_external_access = false');
    await connection.run(`set TimeZone = 'UTC'`);
    await connection.run('set lock_configuration = true');
    return new Warehouse(instance, connection);
  }

  /** Runs one statement and drops its rows. */
  async run(sql: string, values?: Values): Promise<void> {
    tellStatement('warehouse', sql);
    await this.connection.run(sql, values ? { ...values } : undefined);
  }

  /** All rows of a statement. The caller names the row type its SQL makes; use for results that fit in memory. */
  async rows<T extends Row>(sql: string, values?: Values): Promise<readonly T[]> {
    tellStatement('warehouse', sql);
    const reader = await this.connection.run(sql, values ? { ...values } : undefined);
    const rows: T[] = [];
    for await (const batch of readBatches<T>(reader)) rows.push(...batch);
    return rows;
  }

  async row<T extends Row>(sql: string, values?: Values): Promise<T> {
    const [first] = await this.rows<T>(sql, values);
    if (!first) throw new Error(`store/no-row: a statement that always has a row had none: ${sql.slice(0, 80)}`);
    return first;
  }

  /** Rows in batches of about 2,000, so that a large answer never has to fit in memory. */
  async *stream<T extends Row>(sql: string, values?: Values): AsyncGenerator<readonly T[]> {
    tellStatement('warehouse', sql);
    const result = await this.connection.stream(sql, values ? { ...values } : undefined);
    yield* readBatches<T>(result);
  }

  /**
   * Columns of whole numbers in batches, as typed arrays: for millions of rows that TypeScript packs itself.
   * Every column must be INTEGER and never null.
   */
  async *streamIntegers(sql: string): AsyncGenerator<readonly Int32Array[]> {
    tellStatement('warehouse', sql);
    const result = await this.connection.stream(sql);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) return;
      yield Array.from({ length: chunk.columnCount }, (_, index) =>
        integersOf(chunk.getColumnVector(index), chunk.rowCount),
      );
    }
  }

  /**
   * Adds rows to a table whose columns are all texts but the first, a whole number.
   * For files read in TypeScript; batches of any size.
   */
  async appendTexts(
    table: string,
    texts: number,
    rows: Iterable<readonly [number, ...(string | null)[]]>,
  ): Promise<void> {
    const appender = await this.connection.createAppender(table);
    const types = [BIGINT, ...Array.from({ length: texts }, () => VARCHAR)];
    let waiting: (bigint | string | null)[][] = [];
    const flush = (): void => {
      if (waiting.length === 0) return;
      const chunk = DuckDBDataChunk.create(types);
      chunk.setRows(waiting);
      appender.appendDataChunk(chunk);
      waiting = [];
    };
    for (const [line, ...values] of rows) {
      waiting.push([BigInt(line), ...values]);
      if (waiting.length === ROWS_IN_A_CHUNK) flush();
    }
    flush();
    appender.closeSync();
  }

  /** One column of bytes, row by row: for blocks that TypeScript reads itself. */
  async *streamBytes(sql: string): AsyncGenerator<Uint8Array> {
    tellStatement('warehouse', sql);
    const result = await this.connection.stream(sql);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) return;
      const vector = chunk.getColumnVector(0);
      if (!(vector instanceof DuckDBBlobVector)) throw new TypeError('store/not-bytes: select one column of bytes');
      for (let row = 0; row < chunk.rowCount; row += 1) yield vector.getItemBytes(row) ?? new Uint8Array();
    }
  }

  /**
   * Lets statements read arrays as a table, `from name()`, where they lie: whatever they hold when a statement reads them,
   * for as long as the warehouse is open. `rows` is asked at the beginning of each. Nothing may change them until it is done, and a statement reads them once.
   * Copied column by column as memory: a step for each value would cost more than all that was counted.
   */
  offerIntegers(name: string, columns: Readonly<Record<string, Integers>>, rows: () => number): void {
    const all = Object.entries(columns);
    let reading = { at: 0, rows: 0 };
    this.connection.registerTableFunction(
      DuckDBTableFunction.create({
        name,
        bindFunction: (info) => {
          for (const [column, values] of all)
            info.addResultColumn(column, values instanceof Int16Array ? SMALLINT : INTEGER);
          info.setCardinality(rows(), true);
        },
        initFunction: () => {
          reading = { at: 0, rows: rows() };
        },
        mainFunction: (_, chunk) => {
          const count = Math.min(ROWS_IN_A_CHUNK, reading.rows - reading.at);
          chunk.rowCount = count;
          for (const [at, [, { buffer, byteOffset, BYTES_PER_ELEMENT: width }]] of all.entries()) {
            const vector = bindings.data_chunk_get_vector(chunk.chunk, at);
            bindings.copy_data_to_vector(vector, 0, buffer, byteOffset + reading.at * width, count * width);
          }
          reading.at += count;
        },
      }),
    );
  }

  /** Adds rows of texts (VARCHAR) and whole numbers (BIGINT) to a table that has just such columns. */
  async appendRows(table: string, rows: readonly (readonly (string | number)[])[]): Promise<void> {
    const appender = await this.connection.createAppender(table);
    for (const row of rows) {
      for (const value of row) {
        if (typeof value === 'string') appender.appendVarchar(value);
        else appender.appendBigInt(BigInt(value));
      }
      appender.endRow();
    }
    appender.closeSync();
  }

  /** Ends the statement that is running: whoever waits for it is told that it was interrupted. */
  interrupt(): void {
    this.connection.interrupt();
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }
}

/** A text as an SQL literal, where a bound value is not allowed (file names in COPY). */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function integersOf(vector: DuckDBVector, rows: number): Int32Array {
  if (vector instanceof DuckDBIntegerVector) {
    const integers = new Int32Array(rows);
    for (let index = 0; index < rows; index += 1) integers[index] = vector.getItem(index) ?? 0;
    return integers;
  }
  throw new TypeError('store/not-integers: cast every column to integer');
}
