import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Warehouse } from './warehouse.ts';

/** One relation: a `.sql` file that holds one SELECT and is named for what it makes (`session-state.sql` → session_state). */
export type Model = { readonly name: string; readonly sql: string; readonly reads: readonly string[] };

/** Reads every model of some folders and finds what each reads with the engine’s own parser. */
export async function readModels(warehouse: Warehouse, folders: readonly URL[]): Promise<ReadonlyMap<string, Model>> {
  const models = new Map<string, Model>();
  for (const folder of folders) {
    for (const file of (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()) {
      const name = file.replace(/\.sql$/, '').replaceAll('-', '_');
      if (models.has(name)) throw new Error(`store/model-twice: two models make ${name}`);
      const sql = await readFile(new URL(file, folder), 'utf8');
      models.set(name, { name, sql, reads: await relationsRead(warehouse, name, sql) });
    }
  }
  return models;
}

/**
 * Makes the wanted relations and what they need, in order, and drops what only served on the way.
 * A relation that exists already (in `given`) is used as it stands.
 */
export async function buildModels(
  warehouse: Warehouse,
  models: ReadonlyMap<string, Model>,
  wanted: readonly string[],
  given: ReadonlySet<string> = new Set(),
  onBuilt: (name: string) => void = () => undefined,
): Promise<void> {
  const order = buildOrder(models, wanted, given);
  const lastUse = new Map<string, string>();
  for (const model of order) for (const read of model.reads) lastUse.set(read, model.name);
  for (const model of order) {
    await warehouse.run(`create or replace temp table ${model.name} as ${model.sql}`);
    onBuilt(model.name);
    for (const read of model.reads) {
      const spent = models.has(read) && !given.has(read) && !wanted.includes(read) && lastUse.get(read) === model.name;
      if (spent) await warehouse.run(`drop table ${read}`);
    }
  }
}

/** Models in an order in which each comes after what it reads. */
export function buildOrder(
  models: ReadonlyMap<string, Model>,
  wanted: readonly string[],
  given: ReadonlySet<string>,
): readonly Model[] {
  const order: Model[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (name: string, path: readonly string[]): void => {
    const model = models.get(name);
    if (!model || given.has(name) || state.get(name) === 'done') return;
    if (state.get(name) === 'open') throw new Error(`store/model-cycle: ${[...path, name].join(' → ')}`);
    state.set(name, 'open');
    for (const read of model.reads) visit(read, [...path, name]);
    state.set(name, 'done');
    order.push(model);
  };
  for (const name of wanted) {
    if (!models.has(name) && !given.has(name)) throw new Error(`store/no-model: nothing makes ${name}`);
    visit(name, []);
  }
  return order;
}

/**
 * Names what relations are made by: the models of some folders, and whatever else decides what they make. Where anything
 * of it changes, so does the name, and what was made by it before has to be made again.
 */
export async function formOf(folders: readonly URL[], decides: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const file of (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()) {
      hash.update(file).update(await readFile(new URL(file, folder)));
    }
  }
  return hash.update(JSON.stringify(decides)).digest('hex').slice(0, 12);
}

/** What each SELECT reads, by its text: there are a hundred models, and each is parsed once a process. */
const readsOf = new Map<string, readonly string[]>();

async function relationsRead(warehouse: Warehouse, name: string, sql: string): Promise<readonly string[]> {
  const known = readsOf.get(sql);
  if (known) return known;
  const { tree } = await warehouse.row<{ tree: string }>('select json_serialize_sql($sql::varchar) as tree', { sql });
  const parsed: unknown = JSON.parse(tree);
  if (isRecord(parsed) && parsed['error'] === true) {
    throw new Error(`store/model-sql: ${name}: ${String(parsed['error_message'])}`);
  }
  const found = { tables: new Set<string>(), ctes: new Set<string>() };
  collect(parsed, found);
  const reads = [...found.tables].filter((table) => !found.ctes.has(table)).toSorted();
  readsOf.set(sql, reads);
  return reads;
}

function collect(node: unknown, found: { readonly tables: Set<string>; readonly ctes: Set<string> }): void {
  if (Array.isArray(node)) {
    for (const item of node) collect(item, found);
  } else if (isRecord(node)) {
    if (node['type'] === 'BASE_TABLE' && typeof node['table_name'] === 'string') found.tables.add(node['table_name']);
    const ctes = isRecord(node['cte_map']) ? node['cte_map']['map'] : undefined;
    if (Array.isArray(ctes)) for (const cte of ctes) if (isRecord(cte)) found.ctes.add(String(cte['key']));
    for (const value of Object.values(node)) collect(value, found);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
