import { basename } from 'node:path';
import { readManifest, type AreaFolder } from '#store';
import { parseLayout, shippedLayouts, type Layout } from '#exchange/layouts';
import { readCarefully } from './careful-csv.ts';

/** The header and first rows of a text file, for proposing how to read it. */
export type Sample = {
  readonly name: string;
  readonly header: readonly string[];
  readonly sample: readonly (readonly string[])[];
};

const ROWS = 60;

/** The head of a CSV file, or undefined where it has none (Parquet, empty). */
export async function findSample(path: string, name = basename(path)): Promise<Sample | undefined> {
  if (/\.parquet$/i.test(name)) return undefined;
  const rows: (readonly string[])[] = [];
  for await (const records of readCarefully(path, /\.gz$/i.test(name))) {
    for (const record of records) if (record.kind === 'record') rows.push(record.fields);
    if (rows.length > ROWS) break;
  }
  const [header, ...sample] = rows;
  return header ? { name, header, sample: sample.slice(0, ROWS) } : undefined;
}

/** The area’s own layouts first, then those that come with Kith. */
export async function listLayouts(area: AreaFolder): Promise<readonly Layout[]> {
  const { layouts } = await readManifest(area);
  return [...layouts.map(parseLayout), ...shippedLayouts];
}
