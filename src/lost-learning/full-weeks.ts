import type { Row } from '#store';
import type { AccountMeasure } from './measure.ts';

/** What the share of full weeks is told by. Each with the SQL of its value; empty where it is not known. */
const FULL_WEEKS_BY = {
  all: `''`,
  'year-group': 'cast(child.year_group as varchar)',
  class: 'child.class',
  sex: 'child.sex',
  fsm: `case child.fsm when true then 'Y' when false then 'N' end`,
  sen: 'child.sen',
  'in-care': `case child.in_care when true then 'Y' when false then 'N' end`,
} as const;

/** One row of `full_week_group` (the children’s own calendars) or `full_week_school` (each school’s own register). */
export type FullWeekRow = Row & {
  readonly told_by: keyof typeof FULL_WEEKS_BY;
  readonly value: string;
  readonly children: number;
  /** Children’s weeks that are over, count and are known, and those of them that were full: full-week.sql, school-full-week.sql. */
  readonly weeks: number;
  readonly full_weeks: number;
};

export const fullWeekMeasure: AccountMeasure = {
  id: 'full_week_percent',
  title: 'Full weeks',
  definition:
    'Children’s school weeks in which every session that counted for the child was attended, ten of ten or all there were in a short week, out of their school weeks that are over.',
  unit: 'per cent',
  numerator: 'full_weeks',
  denominator: 'weeks',
  exclusions: [
    'Sessions not required',
    'Weeks in which nothing was required',
    'Weeks in which a register was not taken',
  ],
  source: 'Kith’s own: no measure of full weeks is published',
};

/** The relations that these sums read, made by models. */
export const FULL_WEEK_RELATIONS = ['full_week', 'school_full_week'] as const;

/** Sums of full weeks, numerator and denominator, by group over the area and by school and group. */
export function fullWeekModels(): Readonly<Record<'full_week_group' | 'full_week_school', string>> {
  const groups = Object.entries(FULL_WEEKS_BY);
  const counts =
    'count(distinct week.child_no) as children, count(*) as weeks, cast(sum(week.is_full) as bigint) as full_weeks';
  const one = ([by, value]: readonly [string, string], relation: string, school: string): string =>
    `select ${school}'${by}' as told_by, coalesce(${value}, '') as value, ${counts}
     from ${relation} as week join child on child.child_no = week.child_no
     where week.is_full is not null group by all`;
  return {
    // A class is a school’s: two schools’ 7A are two classes.
    full_week_group: `${groups
      .filter(([by]) => by !== 'class')
      .map((group) => one(group, 'full_week', ''))
      .join(' union all ')} order by all`,
    full_week_school: `${groups.map((group) => one(group, 'school_full_week', 'week.urn, ')).join(' union all ')} order by all`,
  };
}
