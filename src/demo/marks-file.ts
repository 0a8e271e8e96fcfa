import {
  DuckDBDataChunk,
  INTEGER,
  quoted,
  Warehouse,
  type DuckDBAppender,
  type DuckDBDataChunk as Chunk,
} from '#store';
import type { SchoolYear } from './calendar.ts';
import { CODES, SILENT, type Page } from './sheet.ts';

const CHUNK_ROWS = 2048;
const SLASH = CODES.indexOf('/');
const BACKSLASH = CODES.indexOf('\\');

/**
 * Registers on their way into one Parquet file. A row is three integers until DuckDB unfolds it: which spell, the day with
 * both marks, and minutes late with the days until it was recorded. Appending millions of rows of text takes ten times longer.
 */
export class MarksFile {
  private chunk: Chunk | undefined;
  private readonly columns: readonly [Int32Array, Int32Array, Int32Array] = [
    new Int32Array(CHUNK_ROWS),
    new Int32Array(CHUNK_ROWS),
    new Int32Array(CHUNK_ROWS),
  ];
  private filled = 0;
  private spells: { readonly upn: string; readonly urn: number; readonly minute: number }[] = [];
  rows = 0;

  private constructor(
    private readonly warehouse: Warehouse,
    private appender: DuckDBAppender,
  ) {}

  static async open(folder: string): Promise<MarksFile> {
    const warehouse = await Warehouse.open({ folders: [folder], memoryLimit: '700MiB', threads: 1 });
    return new MarksFile(warehouse, await begin(warehouse));
  }

  /** Adds the rows of a page: what was recorded on each evening, then what was put right later. */
  add(page: Page): void {
    const { calendar, sheet, spell } = page;
    const at = this.spells.length;
    this.spells.push({ upn: spell.pupil.upn, urn: spell.school.urn, minute: spell.school.feedMinute });
    for (let place = page.from; place <= page.to; place += 1) {
      const morning = 2 * place;
      const afternoon = morning + 1;
      const day = calendar.days[place] ?? 0;
      const am = known(calendar, sheet.marks, morning);
      const pm = known(calendar, sheet.marks, afternoon);
      const amFirst = sheet.firstMarks[morning] ?? 0;
      const pmFirst = calendar.pmOpen[place] === 0 ? 0 : (sheet.firstMarks[afternoon] ?? 0);
      const amMinutes = sheet.lateMinutes[morning] ?? 0;
      const pmMinutes = sheet.lateMinutes[afternoon] ?? 0;
      const amSaid = amFirst === 0 ? am : amFirst === SILENT ? 0 : amFirst;
      const pmSaid = pmFirst === 0 ? pm : pmFirst === SILENT ? 0 : pmFirst;
      if (amSaid + pmSaid > 0)
        this.push(at, day, amSaid, pmSaid, amFirst === 0 ? amMinutes : 0, pmFirst === 0 ? pmMinutes : 0, 0);
      const amPutRight = amFirst !== 0 && am !== amSaid;
      const pmPutRight = pmFirst !== 0 && pm !== pmSaid;
      const [amLag, pmLag] = [sheet.lag[morning] ?? 0, sheet.lag[afternoon] ?? 0];
      if (amPutRight && pmPutRight && amLag === pmLag) this.push(at, day, am, pm, amMinutes, pmMinutes, amLag);
      else {
        if (amPutRight) this.push(at, day, am, 0, amMinutes, 0, amLag);
        if (pmPutRight) this.push(at, day, 0, pm, 0, pmMinutes, pmLag);
      }
    }
  }

  private push(
    spell: number,
    day: number,
    am: number,
    pm: number,
    amMinutes: number,
    pmMinutes: number,
    lag: number,
  ): void {
    const [spells, days, rest] = this.columns;
    spells[this.filled] = spell;
    days[this.filled] = day | (am << 16) | (pm << 23);
    rest[this.filled] = amMinutes | (pmMinutes << 5) | (lag << 10);
    this.filled += 1;
    this.rows += 1;
    if (this.filled === CHUNK_ROWS) this.flush();
  }

  private flush(): void {
    const rows = this.filled;
    if (rows === 0) return;
    const chunk = rows === CHUNK_ROWS ? (this.chunk ??= newChunk(rows)) : newChunk(rows);
    this.columns.forEach((column, index) => {
      const vector = chunk.getColumnVector(index);
      for (let row = 0; row < rows; row += 1) vector.setItem(row, column[row] ?? 0);
      vector.flush();
    });
    this.appender.appendDataChunk(chunk);
    this.filled = 0;
  }

  /** Writes what was added to a file and makes room for the next; resolves once the file is complete. */
  async write(path: string): Promise<void> {
    this.flush();
    this.appender.closeSync();
    const spells = this.spells;
    this.spells = [];
    this.rows = 0;
    const appender = await this.warehouse.connection.createAppender('spell');
    spells.forEach(({ upn, urn, minute }, at) => {
      appender.appendInteger(at);
      appender.appendVarchar(upn);
      appender.appendInteger(urn);
      appender.appendInteger(minute);
      appender.endRow();
    });
    appender.closeSync();
    await this.warehouse.run(
      `copy (${unfold()}) to ${quoted(path)} (format parquet, compression zstd, row_group_size 122880)`,
    );
    await this.warehouse.run('drop table day');
    await this.warehouse.run('drop table spell');
    this.appender = await begin(this.warehouse);
  }

  close(): void {
    this.appender.closeSync();
    this.warehouse.close();
  }
}

function newChunk(rows: number): Chunk {
  return DuckDBDataChunk.create([INTEGER, INTEGER, INTEGER], rows);
}

async function begin(warehouse: Warehouse): Promise<DuckDBAppender> {
  await warehouse.run('create table spell (spell integer, upn varchar, urn integer, minute integer)');
  await warehouse.run('create table day (spell integer, marks integer, rest integer)');
  return warehouse.connection.createAppender('day');
}

function known(calendar: SchoolYear, marks: Uint8Array, session: number): number {
  const mark = marks[session] ?? 0;
  if ((session & 1) === 1 && calendar.pmOpen[session >> 1] === 0) return 0;
  return mark === SILENT ? 0 : mark !== 0 ? mark : session & 1 ? BACKSLASH : SLASH;
}

function unfold(): string {
  const codes = `[${CODES.map((code) => (code === '' ? 'null' : quoted(code))).join(', ')}]`;
  return `
    select
      upn,
      urn,
      date '1970-01-01' + (marks & 65535) as date,
      ${codes}[1 + ((marks >> 16) & 127)] as am,
      ${codes}[1 + ((marks >> 23) & 127)] as pm,
      nullif(rest & 31, 0) as am_minutes_late,
      nullif((rest >> 5) & 31, 0) as pm_minutes_late,
      null::varchar as withdrawn,
      to_timestamp(86400 * ((marks & 65535) + (rest >> 10)) + 60 * minute) as recorded_at
    from day join spell using (spell)`;
}
