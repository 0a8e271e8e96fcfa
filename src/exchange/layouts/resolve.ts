import { findAcademicYear, type AcademicYear } from '#kernel';
import { quoted } from '#store';
import { headerLabel, indexHeader, locate } from './header.ts';
import type { Layout } from './layout.ts';
import { HEADLESS_SLOTS, slotsOf } from './slots.ts';
import { foldHeader } from './text.ts';

export type Refused = { readonly kind: 'refused'; readonly problem: string };

/** Where the values of a slot stand: SQL text over `raw`, the column’s position, and what a person calls it. */
export type Filled = { readonly sql: string; readonly position: number | undefined; readonly label: string };

/** Slots by name, only those that the file or the person fills. Refused where a needed one is missing or two fit. */
export function resolveSlots(layout: Layout, header: readonly string[]): ReadonlyMap<string, Filled> | Refused {
  const index = indexHeader(header);
  const filled = new Map<string, Filled>();
  for (const slot of slotsOf(layout.kind, layout.shape)) {
    const column = layout.columns[slot.name];
    if (HEADLESS_SLOTS.includes(slot.name) || column === undefined) continue;
    const place = locate(index, column.from ?? []);
    if (place.kind === 'several') {
      return refused(
        `Two columns are headed “${place.name}”. Rename the one that is not “${slot.name}”, or choose another column.`,
      );
    }
    if (place.kind === 'at') {
      const { position } = place;
      filled.set(slot.name, { sql: `c${position + 1}`, position, label: headerLabel(header, position) });
    } else if ((column.value ?? '') !== '') {
      const problem = answerProblem(slot.name, column.value ?? '');
      if (problem) return refused(problem);
      filled.set(slot.name, {
        sql: quoted(column.value ?? ''),
        position: undefined,
        label: `${slot.name} (one value for the whole file)`,
      });
    } else if (slot.required) {
      return refused(column.ask === undefined ? missing(slot.name, column.from ?? []) : `Answer first: ${column.ask}`);
    }
  }
  return filled;
}

/** The academic year a person gave for headers without a year. */
export function answeredYear(layout: Layout): AcademicYear | undefined {
  return findAcademicYear((layout.columns['academic_year']?.value ?? '').trim());
}

export function refused(problem: string): Refused {
  return { kind: 'refused', problem };
}

function answerProblem(slot: string, answer: string): string | undefined {
  // An LA and establishment number (8014001) is another number for the school; it cannot be turned into a URN.
  if (slot === 'urn' && !/^\d{6}$/.test(answer.trim())) {
    return 'Enter the school’s URN: six digits, like 123456. The number made of LA and establishment is not a URN.';
  }
  return undefined;
}

function missing(slot: string, from: readonly string[]): string {
  const names = from.slice(0, 5).map((name) => `“${name}”`);
  return `No column of this file gives “${slot}” (looked for ${names.join(', ')}). Choose the column that does.`;
}

/** The headers a layout neither reads nor knows to be of no use. */
export function unmappedHeaders(
  layout: Layout,
  header: readonly string[],
  used: ReadonlySet<number>,
): readonly string[] {
  const ignored = new Set(layout.ignore.map(foldHeader));
  return header.filter((text, at) => !used.has(at) && foldHeader(text) !== '' && !ignored.has(foldHeader(text)));
}
