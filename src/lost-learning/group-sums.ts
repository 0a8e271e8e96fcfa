import { figuresSql } from './account.ts';

/** What a school’s children are grouped by, with the value of a child as text; '' where no file gives it. */
const SCHOOL_GROUPS = {
  'year-group': 'cast(child.year_group as varchar)',
  class: 'child.class',
  sex: 'child.sex',
  fsm: `case child.fsm when true then 'Y' when false then 'N' end`,
  sen: 'child.sen',
  'in-care': `case child.in_care when true then 'Y' when false then 'N' end`,
} as const;

/** Every grouping in one pass: a child stands once in each, and the schools’ own registers are read once. */
const MEMBERS = Object.entries(SCHOOL_GROUPS)
  .map(([by, value]) => `select child_no, '${by}' as grouped_by, coalesce(${value}, '') as value from child`)
  .join(' union all ');

/** Which rows are of one group, for `Aggregates.rows`: bind `urn`, `by` and `value`. */
export const OF_GROUP = 'urn = $urn and grouped_by = $by and value = $value';

/**
 * The account of year groups, classes and groups of one school, from its own register: the same sums as the school’s.
 * A sum of one or two children is about those children: pages show it to those who may see the school’s children.
 */
export const groupModels: Readonly<Record<string, string>> = {
  group_school: `
    with member as (${MEMBERS}), part as (
      select urn, child_no, rule, sum(sessions) as sessions, sum(minutes) as minutes from school_week group by urn, child_no, rule
    )
    select urn, grouped_by, value, count(distinct child_no) as children, ${figuresSql()}
    from part join member using (child_no) group by urn, grouped_by, value order by urn, grouped_by, value`,
  group_cause_school: `
    with member as (${MEMBERS}), part as (
      select urn, child_no, rule, letter, sum(sessions) as sessions from school_week group by urn, child_no, rule, letter
    )
    select urn, grouped_by, value, rule, letter, cast(sum(sessions) as bigint) as sessions, count(*) as children
    from part join member using (child_no) group by all order by urn, grouped_by, value, rule, letter`,
  group_week_school: `
    with member as (${MEMBERS})
    select urn, grouped_by, value,
      cast(first_day - cast(isodow(first_day) - 1 as integer) + 7 * week_no as varchar) as week,
      rule, cast(sum(sessions) as bigint) as sessions
    from school_week cross join question join member using (child_no)
    group by all order by urn, grouped_by, value, week, rule`,
};
