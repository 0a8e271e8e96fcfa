import { join } from 'node:path';
import {
  findHash,
  lastChange,
  quoted,
  type AreaFolder,
  type Manifest,
  type ReceivedFile,
  type Warehouse,
} from '#store';
import { formats, type FileKind, type Format } from './formats.ts';
import { typedColumns } from './typed-rows.ts';

/** A line’s place in reading order: files in theirs, then lines. More lines than this a file are not read. */
const LINES_A_FILE = 4_294_967_296;

const RELATION: Readonly<Record<FileKind, string>> = {
  schools: 'received_school',
  sessions: 'received_session',
  roll: 'received_spell',
  marks: 'received_mark',
  suspensions: 'received_suspension',
  removals: 'received_removal',
};

export function parsedPath(area: AreaFolder, file: Pick<ReceivedFile, 'sha256' | 'kind'>): string {
  return join(area.parsed, `${file.sha256}-${file.kind}.parquet`);
}

export function rejectedPath(area: AreaFolder, file: Pick<ReceivedFile, 'sha256' | 'kind'>): string {
  return join(area.parsed, `${file.sha256}-${file.kind}-rejected.parquet`);
}

/** The hashes of what was read from a file, once it is written. */
export async function parsedHashes(
  area: AreaFolder,
  file: Pick<ReceivedFile, 'sha256' | 'kind'>,
): Promise<NonNullable<ReceivedFile['parsed']>> {
  const [rows, rejected] = await Promise.all([findHash(parsedPath(area, file)), findHash(rejectedPath(area, file))]);
  return { rows: rows ?? '', rejected: rejected ?? '' };
}

/** Makes the `received_*` relations of an area: all rows ever received that can be used, with when each was recorded. */
export async function createReceived(warehouse: Warehouse, area: AreaFolder, manifest: Manifest): Promise<void> {
  for (const format of formats) {
    const files = manifest.files.filter((file) => file.kind === format.kind);
    await warehouse.run(`create or replace temp view ${RELATION[format.kind]} as ${receivedSql(area, format, files)}`);
  }
  const until = lastChange(manifest);
  await warehouse.run(
    `create or replace temp view received_until as select ${until === undefined ? 'null::timestamp' : `timestamp ${quoted(until.slice(0, -1))}`} as moment`,
  );
  await warehouse.run(`create or replace temp view set_half_term as ${setHalfTermsSql(manifest)}`);
}

/** The half terms that the area set itself: year, half_no (1 to 6), first_day, last_day. */
function setHalfTermsSql({ terms }: Manifest): string {
  const rows = Object.entries(terms).flatMap(([year, halves]) =>
    halves.map(
      ({ first, last }, index) => `(${quoted(year)}, ${index + 1}, date ${quoted(first)}, date ${quoted(last)})`,
    ),
  );
  if (rows.length > 0) return `from (values ${rows.join(', ')}) as t(year, half_no, first_day, last_day)`;
  return `select ''::varchar as year, 0 as half_no, null::date as first_day, null::date as last_day where false`;
}

function receivedSql(area: AreaFolder, format: Format, files: readonly ReceivedFile[]): string {
  if (files.length === 0) return emptySql(format);
  const dated = format.columns.some((column) => column.name === 'recorded_at');
  const columns = format.columns
    .map((column) => column.name)
    .filter((name) => name !== 'recorded_at' && name !== 'withdrawn');
  const parts = files.map((file) => {
    const source = `read_parquet(${quoted(parsedPath(area, file))})`;
    const received = `timestamp ${quoted(file.receivedAt.slice(0, -1))}`;
    const history = dated ? `, coalesce(withdrawn, false) as withdrawn, recorded_at, ${received} as received_at` : '';
    const seq = `cast(${file.position} as bigint) * ${LINES_A_FILE} + line as seq`;
    return `select ${columns.join(', ')}${history}, ${seq}, ${file.position} as file_no, line from ${source}`;
  });
  const all = parts.join(' union all ');
  if (!dated) return all;
  const receipts = new Set(files.filter((file) => file.undated > 0).map((file) => file.receivedAt));
  const rest = [...columns, 'withdrawn'];
  if (receipts.size <= 1) {
    return `select ${rest.join(', ')}, coalesce(recorded_at, received_at) as recorded_at, seq, file_no, line from (${all})`;
  }
  // A row's receipt time is that of its first import: an undated row that came again is as old as the first time.
  return `select ${rest.join(', ')}, recorded_at, seq, file_no, line from (${all}) where recorded_at is not null
    union all
    select ${rest.join(', ')}, min(received_at) over (partition by ${rest.join(', ')}) as recorded_at, seq, file_no, line
    from (${all}) where recorded_at is null`;
}

function emptySql(format: Format): string {
  const typed = typedColumns(format).map(({ name, type }) => `null::${type} as ${name}`);
  return `select ${typed.join(', ')}, 0::bigint as seq, 0 as file_no, 0::bigint as line where false`;
}
