import type { Book, BookColumn, CellKind } from '#exchange/spreadsheets';
import { writtenDate } from '#kernel';
import { PERSONAL_DATA } from '#worklists';
import type { Account } from './looking.tsx';
import type { ChildLine } from './read-children.ts';

type Line = BookColumn & { readonly value: (line: ChildLine) => string | number | null };

const COLUMNS: readonly Line[] = [
  column('upn', 'UPN', 'text', ({ upn }) => upn),
  column('family_name', 'Family name', 'text', ({ family_name }) => family_name),
  column('given_name', 'Given name', 'text', ({ given_name }) => given_name),
  column('year_group', 'Year group', 'number', ({ year_group }) => year_group),
  column('urns', 'Schools (URN)', 'text', ({ urns }) => urns.join(' ')),
  column('calendar', 'Sessions in the calendar', 'number', ({ calendar }) => calendar),
  column('possible', 'Possible sessions', 'number', ({ possible }) => possible),
  column('lost_headline', 'Suspended or unauthorised', 'number', ({ lost_headline }) => lost_headline),
  column('lost_absence', 'All absence', 'number', ({ lost_absence }) => lost_absence),
  column('lost_extended', 'All learning lost', 'number', ({ lost_extended }) => lost_extended),
  column('minutes_lost', 'Minutes lost inside sessions', 'number', ({ minutes_lost }) => minutes_lost),
  column('longest_away_sessions', 'Longest time away (sessions)', 'number', ({ away }) => away?.sessions ?? 0),
  column('longest_away_from', 'Longest time away, from', 'date', ({ away }) => away?.from ?? null),
  column('longest_away_to', 'Longest time away, to', 'date', ({ away }) => away?.to ?? null),
  column('class', 'Class', 'text', (line) => line.class),
];

function column(name: string, heading: string, kind: CellKind, value: Line['value']): Line {
  return { name, heading, kind, value };
}

/** A list of children to take away; personal data. */
export function childrenBook(account: Account, lines: readonly ChildLine[]): Book {
  return {
    sheet: 'Children',
    columns: COLUMNS,
    rows: lines.map((line) => COLUMNS.map(({ value }) => value(line))),
    about: [
      ['Personal data', PERSONAL_DATA],
      ['Counted', `Sessions (half days) of ${account.year} up to ${writtenDate(account.asOf)}`],
    ],
  };
}
