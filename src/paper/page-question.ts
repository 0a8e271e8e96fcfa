import type { AcademicYear, Instant, TermName } from '#kernel';
import type { Aggregates } from '#lost-learning';
import { PHASES, type Phase } from '#place';
import { termNo } from './term-name.ts';
import { findTermSums, yearBefore, type TermSums } from './term-reading.ts';

export type PageSchool = { readonly urn: number; readonly name: string; readonly phase: Phase };

/** What a page is made from: a school’s term and the same term of the year before, each where there is one. */
export type PageQuestion = {
  readonly school: PageSchool;
  readonly year: AcademicYear;
  readonly term: TermName;
  readonly knownAt: Instant;
  /** The area is a demonstration: a page that leaves it must say that nobody on it is real. */
  readonly invented: boolean;
  readonly now: TermSums | undefined;
  readonly before: TermSums | undefined;
};

type SchoolRow = { readonly urn: number; readonly name: string; readonly phase: string };

/** Reads what a page needs; undefined where the area has no such school or the year has no account. */
export async function findPageQuestion(
  aggregates: Aggregates,
  asked: Pick<PageQuestion, 'year' | 'term' | 'invented'> & { readonly urn: number },
): Promise<PageQuestion | undefined> {
  const { urn, year, term, invented } = asked;
  const answered = aggregates.findYear(year);
  const [row] = answered ? await aggregates.rows<SchoolRow>('school', year, 'urn = $urn', { urn }) : [];
  const phase = PHASES.find((one) => one === row?.phase);
  if (!answered || !row || !phase) return undefined;
  const named = { no: termNo(term), name: term };
  const [now, before] = await Promise.all([
    findTermSums(aggregates, urn, year, named),
    findTermSums(aggregates, urn, yearBefore(year), named),
  ]);
  return { school: { urn, name: row.name, phase }, year, term, knownAt: answered.knownAt, invented, now, before };
}

/** The terms of a year in which the school has a session that counts, in order. */
export async function listTermsOf(aggregates: Aggregates, urn: number, year: AcademicYear): Promise<readonly number[]> {
  const rows = await aggregates.rows<{ readonly term_no: number }>('term_school', year, 'urn = $urn', { urn });
  return rows.map((row) => row.term_no).toSorted((a, b) => a - b);
}
