import type { JSX } from 'hono/jsx/jsx-runtime';
import { instantDate } from '#kernel';
import { dateText, numberText, t } from '#language';
import type { List } from '#worklists';
import { DataTable, type Column } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { nameOf } from '../lost-learning/read-children.ts';
import { headingOf, yearGroupText } from './list-words.ts';
import type { Looking } from './looking-at-lists.tsx';
import type { Departed } from './read-lists.ts';

/** What went from a list, as it stood there last. */
export function DepartedTable(props: {
  readonly id: string;
  readonly looking: Looking;
  readonly list: List;
  /** The one school these went from, if it is one: then no column says so. */
  readonly urn: number | undefined;
  readonly departed: readonly Departed[];
}): JSX.Element {
  const { looking, list, departed } = props;
  const school = schoolColumn(looking, list);
  return (
    <div class="kith-list">
      <DataTable<Departed>
        id={props.id}
        caption={t('lists.gone.caption', { count: departed.length })}
        captionSize="s"
        columns={[
          list.about === 'child' ? childColumn(looking) : school,
          { heading: headingOf(list, 'counted'), numeric: true, cell: ({ counted }) => numberText(counted) },
          ...(list.about === 'child' && props.urn === undefined ? [school] : []),
          { heading: headingOf(list, 'since'), cell: ({ since }) => dateText(since) },
          { heading: t('lists.gone.on'), cell: ({ left_at }) => dateText(instantDate(left_at)) },
        ]}
        rows={departed}
      />
    </div>
  );
}

function childColumn({ account }: Looking): Column<Departed> {
  return {
    heading: t('lists.child'),
    rowHeading: true,
    cell: (entry) => (
      <>
        <a class="govuk-link" href={urls.child(entry.upn, account.year)}>
          <bdi>{nameOf(entry)}</bdi>
        </a>
        <div class="govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0">{yearGroupText(entry.year_group)}</div>
      </>
    ),
  };
}

function schoolColumn({ account, schoolName }: Looking, list: List): Column<Departed> {
  return {
    heading: t('lists.school'),
    ...(list.about === 'school' ? { rowHeading: true } : {}),
    cell: ({ urn }) => (
      <a class="govuk-link" href={urls.school(urn, account.year)}>
        <bdi>{schoolName(urn)}</bdi>
      </a>
    ),
  };
}
