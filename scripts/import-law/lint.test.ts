import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

// One breach a line. The type-aware rules need a second program (tsgolint); without it lint passes and proves little.
const PLANTED: readonly (readonly [rule: string, source: string])[] = [
  [
    'typescript(no-floating-promises)',
    `async function later(): Promise<number> { return Promise.resolve(1); } later();`,
  ],
  ['typescript(no-explicit-any)', `export const a: any = JSON.parse('1');`],
  ['typescript(no-unsafe-assignment)', `export const b = a;`],
  ['typescript(no-unsafe-member-access)', `export const c: unknown = a.b;`],
  ['typescript(no-unsafe-call)', `export const d: unknown = a();`],
  ['typescript(no-non-null-assertion)', `export const e = [1][0]!;`],
  ['typescript(no-misused-promises)', `[1].forEach(async () => { await later(); });`],
  ['typescript(only-throw-error)', `export function f(): never { throw 'text'; }`],
  ['eslint(eqeqeq)', `export const g = 1 == Number('1');`],
  ['import(no-default-export)', `export default later;`],
];

test('lint finds a breach of each rule that the house leans on, and says so by its status', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lint-'));
  const file = join(folder, 'planted.ts');
  writeFileSync(file, PLANTED.map(([, source]) => source).join('\n'));
  const ran = spawnSync('node_modules/.bin/oxlint', ['--type-aware', '--deny-warnings', '-f', 'unix', file], {
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  const found = PLANTED.filter(([rule], index) =>
    ran.stdout.split('\n').some((line) => line.includes(`:${index + 1}:`) && line.includes(rule)),
  );
  expect(found).toEqual(PLANTED);
  expect(ran.status).toBe(1);
});
