import { DuckDBDataChunk, INTEGER, VARCHAR, type DuckDBAppender, type Warehouse } from '#store';

const CHUNK_ROWS = 2048;

/** Rows of texts and whole numbers on their way into a table: texts first. Chunks are filled column by column and used again. */
export class TypedRows {
  private readonly chunk: DuckDBDataChunk;
  private readonly texts: string[][];
  private readonly numbers: Int32Array[];
  private filled = 0;
  rows = 0;

  private constructor(
    private readonly appender: DuckDBAppender,
    texts: number,
    numbers: number,
  ) {
    this.texts = Array.from({ length: texts }, () => []);
    this.numbers = Array.from({ length: numbers }, () => new Int32Array(CHUNK_ROWS));
    this.chunk = DuckDBDataChunk.create([...this.texts.map(() => VARCHAR), ...this.numbers.map(() => INTEGER)]);
  }

  /** Makes the table anew. */
  static async into(
    warehouse: Warehouse,
    table: string,
    texts: readonly string[],
    numbers: readonly string[],
  ): Promise<TypedRows> {
    const columns = [...texts.map((name) => `${name} varchar`), ...numbers.map((name) => `${name} integer`)];
    await warehouse.run(`create or replace table ${table} (${columns.join(', ')})`);
    return new TypedRows(await warehouse.connection.createAppender(table), texts.length, numbers.length);
  }

  add(texts: readonly string[], numbers: readonly number[]): void {
    this.texts.forEach((column, at) => (column[this.filled] = texts[at] ?? ''));
    this.numbers.forEach((column, at) => (column[this.filled] = numbers[at] ?? 0));
    this.filled += 1;
    this.rows += 1;
    if (this.filled === CHUNK_ROWS) this.flush();
  }

  private flush(): void {
    const rows = this.filled;
    if (rows === 0) return;
    // Without it the texts of every chunk before would stay in memory.
    this.chunk.reset();
    this.chunk.rowCount = rows;
    [...this.texts, ...this.numbers].forEach((column, at) => {
      const vector = this.chunk.getColumnVector(at);
      for (let row = 0; row < rows; row += 1) vector.setItem(row, column[row] ?? 0);
      vector.flush();
    });
    this.appender.appendDataChunk(this.chunk);
    this.filled = 0;
  }

  /** Everything is in the table once this has returned. */
  close(): void {
    this.flush();
    this.appender.closeSync();
  }
}
