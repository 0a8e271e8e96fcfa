import type { PageTable } from './document.ts';
import type { EnglandBeside, PublishedLine } from './england.ts';
import type { SafeTerm, ShareFigure } from './protect.ts';
import type { TermSums } from './term-reading.ts';
import { HIDDEN, NOT_COMPARED, NOT_PUBLISHED, percentText, shareText, TERM_TITLE } from './words.ts';

type Line = {
  readonly words: string;
  readonly of: (safe: SafeTerm) => ShareFigure;
  /** Undefined where the Department publishes no such figure of a term. */
  readonly published: PublishedLine | undefined;
};

const LINES: readonly Line[] = [
  { words: 'Sessions missed (overall absence)', of: ({ absence }) => absence.all, published: 'all' },
  { words: 'Missed: without agreement', of: ({ absence }) => absence.unauthorised, published: 'unauthorised' },
  { words: 'Missed: suspended or excluded', of: ({ absence }) => absence.suspended, published: 'suspended' },
  { words: 'Missed: part-time timetable', of: ({ absence }) => absence['part-time'], published: 'part-time' },
  { words: 'Pupils who missed a tenth or more', of: ({ persistent }) => persistent, published: 'persistent' },
  { words: 'Pupils who missed half or more', of: ({ severe }) => severe, published: undefined },
];

export type Beside = {
  readonly now: TermSums;
  readonly safe: SafeTerm;
  readonly before: TermSums | undefined;
  readonly safeBefore: SafeTerm | undefined;
  readonly england: EnglandBeside;
  /** Why last year is not set beside. */
  readonly refused: string | undefined;
};

/** This term, the same term of last year and England’s: each only where it is like, with its source or the reason. */
export function measuresTable({ now, safe, before, safeBefore, england, refused }: Beside): PageTable {
  const term = TERM_TITLE[now.term];
  const columns = [
    'Share of the term',
    `${term} ${now.year}`,
    ...(before ? [`${term} ${before.year}`] : []),
    ...(england.kind === 'beside' ? [`England, ${england.schools}, ${england.of.year}`] : []),
  ];
  const rows = LINES.map(({ words, of, published }) => [
    words,
    shareText(of(safe)),
    ...(safeBefore ? [shareText(of(safeBefore))] : []),
    ...(england.kind === 'beside' ? [englandText(england, published)] : []),
  ]);
  return {
    heading: 'Beside last year and England',
    columns,
    rows,
    notes: [
      ...(rows.flat().includes(HIDDEN) ? ['c: hidden, because of small numbers. It does not mean none.'] : []),
      ...(refused === undefined ? [] : [refused]),
      ...englandNotes(england, now),
    ],
  };
}

function englandText(england: EnglandBeside & { readonly kind: 'beside' }, line: PublishedLine | undefined): string {
  if (line === undefined) return NOT_PUBLISHED;
  const value = england.figures[line];
  return value === undefined ? NOT_COMPARED : percentText(value);
}

function englandNotes(england: EnglandBeside, now: TermSums): readonly string[] {
  if (england.kind === 'none') return england.reasons;
  const other =
    england.of === now ? [] : [`Kith holds no such figure for ${now.year}, so England’s is beside last year’s.`];
  return [
    `England: Department for Education, ${england.release}, from registers that schools share each day. ${england.cautions.join(' ')}`.trim(),
    ...other,
  ];
}
