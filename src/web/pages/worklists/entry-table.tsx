import type { JSX } from 'hono/jsx/jsx-runtime';
import { dateText, numberText, t } from '#language';
import type { List } from '#worklists';
import { govuk } from '../../govuk/index.ts';
import { DataTable, type Column } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { nameOf } from '../lost-learning/read-children.ts';
import { columnHeading, detailText, headingOf, partOfChild, yearGroupText } from './list-words.ts';
import type { Looking } from './looking-at-lists.tsx';
import type { Entry, Moments } from './read-lists.ts';

/** The entries of a list, a line each; the name leads to the part of the child’s page that tells why. */
export function EntryTable(props: {
  readonly id: string;
  readonly looking: Looking;
  readonly list: List;
  /** The one school these are entries of, if they are: then no column says so. */
  readonly urn: number | undefined;
  readonly entries: readonly Entry[];
  readonly moments: Moments;
  readonly caption: string;
}): JSX.Element {
  const { looking, list, entries, moments } = props;
  const school = schoolColumn(looking, list, moments);
  const anyDue = list.order === 'due' || entries.some(({ due }) => due !== null);
  return (
    <div class="kith-list">
      <DataTable<Entry>
        id={props.id}
        caption={props.caption}
        columns={[
          list.about === 'child' ? childColumn(looking, list, moments) : school,
          // Beside the name, so that a phone shows who and how much before it has to be moved.
          { heading: headingOf(list, 'counted'), numeric: true, cell: ({ counted }) => numberText(counted) },
          ...(list.about === 'child' && props.urn === undefined ? [school] : []),
          { heading: headingOf(list, 'since'), cell: ({ since }) => dateText(since) },
          ...(anyDue ? [{ heading: t('lists.due'), cell: dueCell }] : []),
          ...list.columns.map((column): Column<Entry> => {
            const isNumber = column.kind === 'count' || column.kind === 'percent';
            return {
              heading: columnHeading(list, column),
              ...(isNumber ? { numeric: true } : {}),
              cell: ({ detail }) => {
                const text = detailText(list, column, detail[column.name], looking.schoolName);
                return column.kind === 'text' || column.kind === 'school' ? <bdi>{text}</bdi> : text;
              },
            };
          }),
        ]}
        rows={entries}
      />
    </div>
  );
}

function childColumn({ account }: Looking, list: List, moments: Moments): Column<Entry> {
  return {
    heading: t('lists.child'),
    rowHeading: true,
    cell: (entry) => (
      <>
        <a class="govuk-link" href={`${urls.child(entry.upn, account.year)}${partOfChild(list)}`}>
          <bdi>{nameOf(entry)}</bdi>
        </a>{' '}
        <NewTag entry={entry} moments={moments} />
        <div class="govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0">{placeText(entry)}</div>
      </>
    ),
  };
}

function placeText({ year_group, class: form }: Entry): string {
  const year = yearGroupText(year_group);
  return form === null ? year : t('lists.in-class', { year, class: form });
}

function schoolColumn({ account, schoolName }: Looking, list: List, moments: Moments): Column<Entry> {
  const isAbout = list.about === 'school';
  return {
    heading: t('lists.school'),
    ...(isAbout ? { rowHeading: true } : {}),
    cell: (entry) => (
      <>
        <a class="govuk-link" href={urls.school(entry.urn, account.year)}>
          <bdi>{schoolName(entry.urn)}</bdi>
        </a>
        {isAbout && (
          <>
            {' '}
            <NewTag entry={entry} moments={moments} />
          </>
        )}
      </>
    ),
  };
}

function NewTag({ entry, moments }: { readonly entry: Entry; readonly moments: Moments }): JSX.Element | null {
  if (moments.seen === undefined || entry.listed_at <= moments.seen) return null;
  return <>{govuk.tag({ text: t('lists.tag.new'), classes: 'govuk-tag--blue' })}</>;
}

function dueCell({ due, overdue }: Entry): JSX.Element {
  if (due === null) return <></>;
  return (
    <>
      {dateText(due)}
      {overdue && <> {govuk.tag({ text: t('lists.tag.overdue'), classes: 'govuk-tag--orange' })}</>}
    </>
  );
}
