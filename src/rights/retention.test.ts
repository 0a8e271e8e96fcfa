import { readFile } from 'node:fs/promises';
import { calendarDate } from '#kernel';
import { expect, test } from 'vitest';
import { firstKept, RETENTION, retentionClasses, WITHOUT_A_TIME } from './retention.ts';

test('six years from the end of an academic year: it goes on 1 September', () => {
  expect(firstKept(6, calendarDate('2031-08-31'))).toBe('2024-09-01');
  expect(firstKept(6, calendarDate('2031-09-01'))).toBe('2025-09-01');
});

test('the guide prints the table as it is', async () => {
  const guide = await readFile(new URL('../../docs/guides/rights.md', import.meta.url), 'utf8');
  const rows = [...guide.matchAll(/^\| (\w+) +\| (\d+) +\| (.+?) +\| (law|area) +\|$/gm)].map(([, ...cells]) => cells);
  expect(rows).toEqual(
    retentionClasses().map((name) => [
      name,
      String(RETENTION[name].years),
      RETENTION[name].from,
      RETENTION[name].decidedBy,
    ]),
  );
  for (const one of WITHOUT_A_TIME) expect(guide).toContain(one);
});
