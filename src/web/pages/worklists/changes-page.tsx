import type { JSX } from 'hono/jsx/jsx-runtime';
import { dateText, momentText, t } from '#language';
import type { List } from '#worklists';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { queryOf, type Asked } from './asked.ts';
import { DepartedTable } from './departed-table.tsx';
import { EntryTable } from './entry-table.tsx';
import { say } from './list-words.ts';
import { Freshness, PrintLine, SeenForm, whoseText, type Looking } from './looking-at-lists.tsx';
import type { Departed, Entry, Moments } from './read-lists.ts';

/** Of one list: what came and what went, the first of each, and how many there are. */
export type Change = {
  readonly list: List;
  readonly fresh: number;
  readonly gone: number;
  readonly entries: readonly Entry[];
  readonly departed: readonly Departed[];
};

/** What changed since the reader last looked: all lists, by list. */
export function changesPage(
  looking: Looking,
  props: { readonly asked: Asked; readonly moments: Moments; readonly changes: readonly Change[] },
): JSX.Element {
  const { asked, moments, changes } = props;
  return shell(looking.web, {
    section: 'lists',
    title: t('lists.changes.title'),
    caption: whoseText(looking, asked),
    breadcrumbs: [{ text: t('lists.title'), href: urls.lists({ school: asked.urn }) }],
    working: looking.account.working,
    children: (
      <>
        <PrintLine looking={looking} asked={asked} />
        <p class="govuk-body-l">
          {moments.seen === undefined
            ? t('lists.changes.never')
            : t('lists.changes.since', { moment: momentText(moments.seen) })}
        </p>
        {moments.seen !== undefined && changes.length === 0 && (
          <div class="govuk-inset-text">
            {t('lists.changes.none')} {t('lists.changes.none.words', { date: dateText(looking.account.asOf) })}
          </div>
        )}
        {changes.map((change) => (
          <ChangeOfList looking={looking} asked={asked} moments={moments} change={change} />
        ))}
        <Freshness looking={looking} moments={moments} />
        <SeenForm asked={asked} moments={moments} />
      </>
    ),
  });
}

function ChangeOfList(props: {
  readonly looking: Looking;
  readonly asked: Asked;
  readonly moments: Moments;
  readonly change: Change;
}): JSX.Element {
  const { looking, asked, moments, change } = props;
  const { list, fresh, gone, entries, departed } = change;
  const query = queryOf(asked);
  return (
    <section>
      <h2 class="govuk-heading-m">
        <a class="govuk-link" href={urls.list(list.id, query)}>
          {say(list, 'title')}
        </a>
      </h2>
      {entries.length > 0 && (
        <EntryTable
          id={`new-${list.id}`}
          looking={looking}
          list={list}
          urn={asked.urn}
          entries={entries}
          moments={moments}
          caption={t('lists.changes.new')}
        />
      )}
      {fresh > entries.length && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.list(list.id, { ...query, isNew: true })}>
            {t('lists.changes.all-new', { count: fresh })}
          </a>
        </p>
      )}
      {departed.length > 0 && (
        <DepartedTable id={`gone-${list.id}`} looking={looking} list={list} urn={asked.urn} departed={departed} />
      )}
      {gone > departed.length && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${urls.list(list.id, query)}#gone`}>
            {t('lists.changes.all-gone', { count: gone })}
          </a>
        </p>
      )}
    </section>
  );
}
