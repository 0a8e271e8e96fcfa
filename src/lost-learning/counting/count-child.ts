import { closeSync, openSync, readSync } from 'node:fs';
import { broken, dayNumber, firstDay, type Upn } from '#kernel';
import { findHash, type Row } from '#store';
import { ledgerColumns } from '../account.ts';
import { MOST_STAYS } from '../folded/layout.ts';
import { checkPart, isDamage, type Folded } from '../folded/open-folded.ts';
import { PART_FILES, partFileIn, type Part, type PartFile } from '../folded/parts.ts';
import { findPlace, readPlaces, type Places } from '../folded/places.ts';
import { yearsOf, type Years } from '../folded/years.ts';
import type { AnsweredTable, Asking } from './answers.ts';
import { clearChildRows, emptyChildRows, type ChildRows } from './child-rows.ts';
import { NO_DAY, settle } from './count-account.ts';
import { openCounter, type Counter } from './counter.ts';
import { groundOf, sizesOf } from './ground.ts';
import { figuresOf } from './tables.ts';

/** Counts children of a folded register one by one, each from its own words alone. */
export type ChildCounter = {
  /** Open files: of each part the words of its children’s years, and where each one’s are. */
  readonly files: readonly number[];
  readonly parts: readonly { readonly years: number; readonly places: Places }[];
  readonly counter: Counter;
  readonly rows: ChildRows;
};

/** `asOfDay` is the last day to count, from 1 September. To be closed. */
export function openChildCounter(folded: Folded, asOfDay: number): ChildCounter {
  const files: number[] = [];
  const opened = (file: PartFile, part: string): number => {
    const one = openSync(partFileIn(folded.folder, file, part), 'r');
    files.push(one);
    return one;
  };
  try {
    const parts = folded.parts.map(({ part }) => ({
      years: opened('years', part),
      places: readPlaces(opened('places', part)),
    }));
    const counter = openCounter(groundOf(folded, asOfDay), sizesOf(folded));
    return { files, parts, counter, rows: emptyChildRows(1, MOST_STAYS) };
  } catch (error) {
    closeChildCounter({ files });
    throw error;
  }
}

export function closeChildCounter({ files }: Pick<ChildCounter, 'files'>): void {
  for (const file of files) closeSync(file);
}

/** The account of one child, as countYear writes it; undefined where the year has no session of it. */
export function findChildRow(own: ChildCounter, upn: Upn): Row | undefined {
  const years = findYears(own, upn);
  if (!years) return undefined;
  const { counter, rows } = own;
  clearChildRows(rows);
  counter.count(years, rows);
  if (rows.calendar[0] === 0) return undefined;
  // Of one child there is one row: by rule, one after another.
  return { upn, ...figuresOf({ rules: rows.rules, minutes: rows.minutes[0] ?? 0 }) };
}

/** The words of one child: each part is asked whether it has it. */
function findYears({ parts }: ChildCounter, upn: Upn): Years | undefined {
  for (const { places, years } of parts) {
    const place = findPlace(places, upn);
    if (!place) continue;
    const bytes = new Uint8Array(place.words * 4);
    if (readSync(years, bytes, 0, bytes.length, place.first * 4) !== bytes.length)
      throw broken('folded/years', 'a file of words is shorter than it was');
    return yearsOf(bytes);
  }
  return undefined;
}

/**
 * The account of one child of an area, without counting the others; undefined where it has no session in it. Of all files
 * only those are read, and held to what was written, that say where the child is and what its words are.
 */
export async function askChild(asking: Asking, upn: Upn): Promise<AnsweredTable | undefined> {
  try {
    return await askAlone(asking, upn, ['places']);
  } catch (error) {
    if (!isDamage(error)) throw error;
    asking.onProgress('damaged', 0, 0);
    return askAlone(asking, upn, PART_FILES);
  }
}

async function askAlone(
  { source, question, clock, onProgress }: Asking,
  upn: Upn,
  look: readonly PartFile[],
): Promise<AnsweredTable | undefined> {
  const { folded, asOf, drop } = await settle(source, question, clock, onProgress, look);
  try {
    const part = folded.parts.find((one) => isIn(folded, one, upn));
    if (!part) return undefined;
    checkPart(folded.folder, part, 'years', await findHash(partFileIn(folded.folder, 'years', part.part)));
    const asOfDay = asOf === null ? NO_DAY : dayNumber(asOf) - dayNumber(firstDay(folded.year));
    const own = openChildCounter({ ...folded, parts: [part] }, asOfDay);
    try {
      const row = findChildRow(own, upn);
      const answered = { year: folded.year, asOf, knownAt: question.knownAt ?? clock.now() };
      return row && { answered, table: { columns: ledgerColumns('child'), rows: [row] } };
    } finally {
      closeChildCounter(own);
    }
  } finally {
    await drop();
  }
}

function isIn({ folder }: Folded, { part }: Part, upn: Upn): boolean {
  const file = openSync(partFileIn(folder, 'places', part), 'r');
  try {
    return findPlace(readPlaces(file), upn) !== undefined;
  } finally {
    closeSync(file);
  }
}
