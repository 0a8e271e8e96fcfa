import type { JSX } from 'hono/jsx/jsx-runtime';
import { accountMeasures, type AccountMeasure } from '#lost-learning';
import { listMeasures, PUBLICATIONS, type Measure, type Publication } from '#place';
import type { WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';

const GROUPS: readonly {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly fits: (one: AccountMeasure) => boolean;
}[] = [
  {
    id: 'totals',
    title: 'Totals of this area’s account',
    about:
      'The account puts each session (half day) of each child’s calendar in one of ten states. These are their sums.',
    fits: (one) => one.denominator === undefined && (one.states?.length ?? 2) > 1,
  },
  {
    id: 'states',
    title: 'The ten states',
    about: 'Each session is in exactly one of them.',
    fits: (one) => one.states?.length === 1,
  },
  {
    id: 'rates',
    title: 'Rates of this area',
    about: 'Each says what it is divided by. Those that DfE publishes too follow DfE’s rules.',
    fits: (one) => one.denominator !== undefined,
  },
];

/** `/measures`: what every number means, of this area’s account and of DfE’s publications. No figure stands here. */
export function MeasuresPage(web: WebContext): JSX.Element {
  return shell(web, {
    section: 'none',
    title: 'What the measures mean',
    children: (
      <>
        <p class="govuk-body-l">
          Every number in Kith has one definition. It is here, with what it leaves out and where the definition comes
          from.
        </p>
        <p class="govuk-body">
          A comparison can be wrong for a school or an area all the same. Open the figure: its page has the way to say
          so, and what was said stands beside the figure with the reply.{' '}
          <a class="govuk-link" href={urls.challenges()}>
            Comparisons that were challenged
          </a>
        </p>
        <ul class="govuk-list">
          {[...GROUPS.map(({ id, title }) => ({ id, title })), ...PUBLICATIONS.map(publishedHeading)].map(
            ({ id, title }) => (
              <li>
                <a class="govuk-link" href={`#${id}`}>
                  {title}
                </a>
              </li>
            ),
          )}
        </ul>
        {GROUPS.map(({ id, title, about, fits }) => (
          <>
            <h2 class="govuk-heading-m" id={id}>
              {title}
            </h2>
            <p class="govuk-body">{about}</p>
            {accountMeasures.filter(fits).map(accountCard)}
          </>
        ))}
        {PUBLICATIONS.map((publication) => (
          <>
            <h2 class="govuk-heading-m" id={publication.id}>
              {publishedHeading(publication).title}
            </h2>
            <p class="govuk-body">{publication.about}</p>
            <ul class="govuk-list">
              {listMeasures()
                .filter((one) => one.publication === publication.id)
                .map(publishedLink)}
            </ul>
          </>
        ))}
      </>
    ),
  });
}

function publishedHeading({ id, title }: Publication): { readonly id: string; readonly title: string } {
  return { id, title: `Published: ${title}` };
}

type Card = ReturnType<typeof govuk.summaryList>;

function card(
  title: string,
  rows: readonly (readonly [key: string, text: string])[],
  link: { text: string; href: string },
): Card {
  return govuk.summaryList({
    card: {
      title: { text: title, headingLevel: 3 },
      actions: { items: [{ text: link.text, href: link.href, visuallyHiddenText: title }] },
    },
    rows: rows.map(([key, text]) => ({ key: { text: key }, value: { text } })),
  });
}

function accountCard(one: AccountMeasure): Card {
  const rows: (readonly [string, string])[] = [
    ['What it is', one.definition],
    ['Counted in', one.unit],
    ...(one.exclusions.length === 0 ? [] : [['Left out', `${one.exclusions.join('. ')}.`] as const]),
    ['Source', one.source],
  ];
  return card(one.title, rows, { text: 'See this area’s number', href: urls.how(one.id, 'area') });
}

/** Published measures have a page each, with definition, source and figures. */
function publishedLink(one: Measure): JSX.Element {
  return (
    <li>
      <a class="govuk-link" href={urls.statistic(one.id)}>
        {one.name}
      </a>
    </li>
  );
}
