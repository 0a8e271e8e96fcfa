import {
  academicYearStarting,
  calendarDate,
  startYear,
  type AcademicYear,
  type CalendarDate,
  type TermName,
} from '#kernel';
import {
  states,
  type AbsencePart,
  type Aggregates,
  type Answered,
  type People,
  type TermBeyondRow,
  type TermDayRow,
  type TermInsideRow,
  type TermPartRow,
  type TermPossibleRow,
  type TermSchoolRow,
} from '#lost-learning';

/** Sums of one school’s term as they are, before anything is hidden. They never leave this room. */
export type TermSums = {
  readonly year: AcademicYear;
  readonly term: TermName;
  readonly knownAt: Answered['knownAt'];
  /** The school’s own first day of the term, and the last that the figures count. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** The figures are of the whole term: they reach the school’s last day of it, and its list of days has come whole. */
  readonly complete: boolean;
  readonly enrolments: number;
  readonly bands: { readonly underTenth: number; readonly tenthToHalf: number; readonly halfOrMore: number };
  readonly whole: Stretch;
  readonly halves: readonly Stretch[];
  /** Named by their Mondays, in order. */
  readonly weeks: readonly (Stretch & { readonly monday: CalendarDate })[];
  readonly inside: readonly (People & { readonly kind: string; readonly minutes: number })[];
  readonly beyond: Readonly<Partial<Record<string, Missed>>>;
};

export type Missed = People & { readonly sessions: number };

/** Possible sessions of a stretch of days, and those missed by kind; a kind that is not there is 0. */
export type Stretch = {
  readonly possible: number;
  readonly parts: Readonly<Partial<Record<AbsencePart, Missed>>>;
};

/** A school’s term; undefined where the account has nothing of it. */
export async function findTermSums(
  aggregates: Aggregates,
  urn: number,
  year: AcademicYear,
  { no, name }: { readonly no: number; readonly name: TermName },
): Promise<TermSums | undefined> {
  const answered = aggregates.findYear(year);
  if (!answered || answered.asOf === null) return undefined;
  const { asOf } = answered;
  const here = ['urn = $urn and term_no = $no', { urn, no }] as const;
  const [[school], possible, parts, inside, beyond, [days]] = await Promise.all([
    aggregates.rows<TermSchoolRow>('term_school', year, ...here),
    aggregates.rows<TermPossibleRow>('term_possible', year, ...here),
    aggregates.rows<TermPartRow>('term_part', year, ...here),
    aggregates.rows<TermInsideRow>('term_inside', year, ...here),
    aggregates.rows<TermBeyondRow>('term_beyond', year, ...here),
    aggregates.rows<TermDayRow>('term_day', year, ...here),
  ]);
  if (!school || !days) return undefined;
  const stretchOf = (row: TermPossibleRow): Stretch => ({
    possible: row.possible,
    parts: Object.fromEntries(
      parts
        .filter((part) => part.half_no === row.half_no && part.monday === row.monday)
        .map(({ part, ...missed }) => [part, missed]),
    ),
  });
  const [last, first] = [calendarDate(days.last_day), calendarDate(days.first_day)];
  const whole = possible.find((row) => row.half_no === null);
  return {
    year,
    term: name,
    knownAt: answered.knownAt,
    from: first,
    to: asOf < last ? asOf : last,
    complete: days.is_whole && asOf >= last,
    enrolments: school.enrolments,
    bands: {
      underTenth: school.under_tenth,
      tenthToHalf: school.tenth_to_half,
      halfOrMore: school.half_or_more,
    },
    whole: whole ? stretchOf(whole) : { possible: 0, parts: {} },
    halves: inOrder(possible.filter((row) => row.half_no !== null && row.monday === null)).map(stretchOf),
    weeks: inOrder(possible.filter((row) => row.monday !== null)).map((row) => ({
      ...stretchOf(row),
      monday: calendarDate(row.monday ?? ''),
    })),
    inside,
    beyond: Object.fromEntries(beyond.map((row) => [stateOf(row.rule), row])),
  };
}

/** The year before a year. */
export function yearBefore(year: AcademicYear): AcademicYear {
  return academicYearStarting(startYear(year) - 1);
}

function inOrder(rows: readonly TermPossibleRow[]): readonly TermPossibleRow[] {
  const key = ({ half_no, monday }: TermPossibleRow): string => `${monday ?? ''} ${half_no ?? 0}`;
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

function stateOf(rule: number): string {
  return states.find((state) => state.rule === rule)?.id ?? String(rule);
}
