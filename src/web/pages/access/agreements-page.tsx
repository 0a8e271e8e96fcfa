import type { JSX } from 'hono/jsx/jsx-runtime';
import {
  AGREEING_KINDS,
  listSharingPurposes,
  SHARED_CLASSES,
  stateOfAgreement,
  type Agreement,
  type Organisation,
} from '#access';
import { addDays, instantDate, type Instant } from '#kernel';
import { dateText, findText, listText, momentText, rich, t } from '#language';
import type { WebContext } from '../../context.ts';
import { DateFields } from '../../date-fields.tsx';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { errorFor, linkTo, type Flash, type FormError } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { choices, type Form } from './acting.tsx';
import { nameOfPlace } from './people-page.tsx';

type PageProps = {
  readonly agreements: readonly Agreement[];
  readonly organisations: readonly Organisation[];
  readonly mayAdd: boolean;
  readonly flash?: Flash | undefined;
  /** What was typed to revoke one, where that could not be done. */
  readonly revoking?: { readonly id: string; readonly form: Form; readonly errors: readonly FormError[] } | undefined;
};

/** Every agreement there was, and the end of those in force. */
export function AgreementsPage(web: WebContext, props: PageProps): JSX.Element {
  const { agreements, organisations, mayAdd, flash, revoking } = props;
  return shell(web, {
    section: 'none',
    title: t('agreements.title'),
    errors: revoking?.errors,
    ...(flash ? { flash } : {}),
    children: (
      <>
        <p class="govuk-body">{t('agreements.text')}</p>
        <p class="govuk-body">{rich('agreements.roles', { link: linkTo(urls.roles()) })}</p>
        {mayAdd && (
          <p class="govuk-body">
            <a class="govuk-link" href={urls.addAgreement()}>
              {t('agreements.add')}
            </a>
          </p>
        )}
        {agreements.length === 0 && <p class="govuk-body">{t('agreements.none')}</p>}
        {agreements.map((agreement) => (
          <OneAgreement
            agreement={agreement}
            organisations={organisations}
            at={web.clock.now()}
            revoking={revoking?.id === agreement.id ? revoking : undefined}
          />
        ))}
      </>
    ),
  });
}

function OneAgreement(props: {
  readonly agreement: Agreement;
  readonly organisations: readonly Organisation[];
  readonly at: Instant;
  readonly revoking: PageProps['revoking'];
}): JSX.Element {
  const { agreement, organisations, at, revoking } = props;
  const { id, giver, receiver, classes, purpose, basis, mode, needsConsent, startsAt, endsAt, revoked } = agreement;
  const state = stateOfAgreement(agreement, at);
  const row = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });
  return (
    <section aria-labelledby={`agreement-${id}`}>
      <h2 class="govuk-heading-m" id={`agreement-${id}`}>
        {t('agreements.one', {
          giver: nameOfPlace(organisations, giver),
          receiver: nameOfPlace(organisations, receiver),
        })}
      </h2>
      {govuk.summaryList({
        rows: [
          row(t('agreements.state'), t(`agreements.state.${state}`)),
          row(t('agreements.mode'), t(`agreements.mode.${mode}`)),
          row(t('agreements.classes'), listText(classes.map((one) => t(`roles.class.${one}`)))),
          row(t('agreements.purpose'), findText(`looks.purpose.${purpose}`) ?? purpose),
          row(t('agreements.basis'), basis),
          row(t('agreements.consent'), t(needsConsent ? 'agreements.consent.yes' : 'agreements.consent.no')),
          row(
            t('agreements.dates'),
            t('agreements.from-to', {
              from: dateText(instantDate(startsAt)),
              to: dateText(addDays(instantDate(endsAt), -1)),
            }),
          ),
          ...(revoked
            ? [
                row(
                  t('agreements.revoked'),
                  t('agreements.revoked.by', {
                    when: momentText(revoked.at),
                    who: revoked.by,
                    because: revoked.because,
                  }),
                ),
              ]
            : []),
        ],
      })}
      {(state === 'in-force' || state === 'to-come') &&
        govuk.details({
          summaryText: t('agreements.revoke'),
          open: revoking !== undefined,
          html: htmlOf(
            <form method="post" action={urls.revokeAgreement(id)} novalidate>
              <p class="govuk-body">{t('agreements.revoke.text')}</p>
              {govuk.input({
                id: `because-${id}`,
                name: 'because',
                label: { text: t('agreements.because') },
                value: revoking?.form.text('because'),
                errorMessage: errorFor(revoking?.errors ?? [], `because-${id}`),
              })}
              {govuk.button({
                text: t('agreements.revoke'),
                classes: 'govuk-button--warning',
                preventDoubleClick: true,
              })}
            </form>,
          ),
        })}
    </section>
  );
}

/** Everything an agreement says, in the order in which people agree on it. */
export function AddAgreementPage(
  web: WebContext,
  props: {
    readonly form: Form;
    readonly errors: readonly FormError[];
    readonly organisations: readonly Organisation[];
  },
): JSX.Element {
  const { form, errors, organisations } = props;
  const places = (kinds: readonly string[]) => [
    { value: '', text: t('people.choose') },
    ...organisations.filter(({ kind }) => kinds.includes(kind)).map(({ id, name }) => ({ value: id, text: name })),
  ];
  const chosen = (field: string, items: ReturnType<typeof places>) =>
    govuk.select({
      id: field,
      name: field,
      label: { text: t(field === 'giver' ? 'agreements.giver' : 'agreements.receiver') },
      value: form.text(field),
      items,
      errorMessage: errorFor(errors, field),
    });
  return shell(web, {
    section: 'none',
    title: t('agreements.add'),
    back: { text: t('agreements.title'), href: urls.agreements() },
    errors,
    children: (
      <form method="post" action={urls.addAgreement()} novalidate>
        {chosen('giver', places(['area', 'school']))}
        {chosen('receiver', places(AGREEING_KINDS))}
        {govuk.radios({
          ...choices(
            form,
            'mode',
            (['find', 'fetch'] as const).map((mode) => ({ value: mode, text: t(`agreements.mode.${mode}`) })),
          ),
          fieldset: { legend: { text: t('agreements.mode') } },
          errorMessage: errorFor(errors, 'mode'),
        })}
        {govuk.checkboxes({
          ...choices(
            form,
            'classes',
            SHARED_CLASSES.map((one) => ({ value: one, text: t(`roles.class.${one}`) })),
            true,
          ),
          fieldset: { legend: { text: t('agreements.classes') } },
          errorMessage: errorFor(errors, 'classes'),
        })}
        {govuk.radios({
          ...choices(
            form,
            'purpose',
            listSharingPurposes().map((one) => ({ value: one, text: findText(`looks.purpose.${one}`) ?? one })),
          ),
          fieldset: { legend: { text: t('agreements.purpose') } },
          errorMessage: errorFor(errors, 'purpose'),
        })}
        {govuk.input({
          id: 'basis',
          name: 'basis',
          label: { text: t('agreements.basis') },
          hint: { text: t('agreements.basis.hint') },
          value: form.text('basis'),
          errorMessage: errorFor(errors, 'basis'),
        })}
        {govuk.radios({
          ...choices(form, 'consent', [
            { value: 'no', text: t('agreements.consent.no') },
            { value: 'yes', text: t('agreements.consent.yes') },
          ]),
          fieldset: { legend: { text: t('agreements.consent') } },
          hint: { text: t('agreements.consent.hint') },
          errorMessage: errorFor(errors, 'consent'),
        })}
        <DateFields name="from" legend={t('agreements.first-day')} typed={form.text} errors={errors} />
        <DateFields name="to" legend={t('agreements.last-day')} typed={form.text} errors={errors} />
        {govuk.button({ text: t('agreements.add'), preventDoubleClick: true })}
      </form>
    ),
  });
}
