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

/**
 * Every grouping in one pass: a child stands once in each, and the schools’ own registers are read once. A group has a
 * number, because millions of rows are gathered by it.
 */
const MEMBERS = `
  member as (
    select child_no, grouped_by, value, dense_rank() over (order by grouped_by, value) as group_no
    from (${Object.entries(SCHOOL_GROUPS)
      .map(([by, value]) => `select child_no, '${by}' as grouped_by, coalesce(${value}, '') as value from child`)
      .join(' union all ')})
  ), named as (select distinct group_no, grouped_by, value from member)`;

/** Which rows are of one group, for `Aggregates.rows`: bind `urn`, `by` and `value`. */
export const OF_GROUP = 'urn = $urn and grouped_by = $by and value = $value';

/**
 * The account of year groups, classes and groups of one school, from its own register: the same sums as the school’s.
 * A sum of one or two children is about those children: pages show it to those who may see the school’s children.
 */
export const groupModels: Readonly<Record<string, string>> = {
  group_school: `
    with ${MEMBERS}, part as (
      select urn, group_no, count(distinct child_no) as children, ${figuresSql()}
      from school_rule join member using (child_no) group by urn, group_no
    )
    select urn, grouped_by, value, part.* exclude (urn, group_no) from part join named using (group_no)
    order by urn, grouped_by, value`,
  group_cause_school: `
    with ${MEMBERS}, caused as (
      select urn, child_no, rule, letter, sum(sessions) as sessions from school_week group by all
    ), part as (
      select urn, group_no, rule, letter, cast(sum(sessions) as bigint) as sessions, count(*) as children
      from caused join member using (child_no) group by all
    )
    select urn, grouped_by, value, rule, letter, sessions, children from part join named using (group_no)
    order by urn, grouped_by, value, rule, letter`,
  group_week_school: `
    with ${MEMBERS}, weekly as (
      select urn, child_no, week_no, rule, sum(sessions) as sessions from school_week group by all
    ), part as (
      select urn, group_no, week_no, rule, cast(sum(sessions) as bigint) as sessions
      from weekly join member using (child_no) group by all
    )
    select urn, grouped_by, value,
      cast(first_day - cast(isodow(first_day) - 1 as integer) + 7 * week_no as varchar) as week, rule, sessions
    from part join named using (group_no) cross join question
    order by urn, grouped_by, value, week, rule`,
};
