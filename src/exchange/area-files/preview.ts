import { rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Clock } from '#kernel';
import { readManifest, Warehouse, type AreaFolder, type Manifest } from '#store';
import { beforeFolder } from './derived-before.ts';
import { findFindings, type Findings } from './findings.ts';
import type { FindingCount } from './kept-findings.ts';
import type { FileKind } from './formats.ts';
import { firstFree, judgedManifest, makeScratchArea, manifestWith, rejectionsPath } from './preview-area.ts';
import { compareKinds, type KindChanges } from './preview-changes.ts';
import {
  countUnusable,
  findingsOf,
  listSchoolsOf,
  readFirstRows,
  writeRejectionLists,
  type FirstRows,
  type SchoolNamed,
} from './preview-findings.ts';
import type { Reading } from './preview-reading.ts';
import { readEach, type ReadFile, type Reads, type Told } from './preview-reads.ts';
import type { Incoming, Progress } from './receive.ts';
import { compareRolls, type MarksOnRoll } from './preview-rolls.ts';
import { createReceived } from './received.ts';
import { listLayouts } from './sample.ts';

export type PreviewOptions = {
  readonly clock: Clock;
  /** Where what is worked out on the way goes; afterwards only the lists of rejections are in it. Emptied first. */
  readonly folder: string;
  readonly progress?: Progress;
  readonly memoryLimit?: string;
};

/** What bringing files in would do to an area. */
export type Preview = {
  readonly files: readonly PreviewedFile[];
  readonly changes: readonly KindChanges[];
  /** Children of whom the area holds no spell yet. */
  readonly newChildren: number;
  readonly marksOnRoll: MarksOnRoll | undefined;
};

export type PreviewedFile = {
  readonly name: string;
  readonly reading: Reading;
  readonly outcome: PreviewOutcome;
};

export type PreviewOutcome =
  | {
      readonly kind: 'ready';
      /** To hand to `importFiles`. */
      readonly incoming: Incoming;
      readonly holds: FileKind;
      /** Rows that count from now on, and how many rows and values do not. */
      readonly accepted: number;
      readonly rejected: number;
      readonly faults: readonly FindingCount[];
      readonly warnings: readonly FindingCount[];
      readonly ignoredColumns: readonly string[];
      readonly firstRows: FirstRows;
      readonly schools: { readonly named: readonly SchoolNamed[]; readonly count: number };
      /** The list of all rejections as CSV; undefined where there are none. */
      readonly rejections: string | undefined;
    }
  | Told;

/** Works out what bringing these files in would do, without touching the area. */
export async function previewFiles(
  area: AreaFolder,
  incoming: readonly Incoming[],
  options: PreviewOptions,
): Promise<Preview> {
  const { folder, progress = () => undefined } = options;
  await rm(folder, { recursive: true, force: true });
  const held = await readManifest(area);
  const scratchFolder = join(folder, 'work');
  const scratch = await makeScratchArea(scratchFolder, area, held);
  const warehouse = await Warehouse.open({
    folders: [area.path, scratchFolder, ...new Set(incoming.map((file) => dirname(resolve(file.path))))],
    memoryLimit: options.memoryLimit ?? '2GiB',
    spillFolder: join(scratchFolder, 'spill'),
  });
  try {
    const layouts = await listLayouts(area);
    const found = await readEach(warehouse, scratch, held, incoming, layouts, progress);
    progress({ file: '', read: 1, of: 1, words: 'Comparing with what the area holds' });
    return await compared(warehouse, scratch, held, incoming, found, options);
  } finally {
    warehouse.close();
    await rm(scratchFolder, { recursive: true, force: true });
  }
}

async function compared(
  warehouse: Warehouse,
  scratch: AreaFolder,
  held: Manifest,
  incoming: readonly Incoming[],
  { readings, told, reads }: Reads,
  options: PreviewOptions,
): Promise<Preview> {
  const now = options.clock.now();
  const first = firstFree(held);
  const after = manifestWith(
    held,
    reads.map((one) => one.read),
    now,
  );
  const judged = judgedManifest(after, first);
  const outcomes = new Map<number, PreviewOutcome>(told);
  let marksOnRoll: MarksOnRoll | undefined;
  let changes: { readonly kinds: readonly KindChanges[]; readonly newChildren: number } = { kinds: [], newChildren: 0 };
  if (reads.length > 0) {
    await createReceived(warehouse, scratch, judged);
    const open = {
      area: scratch,
      manifest: judged,
      warehouse,
      notImported: [],
      derived: join(scratch.derived, String(judged.version)),
      derivedBefore: beforeFolder(scratch, judged.version),
      scratch: scratch.path,
      packed: () => Promise.resolve([]),
      close: () => Promise.resolve(),
    };
    const findings = await findFindings(open, now);
    for (const [place, one] of reads.entries()) {
      outcomes.set(one.index, await readyFile(warehouse, scratch, one, first + place, findings, options.folder));
    }
    await writeRejectionLists(
      findings,
      reads.flatMap(({ index, incoming: { name } }, place) => {
        const outcome = outcomes.get(index);
        const path = outcome?.kind === 'ready' ? outcome.rejections : undefined;
        return path === undefined ? [] : [{ position: first + place, name, path }];
      }),
    );
    const states = { before: held, after, first, knownAt: now };
    marksOnRoll = await compareRolls(warehouse, scratch, states);
    changes = await compareKinds(warehouse, scratch, states);
  }
  const files = incoming.flatMap(({ name }, index) => {
    const [reading, outcome] = [readings[index], outcomes.get(index)];
    return reading && outcome ? [{ name, reading, outcome }] : [];
  });
  return { files, changes: changes.kinds, newChildren: changes.newChildren, marksOnRoll };
}

async function readyFile(
  warehouse: Warehouse,
  scratch: AreaFolder,
  { index, incoming, read, holds }: ReadFile,
  position: number,
  findings: Findings,
  folder: string,
): Promise<PreviewOutcome> {
  const faults = findingsOf(findings.summary, { position }, incoming.name);
  return {
    kind: 'ready',
    incoming,
    holds,
    accepted: read.rows - (await countUnusable(warehouse, holds, { position })),
    rejected: faults.reduce((sum, one) => sum + one.count, 0),
    faults,
    warnings: findingsOf(findings.warnings, { position }, incoming.name),
    ignoredColumns: read.ignoredColumns,
    firstRows: await readFirstRows(warehouse, scratch, read, holds),
    schools: await listSchoolsOf(warehouse, scratch, read),
    rejections: faults.length > 0 ? rejectionsPath(folder, index) : undefined,
  };
}
