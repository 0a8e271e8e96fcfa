import type { JSX } from 'hono/jsx/jsx-runtime';
import { findUpn, instantDate } from '#kernel';
import { dateText, t } from '#language';
import { RETENTION, retentionClasses, type Hold, type Request, type Restriction, type RetentionClass } from '#rights';
import type { WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { DataTable, InEnglish, type Flash } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';

/** `/rights`: requests with their clocks, holds, and how long things are kept. */
export function RequestsPage(
  web: WebContext,
  props: {
    readonly requests: readonly Request[];
    readonly restrictions: readonly Restriction[];
    readonly holds: readonly Hold[];
    readonly flash: Flash | undefined;
  },
): JSX.Element {
  const { requests, restrictions, holds, flash } = props;
  return shell(web, {
    section: 'none',
    title: t('rights.title'),
    ...(flash ? { flash } : {}),
    children: (
      <>
        <p class="govuk-body">{t('rights.text')}</p>
        <p class="govuk-body">{t('rights.overdue', { count: requests.filter(({ overdue }) => overdue).length })}</p>
        {govuk.button({ text: t('rights.record'), href: urls.recordRequest() })}
        <DataTable<Request>
          id="requests"
          caption={t('rights.requests')}
          empty={t('rights.requests.empty')}
          columns={[
            {
              heading: t('rights.what'),
              cell: ({ id, kind }) => (
                <a class="govuk-link" href={urls.request(id)}>
                  {t(`rights.kind.${kind}`)}
                </a>
              ),
            },
            { heading: t('rights.child'), cell: ({ about }) => aboutText(about) },
            { heading: t('rights.received'), cell: ({ receivedOn }) => dateText(receivedOn) },
            { heading: t('rights.due'), cell: ({ due }) => (due === undefined ? '' : dateText(due)) },
            { heading: t('rights.state'), cell: stateText },
          ]}
          rows={requests}
        />
        <h2 class="govuk-heading-m">{t('restriction.title')}</h2>
        <p class="govuk-body">{t('restriction.text')}</p>
        <DataTable<Restriction>
          id="restrictions"
          caption={t('restriction.title')}
          captionSize="s"
          empty={t('restriction.empty')}
          columns={[
            { heading: t('rights.child'), cell: restrictedText },
            { heading: t('rights.hold.because'), cell: ({ because }) => t(`restriction.because.${because}`) },
            { heading: t('rights.hold.since'), cell: ({ since }) => dateText(instantDate(since)) },
            { heading: t('rights.who'), cell: ({ setBy }) => <bdi>{setBy}</bdi> },
            {
              heading: t('rights.hold.lifted'),
              cell: ({ lifted }) => (lifted ? dateText(instantDate(lifted.at)) : t('rights.hold.stands')),
            },
          ]}
          rows={restrictions}
        />
        <h2 class="govuk-heading-m">{t('rights.holds')}</h2>
        <p class="govuk-body">{t('rights.holds.text')}</p>
        <DataTable<Hold>
          id="holds"
          caption={t('rights.holds')}
          captionSize="s"
          empty={t('rights.holds.empty')}
          columns={[
            { heading: t('rights.hold.what'), cell: heldText },
            { heading: t('rights.hold.because'), cell: ({ because }) => because },
            { heading: t('rights.hold.since'), cell: ({ setAt }) => dateText(instantDate(setAt)) },
            { heading: t('rights.who'), cell: ({ setBy }) => <bdi>{setBy}</bdi> },
            {
              heading: t('rights.hold.lifted'),
              cell: ({ lifted }) => (lifted ? dateText(instantDate(lifted.at)) : t('rights.hold.stands')),
            },
          ]}
          rows={holds}
        />
        <h2 class="govuk-heading-m">{t('rights.retention')}</h2>
        <p class="govuk-body">{t('rights.retention.text')}</p>
        <DataTable<RetentionClass>
          id="retention"
          caption={t('rights.retention')}
          captionSize="s"
          columns={[
            { heading: t('rights.retention.class'), cell: (name) => <InEnglish>{RETENTION[name].holds}</InEnglish> },
            { heading: t('rights.retention.years'), cell: (name) => String(RETENTION[name].years) },
            { heading: t('rights.retention.from'), cell: (name) => <InEnglish>{RETENTION[name].from}</InEnglish> },
            {
              heading: t('rights.retention.source'),
              cell: (name) => (
                <>
                  {t('rights.retention.decided', { by: RETENTION[name].decidedBy })}:{' '}
                  <InEnglish>{RETENTION[name].source}</InEnglish>
                </>
              ),
            },
          ]}
          rows={retentionClasses()}
        />
      </>
    ),
  });
}

export function stateText({ state, overdue }: Request): string {
  const words = t(`rights.state.${state}`);
  return overdue ? t('rights.late', { state: words }) : words;
}

export function aboutText(about: string): JSX.Element | string {
  return findUpn(about) ? <bdi>{about}</bdi> : t('rights.erased');
}

/** A restriction that stands leads to where it is lifted. */
function restrictedText({ id, upn, lifted }: Restriction): JSX.Element | string {
  if (!upn) return t('rights.erased');
  if (lifted) return <bdi>{upn}</bdi>;
  return (
    <a class="govuk-link" href={urls.restriction(id)}>
      <bdi>{upn}</bdi>
    </a>
  );
}

function heldText({ held }: Hold): JSX.Element | string {
  if (!held) return t('rights.erased');
  return <bdi>{'upn' in held ? held.upn : held.year}</bdi>;
}
