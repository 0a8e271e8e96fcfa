import {
  academicYearOf,
  endOfDay,
  firstDay,
  monthsLater,
  startYear,
  type AcademicYear,
  type CalendarDate,
  type Instant,
} from '#kernel';

import { getFormat, type FileKind, type Removal } from '#exchange/area-files';
import { quoted } from '#store';
import type { Held } from './hold.ts';

export type RetentionRow = {
  readonly holds: string;
  readonly years: number;
  readonly from: string;
  /** `law`: it must be kept so long. `area`: what Kith assumes until the area decides with its data protection officer. */
  readonly decidedBy: 'law' | 'area';
  readonly source: string;
};

const REGULATION = 'School Attendance (Pupil Registration) (England) Regulations 2024, SI 2024/208, regulation 7';

/**
 * How long each class of data is kept: the one table that the command, the guide and the page print. What is derived
 * (sums, lists, findings) is kept as long as what it was worked out from.
 */
export const RETENTION = {
  marks: {
    holds: 'Attendance registers',
    years: 6,
    from: 'the end of the academic year of the entry',
    decidedBy: 'law',
    source: `${REGULATION}: every entry is preserved for six years`,
  },
  roll: {
    holds: 'Admission registers: who was on roll where, with names and details',
    years: 6,
    from: 'the end of the academic year in which the child left the last school of the area',
    decidedBy: 'law',
    source: `${REGULATION}: every entry is preserved for six years`,
  },
  suspensions: {
    holds: 'Suspensions and exclusions',
    years: 6,
    from: 'the end of the academic year in which they began',
    decidedBy: 'area',
    source: 'kept as long as the registers that show the same days',
  },
  removals: {
    holds: 'Learning time lost inside sessions',
    years: 6,
    from: 'the end of the academic year',
    decidedBy: 'area',
    source: 'kept as long as the registers that show the same days',
  },
  looks: {
    holds: 'At which child someone looked (that someone looked, when and why is kept on)',
    years: 6,
    from: 'the look',
    decidedBy: 'area',
    source: 'as long as a claim about it can be brought: Limitation Act 1980, section 2',
  },
  ties: {
    holds: 'Which child someone was tied to, once that has ended',
    years: 6,
    from: 'the day it ended',
    decidedBy: 'area',
    source: 'as long as looks, which they explain',
  },
  consents: {
    holds: 'Answers about sharing, and judgements of who can answer',
    years: 6,
    from: 'the last of them about the child, or the end of what it allowed, once the child is in no account',
    decidedBy: 'area',
    source: 'what shows that sharing was allowed (UK GDPR article 7(1)), as long as a claim about it can be brought',
  },
  notes: {
    holds: 'Restricted notes',
    years: 6,
    from: 'the day the note was ended; of one that was not, the day it was written, once the child is in no account',
    decidedBy: 'area',
    source:
      'as long as looks; what has to be kept longer, such as a child protection file, is kept by whoever wrote it',
  },
  emergencies: {
    holds: 'Of whom an emergency was opened, with the words typed (that it was opened, when and by whom is kept on)',
    years: 6,
    from: 'the day it was opened',
    decidedBy: 'area',
    source: 'as long as looks, which they explain',
  },
  requests: {
    holds: 'Requests about someone’s own data, once closed, and restrictions, once lifted',
    years: 3,
    from: 'the day it was closed, or lifted',
    decidedBy: 'area',
    source: 'long enough for a complaint to the Information Commissioner and an appeal',
  },
} as const satisfies Readonly<Record<string, RetentionRow>>;
export type RetentionClass = keyof typeof RETENTION;

/** What nothing removes by age, because nobody has decided how long it is kept. */
export const WITHOUT_A_TIME = ['the record of signing in', 'legal holds', 'what was erased, and when'] as const;

export type ReceivedClass = 'marks' | 'roll' | 'suspensions' | 'removals';

export function retentionClasses(): readonly RetentionClass[] {
  return Object.keys(RETENTION).filter((key): key is RetentionClass => key in RETENTION);
}

/** The first day that is still kept, of what is kept from the end of an academic year: 1 September. */
export function firstKept(years: number, now: CalendarDate): CalendarDate {
  return firstDay(academicYearOf(monthsLater(now, -12 * years)));
}

/** The moment before which something is past its time. */
export function momentBefore(years: number, now: CalendarDate): Instant {
  return endOfDay(monthsLater(now, -12 * years));
}

/**
 * What of the received files is past its time: days of registers, suspensions and removals of academic years that are;
 * and of the admission register those who left the area in such a year and of whom nothing is left. Nothing of a child or
 * a year under a hold.
 */
export function pastRemoval(now: CalendarDate, holds: readonly Held[]): Removal {
  const upns = ["''", ...holds.flatMap((held) => ('upn' in held ? [quoted(held.upn)] : []))].join(', ');
  const years = holds.flatMap((held) => ('year' in held ? [held.year] : []));
  const past = (kind: ReceivedClass, date: string): string =>
    [
      `${date} < date ${quoted(firstKept(RETENTION[kind].years, now))}`,
      ...years.map((year) => outside(date, year)),
    ].join(' and ');
  const judged: Partial<Record<FileKind, string>> = {
    marks: `upn not in (${upns}) and ${past('marks', 'date')}`,
    suspensions: `upn not in (${upns}) and ${past('suspensions', 'start_date')}`,
    removals: `upn not in (${upns}) and ${past('removals', 'date')}`,
    roll: 'upn in (select upn from left_long_ago)',
  };
  return {
    first: [leftLongAgo(firstKept(RETENTION.roll.years, now), upns, years)],
    lines: (kind) => {
      const is = judged[kind];
      if (is === undefined) return 'select 0 as line where false';
      return `with past as (select line from read group by line having bool_and(${is}))
        select line from past
        union
        select line from unread
        where coalesce(upn, '') not in (${upns}) and line not in (select line from read) and (
          ${past('marks', 'coalesce(date, leaving_date)')}
          -- Of a file of which nothing else is left, what was rejected is as old.
          or (select count(*) from past) > 0 and not exists (select 1 from read where line not in (select line from past))
        )`;
    },
  };
}

function outside(date: string, year: AcademicYear): string {
  const first = startYear(year);
  return `not (${date} >= date '${first}-09-01' and ${date} < date '${first + 1}-09-01')`;
}

/** Children whose every spell has ended, the last in a year past its time, with no day left that is kept. */
function leftLongAgo(kept: CalendarDate, upns: string, years: readonly AcademicYear[]): string {
  const held = years.map((year) => {
    const first = startYear(year);
    return `not bool_or(entry_date < date '${first + 1}-09-01' and left_on >= date '${first}-09-01')`;
  });
  const days = ['received_mark', 'received_removal'].map((name) => `select upn, date from ${name}`);
  return `create or replace temp table left_long_ago as
    with spell as (
      -- A spell is received open, and again when it has ended.
      select upn, urn, entry_date, max(leaving_date) as left_on from received_spell group by upn, urn, entry_date
    ), day as (
      ${days.join(' union all ')} union all select upn, start_date from received_suspension
    )
    select upn from spell
    where upn not in (${upns}) and upn not in (select upn from day where date >= date ${quoted(kept)})
    group by upn
    having ${['bool_and(left_on is not null)', `max(left_on) < date ${quoted(kept)}`, ...held].join(' and ')}`;
}

/** Whether a kind of file holds data about children. */
export function isPersonal(kind: FileKind): kind is ReceivedClass {
  return getFormat(kind).columns.some(({ name }) => name === 'upn');
}
