import { dataText, spokenLanguage, t } from '#language';
import type { PageTable } from './document.ts';
import type { EnglandBeside, PublishedLine } from './england.ts';
import type { SafeTerm, ShareFigure } from './protect.ts';
import type { TermSums } from './term-reading.ts';
import { hiddenText, percentText, shareText } from './words.ts';

type Line = {
  readonly words: 'all' | 'unauthorised' | 'suspended' | 'part-time' | 'persistent' | 'severe';
  readonly of: (safe: SafeTerm) => ShareFigure;
  /** Undefined where the Department publishes no such figure of a term. */
  readonly published: PublishedLine | undefined;
};

const LINES: readonly Line[] = [
  { words: 'all', of: ({ absence }) => absence.all, published: 'all' },
  { words: 'unauthorised', of: ({ absence }) => absence.unauthorised, published: 'unauthorised' },
  { words: 'suspended', of: ({ absence }) => absence.suspended, published: 'suspended' },
  { words: 'part-time', of: ({ absence }) => absence['part-time'], published: 'part-time' },
  { words: 'persistent', of: ({ persistent }) => persistent, published: 'persistent' },
  { words: 'severe', of: ({ severe }) => severe, published: undefined },
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
  const term = t(`paper.term.${now.term}`);
  const columns = [
    t('paper-words.beside.share'),
    t('paper-words.beside.term', { term, year: now.year }),
    ...(before ? [t('paper-words.beside.term', { term, year: before.year })] : []),
    ...(england.kind === 'beside'
      ? [t('paper-words.beside.england', { schools: dataText(england.schools), year: england.of.year })]
      : []),
  ];
  const rows = LINES.map(({ words, of, published }) => [
    t(`paper-words.beside.${words}`),
    shareText(of(safe)),
    ...(safeBefore ? [shareText(of(safeBefore))] : []),
    ...(england.kind === 'beside' ? [englandText(england, published)] : []),
  ]);
  // Last year and England may be kept away for the same reason, which is then said once.
  const notes = new Set([
    ...(rows.flat().includes(hiddenText()) ? [t('paper-words.beside.hidden')] : []),
    ...(refused === undefined ? [] : [refused]),
    ...englandNotes(england, now),
  ]);
  return {
    heading: t('paper-words.beside'),
    columns,
    rows,
    notes: [...notes],
    inEnglish: england.kind === 'none' ? england.inEnglish : england.cautions,
  };
}

function englandText(england: EnglandBeside & { readonly kind: 'beside' }, line: PublishedLine | undefined): string {
  if (line === undefined) return t('paper-words.not-published');
  const value = england.figures[line];
  return value === undefined ? t('paper-words.not-compared') : percentText(value);
}

function englandNotes(england: EnglandBeside, now: TermSums): readonly string[] {
  if (england.kind === 'none') return england.reasons;
  const source = t('paper-words.beside.source', { release: england.release });
  const other = england.of === now ? [] : [t('paper-words.beside.other', { year: now.year })];
  return [
    ...(spokenLanguage() === 'en' ? [[source, ...england.cautions].join(' ')] : [source, ...england.cautions]),
    ...other,
  ];
}
