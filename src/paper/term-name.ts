import { termNames, type TermName } from '#kernel';
import type { Term } from '#place';

/** The term that an address or a command line names. */
export function findTermName(text: string): TermName | undefined {
  return termNames.find((name) => name === text.trim().toLowerCase());
}

/** As relations number them: 1 is autumn. */
export function termNo(name: TermName): number {
  return termNames.indexOf(name) + 1;
}

/** As the Department for Education publishes by them. */
export const PUBLISHED_TERM: Readonly<Record<TermName, Term>> = {
  autumn: 'Autumn term',
  spring: 'Spring term',
  summer: 'Summer term',
};
