import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';

const Counts = z.object({ passed: z.int(), failed: z.int(), skipped: z.int() });

const reporter = join(process.cwd(), 'scripts/reporter/plain-counts.ts');
const vitest = join(process.cwd(), 'node_modules/vitest/vitest.mjs');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plain-counts-'));
  const config = { test: { globals: true, watch: false } };
  writeFileSync(
    join(folder, 'vitest.config.mjs'),
    `import { plainCounts } from ${JSON.stringify(reporter)};
     export default { test: { ...${JSON.stringify(config.test)}, reporters: ['default', plainCounts] } };`,
  );
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('a run ends with the counts of the runner', () => {
  writeFileSync(
    join(folder, 'mixed.test.js'),
    `test('a', () => {}); test('b', () => {}); test('c', () => { throw new Error('no'); }); test.skip('d', () => {}); test.todo('e');`,
  );
  expect(run()).toEqual({
    last: '2 passed, 1 failed, 2 skipped',
    counts: { passed: 2, failed: 1, skipped: 2 },
    status: 1,
  });
});

test('a file that cannot be run, a suite whose setting-up fails and a lost promise are failures', () => {
  writeFileSync(join(folder, 'broken.test.js'), `throw new Error('no'); test('a', () => {});`);
  writeFileSync(join(folder, 'setup.test.js'), `beforeAll(() => { throw new Error('no'); }); test('b', () => {});`);
  writeFileSync(join(folder, 'lost.test.js'), `test('c', () => { Promise.reject(new Error('no')); });`);
  const { counts, status } = run();
  expect(counts).toMatchObject({ passed: 1 });
  expect(counts.failed).toBeGreaterThanOrEqual(3);
  expect(status).toBe(1);
});

test('an empty run is not a good one', () => {
  expect(run()).toMatchObject({ status: 1 });
});

function run() {
  const file = join(folder, 'counts.json');
  const ran = spawnSync(process.execPath, [vitest, 'run', '--root', folder], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], COUNTS_FILE: file, NO_COLOR: '1' },
  });
  const counts = Counts.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { last: ran.stdout.trim().split('\n').at(-1), counts, status: ran.status };
}
