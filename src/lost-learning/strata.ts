import type { Row } from '#store';

/** What pupils are told apart by when schools are held against what their own pupils would lead one to expect. */
export const STRATIFIED_BY = ['year_group', 'sex', 'fsm', 'sen'] as const;
export type StratifiedBy = (typeof STRATIFIED_BY)[number];

/** One row of `absence_stratum` or `suspended_stratum`: pupils of one school alike in all four, as known latest. */
export type StratumRow = Row &
  Readonly<Record<StratifiedBy, string>> & {
    readonly urn: number;
    /** Enrolments of DfE’s cohort, or pupils on the roll of census day. */
    readonly pupils: number;
    /** Those of them persistently or severely absent; suspended at least once at this school. */
    readonly persistent?: number;
    readonly severe?: number;
    readonly suspended?: number;
  };

// Empty where it is not known: a stratum of its own.
const KEYS = `coalesce(cast(year_group as varchar), '') as year_group, coalesce(sex, '') as sex,
  case fsm when true then 'Y' when false then 'N' else '' end as fsm, coalesce(sen, '') as sen`;

/** Counts by school and stratum, over the account’s relations. */
export function strataModels(censusDay: string): Readonly<Record<'absence_stratum' | 'suspended_stratum', string>> {
  return {
    absence_stratum: `
      select urn, ${KEYS}, count(*) as pupils,
        cast(sum(persistent) as bigint) as persistent, cast(sum(severe) as bigint) as severe
      from enrolment join child using (child_no) group by all order by all`,
    // A pupil is counted once however often suspended: suspensions come in runs, and a run is not many pupils.
    suspended_stratum: `
      select urn, ${KEYS}, count(*) as pupils, count(suspended.upn) as suspended
      from (
        select distinct spell.urn, child.upn, child.year_group, child.sex, child.fsm, child.sen
        from spell join child on child.upn = spell.upn
        where spell.main and spell.entry_date <= date '${censusDay}' and spell.last_date >= date '${censusDay}'
      ) as pupil
      left join (select distinct upn, urn from suspension where category in ('SUSP', 'FIXD')) as suspended
        using (upn, urn)
      group by all order by all`,
  };
}
