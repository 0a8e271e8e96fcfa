import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { quoted, type Row, type Warehouse } from '#store';
import { compileLayout, type CompiledLayout, type Layout } from './index.ts';

export type TextFile = {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

export function readSample(name: string): TextFile {
  const text = readFileSync(new URL(`../../../samples/${name}`, import.meta.url), 'utf8');
  const [header = [], ...rows]: string[][] = parse(text);
  return { name, header, rows };
}

export function compiled(layout: Layout, header: readonly string[]): CompiledLayout {
  const result = compileLayout(layout, header);
  if (result.kind === 'refused') throw new Error(result.problem);
  return result;
}

/** A file’s rows as the importer hands them over; the header is line 1. */
export async function loadRaw(warehouse: Warehouse, { header, rows }: Omit<TextFile, 'name'>): Promise<void> {
  await warehouse.run(
    `CREATE OR REPLACE TABLE raw (line BIGINT, ${header.map((_, at) => `c${at + 1} VARCHAR`).join(', ')})`,
  );
  for (let from = 0; from < rows.length; from += 200) {
    const lines = rows
      .slice(from, from + 200)
      .map((row, at) => `(${[String(from + at + 2), ...header.map((_, cell) => quoted(row[cell] ?? ''))].join(', ')})`);
    await warehouse.run(`INSERT INTO raw VALUES ${lines.join(', ')}`);
  }
}

/** What a layout makes of a file, in line order. */
export async function readWith(
  warehouse: Warehouse,
  layout: Layout,
  file: Omit<TextFile, 'name'>,
): Promise<readonly Row[]> {
  const { select } = compiled(layout, file.header);
  await loadRaw(warehouse, file);
  const order = layout.kind === 'marks' ? 'line, date, am NULLS LAST' : 'line';
  return warehouse.rows(`SELECT * FROM (${select}) ORDER BY ${order}`);
}
