import { Refusal } from '#kernel';
import type { AreaFolder, Manifest, Warehouse } from '#store';
import { compileLayout, type Layout } from '#exchange/layouts';
import type { FileKind } from './formats.ts';
import { findReading, type Reading } from './preview-reading.ts';
import { readIncoming, type Incoming, type Progress, type Read } from './receive.ts';
import { scanFile } from './scan.ts';

/** An incoming file that was read, and its place among the incoming. */
export type ReadFile = {
  readonly index: number;
  readonly incoming: Incoming;
  readonly read: Read;
  readonly holds: FileKind;
};

/** Why a file is not read. */
export type Told =
  /** The layout cannot read it before something is answered or chosen. */
  | { readonly kind: 'asks'; readonly problem: string }
  /** The area holds these very bytes. */
  | { readonly kind: 'held'; readonly importId: string; readonly at: string; readonly by: string }
  /** The same bytes as an earlier file of this upload. */
  | { readonly kind: 'twice'; readonly as: string }
  | { readonly kind: 'refused'; readonly code: string; readonly problem: string };

export type Reads = {
  readonly readings: readonly Reading[];
  readonly told: ReadonlyMap<number, Told>;
  readonly reads: readonly ReadFile[];
};

/** Reads each file into the scratch area, where that can be done, and says of the others why not. */
export async function readEach(
  warehouse: Warehouse,
  scratch: AreaFolder,
  held: Manifest,
  incoming: readonly Incoming[],
  layouts: readonly Layout[],
  progress: Progress,
): Promise<Reads> {
  const seen = new Map<string, number>();
  const readings: Reading[] = [];
  const told = new Map<number, Told>();
  const reads: ReadFile[] = [];
  const tell = (index: number, sha256: string): Told | undefined => {
    const before = seen.get(sha256);
    if (before !== undefined) return { kind: 'twice', as: incoming[before]?.name ?? '' };
    const file = held.files.find((one) => one.sha256 === standsNow(held, sha256));
    const by = held.imports.find((one) => one.id === file?.importId)?.by ?? '';
    if (file) return { kind: 'held', importId: file.importId, at: file.receivedAt, by };
    seen.set(sha256, index);
    return undefined;
  };
  for (const [index, file] of incoming.entries()) {
    const reading = await findReading(file, layouts);
    readings.push(reading);
    const holds = kindOf(reading);
    const chosen: Incoming = {
      path: file.path,
      name: file.name,
      ...(reading.kind === 'layout' ? { layout: reading.layout } : {}),
    };
    try {
      const asks = findUnanswered(reading);
      if (asks || !holds) {
        const { sha256 } = await scanFile(file.path);
        told.set(index, tell(index, sha256) ?? asks ?? unknown(file));
        continue;
      }
      const isHeld = (sha256: string): boolean => {
        const what = tell(index, sha256);
        if (what) told.set(index, what);
        return what !== undefined;
      };
      const read = await readIncoming(warehouse, scratch, chosen, { keep: false, isHeld, progress });
      if (read !== 'held') reads.push({ index, incoming: chosen, read, holds });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      told.set(index, { kind: 'refused', code: error.code, problem: error.message });
    }
  }
  return { readings, told, reads };
}

/** What keeps a file from being read yet, and a person can change. */
function findUnanswered(reading: Reading): Told | undefined {
  if (reading.kind !== 'layout') return undefined;
  const compiled = compileLayout(reading.layout, reading.header);
  return compiled.kind === 'refused' ? { kind: 'asks', problem: compiled.problem } : undefined;
}

function kindOf(reading: Reading): FileKind | undefined {
  if (reading.kind === 'none') return undefined;
  return reading.kind === 'own' ? reading.fileKind : reading.layout.kind;
}

function unknown({ name }: Incoming): Told {
  const problem = `Kith cannot tell what ${name} holds. Choose the layout of the system that it comes from, or name the file schools, sessions, roll, marks, suspensions or removals and upload it again.`;
  return { kind: 'asks', problem };
}

/** The hash under which bytes that were received stand now: another where something was taken out of them since. */
function standsNow({ rewritten }: Manifest, sha256: string): string | null {
  let now: string | null = sha256;
  for (const { from, to } of rewritten) if (from === now) now = to;
  return now;
}
