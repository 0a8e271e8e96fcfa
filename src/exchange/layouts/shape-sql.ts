import { quoted } from '#store';
import type { DatedHeader } from './dated-header.ts';
import type { Filled } from './resolve.ts';
import { cleanSql, plainSpacesSql, trimSql } from './text.ts';
import { WEEK_CELLS } from './slots.ts';

/** How a shape becomes rows: text to be read, slot by slot, and what is made of it afterwards. */
export type ShapePlan = {
  /** SELECT of `line`, the text of each slot in `read`, and the columns in `beside`, which are not read. */
  readonly source: string;
  readonly read: readonly string[];
  readonly beside: readonly string[];
  /** Canonical column → expression over what was read. */
  readonly made: Readonly<Record<string, string>>;
  readonly where?: string;
};

type Slots = ReadonlyMap<string, Filled>;

export function rowPlan(slots: Slots): ShapePlan {
  const read = [...slots.keys()];
  return { source: `SELECT ${selected(slots, read)} FROM raw`, read, beside: [], made: own(read) };
}

/**
 * A session word that is neither morning nor afternoon has no canonical column to be rejected in. So it goes with
 * its mark into `am`, where no code looks like `Lunch: /`, and is rejected there for all to see.
 */
export function rowPerMarkPlan(slots: Slots): ShapePlan {
  const read = [...slots.keys()];
  const neither = `CASE WHEN session IN ('AM', 'PM') THEN NULL WHEN mark IS NOT NULL THEN coalesce(session, 'no session') || ': ' || mark END`;
  const late = (session: string): string => `CASE WHEN session = '${session}' THEN minutes_late END`;
  return {
    source: `SELECT ${selected(slots, read)} FROM raw`,
    read,
    beside: [],
    made: {
      ...own(read.filter((name) => !['session', 'mark', 'minutes_late'].includes(name))),
      am: `CASE WHEN session = 'AM' THEN mark ELSE ${neither} END`,
      pm: `CASE WHEN session = 'PM' THEN mark END`,
      ...(slots.has('minutes_late') ? { am_minutes_late: late('AM'), pm_minutes_late: late('PM') } : {}),
    },
  };
}

/**
 * Ten characters, Monday morning to Friday afternoon. A string of any other length could start on any day, so it is
 * not cut up: it stands whole in Monday’s `am`, and is rejected there.
 */
export function weekStringPlan(slots: Slots): ShapePlan {
  const read = [...slots.keys()].filter((name) => name !== 'marks');
  const whole = slots.get('marks')?.sql ?? 'NULL';
  const plain = plainSpacesSql(whole);
  // Ten characters as they stand, or once a spreadsheet’s apostrophe or the spaces round them are off. Behind an
  // apostrophe nine marks are ten characters, and every mark would move by a session.
  const tries = [plain, `substr(${plain}, 2)`, trimSql(plain), cleanSql(whole)];
  const isTen = (text: string): string => `length(${text}) = 10 AND NOT starts_with(${text}, '''')`;
  const apostrophe = `starts_with(${plain}, '''')`;
  const ten = tries
    .map((text, at) => `WHEN ${isTen(text)}${at === 1 ? ` AND ${apostrophe}` : ''} THEN ${text}`)
    .join(' ');
  const week = `CASE WHEN strlen(${whole}) = 10 AND ${isTen(whole)} THEN ${whole} ${ten} END`;
  const cell = (half: number): string =>
    `CASE WHEN ten_marks IS NOT NULL THEN substr(ten_marks, 2 * n + ${half}, 1) ELSE ${half === 1 ? 'all_marks' : 'NULL'} END`;
  return {
    source: `SELECT * EXCLUDE (ten_marks, all_marks), ${cell(1)} AS am, ${cell(2)} AS pm FROM (SELECT ${selected(slots, read)}, ${week} AS ten_marks, ${whole} AS all_marks FROM raw) CROSS JOIN (VALUES (0), (1), (2), (3), (4)) AS days(n) WHERE n = 0 OR ten_marks IS NOT NULL`,
    ...weekRows(read),
  };
}

export function weekColumnsPlan(slots: Slots): ShapePlan {
  const read = [...slots.keys()].filter((name) => !WEEK_CELLS.includes(name));
  const list = (half: string): string =>
    WEEK_CELLS.filter((name) => name.endsWith(half))
      .map((name) => slots.get(name)?.sql ?? 'NULL')
      .join(', ');
  return {
    source: `SELECT ${selected(slots, read)}, unnest([0, 1, 2, 3, 4]) AS n, unnest([${list('am')}]) AS am, unnest([${list('pm')}]) AS pm FROM raw`,
    ...weekRows(read),
  };
}

/** One column a session or a day. Days on which a row says nothing are left out, but every line keeps one row. */
export function wideByDatePlan(
  slots: Slots,
  dated: ReadonlyMap<number, DatedHeader>,
  single: readonly string[],
): ShapePlan {
  const read = [...slots.keys()];
  const days = new Map<string, { am: string; pm: string; both: string }>();
  for (const [position, { date, session }] of dated) {
    const day = days.get(String(date)) ?? { am: 'NULL', pm: 'NULL', both: 'NULL' };
    days.set(String(date), day);
    day[session === 'AM' ? 'am' : session === 'PM' ? 'pm' : 'both'] = `c${position + 1}`;
  }
  const list = (pick: 'am' | 'pm' | 'both'): string => [...days.values()].map((day) => day[pick]).join(', ');
  const two = `length(${cleanSql('both_marks')}) = 2 AND list_contains([${single.map(quoted).join(', ')}], left(${cleanSql('both_marks')}, 1)) AND list_contains([${single.map(quoted).join(', ')}], right(${cleanSql('both_marks')}, 1))`;
  const split = (side: 'left' | 'right', otherwise: string): string =>
    `CASE WHEN ${cleanSql('both_marks')} IS NULL THEN NULL WHEN ${two} THEN ${side}(${cleanSql('both_marks')}, 1) ELSE ${otherwise} END`;
  return {
    source: `SELECT * EXCLUDE (am_mark, pm_mark, both_marks), coalesce(am_mark, ${split('left', `both_marks || ' (morning or afternoon?)'`)}) AS am, coalesce(pm_mark, ${split('right', 'NULL')}) AS pm FROM (SELECT ${selected(slots, read)}, unnest([${[...days.keys()].map(quoted).join(', ')}]) AS date, unnest([${[...days.keys()].map((_, n) => n).join(', ')}]) AS n, CAST(unnest([${list('am')}]) AS VARCHAR) AS am_mark, CAST(unnest([${list('pm')}]) AS VARCHAR) AS pm_mark, CAST(unnest([${list('both')}]) AS VARCHAR) AS both_marks FROM raw) WHERE n = 0 OR trim(coalesce(am_mark, '')) <> '' OR trim(coalesce(pm_mark, '')) <> '' OR trim(coalesce(both_marks, '')) <> ''`,
    read: [...read, 'am', 'pm'],
    beside: ['date'],
    made: { ...own(read), date: 'date', am: 'am', pm: 'pm' },
  };
}

/**
 * The week is named by its Monday, or by the Sunday before it. Another day is not guessed at: the date is then said
 * not to be one, in one row, and with it the whole week is rejected.
 */
function weekRows(read: readonly string[]): Omit<ShapePlan, 'source'> {
  const day = `CASE WHEN regexp_full_match(week, '[0-9]{4}-[0-9]{2}-[0-9]{2}') THEN try_cast(week AS DATE) END`;
  const start = `[CASE isodow(d) WHEN 1 THEN d WHEN 7 THEN d + 1 END FOR d IN [${day}]][1]`;
  const other = `CASE WHEN ${day} IS NULL THEN week ELSE week || ' is a ' || dayname(${day}) || ', not the Monday of a week' END`;
  return {
    read: [...read, 'am', 'pm'],
    beside: ['n'],
    made: {
      ...own(read.filter((name) => name !== 'week')),
      date: `CASE WHEN ${start} IS NULL THEN ${other} ELSE CAST(${start} + CAST(n AS INTEGER) AS VARCHAR) END`,
      am: 'am',
      pm: 'pm',
    },
    where: `n = 0 OR ${start} IS NOT NULL`,
  };
}

function selected(slots: Slots, names: readonly string[]): string {
  return ['line', ...names.map((name) => `${slots.get(name)?.sql ?? 'NULL'} AS ${name}`)].join(', ');
}

function own(names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, name]));
}
