import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { quoted, type AreaFolder, type ReceivedFile, type Warehouse } from '#store';
import { getFormat, type FileKind } from './formats.ts';
import { parsedHashes, parsedPath, rejectedPath } from './received.ts';
import { rewriteText, textHolds } from './rewrite-text.ts';

/** What goes out of received files: the lines that a statement names, and a word wherever else it stands. */
export type Removal = {
  /** SQL with one column `line`, over `read` (the rows read from a file) and `unread` (what was rejected in it). */
  readonly lines: (kind: FileKind) => string;
  readonly word?: string;
  /** SQL that is run once before, over all that was received. */
  readonly first?: readonly string[];
};

/** How many lines of a file would go. */
export async function countGoing(
  warehouse: Warehouse,
  area: AreaFolder,
  file: ReceivedFile,
  kind: FileKind,
  removal: Removal,
): Promise<number> {
  await findGoing(warehouse, area, { ...file, kind }, removal);
  const { counted } = await warehouse.row<{ counted: number }>(
    'select count(distinct line) as counted from going where line > 0',
  );
  return counted;
}

async function findGoing(
  warehouse: Warehouse,
  area: AreaFolder,
  file: Pick<ReceivedFile, 'sha256'> & { readonly kind: FileKind },
  removal: Removal,
): Promise<void> {
  await warehouse.run(`create or replace temp view read as from read_parquet(${quoted(parsedPath(area, file))})`);
  await warehouse.run(`create or replace temp view unread as from read_parquet(${quoted(rejectedPath(area, file))})`);
  await warehouse.run(`create or replace temp table going as ${removal.lines(file.kind)}`);
}

/**
 * Writes a received file without what is to go, and what was read from it, under the hash of its new bytes. The old ones
 * stay until the manifest names them no more. Undefined where nothing of it has to go.
 */
export async function rewriteFile(
  warehouse: Warehouse,
  area: AreaFolder,
  file: ReceivedFile,
  kind: FileKind,
  removal: Removal,
): Promise<ReceivedFile | undefined> {
  await findGoing(warehouse, area, { ...file, kind }, removal);
  const lines = await warehouse.rows<{ line: number }>('select distinct line from going where line > 0');
  const received = join(area.received, file.sha256);
  const container = containerOf(file.name);
  const renamed = withoutWord(file.name, removal.word);
  const holds = renamed !== file.name || (await wordStands(warehouse, received, container, removal.word));
  if (lines.length === 0 && !holds) return undefined;
  const draft = `${received}.draft`;
  const going = new Set(lines.map(({ line }) => line));
  const rewritten =
    container === 'parquet'
      ? await rewriteParquet(warehouse, received, draft, going, removal.word)
      : await rewriteText(received, draft, container === 'csv.gz', { lines: going, word: removal.word });
  await rename(draft, join(area.received, rewritten.sha256));
  const next = { ...file, kind, name: renamed, sha256: rewritten.sha256, bytes: rewritten.bytes };
  await keepLines(warehouse, rewritten.removed);
  await copyRows(warehouse, 'read', parsedPath(area, next), removal.word);
  await copyRows(warehouse, 'unread', rejectedPath(area, next), removal.word);
  return { ...next, ...(await countsOf(warehouse, area, next)), parsed: await parsedHashes(area, next) };
}

type Container = 'csv' | 'csv.gz' | 'parquet';

function containerOf(name: string): Container {
  if (/\.parquet$/i.test(name)) return 'parquet';
  return /\.gz$/i.test(name) ? 'csv.gz' : 'csv';
}

async function wordStands(
  warehouse: Warehouse,
  path: string,
  container: Container,
  word: string | undefined,
): Promise<boolean> {
  if (word === undefined) return false;
  if (container !== 'parquet') return textHolds(path, container === 'csv.gz', word);
  const columns = await textColumns(warehouse, `select * from read_parquet(${quoted(path)})`);
  const held = columns.map((column) => `contains(upper(${column}), ${quoted(word)})`);
  const { found } = await warehouse.row<{ found: boolean }>(
    `select exists (select 1 from read_parquet(${quoted(path)}) where ${['false', ...held].join(' or ')}) as found`,
  );
  return found;
}

async function rewriteParquet(
  warehouse: Warehouse,
  from: string,
  to: string,
  going: ReadonlySet<number>,
  word: string | undefined,
): Promise<{ readonly sha256: string; readonly bytes: number; readonly removed: readonly number[] }> {
  const source = `read_parquet(${quoted(from)}, file_row_number = true)`;
  // Its lines are counted as those of the same rows in a file of text, the header included (raw-rows.ts).
  const words = await replaced(warehouse, `select * exclude (file_row_number) from ${source}`, word);
  await warehouse.run(
    `copy (select * exclude (file_row_number) ${words} from ${source}
       where file_row_number + 1 not in (select line from going where line is not null))
     to ${quoted(to)} (format parquet, compression zstd)`,
  );
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(to)) hash.update(Buffer.isBuffer(chunk) ? chunk : String(chunk));
  const { size } = await stat(to);
  return { sha256: hash.digest('hex'), bytes: size, removed: [...going].toSorted((a, b) => a - b) };
}

/** Relation `removed`: the lines that are gone, and how many are gone up to each. */
async function keepLines(warehouse: Warehouse, removed: readonly number[]): Promise<void> {
  await warehouse.run('create or replace temp table removed (line bigint, nth varchar)');
  await warehouse.appendTexts(
    'removed',
    1,
    removed.map((line, index) => [line, String(index + 1)] as const),
  );
}

/** The rows of the lines that stay, at their new lines. */
async function copyRows(
  warehouse: Warehouse,
  relation: 'read' | 'unread',
  to: string,
  word: string | undefined,
): Promise<void> {
  const words = await replaced(warehouse, `select * exclude (line) from ${relation}`, word);
  await rm(to, { force: true });
  await warehouse.run(
    `copy (
       select old.line - coalesce(removed.nth::bigint, 0) as line, old.* exclude (line) ${words}
       from ${relation} as old asof left join removed on old.line >= removed.line
       where old.line not in (select line from removed)
       order by old.line
     ) to ${quoted(to)} (format parquet, compression zstd)`,
  );
}

/** ` replace (…)` that takes a word out of every column of text; '' where nothing has to be. */
async function replaced(warehouse: Warehouse, select: string, word: string | undefined): Promise<string> {
  if (word === undefined) return '';
  const columns = await textColumns(warehouse, select);
  if (columns.length === 0) return '';
  return `replace (${columns.map((column) => `regexp_replace(${column}, ${quoted(word)}, '', 'gi') as ${column}`).join(', ')})`;
}

async function textColumns(warehouse: Warehouse, select: string): Promise<readonly string[]> {
  const described = await warehouse.rows<{ column_name: string; column_type: string }>(`describe ${select}`);
  return described
    .filter(({ column_type: type }) => type === 'VARCHAR')
    .map(({ column_name: name }) => `"${name.replaceAll('"', '""')}"`);
}

function withoutWord(name: string, word: string | undefined): string {
  return word === undefined ? name : name.replaceAll(new RegExp(word, 'gi'), '');
}

async function countsOf(
  warehouse: Warehouse,
  area: AreaFolder,
  file: Pick<ReceivedFile, 'sha256'> & { readonly kind: FileKind },
): Promise<Pick<ReceivedFile, 'rows' | 'rejected' | 'undated' | 'latest'>> {
  const dated = getFormat(file.kind).columns.some((column) => column.name === 'recorded_at');
  const history = dated
    ? 'count(*) filter (where recorded_at is null) as undated, max(recorded_at) as latest'
    : '0 as undated, null as latest';
  return warehouse.row<Pick<ReceivedFile, 'rows' | 'rejected' | 'undated' | 'latest'>>(
    `select count(*) as rows, ${history}, (select count(*) from read_parquet(${quoted(rejectedPath(area, file))})) as rejected
     from read_parquet(${quoted(parsedPath(area, file))})`,
  );
}
