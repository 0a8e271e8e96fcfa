import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ConsentLine } from '#access';
import { instantDate } from '#kernel';
import { dateText, momentText, rich, t } from '#language';
import type { WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { DataTable, errorFor, linkTo, type Flash, type FormError } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { choices, type Form, type NamedChild } from './acting.tsx';
import { scopeKey, type AskedScope, type ChildConsents } from './consent-scopes.ts';
import { nameOfPlace } from './people-page.tsx';

/** Who looks at the page: family answers for itself, staff write down what was said; others only read. */
export type Voice = 'young-person' | 'parent' | 'staff' | 'reader';

export type ConsentProps = {
  readonly child: NamedChild;
  readonly known: ChildConsents;
  readonly voice: Voice;
  readonly form: Form;
  readonly errors: readonly FormError[];
  readonly flash?: Flash | undefined;
};

/** For how many months a yes may hold, so that everything that was agreed to is asked again. */
export const MONTHS = [1, 3, 6, 12] as const;

/** What about this child may be read by which organisation, who said so, and a place to answer. */
export function ConsentPage(web: WebContext, props: ConsentProps): JSX.Element {
  const { child, known, voice, errors, flash } = props;
  return shell(web, {
    section: 'children',
    title: t('consent.title'),
    caption: child.name,
    back: { text: child.name, href: urls.child(child.upn) },
    errors,
    ...(flash ? { flash } : {}),
    children: (
      <>
        <p class="govuk-body-l">{t(`consent.text.${voice}`)}</p>
        <p class="govuk-body">{t('consent.safeguarding')}</p>
        <Standing known={known} confided={voice === 'parent' && known.competence?.ever === true} />
        {voice !== 'reader' && known.asked.length > 0 && <AnswerForm {...props} />}
        <p class="govuk-body">{rich('consent.looks', { link: linkTo(urls.looks(child.upn)) })}</p>
        <Answers known={known} />
        <CompetenceSection {...props} />
      </>
    ),
  });
}

function scopeText(known: ChildConsents, { organisation, class: one }: AskedScope): string {
  return t('consent.scope', {
    organisation: nameOfPlace(known.organisations, organisation),
    class: t(`roles.class.${one}`),
  });
}

/** `confided`: what the young person has answered is not for whoever reads the page, and so neither is what it comes to. */
function Standing({ known, confided }: { readonly known: ChildConsents; readonly confided: boolean }): JSX.Element {
  const standing = (asked: AskedScope): string => {
    if (confided) return t('consent.stands.confided');
    const scope = known.scopes.find((one) => scopeKey(one) === scopeKey(asked));
    if (!scope || scope.stands.decides === 'nobody') return t('consent.stands.unanswered');
    return t(scope.stands.inForce ? 'consent.stands.yes' : 'consent.stands.no', {
      who: t(`consent.by.${scope.stands.decides}`),
    });
  };
  return (
    <DataTable<AskedScope>
      id="stands"
      caption={t('consent.stands')}
      columns={[
        { heading: t('consent.what'), cell: (asked) => scopeText(known, asked) },
        { heading: t('consent.now'), cell: standing },
      ]}
      rows={known.asked}
      empty={t('consent.nothing-asked')}
    />
  );
}

function AnswerForm({ child, known, voice, form, errors }: ConsentProps): JSX.Element {
  return (
    <form method="post" action={urls.consent(child.upn)} novalidate>
      <h2 class="govuk-heading-m">{t(voice === 'staff' ? 'consent.write-down' : 'consent.answer')}</h2>
      {voice === 'staff' &&
        govuk.radios({
          ...choices(
            form,
            'by',
            (['young-person', 'parent'] as const).map((one) => ({ value: one, text: t(`consent.by.${one}`) })),
          ),
          fieldset: { legend: { text: t('consent.whose') } },
          errorMessage: errorFor(errors, 'by'),
        })}
      {govuk.checkboxes({
        ...choices(
          form,
          'scope',
          known.asked.map((one) => ({ value: scopeKey(one), text: scopeText(known, one) })),
          true,
        ),
        fieldset: { legend: { text: t('consent.which') } },
        errorMessage: errorFor(errors, 'scope'),
      })}
      {govuk.radios({
        ...choices(
          form,
          'answer',
          (['given', 'refused', 'withdrawn'] as const).map((one) => ({ value: one, text: t(`consent.answer.${one}`) })),
        ),
        fieldset: { legend: { text: t('consent.may-they') } },
        errorMessage: errorFor(errors, 'answer'),
      })}
      {govuk.select({
        id: 'months',
        name: 'months',
        label: { text: t('consent.months') },
        hint: { text: t('consent.months.hint') },
        value: form.text('months'),
        items: MONTHS.map((months) => ({ value: String(months), text: t('consent.month', { months }) })),
      })}
      {govuk.button({ text: t('consent.save'), preventDoubleClick: true })}
    </form>
  );
}

function Answers({ known }: { readonly known: ChildConsents }): JSX.Element {
  const lines = known.scopes.flatMap(({ lines: some }) => some).toSorted((a, b) => Number(b.id) - Number(a.id));
  return (
    <DataTable<ConsentLine>
      id="answers"
      caption={t('consent.answers')}
      columns={[
        { heading: t('consent.when'), cell: ({ at }) => momentText(at) },
        { heading: t('consent.what'), cell: (line) => scopeText(known, line) },
        { heading: t('consent.whose'), cell: ({ givenBy }) => t(`consent.by.${givenBy}`) },
        {
          heading: t('consent.said'),
          cell: ({ answer, expiresAt }) =>
            expiresAt === undefined
              ? t(`consent.said.${answer}`)
              : t('consent.said.until', { date: dateText(instantDate(expiresAt)) }),
        },
        { heading: t('consent.written-by'), cell: ({ writtenBy }) => <bdi>{writtenBy}</bdi> },
      ]}
      rows={lines}
      empty={t('consent.no-answers')}
    />
  );
}

function CompetenceSection({ child, known, voice, form, errors }: ConsentProps): JSX.Element {
  const { competence } = known;
  return (
    <section aria-labelledby="competence">
      <h2 class="govuk-heading-m" id="competence">
        {t('consent.competence')}
      </h2>
      <p class="govuk-body">
        {competence
          ? t(competence.competent ? 'consent.competent' : 'consent.not-competent', {
              who: competence.by,
              when: momentText(competence.at),
            })
          : t('consent.not-judged')}
      </p>
      {competence?.why !== undefined && (
        <p class="govuk-body">{t('consent.competent.because', { why: competence.why })}</p>
      )}
      {voice === 'staff' && (
        <form method="post" action={urls.competence(child.upn)} novalidate>
          {govuk.radios({
            ...choices(form, 'competent', [
              { value: 'yes', text: t('consent.competent.yes') },
              { value: 'no', text: t('consent.competent.no') },
            ]),
            fieldset: { legend: { text: t('consent.competent.ask') } },
            hint: { text: t('consent.competent.hint') },
            errorMessage: errorFor(errors, 'competent'),
          })}
          {govuk.textarea({
            id: 'why',
            name: 'why',
            label: { text: t('consent.competent.why') },
            value: form.text('why'),
            errorMessage: errorFor(errors, 'why'),
          })}
          {govuk.button({ text: t('consent.competent.save'), preventDoubleClick: true })}
        </form>
      )}
    </section>
  );
}
