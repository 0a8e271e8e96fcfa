import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { messageOf, Refusal, type Rejection } from '#kernel';
import { quoted, type AreaFolder, type ReceivedFile, type Warehouse } from '#store';
import { compileLayout, type Layout } from '#exchange/layouts';
import { findKindByName, getFormat, type FileKind, type Format } from './formats.ts';
import { loadRaw, type RawRows } from './raw-rows.ts';
import { problemOf } from './problems.ts';
import { parsedHashes, parsedPath, rejectedPath } from './received.ts';
import { scanFile, type Scan } from './scan.ts';
import { acceptedSql, faultySql, judgedSql, macros, rejectedSql, upnsSql, type Sources } from './typed-rows.ts';

/** A file to bring in: where it is, what to call it, and the layout it is read through where it is not our own. */
export type Incoming = { readonly path: string; readonly name: string; readonly layout?: Layout };

/** Called as a file is worked on, for a progress bar: `read` of `of` bytes’ worth of the work on it is done. */
export type Progress = (event: {
  readonly file: string;
  readonly read: number;
  readonly of: number;
  readonly words: string;
}) => void;

/** How much of the work on a file is done after each step, as measured on a register of a million rows. */
const DONE = { checked: 0.2, loaded: 0.5, judged: 0.52, written: 0.94, listed: 0.96, kept: 1 } as const;
type Reach = (step: keyof typeof DONE) => void;

export type Read = Omit<ReceivedFile, 'receivedAt' | 'importId' | 'position'>;

/** Area files of a folder, in name order (byte value). Other files are left alone. */
export async function listAreaFiles(folder: string): Promise<readonly Incoming[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw new Refusal(
      'folder/unreadable',
      `${folder} cannot be read: ${messageOf(error)}. Give the folder that holds the area’s files.`,
    );
  });
  const files = names
    .filter((name) => findKindByName(name) !== undefined)
    .toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  if (files.length === 0) {
    throw new Refusal(
      'folder/no-files',
      `${folder} holds no area files. Name them schools, sessions, roll, marks, suspensions or removals, as .csv, .csv.gz or .parquet.`,
    );
  }
  return files.map((name) => ({ path: join(folder, name), name }));
}

/**
 * Reads one file to Parquet in the area’s folder, with what was rejected beside it. Throws Refusal where the file cannot
 * be read at all; then, and after a kill, whatever it had written is named by no manifest and is swept away.
 */
export async function readIncoming(
  warehouse: Warehouse,
  area: AreaFolder,
  incoming: Incoming,
  options: {
    readonly keep: boolean;
    readonly isHeld: (sha256: string) => boolean;
    readonly progress?: Progress | undefined;
  },
): Promise<Read | 'held'> {
  const progress = options.progress ?? (() => undefined);
  const { size } = await stat(incoming.path);
  let read = 0;
  const scan = await scanFile(incoming.path, (bytes) => {
    read += bytes;
    progress({ file: incoming.name, read: read * DONE.checked, of: size, words: 'Checking' });
  });
  if (options.isHeld(scan.sha256)) return 'held';
  const reach: Reach = (step) => progress({ file: incoming.name, read: size * DONE[step], of: size, words: 'Reading' });
  reach('checked');
  await Promise.all([mkdir(area.received, { recursive: true }), mkdir(area.parsed, { recursive: true })]);
  const result = await parse(warehouse, area, incoming, scan, reach);
  if (options.keep)
    await pipeline(
      createReadStream(incoming.path),
      createWriteStream(join(area.received, scan.sha256), { flush: true }),
    );
  reach('kept');
  return result;
}

async function parse(
  warehouse: Warehouse,
  area: AreaFolder,
  incoming: Incoming,
  scan: Scan,
  reach: Reach,
): Promise<Read> {
  for (const macro of macros) await warehouse.run(macro);
  const raw = await loadRaw(warehouse, incoming.path, scan);
  reach('loaded');
  const { format, sources, ignored, columnInFile } = await columnsOf(warehouse, incoming, raw);
  const target = { sha256: scan.sha256, kind: format.kind };
  await warehouse.run(`create or replace temp table upn_checked as ${upnsSql(sources)}`);
  reach('judged');
  await warehouse.run(`create or replace temp view judged as ${judgedSql(format, sources)}`);
  await warehouse.run(
    `copy (${acceptedSql(format)}) to ${quoted(parsedPath(area, target))} (format parquet, compression zstd)`,
  );
  reach('written');
  const dated = format.columns.some((column) => column.name === 'recorded_at');
  const history = dated
    ? 'count(*) filter (where recorded_at is null) as undated, max(recorded_at) as latest'
    : '0 as undated, null as latest';
  const { faults, ...counts } = await warehouse.row<{
    rows: number;
    undated: number;
    latest: string | null;
    faults: number;
  }>(
    `select count(*) as rows, ${history}, (select count(*) from raw) - count(*) filter (where not had_fault) as faults from read_parquet(${quoted(parsedPath(area, target))})`,
  );
  if (faults > 0) await warehouse.run(`create or replace temp table faulty as ${faultySql(format)}`);
  await writeRejections(
    warehouse,
    area,
    target,
    faults > 0 ? faultRows(format, columnInFile) : undefined,
    raw.rejections,
  );
  reach('listed');
  const { rejected } = await warehouse.row<{ rejected: number }>(
    `select count(*) as rejected from read_parquet(${quoted(rejectedPath(area, target))})`,
  );
  return {
    ...target,
    name: incoming.name,
    bytes: scan.bytes,
    ...counts,
    rejected,
    parsed: await parsedHashes(area, target),
    ignoredColumns: [...ignored],
    layout: incoming.layout?.id ?? null,
  };
}

type Columns = {
  readonly format: Format;
  readonly sources: Sources;
  readonly ignored: readonly string[];
  readonly columnInFile: Readonly<Record<string, string>>;
};

/** Where each column of the format comes from in `raw`: by its own name, or through a layout. */
async function columnsOf(warehouse: Warehouse, incoming: Incoming, raw: RawRows): Promise<Columns> {
  if (incoming.layout) return throughLayout(warehouse, incoming.name, incoming.layout, raw);
  const kind = findKindByName(incoming.name);
  if (!kind) {
    throw new Refusal(
      'file/unknown-kind',
      `${incoming.name} is not named like an area file. Name it schools, sessions, roll, marks, suspensions or removals, or choose a layout.`,
    );
  }
  const format = getFormat(kind);
  const twice = raw.header.find((name, index) => raw.header.indexOf(name) !== index);
  if (twice !== undefined)
    throw new Refusal('file/column-twice', `${incoming.name} has the column “${twice}” twice. Keep one.`);
  const missing = format.columns.filter((column) => column.required && !raw.header.includes(column.name));
  if (missing.length > 0) {
    throw new Refusal(
      'file/columns-missing',
      `${incoming.name} has no column ${missing.map((column) => column.name).join(', ')}. A file of ${kind} needs: ${format.columns
        .filter((column) => column.required)
        .map((column) => column.name)
        .join(', ')}. If it is another system’s export, choose a layout.`,
    );
  }
  const known = new Set(format.columns.map((column) => column.name));
  const sources = Object.fromEntries(
    raw.header.flatMap((name, index) =>
      known.has(name) ? [[name, { sql: `c${index + 1}`, type: raw.types[index] ?? 'VARCHAR' }]] : [],
    ),
  );
  return { format, sources, ignored: raw.header.filter((name) => !known.has(name)), columnInFile: {} };
}

async function throughLayout(warehouse: Warehouse, name: string, layout: Layout, raw: RawRows): Promise<Columns> {
  const compiled = compileLayout(layout, raw.header);
  if (compiled.kind === 'refused') throw new Refusal('file/layout', `${name}: ${compiled.problem}`);
  const format = getFormat(layout.kind satisfies FileKind);
  await warehouse.run(`create or replace temp table raw_own as ${compiled.select}`);
  const made = await warehouse.rows<{ column_name: string }>('describe raw_own');
  const names = made.map((column) => column.column_name).filter((column) => column !== 'line');
  await warehouse.run('create or replace temp view raw as from raw_own');
  return {
    format,
    sources: Object.fromEntries(names.map((column) => [column, { sql: `"${column}"`, type: 'VARCHAR' }])),
    ignored: compiled.keptOut,
    columnInFile: compiled.columnInFile,
  };
}

/** The SELECT of every rejected value of `faulty`, with the words for it. */
function faultRows(format: Format, columnInFile: Readonly<Record<string, string>>): string {
  const faults =
    'required upn urn la date recorded-at leaving-date unknown-code not-in-force minutes nhs-number flag whole list'.split(
      ' ',
    );
  const words = format.columns.flatMap((column) =>
    faults.map((fault) => `(${[column.name, fault, problemOf(column, fault)].map(quoted).join(', ')})`),
  );
  const headers = format.columns.map(
    (column) => `(${quoted(column.name)}, ${quoted(columnInFile[column.name] ?? column.name)})`,
  );
  return `select line, header as column_name, left(value, 80) as value, fault, problem, whole_row, upn, urn, entry_date, leaving_date,
      column_name as cell, date
    from (${rejectedSql(format)})
    left join (values ${words.join(', ')}) as words(column_name, fault, problem) using (column_name, fault)
    left join (values ${headers.join(', ')}) as headers(column_name, header) using (column_name)`;
}

/** What was rejected, in Parquet: values (the SELECT `faults`, where there are any) and rows that could not be read at all. */
async function writeRejections(
  warehouse: Warehouse,
  area: AreaFolder,
  file: { readonly sha256: string; readonly kind: FileKind },
  faults: string | undefined,
  unreadable: readonly Rejection[],
): Promise<void> {
  await warehouse.run(
    `create or replace temp table unreadable (line BIGINT, value VARCHAR, fault VARCHAR, problem VARCHAR)`,
  );
  await warehouse.appendTexts(
    'unreadable',
    3,
    unreadable.map((one) => [one.line, one.value, one.fault, one.problem] as const),
  );
  const whole = `select line, '' as column_name, value, fault, problem, true as whole_row, null::varchar as upn, null::integer as urn,
    null::date as entry_date, null::date as leaving_date, null::varchar as cell, null::date as date from unreadable`;
  await warehouse.run(
    `copy (${faults === undefined ? whole : `${faults} union all ${whole}`} order by line) to ${quoted(rejectedPath(area, file))} (format parquet, compression zstd)`,
  );
}

/** Removes what a refused import had written. */
export async function discard(area: AreaFolder, read: Pick<Read, 'sha256' | 'kind'>): Promise<void> {
  await Promise.all([
    rm(parsedPath(area, read), { force: true }),
    rm(rejectedPath(area, read), { force: true }),
    rm(join(area.received, read.sha256), { force: true }),
  ]);
}
