import { findKindByName, getFormat, type FileKind } from './formats.ts';
import type { Incoming } from './receive.ts';
import { findSample, type Sample } from './sample.ts';
import {
  indexHeader,
  listQuestions,
  locate,
  proposeLayouts,
  slotsOf,
  type Layout,
  type Proposal,
  type Question,
} from '#exchange/layouts';

/** How a file is taken: as one of our own by its name and header, or through a layout, which a person may change. */
export type Reading =
  | { readonly kind: 'own'; readonly fileKind: FileKind; readonly others: readonly Layout[] }
  | {
      readonly kind: 'layout';
      readonly layout: Layout;
      /** How sure, where Kith proposed it or would have; undefined where the person chose what does not fit well. */
      readonly certainty: Proposal['certainty'] | undefined;
      readonly reasons: readonly string[];
      readonly header: readonly string[];
      readonly questions: readonly Question[];
      readonly columns: readonly ReadColumn[];
      /** Ways to read it instead, best first. */
      readonly others: readonly Layout[];
      /** True where the file’s name and header say that it is one of ours, so that no layout is needed. */
      readonly mayBeOwn: boolean;
    }
  | { readonly kind: 'none'; readonly others: readonly Layout[]; readonly header: readonly string[] };

/** One slot of a layout, and the column of the file (from 0) that fills it. */
export type ReadColumn = { readonly slot: string; readonly required: boolean; readonly position: number | undefined };

/** Slots that the header’s dates fill, or an answer: no column can be chosen for them. */
const NOT_CHOSEN: readonly string[] = ['cells', 'academic_year'];

/** How one file is read: through the layout it comes with, else by its own name, else as its headers suggest. */
export async function findReading(incoming: Incoming, layouts: readonly Layout[]): Promise<Reading> {
  // A file whose head cannot be read at all is told of by the reader itself, with what to do.
  const sample = await findSample(incoming.path, incoming.name).catch(() => undefined);
  const proposals = sample ? proposeLayouts(sample, layouts) : [];
  const own = findOwn(incoming.name, sample, proposals);
  const others = uniqueById([...proposals.map((each) => each.layout), ...(sample ? layouts : [])]);
  if (!sample || (own && !incoming.layout)) {
    return own ? { kind: 'own', fileKind: own, others } : { kind: 'none', others, header: [] };
  }
  const layout = incoming.layout ?? proposals[0]?.layout;
  if (!layout) return { kind: 'none', others, header: sample.header };
  const proposal =
    proposals.find((each) => each.layout === layout) ??
    proposeLayouts(sample, [layout]).find((each) => each.layout === layout);
  return {
    kind: 'layout',
    layout,
    certainty: proposal?.certainty,
    reasons: proposal?.reasons ?? [],
    header: sample.header,
    questions: listQuestions(layout, sample.header),
    columns: columnsOf(layout, sample.header),
    others,
    mayBeOwn: own !== undefined,
  };
}

/** Ours by name, and by header too where it has one to show: another system may call its export marks.csv as well. */
function findOwn(name: string, sample: Sample | undefined, proposals: readonly Proposal[]): FileKind | undefined {
  const kind = findKindByName(name);
  if (!kind || !sample) return kind;
  const header = new Set(sample.header);
  const whole = getFormat(kind).columns.every((column) => !column.required || header.has(column.name));
  // Where no layout fits either, its own name says most about what is wrong with it.
  return whole || proposals.every((each) => each.missing.length > 0) ? kind : undefined;
}

function columnsOf(layout: Layout, header: readonly string[]): readonly ReadColumn[] {
  const index = indexHeader(header);
  return slotsOf(layout.kind, layout.shape)
    .filter(({ name }) => !NOT_CHOSEN.includes(name))
    .map(({ name, required }) => {
      const place = locate(index, layout.columns[name]?.from ?? []);
      return { slot: name, required, position: place.kind === 'at' ? place.position : undefined };
    });
}

function uniqueById(layouts: readonly Layout[]): readonly Layout[] {
  return [...new Map(layouts.toReversed().map((layout) => [layout.id, layout])).values()].toReversed();
}
