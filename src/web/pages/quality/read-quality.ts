import { sql } from 'kysely';
import type { Permit, Tx } from '#access';
import type { AcademicYear } from '#kernel';
import { t } from '#language';
import {
  qualityRules,
  type Effect,
  type Figures,
  type Finding,
  type FindingsCount,
  type QualityRule,
  type RuleId,
} from '#quality';
import type { Account } from '../lost-learning/looking.tsx';
import { listSchools, type SchoolRow } from '../lost-learning/read-account.ts';
import { nameOf } from '../lost-learning/read-children.ts';

/** How many things one rule found, in the area or one school. A child at two schools counts in each. */
export type RuleCount = Omit<FindingsCount, 'urn'> & { readonly schools: number };

export type QualitySums = {
  readonly schools: readonly SchoolRow[];
  readonly counts: readonly FindingsCount[];
  readonly effects: readonly Effect[];
  readonly notJudged: ReadonlyMap<RuleId, string>;
};

/**
 * What was published of a year; undefined where it was published without (the area’s files were never judged). Its counts
 * count everybody: where the permit leaves somebody out, those are counted that it lists.
 */
export async function findQuality(
  { aggregates, findings, year }: Pick<Account, 'aggregates' | 'findings' | 'year'>,
  permit: Permit,
): Promise<QualitySums | undefined> {
  if (!aggregates.holds('quality_count')) return undefined;
  const [schools, counts, effects, notJudged] = await Promise.all([
    listSchools(aggregates, year),
    permit.leftOut.length > 0 ? findings.count(permit, year) : aggregates.rows<FindingsCount>('quality_count', year),
    aggregates.rows<Figures & { readonly rule: string; readonly scenario: string }>('quality_effect', year),
    aggregates.rows<{ rule: RuleId; why: string }>('quality_not_judged', year),
  ]);
  return {
    schools,
    counts,
    effects: effects.map(({ rule, scenario, ...figures }) => ({ rule, scenario, figures })),
    notJudged: new Map(notJudged.map(({ rule, why }) => [rule, why])),
  };
}

/** Counts by rule, in the order of the table of rules; of one school, or of all. Rules that found nothing are left out. */
export function countsByRule({ counts }: QualitySums, urn: number | undefined): readonly RuleCount[] {
  return qualityRules.flatMap(({ id }) => {
    const some = counts.filter((row) => row.rule === id && (urn === undefined || row.urn === urn));
    if (some.length === 0) return [];
    const sum = (of: (row: FindingsCount) => number): number => some.reduce((total, row) => total + of(row), 0);
    return [
      {
        rule: id,
        findings: sum((row) => row.findings),
        sessions: sum((row) => row.sessions),
        children: sum((row) => row.children),
        schools: some.filter((row) => row.urn !== null).length,
      },
    ];
  });
}

export type SchoolCount = {
  readonly urn: number | null;
  readonly name: string;
  readonly findings: number;
  readonly sessions: number;
  readonly rules: number;
};

/** Schools with something to mend, by name; of one rule, or of all. What names no school stands last. */
export function countsBySchool({ schools, counts }: QualitySums, rule?: RuleId): readonly SchoolCount[] {
  const of = (urn: number | null, name: string): readonly SchoolCount[] => {
    const some = counts.filter((row) => row.urn === urn && (rule === undefined || row.rule === rule));
    if (some.length === 0) return [];
    const findings = some.reduce((total, row) => total + row.findings, 0);
    return [
      { urn, name, findings, sessions: some.reduce((total, row) => total + row.sessions, 0), rules: some.length },
    ];
  };
  return [...schools.flatMap(({ urn, name }) => of(urn, name)), ...of(null, t('quality.school-not-named'))];
}

/** Rules that found nothing in the area, or the school, though they could be judged. */
export function listClean(sums: QualitySums, urn: number | undefined): readonly QualityRule[] {
  const found = new Set(countsByRule(sums, urn).map(({ rule }) => rule));
  return qualityRules.filter(({ id }) => !found.has(id) && !sums.notJudged.has(id));
}

/** Names of the children of some findings, by UPN, as far as whoever looks may see them. */
export async function readNames(
  tx: Tx,
  year: AcademicYear,
  findings: readonly Finding[],
): Promise<ReadonlyMap<string, string>> {
  const upns = [...new Set(findings.flatMap(({ upn }) => upn ?? []))];
  if (upns.length === 0) return new Map();
  const { rows } = await sql<{ upn: string; given_name: string | null; family_name: string | null }>`
    select upn, given_name, family_name from account.child_year
    where academic_year = ${year} and upn = any(${upns})`.execute(tx);
  return new Map(rows.map((row) => [row.upn, nameOf(row)]));
}
