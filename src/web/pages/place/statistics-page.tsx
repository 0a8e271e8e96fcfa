import type { JSX } from 'hono/jsx/jsx-runtime';
import { findTopic, getPublication, listMeasures, TOPICS, type Measure, type Topic } from '#place';
import { nameInside, type WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { DataTable } from '../../layout/index.ts';
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
    title: 'Published statistics',
    children: (
      <>
        <p class="govuk-body-l">
          {`${listMeasures().length} measures that are published for England and its places, each with one definition, its source and its figures.`}
        </p>
        <p class="govuk-body">
          Nothing here is about the children of {nameInside(web.area)}. Places are never put in order of a figure.
        </p>
        <form method="get" action={urls.statistics()}>
          {govuk.input({
            id: 'find',
            name: 'find',
            label: { text: 'Find a measure' },
            hint: { text: 'A word of its name or definition, like “absence” or “EHC plan”' },
            value: find,
            classes: 'govuk-input--width-20',
          })}
          {govuk.button({ text: 'Find' })}
        </form>
        {find !== '' ? <Found find={find} /> : topic ? <TopicTable topic={topic} /> : <Topics />}
        {(find !== '' || topic) && (
          <p class="govuk-body">
            <a class="govuk-link" href={urls.statistics()}>
              All topics
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
      <h2 class="govuk-heading-m">By topic</h2>
      <ul class="govuk-list">
        {TOPICS.map((topic) => (
          <li>
            <a class="govuk-link" href={urls.statistics({ topic: topic.id })}>
              {topic.title}
            </a>
            {`: ${listMeasures().filter((one) => one.topic === topic.id).length} measures`}
          </li>
        ))}
      </ul>
    </>
  );
}

function TopicTable({ topic }: { readonly topic: Topic }): JSX.Element {
  return <Measures caption={topic.title} measures={listMeasures().filter((one) => one.topic === topic.id)} />;
}

function Found({ find }: { readonly find: string }): JSX.Element {
  const words = find.toLowerCase().split(/\s+/);
  const found = listMeasures().filter((one) => {
    const text = `${one.name} ${one.definition} ${one.numerator}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return (
    <Measures
      caption={`${found.length === 1 ? '1 measure' : `${found.length} measures`} with “${find}”`}
      measures={found}
      empty={`No measure has “${find}” in its name or definition. Try one word, or choose a topic.`}
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
          heading: 'Measure',
          cell: (row) => (
            <a class="govuk-link" href={urls.statistic(row.id)}>
              {row.name}
            </a>
          ),
        },
        { heading: 'Published over', cell: (row) => row.periods },
        { heading: 'For', cell: (row) => row.geography },
        { heading: 'Publication', cell: (row) => getPublication(row.publication).title },
      ]}
      rows={props.measures}
      {...(props.empty === undefined ? {} : { empty: props.empty })}
    />
  );
}
