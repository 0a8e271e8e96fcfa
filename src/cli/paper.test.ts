import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '#kernel';
import { readPdf, TERM_SCHOOL, workedArea, workFolder, writeTermArea } from '#testing';
import { run } from './program.ts';

let made: Awaited<ReturnType<typeof writeTermArea>>;
beforeAll(async () => {
  made = await writeTermArea();
});
afterAll(() => rm(made.folder, { recursive: true, force: true }));

async function paper(folder: string, ...args: readonly string[]) {
  const said = { out: '', err: '' };
  const status = await run(['paper', folder, ...args], {
    terminal: {
      out: (text) => void (said.out += text),
      err: (text) => void (said.err += text),
      width: undefined,
      clock: systemClock,
      user: 'tester',
    },
    serve: () => Promise.resolve(),
  });
  return { status, ...said };
}

test('kith paper writes one page about a term, beside the same term of last year', async () => {
  const file = join(await workFolder(), 'governors.pdf');
  const { status, out } = await paper(
    made.folder,
    '--school',
    String(TERM_SCHOOL.urn),
    '--term',
    'autumn',
    '--output',
    file,
  );
  expect([status, out]).toEqual([0, `${file}: ${TERM_SCHOOL.name}, autumn term 2024/25, one page.\n`]);
  const pdf = await readPdf(await readFile(file));
  expect(pdf).toMatchObject({ pages: 1, title: `Learning time at ${TERM_SCHOOL.name}` });
  expect(pdf.text).toContain('In the same term last year it was');
});

test.each([
  ['a school that is not there', ['--school', '999999', '--term', 'autumn'], 'has no school 999999'],
  [
    'a term without a session',
    ['--school', '900100', '--term', 'summer', '--year', '2023/24'],
    'Choose another term or year.',
  ],
])('%s is refused with what to do', async (_, args, words) => {
  const { status, out, err } = await paper(workedArea, ...args, '--output', join(await workFolder(), 'no.pdf'));
  expect([status, out]).toEqual([1, '']);
  expect(err).toContain(words);
});

test.each([
  ['no school', ['--term', 'autumn', '--output', 'a.pdf']],
  ['a URN that is none', ['--school', '12', '--term', 'autumn', '--output', 'a.pdf']],
  ['a term that is none', ['--school', '900201', '--term', 'winter', '--output', 'a.pdf']],
  ['no file', ['--school', '900201', '--term', 'autumn']],
])('wrong usage is status 2: %s', async (_, args) => {
  expect((await paper(workedArea, ...args)).status).toBe(2);
});
