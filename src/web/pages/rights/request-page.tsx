import type { JSX } from 'hono/jsx/jsx-runtime';
import { findUpn } from '#kernel';
import { dateText, t } from '#language';
import {
  commandFor,
  groundsFor,
  listHappenings,
  mayRestrictFor,
  type Happening,
  type Request,
  type RequestEvent,
  type Restriction,
} from '#rights';
import type { WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { DataTable, errorFor, type Flash, type FormError } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { aboutText, stateText } from './requests-page.tsx';
import { standsText } from './restriction-page.tsx';

/** `/rights/…`: one request, what happened to it, and how to answer it. */
export function RequestPage(
  web: WebContext,
  props: {
    readonly request: Request;
    /** Restrictions of the child’s record that stand already. */
    readonly standing: readonly Restriction[];
    readonly errors: readonly FormError[];
    readonly flash: Flash | undefined;
  },
): JSX.Element {
  const { request, standing, errors, flash } = props;
  const happenings = listHappenings(request);
  return shell(web, {
    section: 'none',
    title: t(`rights.kind.${request.kind}`),
    caption: t('rights.one'),
    back: { text: t('rights.back'), href: urls.rights() },
    errors,
    ...(flash ? { flash } : {}),
    children: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <dl class="govuk-summary-list">
            <Line name={t('rights.child')}>{aboutText(request.about)}</Line>
            <Line name={t('rights.by')}>{t(`rights.by.${request.askedBy}`)}</Line>
            <Line name={t('rights.received')}>{dateText(request.receivedOn)}</Line>
            {request.due !== undefined && <Line name={t('rights.due')}>{dateText(request.due)}</Line>}
            <Line name={t('rights.state')}>{stateText(request)}</Line>
            {request.words !== undefined && <Line name={t('rights.words')}>{request.words}</Line>}
          </dl>
          <p class="govuk-body">{t('rights.happened.first', { who: request.recordedBy })}</p>
          {request.events.length > 0 && (
            <DataTable<RequestEvent>
              id="events"
              caption={t('rights.happened')}
              columns={[
                { heading: t('rights.happened'), cell: eventText },
                { heading: t('rights.when'), cell: ({ on }) => dateText(on) },
                { heading: t('rights.who'), cell: ({ actorName }) => <bdi>{actorName}</bdi> },
              ]}
              rows={request.events}
            />
          )}
          {happenings.length > 0 && (
            <>
              <HowTo request={request} />
              <form method="post" action={urls.request(request.id)} novalidate>
                {govuk.radios({
                  name: 'happened',
                  idPrefix: 'happened',
                  fieldset: { legend: { text: t('rights.event.add'), classes: 'govuk-fieldset__legend--m' } },
                  errorMessage: errorFor(errors, 'happened'),
                  items: happenings.map((one) => ({ value: valueOf(one), text: eventText(one) })),
                })}
                {govuk.button({ text: t('rights.event.save'), preventDoubleClick: true })}
              </form>
            </>
          )}
          {standing.map((restriction) => (
            <div class="govuk-inset-text">
              <p class="govuk-body">{standsText(restriction)}</p>
              <a class="govuk-link" href={urls.restriction(restriction.id)}>
                {t('restriction.lift')}
              </a>
            </div>
          ))}
          <Restrict request={request} errors={errors} />
        </div>
      </div>
    ),
  });
}

/** The act that such a request asks for. It may follow the answer too: an objection is weighed first. */
function Restrict(props: { readonly request: Request; readonly errors: readonly FormError[] }): JSX.Element {
  const { request, errors } = props;
  const grounds = groundsFor(request.kind);
  if (grounds.length === 0 || !findUpn(request.about)) return <></>;
  if (!mayRestrictFor(request)) return <p class="govuk-body">{t('restriction.request-over')}</p>;
  return (
    <form method="post" action={urls.restrict(request.id)} novalidate>
      {govuk.radios({
        name: 'ground',
        idPrefix: 'ground',
        fieldset: { legend: { text: t('restriction.set'), classes: 'govuk-fieldset__legend--m' } },
        hint: { text: t('restriction.text') },
        errorMessage: errorFor(errors, 'ground'),
        items: grounds.map((value) => ({ value, text: t(`restriction.because.${value}`) })),
      })}
      {govuk.button({ text: t('restriction.save'), preventDoubleClick: true })}
    </form>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: JSX.Element | string }): JSX.Element {
  return (
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{name}</dt>
      <dd class="govuk-summary-list__value">{children}</dd>
    </div>
  );
}

function HowTo({ request: { kind, about } }: { readonly request: Request }): JSX.Element {
  const command = findUpn(about) ? commandFor(kind, about) : undefined;
  return (
    <>
      <h2 class="govuk-heading-m">{t('rights.how')}</h2>
      <p class="govuk-body">{t(`rights.how.${kind}`)}</p>
      {command !== undefined && (
        <p class="govuk-body" dir="ltr">
          <code>{command}</code>
        </p>
      )}
    </>
  );
}

/** What the form sends for a happening: `extended/complex`. */
export function valueOf({ kind, because }: Happening): string {
  return because === undefined ? kind : `${kind}/${because}`;
}

function eventText({ kind, because }: Happening): string {
  const reason = because === undefined ? '' : t(`rights.because.${because}`);
  if (kind === 'extended' || kind === 'refused') return t(`rights.event.${kind}`, { because: reason });
  return t(`rights.event.${kind}`);
}
