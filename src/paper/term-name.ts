import type { Term } from '#place';

/** The three terms of a school year, as the address and the command line name them. */
export const TERM_NAMES = ['autumn', 'spring', 'summer'] as const;
export type TermName = (typeof TERM_NAMES)[number];

export function findTermName(text: string): TermName | undefined {
  return TERM_NAMES.find((name) => name === text.trim().toLowerCase());
}

/** As relations number them: 1 is autumn. */
export function termNo(name: TermName): number {
  return TERM_NAMES.indexOf(name) + 1;
}

/** As the Department for Education publishes by them. */
export const PUBLISHED_TERM: Readonly<Record<TermName, Term>> = {
  autumn: 'Autumn term',
  spring: 'Spring term',
  summer: 'Summer term',
};
