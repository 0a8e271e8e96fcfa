import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { carriedCatalogue } from './carried-releases.ts';
import { DATA_FOLDER } from './data-folder.ts';

const { releases, lookups } = carriedCatalogue();
const files = [...releases, ...lookups];
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('every carried file', () => {
  test.each(files.map((file) => [file.file, file] as const))('%s is what the catalogue says', (_name, carried) => {
    const bytes = readFileSync(join(DATA_FOLDER, carried.file));
    const csv = carried.file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
    expect(sha256(bytes)).toBe(carried.fileSha256);
    expect(sha256(csv)).toBe(carried.sha256);
    const rows: unknown = parse(csv, { bom: true, relax_column_count: true });
    expect(Array.isArray(rows) && rows.length - 1).toBe(carried.rows);
  });

  test('is catalogued, and the catalogue names no other', () => {
    const found = readdirSync(DATA_FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.csv(\.gz)?$/.test(name),
    );
    expect(found.toSorted()).toEqual(files.map((file) => file.file).toSorted());
  });

  test('is attributed in NOTICE under its licence', () => {
    const notice = readFileSync(join(DATA_FOLDER, '../NOTICE'), 'utf8');
    expect(notice).toContain('Contains public sector information licensed under the Open Government Licence v3.0');
    for (const { file, source } of files) {
      expect(notice).toContain(`data/${file}`);
      expect(notice).toContain(source.repository.replace('https://github.com/', ''));
    }
  });
});

test('what Kith carries stays small', () => {
  const sizes = readdirSync(DATA_FOLDER, { recursive: true, encoding: 'utf8' }).map(
    (name) => statSync(join(DATA_FOLDER, name)).size,
  );
  expect(sizes.reduce((total, size) => total + size, 0)).toBeLessThan(12 * 1024 * 1024);
});
