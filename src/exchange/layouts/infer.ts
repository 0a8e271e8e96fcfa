import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { findDatedHeader } from './dated-header.ts';
import { fitLayout, shareOf, type Fit } from './fit.ts';
import { indexHeader, type HeaderIndex } from './header.ts';
import type { Column, Layout } from './layout.ts';
import { readable } from './looks-like.ts';
import { valuesAt, type FileSample } from './proposal.ts';
import { HEADLESS_SLOTS, slotsOf, type LayoutKind, type Shape, type Slot } from './slots.ts';
import { cleanText, foldHeader } from './text.ts';

const SYNONYMS = z
  .record(z.string(), z.record(z.string(), z.array(z.string())))
  .parse(JSON.parse(readFileSync(new URL('synonyms.json', import.meta.url), 'utf8')));

/** Known header → the slots it can mean, in any kind. */
const OWNERS: ReadonlyMap<string, ReadonlySet<string>> = ownersOf(
  Object.values(SYNONYMS).flatMap((slots) => Object.entries(slots)),
);

const CANDIDATES: readonly { readonly kind: LayoutKind; readonly shape: Shape; readonly hints: RegExp }[] = [
  { kind: 'roll', shape: 'row', hints: /roll|pupil|census|student/i },
  { kind: 'marks', shape: 'row', hints: /mark|regist|attend/i },
  { kind: 'marks', shape: 'row-per-mark', hints: /mark|regist|attend/i },
  { kind: 'marks', shape: 'week-string', hints: /mark|regist|attend|week/i },
  { kind: 'marks', shape: 'week-columns', hints: /mark|regist|attend|week/i },
  { kind: 'marks', shape: 'wide-by-date', hints: /mark|regist|attend/i },
  { kind: 'suspensions', shape: 'row', hints: /suspen|exclu/i },
  { kind: 'removals', shape: 'row', hints: /remov|isolat|behav/i },
  { kind: 'schools', shape: 'row', hints: /school|establish|setting/i },
  { kind: 'sessions', shape: 'row', hints: /session|calendar|term|days/i },
];

/** Slots whose values say what they are, whatever the header: tried last, where one column alone fits. */
const TELLING = ['upn', 'marks', 'session', 'mark', 'date', 'week'];
/** Beyond so many columns only headers are looked at. */
const WIDEST_LOOK = 300;

/** The layout that headers and values suggest, or undefined where they suggest none. */
export function inferLayout(file: FileSample): Fit | undefined {
  const index = indexHeader(file.header);
  const fits = CANDIDATES.flatMap(({ kind, shape, hints }) => {
    const fit = inferAs(kind, shape, file, index);
    return fit ? [{ fit, score: scoreOf(fit) + (hints.test(file.name) ? 2 : 0) }] : [];
  });
  const [best] = fits.toSorted((a, b) => b.score - a.score);
  return best?.fit;
}

function inferAs(kind: LayoutKind, shape: Shape, file: FileSample, index: HeaderIndex): Fit | undefined {
  const empty: Layout = {
    id: idOf(file.name),
    title: `Worked out from ${file.name}`,
    kind,
    shape,
    columns: {},
    ignore: [],
  };
  const slots = slotsOf(kind, shape).filter(({ name }) => !HEADLESS_SLOTS.includes(name));
  const dated =
    shape === 'wide-by-date' ? file.header.map((text) => findDatedHeader(text, undefined) !== undefined) : [];
  const used = new Set<number>(dated.flatMap((is, position) => (is ? [position] : [])));
  if (shape === 'wide-by-date' && used.size === 0) return undefined;
  const found = new Map<string, number>();
  for (const find of [byName, byPartOfName, byValues]) {
    for (const slot of slots) {
      const position = found.has(slot.name) ? undefined : find({ layout: empty, slot, file, index, used });
      if (position === undefined) continue;
      found.set(slot.name, position);
      used.add(position);
    }
  }
  const needed = slots.filter(({ required, ask }) => required && ask === undefined);
  const got = needed.filter(({ name }) => found.has(name));
  const saysMarks = kind !== 'marks' || shape !== 'row' || found.has('am') || found.has('pm');
  if (!saysMarks || 2 * got.length < needed.length || got.length === 0) return undefined;
  const columns = slots.flatMap((slot): [string, Column][] => {
    const position = found.get(slot.name);
    if (position !== undefined) return [[slot.name, columnOf(slot, cleanText(file.header[position] ?? ''))]];
    // A needed column that is nowhere to be found stays in the layout under its own name, to be chosen by the person.
    if (slot.ask !== undefined) return [[slot.name, { ask: slot.ask }]];
    return slot.required ? [[slot.name, { from: [slot.name] }]] : [];
  });
  const year = slotsOf(kind, shape).find(({ name }) => name === 'academic_year');
  const layout: Layout = {
    ...empty,
    columns: Object.fromEntries(year?.ask === undefined ? columns : [...columns, ['academic_year', { ask: year.ask }]]),
  };
  const fit = fitLayout(layout, file);
  return { ...fit, certainty: fit.certainty === 'guess' ? 'guess' : 'likely' };
}

type Search = {
  readonly layout: Layout;
  readonly slot: Slot;
  readonly file: FileSample;
  readonly index: HeaderIndex;
  readonly used: ReadonlySet<number>;
};

function byName(search: Search): number | undefined {
  return namesOf(search)
    .flatMap((name) => search.index.byFold.get(name) ?? [])
    .find((position) => fits(search, position, 0.5));
}

function byPartOfName(search: Search): number | undefined {
  const { slot, file } = search;
  // `Mon afternoon` is not the afternoon.
  if (slot.read === 'text' || slot.name === 'am' || slot.name === 'pm') return undefined;
  const names = namesOf(search).filter((name) => name.length >= 3);
  const found = file.header.findIndex((text, position) => {
    const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
    const folded = foldHeader(text);
    const said = names.some((name) => (name.length >= 7 ? folded.includes(name) : words.includes(name)));
    return said && fits(search, position, 0.9, 'needs values');
  });
  return found === -1 ? undefined : found;
}

function byValues(search: Search): number | undefined {
  if (!search.slot.required || !TELLING.includes(search.slot.name)) return undefined;
  const all = search.file.header
    .slice(0, WIDEST_LOOK)
    .flatMap((text, position) =>
      !isAnothers(search.slot, text) && fits(search, position, 0.8, 'needs values') ? [position] : [],
    );
  return all.length === 1 ? all[0] : undefined;
}

/** A header that is known to mean something else does not mean this, whatever stands in it: a birth date is no date of a mark. */
function isAnothers(slot: Slot, header: string): boolean {
  const owners = OWNERS.get(foldHeader(header));
  return owners !== undefined && !owners.has(slot.name);
}

function fits(
  { layout, slot, file, index, used }: Search,
  position: number,
  least: number,
  needs?: 'needs values',
): boolean {
  const text = cleanText(file.header[position] ?? '');
  // A header that stands twice, or says nothing, cannot be named in a layout.
  if (used.has(position) || index.byText.get(text)?.length !== 1) return false;
  const share = shareOf({ ...layout, columns: { [slot.name]: columnOf(slot, text) } }, slot, valuesAt(file, position));
  return readable(share, least) && (needs === undefined || share.of > 0);
}

function columnOf(slot: Slot, header: string): Column {
  const inDays = slot.name === 'sessions' && /day/i.test(header);
  return {
    from: [header],
    ...(inDays ? { read: 'days-as-sessions' } : {}),
    ...(slot.ask === undefined ? {} : { ask: slot.ask }),
  };
}

function namesOf({ layout, slot }: Search): readonly string[] {
  const names = SYNONYMS[layout.kind]?.[slot.name] ?? SYNONYMS['any']?.[slot.name] ?? [];
  return [slot.name, ...names].map(foldHeader);
}

function scoreOf(fit: Fit): number {
  const slots = slotsOf(fit.layout.kind, fit.layout.shape);
  const found = Object.entries(fit.layout.columns).filter(
    ([name, { from }]) => from !== undefined && !fit.missing.includes(name),
  );
  const needed = found.filter(([name]) => slots.find((slot) => slot.name === name)?.required).length;
  return (
    2 * needed +
    found.length -
    5 * fit.missing.length -
    3 * fit.unreadable.length -
    Math.min(fit.unmapped.length, 20) / 2
  );
}

function idOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/\.(csv|parquet)(\.gz)?$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `from-${slug.slice(0, 60).replace(/-+$/, '') || 'a-file'}`;
}

function ownersOf(slots: readonly (readonly [string, readonly string[]])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const owners = new Map<string, Set<string>>();
  for (const [slot, names] of slots) {
    for (const name of names.map(foldHeader)) owners.set(name, (owners.get(name) ?? new Set()).add(slot));
  }
  return owners;
}
