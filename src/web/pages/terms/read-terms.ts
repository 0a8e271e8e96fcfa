import { calendarDate, HALF_TERMS_A_YEAR, type AcademicYear, type TermDates } from '#kernel';
import { readOwnTerms } from '#exchange/area-files';
import type { Aggregates, HalfTerm } from '#lost-learning';
import type { WebContext } from '../../context.ts';

/** One half term of a year as the page shows it. */
export type TermLine = TermDates & {
  readonly no: number;
  readonly from: HalfTerm['from'];
  /** What is counted in it where a school opens outside its dates; else the dates themselves. */
  readonly counted: TermDates;
};

/** The half terms of one year; `waiting` where they were set or reset and the account is still of before. */
export type YearTerms = {
  readonly year: AcademicYear;
  readonly own: boolean;
  readonly lines: readonly TermLine[];
  readonly waiting: boolean;
};

type Row = {
  readonly half_no: number;
  readonly first_day: string;
  readonly last_day: string;
  readonly taken_from: string;
};

/** The half terms of one year: what the area set stands as set, also before figures follow. */
export async function readYearTerms(web: WebContext, aggregates: Aggregates, year: AcademicYear): Promise<YearTerms> {
  const own = (await readOwnTerms(web.area.folder)).get(year);
  const rows = await aggregates.rows<Row>('half_term', year);
  const counted = rows.map((row) => ({
    first: calendarDate(row.first_day),
    last: calendarDate(row.last_day),
    from: originOf(row.taken_from),
  }));
  const set = counted.some((row) => row.from === 'set');
  const follows =
    own === undefined ? !set : set && own.every((dates, index) => holds(counted[index], dates)) && counted.length > 0;
  const lines = Array.from({ length: HALF_TERMS_A_YEAR }, (_, index) => {
    const now = counted[index];
    const dates = own?.[index] ?? now;
    if (!dates) throw new Error(`terms/no-row: ${year} ${index + 1}`);
    const { first, last } = dates;
    return {
      no: index + 1,
      first,
      last,
      from: own ? ('set' as const) : (now?.from ?? 'usual'),
      counted: follows && now ? { first: now.first, last: now.last } : { first, last },
    };
  });
  return { year, own: own !== undefined, lines, waiting: !follows };
}

function originOf(text: string): TermLine['from'] {
  return text === 'set' || text === 'found' ? text : 'usual';
}

function holds(outer: TermDates | undefined, inner: TermDates): boolean {
  return outer !== undefined && outer.first <= inner.first && outer.last >= inner.last;
}
