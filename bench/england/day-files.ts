import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { yearsOf, type Totals, type Years } from '#lost-learning';
import { findSaid, writeSaid } from '#store';
import { sumOf, type PartSaid } from './day-state.ts';
import type { DayWords } from './day-words.ts';

/** The folded register of one day: a file of words a part, in the order of the children of the year’s. */
export type DaySaid = {
  /** From 1 September. */
  readonly day: number;
  /** The hash of what is numbered: schools and likenesses. */
  readonly ground: string;
  readonly parts: readonly DayPartSaid[];
};

type DayPartSaid = {
  readonly part: string;
  readonly children: number;
  readonly bytes: number;
  readonly crc: number;
};

/** A state of all parts, counted up to a day. */
export type StateSaid = {
  readonly asOf: number;
  readonly ground: string;
  readonly parts: readonly (PartSaid & { readonly part: string })[];
  readonly totals: number;
};

export async function writeDayPart(folder: string, part: string, words: DayWords): Promise<DayPartSaid> {
  const { bytes, children } = words;
  await writeFile(dayPart(folder, part), bytes, { flag: 'wx' });
  return { part, children, bytes: bytes.length, crc: sumOf([bytes]) };
}

/** The words of a part’s day, read into room that is used again. */
export function readDayPart(folder: string, said: DayPartSaid, room: ArrayBuffer): Years {
  const path = dayPart(folder, said.part);
  const bytes = new Uint8Array(room, 0, said.bytes);
  const file = openSync(path, 'r');
  try {
    if (readSync(file, bytes) !== said.bytes || sumOf([bytes]) !== said.crc)
      throw new Error(`${path} is not as it was written: make the day again`);
  } finally {
    closeSync(file);
  }
  return yearsOf(bytes);
}

function dayPart(folder: string, part: string): string {
  return join(folder, `part=${part}.words`);
}

export function statePart(folder: string, part: string): string {
  return join(folder, `part=${part}.state`);
}

/** Says what is in a folder, which finishes it. */
export async function writeAbout(folder: string, said: DaySaid | StateSaid): Promise<void> {
  await writeSaid(join(folder, 'about.json'), said);
}

export async function readDay(folder: string): Promise<DaySaid> {
  const said = parseDay(await findSaid(join(folder, 'about.json')));
  if (!said) throw new Error(`${folder} has no finished day: make it again`);
  return said;
}

export async function readState(folder: string): Promise<StateSaid> {
  const said = parseState(await findSaid(join(folder, 'about.json')));
  if (!said) throw new Error(`${folder} has no finished state: count the day again from the state before it`);
  return said;
}

// Both are written above, and their hashes are right.
function parseDay(said: unknown): DaySaid | undefined {
  return said as DaySaid | undefined;
}

function parseState(said: unknown): StateSaid | undefined {
  return said as StateSaid | undefined;
}

/** The arrays of totals, in the order of their names. */
function arraysOf(totals: Totals): readonly Uint8Array[] {
  return Object.entries(totals)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { buffer }]) => new Uint8Array(buffer));
}

/** Writes the totals of a state; answers their sum. */
export function writeTotals(folder: string, totals: Totals): number {
  const file = openSync(join(folder, 'totals'), 'wx');
  try {
    for (const bytes of arraysOf(totals)) writeSync(file, bytes);
    return sumOf(arraysOf(totals));
  } finally {
    closeSync(file);
  }
}

/** Reads the totals of a state into empty ones. */
export function readTotals(folder: string, { totals: crc }: StateSaid, into: Totals): void {
  const path = join(folder, 'totals');
  const file = openSync(path, 'r');
  try {
    for (const bytes of arraysOf(into)) readSync(file, bytes);
    if (sumOf(arraysOf(into)) !== crc) throw new Error(`${path} is not as it was written: count the account anew`);
  } finally {
    closeSync(file);
  }
}
