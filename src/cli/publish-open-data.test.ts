import { cp, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixedClock, instantOf } from '#kernel';
import { workedArea, workFolder } from '#testing';
import { kithAt, type Said } from './kith.example.ts';

const kith = kithAt(fixedClock(instantOf(Date.parse('2026-11-26T09:00:00Z'))));

function says(status: number, words: string): (said: Said) => boolean {
  return (said) => said.status === status && (status === 0 ? said.out : said.err).includes(words);
}

test('an area releases a year once: seen first, copied where it is wanted, and never in a way that shows a few', async () => {
  const folder = await workFolder();
  const [area, website] = [join(folder, 'area'), join(folder, 'website')];
  await cp(workedArea, area, { recursive: true });
  const publish = (...more: readonly string[]) => kith('publish-open-data', area, '--year', '2024/25', ...more);

  expect(await publish()).toSatisfy(says(1, 'kith import'));
  expect((await kith('import', area)).status).toBe(0);
  const store = join(area, '.kith');

  const seen = await publish('--dry-run');
  expect(seen).toSatisfy(says(0, 'This would be release 2024-25.1. Nothing was written.'));
  expect(seen.out).toContain('Hidden because it counts only a few people.');
  expect((await readdir(store)).filter((name) => name.includes('open-data'))).toEqual([]);

  await mkdir(join(website, '2024-25.1'), { recursive: true });
  expect(await publish('--out', website)).toSatisfy(says(1, '--out'));
  expect((await readdir(store)).filter((name) => name.includes('open-data'))).toEqual([]);

  const copy = join(folder, 'copy');
  expect(await publish('--out', copy)).toSatisfy(says(0, 'Published release 2024-25.1'));
  expect(await readdir(join(copy, '2024-25.1'))).toEqual(['absence', 'lost-learning']);
  expect(await readdir(join(copy, '2024-25.1', 'absence'))).toHaveLength(7);
  expect((await stat(join(store, 'open-data-true-numbers', '2024-25.1.json'))).mode & 0o077).toBe(0);

  expect(await publish()).toSatisfy(says(0, 'says the same already'));
  const close = await publish('--as-of', '2025-03-31');
  expect(close).toSatisfy(says(1, 'what changed for a few children'));
  expect(await readdir(join(store, 'open-data'))).toEqual(['2024-25.1']);

  await rm(join(store, 'open-data', '2024-25.1'), { recursive: true });
  expect(await publish('--as-of', '2025-03-31')).toSatisfy(says(1, 'what changed for a few children'));
  expect(await publish()).toSatisfy(says(0, 'Published release 2024-25.2'));
  expect(await readdir(join(store, 'open-data-true-numbers'))).toEqual(['2024-25.1.json', '2024-25.2.json']);
});
