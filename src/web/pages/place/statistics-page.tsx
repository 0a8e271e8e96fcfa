import type { JSX } from 'hono/jsx/jsx-runtime';
import { dataText, rich, t } from '#language';
import { findTopic, getPublication, listMeasures, TOPICS, type Measure, type Topic } from '#place';
import { nameInside, type WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { DataTable, InEnglish } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';

/** What the address asked for. */
export type AskedStatistics = { readonly topic?: string | undefined; readonly find?: string | undefined };

/** `/statistics`: the catalogue of published measures, by topic, or what a search finds. No figure stands here. */
export function StatisticsPage(web: WebContext, asked: AskedStatistics): JSX.Element {
  const topic = findTopic(asked.topic ?? '');
  const find = (asked.find ?? '').trim();
  return shell(web, {
    section: 'national',
    title: t('statistics.title'),
    children: (
      <>
        <p class="govuk-body-l">{t('statistics.lead', { count: listMeasures().length })}</p>
        <p class="govuk-body">{t('statistics.not-area', { area: nameInside(web.area) })}</p>
        <form method="get" action={urls.statistics()}>
          {govuk.input({
            id: 'find',
            name: 'find',
            label: { text: t('statistics.find') },
            hint: { text: t('statistics.find.hint') },
            value: find,
            classes: 'govuk-input--width-20',
          })}
          {govuk.button({ text: t('statistics.find.button') })}
        </form>
        {find !== '' ? <Found find={find} /> : topic ? <TopicTable topic={topic} /> : <Topics />}
        {(find !== '' || topic) && (
          <p class="govuk-body">
            <a class="govuk-link" href={urls.statistics()}>
              {t('statistics.all-topics')}
            </a>
          </p>
        )}
      </>
    ),
  });
}

function Topics(): JSX.Element {
  return (
    <>
      <h2 class="govuk-heading-m">{t('statistics.by-topic')}</h2>
      <ul class="govuk-list">
        {TOPICS.map((topic) => (
          <li>
            {rich('statistics.topic', {
              link: (inside) => (
                <a class="govuk-link" href={urls.statistics({ topic: topic.id })}>
                  {inside}
                </a>
              ),
              topic: dataText(topic.title),
              count: listMeasures().filter((one) => one.topic === topic.id).length,
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

function TopicTable({ topic }: { readonly topic: Topic }): JSX.Element {
  return <Measures caption={dataText(topic.title)} measures={listMeasures().filter((one) => one.topic === topic.id)} />;
}

function Found({ find }: { readonly find: string }): JSX.Element {
  const words = find.toLowerCase().split(/\s+/);
  const found = listMeasures().filter((one) => {
    const text = `${one.name} ${one.definition} ${one.numerator}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return (
    <Measures
      caption={t('statistics.found', { count: found.length, find })}
      measures={found}
      empty={t('statistics.found.none', { find })}
    />
  );
}

function Measures(props: {
  readonly caption: string;
  readonly measures: readonly Measure[];
  readonly empty?: string;
}): JSX.Element {
  return (
    <DataTable
      id="measures"
      caption={props.caption}
      columns={[
        {
          heading: t('published.heading.measure'),
          cell: (row) => (
            <a class="govuk-link" href={urls.statistic(row.id)}>
              {row.name}
            </a>
          ),
        },
        { heading: t('statistics.over'), cell: (row) => <InEnglish>{row.periods}</InEnglish> },
        { heading: t('statistics.for'), cell: (row) => <InEnglish>{row.geography}</InEnglish> },
        {
          heading: t('published.heading.publication'),
          cell: (row) => <InEnglish>{getPublication(row.publication).title}</InEnglish>,
        },
      ]}
      rows={props.measures}
      {...(props.empty === undefined ? {} : { empty: props.empty })}
    />
  );
}
