import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { quoted, Warehouse, type Row } from '#store';
import { outputs, type Output } from './outputs.ts';

/**
 * `tsx bench/england/compare.ts ONE OTHER [OUTPUT …]`: holds two folders of outputs against each other, cell by cell, rows
 * by their key. Names what differs, and ends with 1 where anything does. A table is one file, or a folder of them.
 */
const [one = '', other = '', ...names] = process.argv.slice(2);
if (one === '' || other === '') throw new Error('Say which two folders to compare: compare.ts ONE OTHER');

/** Rows shown of a table that differs. */
const SHOWN = 5;
const warehouse = await Warehouse.open({ folders: [one, other], memoryLimit: '4GiB' });
let [cells, faults] = [0, 0];
try {
  for (const output of outputs.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const found = await differences(output);
    faults += found.length;
    for (const line of found) process.stdout.write(`${output.name}: ${line}\n`);
  }
} finally {
  warehouse.close();
}
process.stdout.write(faults === 0 ? `The same: ${cells.toLocaleString('en')} cells.\n` : 'The two folders differ.\n');
process.exitCode = faults === 0 ? 0 : 1;

async function differences(output: Output): Promise<readonly string[]> {
  const [left, right] = [await tableAt(one, output), await tableAt(other, output)];
  for (const [folder, table] of [
    [one, left],
    [other, right],
  ] as const) {
    if (table === undefined) return [`not in ${folder}`];
    const lacking = output.columns.filter((column) => !table.columns.includes(column));
    if (lacking.length > 0) return [`${folder} lacks ${lacking.join(', ')}`];
    const { again } = await warehouse.row<{ again: number }>(
      `select count(*) - count(distinct ${keyOf(output)}) as again from ${table.rows}`,
    );
    if (again > 0) return [`${folder} has ${again} rows of a key that it has already`];
  }
  return left && right ? compareRows(output, left.rows, right.rows) : [];
}

async function compareRows(output: Output, left: string, right: string): Promise<readonly string[]> {
  const values = output.columns.filter((column) => !output.key.includes(column));
  const differs = values.map((column) => `(a.${column} is distinct from b.${column})`);
  const shown = [...values].flatMap((column) => [`a.${column} as a_${column}`, `b.${column} as b_${column}`]);
  const joined = `from ${texts(output, left)} as a full join ${texts(output, right)} as b on a.key = b.key`;
  const wrong = `a.key is null or b.key is null or ${differs.join(' or ')}`;
  const sums = values.map((column, at) => `count(*) filter (where ${differs[at]}) as ${column}`);
  const counts = await warehouse.row<{ rows: number; left_only: number; right_only: number }>(
    `select count(*) as rows, count(*) filter (where b.key is null) as left_only,
       count(*) filter (where a.key is null) as right_only ${joined}`,
  );
  cells += counts.rows * values.length;
  const columns = await warehouse.row(
    `select ${sums.join(', ')} ${joined} where a.key is not null and b.key is not null`,
  );
  const found = Object.entries(columns).filter(([, count]) => Number(count) > 0);
  if (found.length === 0 && counts.left_only + counts.right_only === 0) return [];
  const rows = await warehouse.rows(
    `select coalesce(a.key, b.key) as key, a.key is not null as in_one, b.key is not null as in_other, ${shown.join(', ')}
     ${joined} where ${wrong} order by 1 limit ${SHOWN}`,
  );
  return [
    ...(counts.left_only > 0 ? [`${counts.left_only} rows only in ${one}`] : []),
    ...(counts.right_only > 0 ? [`${counts.right_only} rows only in ${other}`] : []),
    ...found.map(([column, count]) => `${count} cells of ${column}`),
    ...rows.map((row) => `at ${described(row, values)}`),
  ];
}

function described(row: Row, values: readonly string[]): string {
  if (row['in_one'] !== true || row['in_other'] !== true) {
    return `${String(row['key'])}: only in ${row['in_one'] === true ? one : other}`;
  }
  const cellsOf = values
    .filter((column) => row[`a_${column}`] !== row[`b_${column}`])
    .map((column) => `${column} ${String(row[`a_${column}`])} or ${String(row[`b_${column}`])}`);
  return `${String(row['key'])}: ${cellsOf.join(', ')}`;
}

/** The rows of a table with all cells as text, so that only values are compared and not how wide a number is kept. */
function texts(output: Output, rows: string): string {
  const columns = output.columns.map((column) => `cast(${column} as varchar) as ${column}`);
  return `(select ${keyOf(output)} as key, ${columns.join(', ')} from ${rows})`;
}

function keyOf(output: Output): string {
  return output.key.map((column) => `cast(${column} as varchar)`).join(` || ' ' || `);
}

type Table = { readonly rows: string; readonly columns: readonly string[] };

async function tableAt(folder: string, { name }: Output): Promise<Table | undefined> {
  const path = await pathOf(folder, name);
  if (path === undefined) return undefined;
  const rows = `read_parquet(${quoted(path)})`;
  const described = await warehouse.rows<{ column_name: string }>(`describe select * from ${rows}`);
  return { rows, columns: described.map((row) => row.column_name) };
}

async function pathOf(folder: string, name: string): Promise<string | undefined> {
  const [file, parts] = [join(folder, `${name}.parquet`), join(folder, name)];
  if (await exists(file)) return file;
  return (await exists(parts)) ? join(parts, '*.parquet') : undefined;
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
