import type { RuleId } from './rule.ts';

/** How many things to mend there are by rule and school; `urn` is null where no row says which school. */
export type FindingsCount = {
  readonly rule: RuleId;
  readonly urn: number | null;
  readonly findings: number;
  readonly sessions: number;
  readonly children: number;
};

/** One row a rule and school, of the findings that `from` names. */
export function countsSql(from: string): string {
  return `
  select rule, urn, count(*) as findings, cast(coalesce(sum(sessions), 0) as bigint) as sessions,
    count(distinct upn) as children
  from ${from} group by rule, urn order by rule, urn`;
}
