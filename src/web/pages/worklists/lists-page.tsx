import type { JSX } from 'hono/jsx/jsx-runtime';
import { numberText, t } from '#language';
import { lists, type List, type ListGroup } from '#worklists';
import { govuk } from '../../govuk/index.ts';
import { DataTable, type Column, type Flash } from '../../layout/index.ts';
import { mayBringFiles } from '../../may.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { queryOf, type Asked } from './asked.ts';
import { say, sayShort } from './list-words.ts';
import { Freshness, PrintLine, SeenForm, whoseText, type Looking } from './looking-at-lists.tsx';
import { NarrowedTo } from './narrowing.tsx';
import type { Moments, Tally } from './read-lists.ts';

type Line = { readonly list: List; readonly tally: Tally };

/** The working day on one screen: every list of the area or of one school, in numbers. */
export function listsPage(
  looking: Looking,
  props: {
    readonly asked: Asked;
    readonly moments: Moments;
    readonly tallies: readonly Tally[];
    readonly flash?: Flash;
  },
): JSX.Element {
  const { web, account, schoolName } = looking;
  const { asked, moments, tallies, flash } = props;
  const lines: readonly Line[] = lists.map((list) => ({
    list,
    tally: tallies.find((one) => one.list === list.id) ?? { list: list.id, entries: 0, overdue: 0, fresh: 0, gone: 0 },
  }));
  return shell(web, {
    section: 'lists',
    title: asked.urn === undefined ? t('lists.title') : t('lists.title-of-school', { school: schoolName(asked.urn) }),
    caption: asked.urn === undefined ? whoseText(looking, asked) : undefined,
    working: account.working,
    ...(flash ? { flash } : {}),
    children: (
      <>
        <PrintLine looking={looking} asked={asked} />
        <p class="govuk-body-l">{t('lists.lead')}</p>
        <Freshness looking={looking} moments={moments} />
        <WhoseLists looking={looking} asked={asked} />
        <NarrowedTo asked={asked} href={urls.lists({ school: asked.urn })} />
        {lines.every(({ tally }) => tally.entries === 0) && <AllEmpty mayBring={mayBringFiles(web)} />}
        <ListsTable group="school" lines={lines} asked={asked} moments={moments} />
        <ListsTable group="area" lines={lines} asked={asked} moments={moments} />
        <SeenForm asked={asked} moments={moments} />
      </>
    ),
  });
}

const GROUP_HEADINGS = { school: 'lists.group.school', area: 'lists.group.area' } as const satisfies Readonly<
  Record<ListGroup, string>
>;

function ListsTable(props: {
  readonly group: ListGroup;
  readonly lines: readonly Line[];
  readonly asked: Asked;
  readonly moments: Moments;
}): JSX.Element {
  const { group, lines, asked, moments } = props;
  const query = queryOf({ ...asked, page: 1 });
  // Since when, is only known once someone has said to have seen them.
  const since: readonly Column<Line>[] =
    moments.seen === undefined
      ? []
      : [
          {
            heading: t('lists.column.new'),
            numeric: true,
            cell: ({ list, tally }) =>
              tally.fresh === 0 ? (
                '0'
              ) : (
                <a class="govuk-link" href={urls.list(list.id, { ...query, isNew: true })}>
                  {numberText(tally.fresh)}
                </a>
              ),
          },
          {
            heading: t('lists.column.gone'),
            numeric: true,
            cell: ({ list, tally }) =>
              tally.gone === 0 ? (
                '0'
              ) : (
                <a class="govuk-link" href={`${urls.list(list.id, query)}#gone`}>
                  {numberText(tally.gone)}
                </a>
              ),
          },
        ];
  return (
    <DataTable<Line>
      id={`lists-${group}`}
      caption={t(GROUP_HEADINGS[group])}
      columns={[
        {
          heading: t('lists.column.list'),
          cell: ({ list, tally }) => (
            <>
              <a class="govuk-link" href={urls.list(list.id, query)}>
                {say(list, 'title')}
              </a>
              <div class="govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0">
                {sayShort(list, tally.entries === 0 ? 'empty' : 'asks')}
              </div>
            </>
          ),
        },
        { heading: t('lists.column.entries'), numeric: true, cell: ({ tally }) => numberText(tally.entries) },
        {
          heading: t('lists.column.overdue'),
          numeric: true,
          cell: ({ list, tally }) =>
            tally.overdue === 0 ? (
              '0'
            ) : (
              <a class="govuk-link" href={urls.list(list.id, { ...query, isOverdue: true })}>
                {numberText(tally.overdue)}
              </a>
            ),
        },
        ...since,
      ]}
      rows={lines.filter(({ list }) => list.group === group)}
    />
  );
}

function AllEmpty({ mayBring }: { readonly mayBring: boolean }): JSX.Element {
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body govuk-!-font-weight-bold">{t('lists.all-empty')}</p>
      <p class="govuk-body">{t('lists.all-empty.words')}</p>
      {mayBring && (
        <p class="govuk-body govuk-!-margin-bottom-0">
          <a class="govuk-link" href={urls.imports()}>
            {t('lists.all-empty.link')}
          </a>
        </p>
      )}
    </div>
  );
}

/** The area’s lists, or one school’s. A form, so that it works without script. */
function WhoseLists({ looking, asked }: { readonly looking: Looking; readonly asked: Asked }): JSX.Element {
  return (
    <form method="get" action={urls.lists()} class="kith-choice kith-screen-only">
      {govuk.select({
        id: 'school',
        name: 'school',
        label: { text: t('lists.whose') },
        items: [
          { value: '', text: t(looking.ofArea ? 'lists.whole-area' : 'lists.everyone-yours') },
          ...looking.schools.map(({ urn, name }) => ({
            value: String(urn),
            text: name,
            selected: urn === asked.urn,
          })),
        ],
      })}
      {govuk.button({ text: t('lists.show'), classes: 'govuk-button--secondary' })}
    </form>
  );
}
