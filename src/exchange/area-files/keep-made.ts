import { copyFile, link, mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '#kernel';
import {
  commitManifest,
  findHash,
  quoted,
  readManifest,
  timeOf,
  Warehouse,
  type AreaFolder,
  type Manifest,
  type ReceivedFile,
} from '#store';
import { keepRegister, type PackedBefore } from './derive-register.ts';
import { getFormat, type FileKind, type Format } from './formats.ts';
import type { Read } from './receive.ts';
import { parsedHashes, parsedPath, rejectedPath } from './received.ts';
import { typedColumns } from './typed-rows.ts';

/** A file of rows that were made and never stood in one: SQL for those of its columns that say something. */
export type MadeFile = {
  readonly kind: FileKind;
  readonly name: string;
  /** Run before the rows are asked for. */
  readonly first?: readonly string[];
  readonly sql: string;
};

export type KeepMade = {
  readonly clock: Clock;
  readonly by: string;
  readonly about: Pick<Manifest, 'name' | 'demonstration' | 'region'>;
  /** Folders that the SQL of the files reads. */
  readonly from: readonly string[];
  /** The register of a year, packed from these very rows: it is moved to its place. */
  readonly register: PackedBefore;
  /** Files written side by side. */
  readonly processors: number;
  readonly onProgress: (done: number, total: number, words: string) => void;
};

/**
 * Makes an area’s store of rows that were made: the one that is there after an import of files with these rows. Each file
 * is an area file, kept as it came, and at once what was read from it, since its rows bear their lines: one file under two
 * names. For a folder that is new; nothing counts before the manifest, which is written last.
 */
export async function keepMade(area: AreaFolder, files: readonly MadeFile[], options: KeepMade): Promise<Manifest> {
  await Promise.all([area.received, area.parsed].map((path) => mkdir(path, { recursive: true })));
  const before = await readManifest(area);
  const reads = await writeAll(area, files, options);
  const at = timeOf(before, options.clock);
  const id = `import-${before.version + 1}`;
  const next: Manifest = {
    ...before,
    ...options.about,
    version: before.version + 1,
    imports: [{ id, at, by: options.by }],
    files: reads.map((read, index): ReceivedFile => ({ ...read, receivedAt: at, importId: id, position: index + 1 })),
  };
  await keepRegister(area, next, options.register, options.clock);
  await commitManifest(area, next);
  return next;
}

/** As many at once as there are processors, each with a warehouse of its own; in the order of the files. */
async function writeAll(area: AreaFolder, files: readonly MadeFile[], options: KeepMade): Promise<readonly Read[]> {
  const reads: Read[] = [];
  const queue = files.entries();
  let [done, failed] = [0, false];
  const work = async (_: unknown, processor: number): Promise<void> => {
    const spillFolder = join(area.path, `spill-${processor}`);
    const folders = [area.path, ...options.from];
    const warehouse = await Warehouse.open({ folders, memoryLimit: '1GiB', threads: 1, spillFolder });
    try {
      for (const [nth, file] of queue) {
        if (failed) return;
        reads[nth] = await write(warehouse, area, file, nth);
        options.onProgress((done += 1), files.length, `Writing ${file.name}`);
      }
    } catch (error) {
      failed = true;
      throw error;
    } finally {
      warehouse.close();
      await rm(spillFolder, { recursive: true, force: true });
    }
  };
  const all = await Promise.allSettled(Array.from({ length: options.processors }, work));
  for (const one of all) if (one.status === 'rejected') throw one.reason;
  return reads;
}

async function write(warehouse: Warehouse, area: AreaFolder, file: MadeFile, nth: number): Promise<Read> {
  const format = getFormat(file.kind);
  for (const statement of file.first ?? []) await warehouse.run(statement);
  const draft = join(area.parsed, `${nth}.draft`);
  // Its lines go up by one, which only the second version of Parquet writes in next to no room.
  await warehouse.run(
    `copy (${await readSql(warehouse, format, file.sql)}) to ${quoted(draft)} (format parquet, compression zstd, parquet_version v2)`,
  );
  const sha256 = (await findHash(draft)) ?? '';
  const kept = { sha256, kind: file.kind };
  await rename(draft, parsedPath(area, kept));
  await link(parsedPath(area, kept), join(area.received, sha256)).catch(() =>
    copyFile(parsedPath(area, kept), join(area.received, sha256)),
  );
  await warehouse.run(`copy (${NOTHING_REJECTED}) to ${quoted(rejectedPath(area, kept))} (format parquet)`);
  const dated = format.columns.some((column) => column.name === 'recorded_at');
  const history = dated
    ? 'count(*) - count(recorded_at) as undated, max(recorded_at) as latest'
    : '0 as undated, null as latest';
  const counts = await warehouse.row<{ rows: number; undated: number; latest: string | null }>(
    `select count(*) as rows, ${history} from read_parquet(${quoted(parsedPath(area, kept))})`,
  );
  return {
    ...kept,
    name: file.name,
    bytes: (await stat(parsedPath(area, kept))).size,
    ...counts,
    rejected: 0,
    parsed: await parsedHashes(area, kept),
    ignoredColumns: [],
    layout: null,
  };
}

/** What a reading leaves of the rows: their lines, and every column of the format in its type. */
async function readSql(warehouse: Warehouse, format: Format, sql: string): Promise<string> {
  const made = await warehouse.rows<{ column_name: string }>(`describe ${sql}`);
  const said = new Set(made.map((column) => column.column_name));
  const columns = typedColumns(format).map(
    ({ name, type }) => `cast(${said.has(name) ? name : 'null'} as ${type}) as ${name}`,
  );
  return `select row_number() over () as line, ${columns.join(', ')}, false as had_fault from (${sql})`;
}

const NOTHING_REJECTED = `
  select null::bigint as line, null::varchar as column_name, null::varchar as value, null::varchar as fault,
    null::varchar as problem, null::boolean as whole_row, null::varchar as upn, null::integer as urn,
    null::date as entry_date, null::date as leaving_date, null::varchar as cell, null::date as date
  where false`;
