import { InvalidArgumentError, Option } from 'commander';
import {
  endOfDay,
  findAcademicYear,
  findCalendarDate,
  findInstant,
  type AcademicYear,
  type CalendarDate,
  type Instant,
  type Rejection,
} from '#kernel';
import type { Question } from '#lost-learning';
import { outputFormats } from './print-table.ts';

export function yearOption(): Option {
  return new Option('--year <year>', 'academic year, like 2024/25 (default: the latest with marks)').argParser(
    (text): AcademicYear => {
      const year = findAcademicYear(text);
      if (!year) throw new InvalidArgumentError('Enter an academic year, like 2024/25.');
      return year;
    },
  );
}

export function asOfOption(): Option {
  return dayOption('--as-of <date>', 'count up to and including this day (default: the last marked day)');
}

export function dayOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text): CalendarDate => {
    const date = findCalendarDate(text);
    if (!date) throw new InvalidArgumentError('Enter a date, like 2024-12-20.');
    return date;
  });
}

/** Problems with a file, one a line, the first few. */
export function listedProblems(problems: readonly Rejection[]): string {
  const shown = problems.slice(0, 12).map((one) => {
    const column = one.column === '' ? '' : `, ${one.column}`;
    return `  ${one.file}, line ${one.line}${column}: “${one.value.slice(0, 40)}”. ${one.problem}`;
  });
  return [...shown, ...(problems.length > 12 ? [`  and ${problems.length - 12} more`] : [])].join('\n');
}

export function knownAtOption(): Option {
  return new Option(
    '--known-at <time>',
    'answer from what was recorded by then: a time, or a day (with all of that day)',
  ).argParser((text): Instant => {
    const date = findCalendarDate(text);
    const instant = date ? endOfDay(date) : findInstant(text);
    if (!instant)
      throw new InvalidArgumentError(
        'Enter a day, like 2025-02-01, or a time with its offset, like 2025-02-01T16:00:00Z.',
      );
    return instant;
  });
}

export function formatOption(): Option {
  return new Option('--format <format>', 'how to print the answer').choices([...outputFormats]).default('table');
}

export function rejectionsOption(): Option {
  return new Option('--rejections <file>', 'write every rejected row and value to this CSV file');
}

export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Enter a whole number.');
  return Number(text);
}

export function numberAboveZero(text: string): number {
  const value = Number(text);
  if (!/^[\d.]+$/.test(text) || !(value > 0 && value <= 1e12)) {
    throw new InvalidArgumentError('Enter a number above 0, like 100.');
  }
  return value;
}

export function share(text: string): number {
  const value = Number(text);
  if (!/^[\d.]+$/.test(text) || !(value > 0 && value < 1)) {
    throw new InvalidArgumentError('Enter a share between 0 and 1, like 0.05.');
  }
  return value;
}

/** What is asked of an area, from the options of a command. */
export function questionOf({ year, asOf, knownAt }: Asked): Question {
  return { ...(year ? { year } : {}), ...(asOf ? { asOf } : {}), ...(knownAt ? { knownAt } : {}) };
}

type Asked = { readonly year?: AcademicYear; readonly asOf?: CalendarDate; readonly knownAt?: Instant };
