import type { Row } from '#store';
import { getState } from './packed-year.ts';
import type { StateId } from './states.ts';

/**
 * Absence of one kind or several together, by the states of its sessions. Several, because a small kind may have to be
 * told together with another: people who are in two kinds are counted once, so the counts cannot be added afterwards.
 */
export const ABSENCE_PARTS = {
  all: ['suspended', 'unauthorised', 'part-time', 'authorised'],
  unauthorised: ['unauthorised'],
  authorised: ['suspended', 'part-time', 'authorised'],
  suspended: ['suspended'],
  'part-time': ['part-time'],
  other: ['authorised'],
  'other-or-suspended': ['suspended', 'authorised'],
  'other-or-part-time': ['part-time', 'authorised'],
} as const satisfies Readonly<Record<string, readonly StateId[]>>;
export type AbsencePart = keyof typeof ABSENCE_PARTS;

/** One row of `term_school`: a school’s term, by the published measures’ cohort. Bands are of own possible sessions missed. */
export type TermSchoolRow = Row & {
  readonly urn: number;
  readonly term_no: number;
  readonly enrolments: number;
  readonly possible: number;
  readonly under_tenth: number;
  readonly tenth_to_half: number;
  readonly half_or_more: number;
};

/** What an amount comes from: how many children, and the most that one and that two of them make up. */
export type People = { readonly children: number; readonly largest: number; readonly largest_two: number };

/** Where a sum lies: a week, a half term, or (both null) the whole term. */
type Stretch = { readonly half_no: number | null; readonly monday: string | null };

/** One row of `term_possible`: possible sessions of a stretch of a term. */
export type TermPossibleRow = Row & Stretch & { readonly possible: number };
/** One row of `term_part`: sessions missed in a stretch of a term. No row where there are none. */
export type TermPartRow = Row & Stretch & People & { readonly part: AbsencePart; readonly sessions: number };
/** One row of `term_inside`: minutes the cohort lost inside sessions attended; `kind` is that of a removal, or `late`. */
export type TermInsideRow = Row & People & { readonly kind: string; readonly minutes: number };
/** One row of `term_beyond`: sessions of the cohort that no absence figure holds, by rule of their state. */
export type TermBeyondRow = Row & People & { readonly rule: number; readonly sessions: number };
/**
 * One row of `term_day`: a school’s own first and last day of a term, in the whole list of its days; and whether they are
 * near enough to those of the term for the list to be of the whole of it.
 */
export type TermDayRow = Row & { readonly first_day: string; readonly last_day: string; readonly is_whole: boolean };

/** A school may begin and end a term this many days from most others. A list that is further off has not come whole. */
const DAYS_AWAY = 7;

/** What the sums of a term read beside the account’s relations and `cohort_week`, made by models. */
export const TERM_RELATIONS = ['cohort_inside', 'cohort_beyond'] as const;

const STRETCHES = (keys: string): string =>
  `grouping sets ((urn, term_no, ${keys}), (urn, term_no, half_no, ${keys}), (urn, term_no, half_no, monday, ${keys}))`;

/** Of rows with an amount for each child: how many children, and what one and two of them make up. */
function peopleSql(amount: string): string {
  return `count(*) as children, cast(max(${amount}) as bigint) as largest, cast(list_sum(max(${amount}, 2)) as bigint) as largest_two`;
}

function ruleOf(id: StateId): number {
  return getState(id).rule;
}

/** Sums of one school’s term, over the account’s relations, `cohort_week` and TERM_RELATIONS. */
export function termModels(): Readonly<Record<string, string>> {
  const parts = Object.entries(ABSENCE_PARTS).flatMap(([part, ids]) => ids.map((id) => `('${part}', ${ruleOf(id)})`));
  return {
    term_school: `
      select urn, term_no, count(*) as enrolments, cast(sum(possible) as bigint) as possible,
        count(*) filter (where absent * 10 < possible) as under_tenth,
        count(*) filter (where absent * 10 >= possible and absent * 2 < possible) as tenth_to_half,
        count(*) filter (where absent * 2 >= possible) as half_or_more
      from (
        select urn, term_no, child_no, sum(sessions) as possible,
          coalesce(sum(sessions) filter (where rule <> ${ruleOf('attended')}), 0) as absent
        from cohort_week group by all
      ) group by all order by all`,
    term_possible: `
      select urn, term_no, half_no, cast(monday as varchar) as monday, cast(sum(sessions) as bigint) as possible
      from cohort_week
      group by grouping sets ((urn, term_no), (urn, term_no, half_no), (urn, term_no, half_no, monday)) order by all`,
    term_part: `
      select urn, term_no, half_no, cast(monday as varchar) as monday, part, cast(sum(sessions) as bigint) as sessions,
        ${peopleSql('sessions')}
      from (
        select urn, term_no, half_no, monday, part, child_no, sum(sessions) as sessions
        from cohort_week join (values ${parts.join(', ')}) as t(part, rule) using (rule)
        group by ${STRETCHES('part, child_no')}
      ) group by urn, term_no, half_no, monday, part order by all`,
    term_inside: `
      select urn, term_no, kind, cast(sum(minutes) as bigint) as minutes, ${peopleSql('minutes')}
      from (
        select urn, term_no, kind, child_no, sum(minutes) as minutes from cohort_inside group by all
      ) group by urn, term_no, kind order by all`,
    term_beyond: `
      select urn, term_no, rule, cast(sum(sessions) as bigint) as sessions, ${peopleSql('sessions')}
      from cohort_beyond group by urn, term_no, rule order by all`,
    term_day: `
      select day.urn, term.term_no, cast(min(day.date) as varchar) as first_day, cast(max(day.date) as varchar) as last_day,
        min(day.date) <= term.opens + ${DAYS_AWAY} and max(day.date) >= term.closes - ${DAYS_AWAY} as is_whole
      from school_day as day
      join (
        select term_no, min(first_day) as first_day, max(last_day) as last_day, min(opens) as opens, max(closes) as closes
        from half_term group by term_no
      ) as term on day.date between term.first_day and term.last_day
      where day.am or day.pm group by day.urn, term.term_no, term.opens, term.closes order by all`,
  };
}
