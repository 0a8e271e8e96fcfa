import type { Row } from '#store';
import { possibleStates, states, statesLost } from './states.ts';

/** Whose weeks: the children of the area, or the own registers of a school or of schools together. */
export const weekGroupings = ['area', 'school', 'phase', 'trust', 'la'] as const;
export type WeekGrouping = (typeof weekGroupings)[number];

/**
 * A week of a half term in one group: `days` of school up to the as-of day and `listed` ones of the whole week (days on
 * which any of the group’s schools opens), and its sessions. Every week of a half term has a row.
 */
export type SchoolWeekRow = Row & {
  readonly grouped: string;
  readonly half_no: number;
  /** 1 is the week in which the half term begins for most schools of the area. */
  readonly week_in_half: number;
  /** Its Monday. */
  readonly week: string;
  readonly to_come: boolean;
  readonly listed: number;
  readonly days: number;
  readonly possible: number;
  readonly lost_absence: number;
  /** Sessions without a mark: the school was open, the child was due, and no register came. */
  readonly unmarked: number;
};

const unmarkedStates = states.filter(({ id }) => id === 'unmarked');

const rulesOf = (some: readonly { readonly rule: number }[]): string => some.map(({ rule }) => rule).join(', ');

/** The SELECT over the account’s relations that makes the weeks of one grouping. */
export function weeksSql(by: WeekGrouping): string {
  const group = by === 'area' ? `''` : by === 'school' ? 'cast(school.urn as varchar)' : `coalesce(school.${by}, '')`;
  const sessions =
    by === 'area'
      ? `select '' as grouped, week_no, rule, sessions from child_week`
      : `select ${group} as grouped, week_no, rule, sessions from school_week as part join school on school.urn = part.urn`;
  return `
    with session as (${sessions}),
    total as (
      select grouped, week_no,
        coalesce(sum(sessions) filter (where rule in (${rulesOf(possibleStates)})), 0) as possible,
        coalesce(sum(sessions) filter (where rule in (${rulesOf(statesLost('absence'))})), 0) as lost_absence,
        coalesce(sum(sessions) filter (where rule in (${rulesOf(unmarkedStates)})), 0) as unmarked
      from session group by grouped, week_no
    ),
    open_day as (
      select distinct ${group} as grouped, day.date
      from school_day as day join school on school.urn = day.urn cross join question
      where (am or pm) and day.date between question.first_day and question.last_day
    )
    select
      named.grouped, week.half_no, week.week_in_half, cast(week.monday as varchar) as week,
      week.monday > question.as_of as to_come,
      count(day.date) as listed, count(day.date) filter (where day.date <= question.as_of) as days,
      cast(coalesce(max(total.possible), 0) as bigint) as possible,
      cast(coalesce(max(total.lost_absence), 0) as bigint) as lost_absence,
      cast(coalesce(max(total.unmarked), 0) as bigint) as unmarked
    from (select distinct grouped from open_day) as named
    cross join term_week as week
    cross join question
    left join total on total.grouped = named.grouped and total.week_no = week.week_no
    left join open_day as day
      on day.grouped = named.grouped and day.date >= week.monday and day.date <= week.monday + 6
    group by named.grouped, week.half_no, week.week_in_half, week.monday, question.as_of
    order by encode(named.grouped), week.half_no, week.week_in_half`;
}
