import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fixedClock, findInstant, type Clock, type Rejection } from '#kernel';
import { hearStatements, type AreaFolder } from '#store';
import { workedArea, workFolder } from '#testing';
import { areaAt, findFindings, importFiles, listAreaFiles, openStore } from './index.ts';
import { judgeOnce } from './kept-findings.ts';

function clockAt(moment: string): Clock {
  const at = findInstant(moment);
  if (!at) throw new Error(moment);
  return fixedClock(at);
}

const NOW = clockAt('2026-08-01T12:00:00Z');
const LATER = clockAt('2026-09-01T12:00:00Z');

/** The example area with a further file of marks. */
async function areaWith(...marks: readonly string[]): Promise<AreaFolder> {
  const folder = await workFolder();
  await cp(workedArea, folder, { recursive: true });
  await writeFile(join(folder, 'marks-further.csv'), [HEADER, ...marks, ''].join('\n'));
  const area = areaAt(join(folder, 'store'));
  await importFiles(area, await listAreaFiles(folder), { clock: NOW, by: 'a test' });
  return area;
}

type Asked = { readonly counts: unknown; readonly rejections: readonly Rejection[]; readonly judged: boolean };

async function asked(area: AreaFolder, clock: Clock): Promise<Asked> {
  const open = await openStore(area, {});
  let judged = false;
  const told: number[] = [];
  const stop = hearStatements(({ text }) => (judged ||= text.includes('temp table mark_fault')));
  try {
    const findings = await findFindings(open, clock.now(), (rows) => told.push(rows));
    const first = judged;
    // Whoever waits is told of how many rows, where they are looked at.
    expect(told).toEqual(judged ? [open.manifest.files.reduce((sum, { rows }) => sum + rows, 0)] : []);
    const rejections: Rejection[] = [];
    for await (const rows of findings.rejections()) rejections.push(...rows);
    const { summary, warnings, rejected } = findings;
    return { counts: { summary, warnings, rejected }, rejections, judged: first };
  } finally {
    stop();
    await open.close();
  }
}

async function keptFile(area: AreaFolder): Promise<string | undefined> {
  for (const name of await readdir(area.derived, { recursive: true })) {
    if (/findings-[^/]*\.json$/.test(name)) return join(area.derived, name);
  }
  return undefined;
}

const HEADER = 'upn,urn,date,am,pm,recorded_at';
const NOT_ON_ROLL = 'G801400414000,900103,2023-08-01,/,\\,';
const TO_COME = `${NOT_ON_ROLL}2026-08-15T09:00:00Z`;

test('a version is judged once; every row of it can be had afterwards too', async () => {
  const area = await areaWith(NOT_ON_ROLL, 'nobody,900100,2024-09-03,/,,');
  const first = await asked(area, NOW);
  expect(first.rejections.length).toBeGreaterThan(1);
  expect(first.judged).toBe(true);
  const second = await asked(area, LATER);
  expect(second).toEqual({ ...first, judged: false });
});

test('what was kept and is damaged is judged again, and kept again', async () => {
  const area = await areaWith(NOT_ON_ROLL);
  const first = await asked(area, NOW);
  const file = await keptFile(area);
  if (file === undefined) throw new Error('nothing was kept');
  await writeFile(file, (await readFile(file, 'utf8')).replace('outside-spell', 'nothing-wrong'));
  expect(await asked(area, NOW)).toEqual(first);
  expect(await asked(area, NOW)).toEqual({ ...first, judged: false });
});

test('what was kept by other rules or words is not taken for what these say', async () => {
  const area = await areaWith();
  const open = await openStore(area, {});
  onTestFinished(open.close);
  const judged = (words: string): Promise<unknown> =>
    judgeOnce(open, LATER.now(), words, () =>
      Promise.resolve({
        summary: [],
        warnings: [{ file: words, line: 1, column: '', value: '', fault: '', problem: '', count: 1 }],
      }),
    );
  const first = await judged('these');
  expect(await judged('others')).not.toEqual(first);
  expect(await judged('these')).toEqual(first);
});

test('while a row is still to be recorded nothing is kept: it is judged when its time has come', async () => {
  const area = await areaWith(TO_COME);
  const before = await asked(area, NOW);
  expect(await keptFile(area)).toBeUndefined();
  const after = await asked(area, LATER);
  expect(after.judged).toBe(true);
  expect(await keptFile(area)).toBeDefined();
  expect(await asked(area, NOW)).toEqual(before);
  expect(after.rejections.length).toBe(before.rejections.length + 2);
});
