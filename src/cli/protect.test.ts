import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemClock } from '#kernel';
import { folderWith } from '#testing';
import { run } from './program.ts';

async function protect(...args: readonly string[]) {
  const said = { out: '', err: '' };
  const terminal = {
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
    width: undefined,
    clock: systemClock,
    user: 'tester',
  };
  const status = await run(['protect', ...args], { terminal, serve: () => Promise.resolve() });
  return { status, ...said };
}

const TABLE = 'school,sen,count\nA,EHCP,3\nA,None,20\nA,Total,23\nTotal,Total,23\n';

test('prints the rows with c and reasons, and the number of secondary cells on standard error', async () => {
  const folder = await folderWith({ 'table.csv': TABLE });
  const { status, out, err } = await protect(join(folder, 'table.csv'));
  expect(status).toBe(0);
  expect(out).toBe('school,sen,count,reason\nA,EHCP,c,primary\nA,None,c,secondary\nA,Total,23,\nTotal,Total,23,\n');
  expect(err).toContain('Primary cells: 1. Secondary cells: 1.\n');
});

test('a table that cannot be used is status 1, names line and column, and prints nothing', async () => {
  const folder = await folderWith({ 'table.csv': TABLE.replace('A,Total,23', 'A,Total,24') });
  const { status, out, err } = await protect(join(folder, 'table.csv'));
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(err).toContain('table.csv, line 4, count: “24”. This total’s rows add up to 23.');
});

test('a file that is not there or not text is status 1; no file is status 2', async () => {
  const folder = await folderWith({ 'latin.csv': Buffer.from([0x61, 0x2c, 0xe9, 0x0a]).toString('latin1') });
  expect((await protect(join(folder, 'none.csv'))).status).toBe(1);
  expect((await protect(join(folder, 'latin.csv'))).status).toBe(1);
  expect((await protect()).status).toBe(2);
});

test('what cannot be kept from a reader of the reasons is said', async () => {
  const folder = await folderWith({ 'table.csv': 'a,count\nx,1\ny,2\nz,3\nTotal,6\n' });
  expect((await protect(join(folder, 'table.csv'))).err).toContain('4 hidden counts can be bounded closer than 5');
});

test('the page about disclosure shows what the command prints', async () => {
  const page = await readFile(new URL('../../docs/methods/disclosure.md', import.meta.url), 'utf8');
  const [, input = '', output = ''] = /```csv\n([\s\S]*?)```[\s\S]*?```csv\n([\s\S]*?)```/.exec(page) ?? [];
  const folder = await folderWith({ 'table.csv': input });
  expect((await protect(join(folder, 'table.csv'))).out).toBe(output);
});
