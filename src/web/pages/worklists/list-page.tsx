import type { JSX } from 'hono/jsx/jsx-runtime';
import { numberText, t } from '#language';
import type { List } from '#worklists';
import { govuk } from '../../govuk/index.ts';
import { DataTable, Pages } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { isNarrowed, queryOf, type Asked } from './asked.ts';
import { DepartedTable } from './departed-table.tsx';
import { EntryTable } from './entry-table.tsx';
import { say } from './list-words.ts';
import { Freshness, PrintLine, whoseText, type Looking } from './looking-at-lists.tsx';
import { NarrowedTo, Narrowing, wholeHref, type Choices } from './narrowing.tsx';
import type { Departed, Entry, Moments, SchoolTally } from './read-lists.ts';
import { SupportSteps } from './support-steps.tsx';
import { WorkedOut } from './worked-out.tsx';

export type Read = {
  readonly moments: Moments;
  readonly total: number;
  readonly entries: readonly Entry[];
  readonly departed: readonly Departed[];
  readonly choices: Choices;
  readonly bySchool: readonly SchoolTally[];
};

/** One list in its order, with what to do next and how it was worked out. */
export function listPage(
  looking: Looking,
  props: { readonly list: List; readonly asked: Asked; readonly perPage: number; readonly read: Read },
): JSX.Element {
  const { list, asked, read, perPage } = props;
  const { moments, departed } = read;
  const query = queryOf({ ...asked, page: 1 });
  return shell(looking.web, {
    section: 'lists',
    title: say(list, 'title'),
    caption: whoseText(looking, asked),
    breadcrumbs: [{ text: t('lists.title'), href: urls.lists({ school: asked.urn }) }],
    working: looking.account.working,
    children: (
      <>
        {govuk.skipLink({ text: t('lists.skip'), href: '#list' })}
        <PrintLine looking={looking} asked={asked} />
        <p class="govuk-body-l">{say(list, 'asks')}</p>
        <h2 class="govuk-heading-s govuk-!-margin-bottom-1">{t('lists.next')}</h2>
        <p class="govuk-body">{say(list, 'next')}</p>
        {list.id === 'support-first' && (
          <p class="govuk-body kith-screen-only">
            <a class="govuk-link" href="#steps">
              {t('lists.steps')}
            </a>
          </p>
        )}
        <p class="govuk-body kith-screen-only">
          <a class="govuk-link" href="#worked-out">
            {t('lists.how')}
          </a>
        </p>
        <Narrowing
          looking={looking}
          list={list}
          asked={asked}
          choices={read.choices}
          hasSeen={moments.seen !== undefined}
        />
        <NarrowedTo asked={asked} href={wholeHref(list, asked)} />
        <div id="list" tabindex={-1}>
          {read.entries.length === 0 ? (
            <Nobody list={list} asked={asked} total={read.total} />
          ) : (
            <>
              <EntryTable
                id="entries"
                looking={looking}
                list={list}
                urn={asked.urn}
                entries={read.entries}
                moments={moments}
                caption={captionOf(list, asked, read.total, perPage)}
              />
              <Pages
                label={t('lists.pages')}
                page={asked.page}
                pages={Math.ceil(read.total / perPage)}
                href={(page) => `${urls.list(list.id, queryOf({ ...asked, page }))}#list`}
              />
              <TakeAway list={list} asked={asked} />
            </>
          )}
        </div>
        {moments.seen !== undefined && (
          <section id="gone">
            <h2 class="govuk-heading-m">{t('lists.gone.heading')}</h2>
            {departed.length === 0 ? (
              <p class="govuk-body">{t('lists.gone.none')}</p>
            ) : (
              <>
                <p class="govuk-body">{t('lists.gone.words')}</p>
                {!list.oneEach && <p class="govuk-body">{t('lists.gone.anew')}</p>}
                <DepartedTable id="departed" looking={looking} list={list} urn={asked.urn} departed={departed} />
              </>
            )}
          </section>
        )}
        {asked.urn === undefined && !isNarrowed(asked) && read.bySchool.length > 0 && (
          <BySchool looking={looking} list={list} query={query} tallies={read.bySchool} />
        )}
        {list.id === 'support-first' && <SupportSteps />}
        <WorkedOut list={list} />
        <Freshness looking={looking} moments={moments} />
      </>
    ),
  });
}

function captionOf(list: List, asked: Asked, total: number, perPage: number): string {
  const entries = t(list.about === 'child' ? 'lists.entries.child' : 'lists.entries.school', { count: total });
  const ordered = t(`lists.order.${orderOf(list)}`, { entries });
  const pages = Math.ceil(total / perPage);
  return pages < 2 ? ordered : t('lists.page-of', { entries: ordered, page: asked.page, pages });
}

/** What stands on top: what is due first, who waits longest, or whose list of sessions or minutes is longest. */
function orderOf({ order, unit }: List): 'due' | 'longest' | 'most' {
  if (order === 'due') return 'due';
  return unit === 'sessions' || unit === 'minutes' ? 'most' : 'longest';
}

/** Said in place of a list that is empty, or that ended before the page asked for. */
function Nobody(props: { readonly list: List; readonly asked: Asked; readonly total: number }): JSX.Element {
  const { list, asked, total } = props;
  if (total > 0) {
    return (
      <p class="govuk-body">
        {t('lists.no-more')}{' '}
        <a class="govuk-link" href={urls.list(list.id, queryOf({ ...asked, page: 1 }))}>
          {t('lists.first-page')}
        </a>
      </p>
    );
  }
  const narrowed = isNarrowed(asked) || asked.isNew || asked.isOverdue;
  return (
    <div class="govuk-inset-text">
      {narrowed ? (
        <>
          {t('lists.nobody-narrowed')}{' '}
          <a class="govuk-link" href={wholeHref(list, asked)}>
            {t('lists.see-all')}
          </a>
        </>
      ) : (
        say(list, 'empty')
      )}
    </div>
  );
}

function TakeAway({ list, asked }: { readonly list: List; readonly asked: Asked }): JSX.Element {
  const query = queryOf(asked);
  const link = (format: string, text: string): JSX.Element => (
    <a class="govuk-link" href={urls.listFile(list.id, format, query)}>
      <bdi>{text}</bdi>
    </a>
  );
  return (
    <div class="kith-screen-only">
      <h2 class="govuk-heading-s govuk-!-margin-bottom-1">{t('lists.take-away')}</h2>
      <p class="govuk-body">
        {t('lists.take-away.words')} {link('xlsx', t('lists.take-away.xlsx'))}
        {' · '}
        {link('ods', t('lists.take-away.ods'))}
        {' · '}
        {link('csv', t('lists.take-away.csv'))}
      </p>
      <p class="govuk-body">
        {list.about === 'child' && `${t('lists.personal')} `}
        {t('lists.take-away.print')}
      </p>
    </div>
  );
}

function BySchool(props: {
  readonly looking: Looking;
  readonly list: List;
  readonly query: ReturnType<typeof queryOf>;
  readonly tallies: readonly SchoolTally[];
}): JSX.Element {
  const { looking, list, query } = props;
  const named = props.tallies.map((tally) => ({ ...tally, name: looking.schoolName(tally.urn) }));
  return (
    <section class="kith-screen-only">
      <DataTable
        id="by-school"
        caption={t('lists.by-school.caption')}
        columns={[
          {
            heading: t('lists.school'),
            cell: ({ urn, name }) => (
              <a class="govuk-link" href={urls.list(list.id, { ...query, school: urn })}>
                <bdi>{name}</bdi>
              </a>
            ),
          },
          { heading: t('lists.column.entries'), numeric: true, cell: ({ entries }) => numberText(entries) },
          { heading: t('lists.column.overdue'), numeric: true, cell: ({ overdue }) => numberText(overdue) },
        ]}
        rows={named.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB') || a.urn - b.urn)}
      />
    </section>
  );
}
