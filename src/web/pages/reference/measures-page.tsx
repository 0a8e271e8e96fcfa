import type { JSX } from 'hono/jsx/jsx-runtime';
import { rich, t, type Part } from '#language';
import { accountMeasures, type AccountMeasure } from '#lost-learning';
import { listMeasures, PUBLICATIONS, type Measure, type Publication } from '#place';
import type { WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { InEnglish, linkTo } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { unitText } from './figure-text.ts';
import { inWords } from './measure.ts';

const GROUPS: readonly {
  readonly id: 'totals' | 'states' | 'rates';
  readonly fits: (one: AccountMeasure) => boolean;
}[] = [
  {
    id: 'totals',
    fits: (one) => one.denominator === undefined && (one.states?.length ?? 2) > 1,
  },
  {
    id: 'states',
    fits: (one) => one.states?.length === 1,
  },
  {
    id: 'rates',
    fits: (one) => one.denominator !== undefined,
  },
];

/** `/measures`: what every number means, of this area’s account and of DfE’s publications. No figure stands here. */
export function MeasuresPage(web: WebContext): JSX.Element {
  return shell(web, {
    section: 'none',
    title: t('reference.measures.title'),
    children: (
      <>
        <p class="govuk-body-l">{t('reference.measures.lead')}</p>
        <p class="govuk-body">{rich('reference.measures.wrong', { link: linkTo(urls.challenges()) })}</p>
        <ul class="govuk-list">
          {[
            ...GROUPS.map(({ id }) => ({ id, title: [t(`reference.measures.${id}`)] })),
            ...PUBLICATIONS.map(publishedHeading),
          ].map(({ id, title }) => (
            <li>
              <a class="govuk-link" href={`#${id}`}>
                {title}
              </a>
            </li>
          ))}
        </ul>
        {GROUPS.map(({ id, fits }) => (
          <>
            <h2 class="govuk-heading-m" id={id}>
              {t(`reference.measures.${id}`)}
            </h2>
            <p class="govuk-body">{t(`reference.measures.${id}.about`)}</p>
            {accountMeasures.filter(fits).map(accountCard)}
          </>
        ))}
        {PUBLICATIONS.map((publication) => (
          <>
            <h2 class="govuk-heading-m" id={publication.id}>
              {publishedHeading(publication).title}
            </h2>
            <p class="govuk-body">
              <InEnglish>{publication.about}</InEnglish>
            </p>
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

function publishedHeading({ id, title }: Publication): { readonly id: string; readonly title: Part[] } {
  return { id, title: rich('reference.measures.published', { title: <InEnglish>{title}</InEnglish> }) };
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

function accountCard(measure: AccountMeasure): Card {
  const one = inWords(measure);
  const rows: (readonly [string, string])[] = [
    [t('reference.measures.what'), one.definition],
    [t('reference.measures.counted-in'), unitText(one.unit)],
    ...(one.exclusions.length === 0
      ? []
      : [
          [
            t('reference.measures.left-out'),
            t('reference.measures.sentences', { sentences: one.exclusions.join('. ') }),
          ] as const,
        ]),
    [t('reference.measures.source'), one.source],
  ];
  return card(one.title, rows, { text: t('reference.measures.see'), href: urls.how(one.id, 'area') });
}

/** Published measures have a page each, with definition, source and figures. */
function publishedLink(one: Measure): JSX.Element {
  return (
    <li>
      <a class="govuk-link" href={urls.statistic(one.id)}>
        <InEnglish>{one.name}</InEnglish>
      </a>
    </li>
  );
}
