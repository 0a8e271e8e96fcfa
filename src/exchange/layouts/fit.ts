import { findDatedHeader } from './dated-header.ts';
import { headerLabel, indexHeader, locate } from './header.ts';
import type { Layout, Reader } from './layout.ts';
import { readable, shareRead, shareWeeks, type Share } from './looks-like.ts';
import { valuesAt, type FileSample, type Proposal } from './proposal.ts';
import { readerOf } from './readers.ts';
import { HEADLESS_SLOTS, slotsOf, type Slot } from './slots.ts';
import { unmappedHeaders } from './resolve.ts';
import { foldHeader } from './text.ts';

export type Fit = Proposal & {
  /** Needed columns that are there but whose values mostly cannot be read: a sign of the wrong layout. */
  readonly unreadable: readonly string[];
};

/** How well a layout fits the head of a file. */
export function fitLayout(layout: Layout, file: FileSample): Fit {
  const index = indexHeader(file.header);
  const used = new Set<number>();
  const [reasons, missing, unreadable]: [string[], string[], string[]] = [[], [], []];
  for (const slot of slotsOf(layout.kind, layout.shape)) {
    const column = layout.columns[slot.name];
    if (!column || HEADLESS_SLOTS.includes(slot.name)) continue;
    const place = locate(index, column.from ?? []);
    if (place.kind === 'at') {
      used.add(place.position);
      const share = shareOf(layout, slot, valuesAt(file, place.position));
      const label = headerLabel(file.header, place.position);
      reasons.push(sentence(slot.name, label, share));
      if (slot.required && !readable(share, 0.5)) unreadable.push(slot.name);
    } else if (place.kind === 'several') {
      reasons.push(`Two columns are headed “${place.name}”: rename the one that is not “${slot.name}”.`);
      if (slot.required) missing.push(slot.name);
    } else if (column.ask !== undefined) {
      reasons.push(`No column gives “${slot.name}”: it is asked for once.`);
      if (slot.name === 'urn') reasons.push(...aboutEstablishments(file.header));
    } else if (slot.required && (column.value ?? '') === '') {
      missing.push(slot.name);
    }
  }
  if (layout.shape === 'wide-by-date') {
    const dated = file.header.flatMap((text, at) => (!used.has(at) && findDatedHeader(text, undefined) ? [at] : []));
    if (dated.length === 0) missing.push('cells');
    const share = shareRead(
      cellReader(layout),
      dated.slice(0, 20).flatMap((at) => valuesAt(file, at).flatMap(marksIn)),
    );
    if (dated.length > 0)
      reasons.push(`${dated.length} headers are dates: ${share.read} of ${share.of} marks looked at can be read.`);
    if (!readable(share, 0.5)) unreadable.push('cells');
    for (const at of dated) used.add(at);
  }
  const unmapped = unmappedHeaders(layout, file.header, used);
  const complete = missing.length === 0 && unreadable.length === 0;
  const certainty = !complete ? 'guess' : unmapped.length === 0 ? 'exact' : 'likely';
  return { layout, certainty, reasons, unmapped, missing, unreadable };
}

// A day’s column holds two marks of one character; a session’s holds one, of one or two.
function marksIn(cell: string): readonly string[] {
  return /^[^a-z0-9]{2}$|^[^0-9][^a-z0-9]$|^[^a-z0-9][^0-9]$/i.test(cell) ? [...cell] : [cell];
}

function cellReader(layout: Layout): Reader {
  return readerOf(layout.columns['cells'], 'attendance-codes');
}

function aboutEstablishments(header: readonly string[]): readonly string[] {
  const text = header.find((each) =>
    ['estab', 'laestab', 'dfenumber', 'dfeno', 'establishmentnumber'].includes(foldHeader(each)),
  );
  if (text === undefined) return [];
  return [`“${text}” numbers a school within its local authority. No URN can be worked out from it: type the URN.`];
}

export function shareOf(layout: Layout, slot: Slot, values: readonly string[]): Share {
  const reader = readerOf(layout.columns[slot.name], slot.read);
  const isWeek = layout.shape === 'week-string' && slot.name === 'marks';
  return isWeek ? shareWeeks(reader, values) : shareRead(reader, values);
}

function sentence(slot: string, label: string, { read, of }: Share): string {
  if (of === 0) return `“${label}” gives “${slot}”; the rows looked at have nothing in it.`;
  return `“${label}” gives “${slot}”: ${read} of ${of} values looked at can be read.`;
}
