import { Refusal } from '#kernel';
import { z } from 'zod';
import { HEADLESS_SLOTS, LAYOUT_KINDS, SHAPES, slotsOf } from './slots.ts';
import { findContradiction, wordTables } from './words.ts';

/** Readers that are not a table of words. */
export const PLAIN_READERS = ['text', 'upn', 'urn', 'uk-date', 'datetime', 'whole-number', 'days-as-sessions'] as const;

// A header, an answer or a word: long enough for any, and without the one character that SQL text cannot hold.
const Text = z
  .string()
  .max(500)
  .refine((text) => !text.includes('\u0000'), 'a null character cannot be read');
const Named = z
  .string()
  .refine((name) => PLAIN_READERS.some((each) => each === name) || wordTables.has(name), 'no reader of this name');

const Reader = z.union([
  Named,
  z
    .strictObject({
      words: z.record(Text, Text),
      table: z
        .string()
        .refine((name) => wordTables.has(name))
        .optional(),
    })
    .refine(({ words }) => Object.keys(words).length > 0, 'no words')
    .refine(({ words }) => findContradiction(Object.entries(words)) === undefined, 'one word has two codes'),
  z.strictObject({ read: z.enum(['uk-date', 'datetime']), pivot: z.int().min(0).max(99) }),
]);

const Column = z.strictObject({
  from: z.array(Text).min(1).max(50).optional(),
  read: Reader.optional(),
  ask: Text.optional(),
  value: Text.optional(),
});

const LayoutSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/),
    title: Text.min(1),
    kind: z.enum(LAYOUT_KINDS),
    shape: z.enum(SHAPES),
    columns: z.record(z.string(), Column),
    ignore: z.array(Text).max(20_000).default([]),
  })
  .superRefine((layout, context) => {
    const refuse = (message: string, ...path: string[]): void => context.addIssue({ code: 'custom', message, path });
    if (layout.shape !== 'row' && layout.kind !== 'marks') return refuse('only marks have this shape', 'shape');
    const slots = slotsOf(layout.kind, layout.shape);
    for (const [name, column] of Object.entries(layout.columns)) {
      if (!slots.some((slot) => slot.name === name))
        refuse(`${layout.kind} as ${layout.shape} has no column of this name`, 'columns', name);
      const filled = column.from ?? column.ask ?? column.value;
      if (filled === undefined && name !== 'cells') refuse('needs “from”, “ask” or “value”', 'columns', name);
      if (column.from && HEADLESS_SLOTS.includes(name)) refuse('is not filled from a column', 'columns', name);
    }
    for (const { name, required } of slots) {
      if (required && layout.columns[name] === undefined) refuse('is required', 'columns', name);
    }
  });

/** `uk-date`, a word table’s name, words of the layout’s own (with a table behind them), or a date with its own pivot. */
export type Reader =
  | string
  | { readonly words: Readonly<Record<string, string>>; readonly table?: string | undefined }
  | { readonly read: 'uk-date' | 'datetime'; readonly pivot: number };

/** Where one slot’s values come from: the first of these headers that the file has, else the person’s answer. */
export type Column = {
  readonly from?: readonly string[] | undefined;
  readonly read?: Reader | undefined;
  /** The question to the person where the file has none of the headers. */
  readonly ask?: string | undefined;
  /** Their answer, or a value fixed by the layout, for every row. */
  readonly value?: string | undefined;
};

/** How one export is read: plain data, shipped with Kith or saved by an area. */
export type Layout = {
  readonly id: string;
  readonly title: string;
  readonly kind: (typeof LAYOUT_KINDS)[number];
  readonly shape: (typeof SHAPES)[number];
  /** By slot: the canonical columns, or those of the shape (`week`, `marks`, `session`, `mark` …). */
  readonly columns: Readonly<Record<string, Column>>;
  /** Headers known to be of no use here, so that they are not reported. */
  readonly ignore: readonly string[];
};

/** A layout from JSON; throws `Refusal` `layouts/not-a-layout` that names the first thing wrong. */
export function parseLayout(content: unknown): Layout {
  const parsed = LayoutSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue && issue.path.length > 0 ? ` at “${issue.path.join('.')}”` : '';
  throw new Refusal(
    'layouts/not-a-layout',
    `This is not a layout${place}: ${issue?.message ?? 'it cannot be read'}. Compare it with the guide “Other layouts”.`,
  );
}
