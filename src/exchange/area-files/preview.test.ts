import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixedClock, instantOf } from '#kernel';
import { areaFolderAt, type AreaFolder } from '#store';
import { oracleStates, readOracleArea, type OracleArea } from '#testing';
import { fillLayout, rememberLayout, shippedLayouts, type Layout } from '#exchange/layouts';
import {
  areaAt,
  importFiles,
  listAreaFiles,
  previewFiles,
  saveLayout,
  type Incoming,
  type Preview,
  type PreviewedFile,
} from './index.ts';

const clock = fixedClock(instantOf(Date.UTC(2026, 0, 6, 9)));
const EXAMPLE = 'src/testing/example-area/area';
const SAMPLES = 'samples';

let folder: string;
let area: AreaFolder;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-preview-'));
  area = areaAt(join(folder, 'area'));
  await importFiles(area, await listAreaFiles(EXAMPLE), { clock, by: 'Amina Khan' });
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const preview = (incoming: readonly Incoming[], into = area): Promise<Preview> =>
  previewFiles(into, incoming, { clock, folder: join(folder, 'preview') });

async function written(name: string, content: string | Buffer): Promise<Incoming> {
  const path = join(folder, name);
  await writeFile(path, content);
  return { path, name };
}

function get(id: string): Layout {
  const layout = shippedLayouts.find((one) => one.id === id);
  if (!layout) throw new Error(id);
  return layout;
}

const sample = (id: string, answers: Record<string, string> = { urn: '900101' }): Incoming => ({
  path: join(SAMPLES, `${id}.csv`),
  name: `${id}.csv`,
  layout: fillLayout(get(id), answers),
});

function ready(file: PreviewedFile | undefined) {
  if (file?.outcome.kind !== 'ready') throw new Error(`not ready: ${JSON.stringify(file?.outcome)}`);
  return file.outcome;
}

const tree = async (): Promise<readonly string[]> => (await readdir(area.path, { recursive: true })).toSorted();

it('says what files would change, and touches nothing', async () => {
  const before = await tree();
  const { files, changes, newChildren } = await preview([sample('census-pupil-list'), sample('weekly-register')]);
  const [list, weeks] = files.map(ready);
  expect([list?.holds, list?.accepted, list?.rejected]).toEqual(['roll', 38, 2]);
  expect(list?.faults.map(({ file, line, column, fault }) => [file, line, column, fault])).toEqual([
    ['census-pupil-list.csv', 22, 'UPN', 'upn'],
    ['census-pupil-list.csv', 33, 'Date of birth', 'date'],
  ]);
  expect(list?.schools).toEqual({ named: [{ urn: 900101, name: 'School 1' }], count: 1 });
  expect(list?.firstRows.rows[0]?.slice(0, 3)).toEqual(['E801400120900', '900101', 'C']);
  expect(newChildren).toBe(38);
  expect(changes.map(({ kind, added, changed }) => [kind, added, changed])).toEqual([
    ['roll', 38, 0],
    ['marks', expect.any(Number), 0],
  ]);
  expect(weeks?.holds).toBe('marks');
  // Every week of 2024/25 by four children: more than a thousand sessions, and none named that the area holds already.
  const marks = changes.find((one) => one.kind === 'marks');
  expect(marks?.added).toBeGreaterThan(1_000);
  expect([marks?.unchanged, marks?.takenOut]).toEqual([0, 0]);
  expect(await tree()).toEqual(before);
  expect(await readdir(join(folder, 'preview'))).toEqual(['rejections-0.csv', 'rejections-1.csv']);
});

it('finds what the account finds once the files are in', async () => {
  const copy = areaFolderAt(join(folder, 'copy'));
  await cp(area.path, copy.path, { recursive: true });
  const incoming = [sample('census-pupil-list'), sample('weekly-register')];
  const foreseen = await preview(incoming, copy);
  await importFiles(copy, incoming, { clock, by: 'Amina Khan' });
  const again = await preview(
    await Promise.all(
      incoming.map(async (one, at) => ({
        ...(await written(`again-${at}.csv`, Buffer.concat([await readFile(one.path), Buffer.from('\n')]))),
        ...(one.layout ? { layout: one.layout } : {}),
      })),
    ),
    copy,
  );
  // The same rows under other bytes: nothing is new, and all that was new is unchanged.
  const sums = ({ changes }: Preview) => changes.map((one) => [one.kind, one.added, one.changed, one.unchanged]);
  expect(sums(again)).toEqual(foreseen.changes.map((one) => [one.kind, 0, 0, one.added]));
  expect(again.newChildren).toBe(0);
});

it('tells new, changed, withdrawn, unchanged and older rows apart', async () => {
  const header = 'upn,urn,date,am,pm,am_minutes_late,withdrawn,recorded_at\n';
  const rows = [
    // Held: 2024-10-08 /\ recorded that afternoon.
    'F801400123018,900100,2024-10-08,I,\\,,,2024-10-09T16:00:00Z',
    'U801400224014,900100,2025-03-17,,,,Y,2025-03-18T16:00:00Z',
    'G801400414000,900103,2024-09-26,B,B,,,2024-09-01T16:00:00Z',
    'G801400414000,900103,2024-12-25,/,\\,,,2024-12-25T16:00:00Z',
  ];
  const { changes, files } = await preview([await written('marks-more.csv', header + rows.join('\n'))]);
  expect(changes).toEqual([
    { kind: 'marks', added: 0, changed: 1, takenOut: 2, unchanged: 3, first: '2024-09-26', last: '2025-03-17' },
  ]);
  // Christmas is no school day: the row could be read and cannot be used.
  const { accepted, rejected, faults } = ready(files[0]);
  expect([accepted, rejected]).toEqual([3, 2]);
  expect(faults.map(({ line, column, fault, count }) => [line, column, fault, count])).toEqual([
    [5, 'am', 'session-not-open', 1],
    [5, 'pm', 'session-not-open', 1],
  ]);
});

it('compares schools and days too, which have no history', async () => {
  const { changes } = await preview([
    await written(
      'schools-b.csv',
      'urn,la,name,phase\n900100,801,School 0,primary\n900101,801,Elm,primary\n900199,801,New,special\n',
    ),
    await written(
      'sessions-b.csv',
      'urn,date,am,pm\n900100,2024-09-03,1,1\n900100,2024-09-04,1,0\n900199,2024-09-04,1,1\n',
    ),
  ]);
  expect(changes.map(({ kind, added, changed, unchanged }) => [kind, added, changed, unchanged])).toEqual([
    ['schools', 1, 1, 1],
    ['sessions', 1, 1, 1],
  ]);
});

it('knows what is held already, what comes twice, and what it must ask', async () => {
  const { layout: _, ...weekly } = sample('weekly-register');
  const held: Incoming = { path: join(EXAMPLE, 'roll.csv'), name: 'pupils.csv' };
  const { files, changes } = await preview([held, weekly, { ...sample('long-register') }, sample('long-register')]);
  expect(files.map((file) => file.outcome.kind)).toEqual(['held', 'asks', 'ready', 'twice']);
  expect(files[0]?.outcome).toMatchObject({ importId: 'import-1', by: 'Amina Khan' });
  expect(JSON.stringify(files[1]?.outcome)).toContain('Answer first: What is the URN');
  expect(files[1]?.reading).toMatchObject({ kind: 'layout', certainty: 'exact', layout: { id: 'weekly-register' } });
  expect(changes.map((one) => one.kind)).toEqual(['marks']);
});

it('says of a file that cannot be read why, and goes on with the rest', async () => {
  const whole = gzipSync(await readFile(join(SAMPLES, 'weekly-register.csv')));
  const { files } = await preview([
    await written('empty.csv', ''),
    await written('Book1.csv', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0])),
    await written('weekly.csv.gz', whole.subarray(0, 400)),
    await written('menu.csv', 'Monday,Pudding\nPie,Jelly\n'),
    await written('marks.csv', 'Monday,Pudding\nPie,Custard\n'),
    sample('suspensions-list', {}),
  ]);
  expect(files.map(({ outcome }) => ('code' in outcome ? outcome.code : outcome.kind))).toEqual([
    'file/empty',
    'file/spreadsheet',
    'file/truncated',
    'asks',
    'file/columns-missing',
    'ready',
  ]);
});

it('keeps formulas out of the list of rejections', async () => {
  const text = 'upn,urn,date,am\n"=HYPERLINK(""http://x"")",900100,2024-10-08,/\n';
  const { files } = await preview([await written('marks-formula.csv', text)]);
  const list = await readFile(ready(files[0]).rejections ?? '', 'utf8');
  expect(list.split('\n')[1]).toContain(`marks-formula.csv,2,upn,"'=HYPERLINK(""http://x"")",upn,`);
});

it('reads through a saved layout the next time, without asking', async () => {
  const copy = areaFolderAt(join(folder, 'saved'));
  await cp(area.path, copy.path, { recursive: true });
  const header = (await readFile(join(SAMPLES, 'weekly-register.csv'), 'utf8')).split('\n')[0]?.split(',') ?? [];
  const layout = fillLayout(get('weekly-register'), { urn: '900101' });
  await saveLayout(copy, rememberLayout(layout, header, { id: 'own-elm', title: 'Elm, by weeks' }));
  const { layout: _, ...weekly } = sample('weekly-register');
  const { files } = await preview([weekly], copy);
  expect(files[0]?.reading).toMatchObject({ kind: 'layout', certainty: 'exact', layout: { id: 'own-elm' } });
  expect(ready(files[0]).incoming.layout?.id).toBe('own-elm');
});

it('tells which marks a new roll would leave without a spell, as many as then count no more', async () => {
  const header = 'upn,urn,status,entry_date,leaving_date,birth_date,recorded_at';
  const spell = (leaving: string): string =>
    `${header}\nD801400121005,900101,C,2023-09-05,${leaving},2016-07-28,2026-01-05T09:00:00Z\n`;
  const left = await written('roll-left.csv', spell('2025-03-28'));
  const moved = (await preview([left])).marksOnRoll;

  // Sessions of that time whose state a mark decides, by the independent reading of the same files.
  const lost = [...(oracleStates(await exampleByOracle(), { today: '2026-01-06' }).get('D801400121005') ?? [])].filter(
    ([at, { state }]) => at > '2025-03-29' && !['unmarked', 'off-roll'].includes(state),
  ).length;
  expect(lost).toBeGreaterThan(100);
  expect(moved).toMatchObject({ lost, gained: 0, losing: [{ upn: 'D801400121005', urn: 900101, marks: lost }] });
  expect(moved?.losing[0]?.first).toBe('2025-03-31');

  const other = areaAt(await mkdtemp(join(folder, 'left-')));
  await cp(area.path, other.path, { recursive: true });
  await importFiles(other, [left], { clock, by: 'Amina Khan' });
  // A roll that takes the child back would let the same marks count.
  const back = await written('roll-back.csv', spell('').replace('2026-01-05T09', '2026-01-06T08'));
  expect((await preview([back], other)).marksOnRoll).toMatchObject({ lost: 0, gained: lost, losing: [] });
  // A roll that changes no day of a spell moves nothing.
  expect((await preview([await written('roll-same.csv', spell(''))])).marksOnRoll).toMatchObject({
    lost: 0,
    gained: 0,
  });
}, 120_000);

async function exampleByOracle(): Promise<OracleArea> {
  const names = (await readdir(EXAMPLE)).filter((name) => name.endsWith('.csv'));
  const files = names.map(async (name) => ({
    name,
    text: await readFile(join(EXAMPLE, name), 'utf8'),
    receivedAt: clock.now(),
  }));
  return readOracleArea(await Promise.all(files));
}
