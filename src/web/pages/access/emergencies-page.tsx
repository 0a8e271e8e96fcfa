import type { JSX } from 'hono/jsx/jsx-runtime';
import { isOverdue, type Emergency } from '#access';
import { dateText, momentText, t } from '#language';
import type { WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { errorFor, type Flash, type FormError } from '../../layout/index.ts';
import { roleText, shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { choices, EMPTY, type Form } from './acting.tsx';

type Reviewing = { readonly id: string; readonly form: Form; readonly errors: readonly FormError[] };

/** Every emergency look, those not yet reviewed first: for the data protection officer. */
export function EmergenciesPage(
  web: WebContext,
  props: {
    readonly emergencies: readonly Emergency[];
    readonly flash?: Flash | undefined;
    readonly reviewing?: Reviewing | undefined;
  },
): JSX.Element {
  const { emergencies, flash, reviewing } = props;
  const waiting = emergencies.filter(({ review }) => !review);
  const overdue = waiting.filter((one) => isOverdue(one, web.clock));
  return shell(web, {
    section: 'none',
    title: t('emergencies.title'),
    errors: reviewing?.errors,
    ...(flash ? { flash } : {}),
    children: (
      <>
        <p class="govuk-body">{t('emergencies.text')}</p>
        <p class="govuk-body-l">{t('emergencies.count', { waiting: waiting.length, overdue: overdue.length })}</p>
        {emergencies.map((emergency) => (
          <OneEmergency
            web={web}
            emergency={emergency}
            reviewing={reviewing?.id === emergency.id ? reviewing : undefined}
          />
        ))}
      </>
    ),
  });
}

function OneEmergency(props: {
  readonly web: WebContext;
  readonly emergency: Emergency;
  readonly reviewing: Reviewing | undefined;
}): JSX.Element {
  const { web, emergency, reviewing } = props;
  const { id, upn, actorName, role, organisation, openedAt, endsAt, reason, due, review } = emergency;
  const row = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });
  return (
    <section aria-labelledby={`emergency-${id}`}>
      <h2 class="govuk-heading-m" id={`emergency-${id}`}>
        {t('emergencies.one', { upn, who: actorName, when: momentText(openedAt) })}
      </h2>
      {govuk.summaryList({
        rows: [
          row(
            t('emergencies.who'),
            t('people.caption', {
              role: t('looks.person', { name: actorName, role: role ? roleText(role) : '' }),
              place: organisation ?? t('people.nowhere'),
            }),
          ),
          row(t('emergencies.until'), momentText(endsAt)),
          row(t('emergencies.reason'), reason),
          review
            ? row(
                t('emergencies.review'),
                t('emergencies.reviewed', {
                  outcome: t(`emergencies.outcome.${review.outcome}`),
                  who: review.by,
                  when: momentText(review.at),
                }),
              )
            : row(
                t('emergencies.review'),
                t(isOverdue(emergency, web.clock) ? 'emergencies.overdue' : 'emergencies.due', { date: dateText(due) }),
              ),
          ...(review?.note === undefined ? [] : [row(t('emergencies.note'), review.note)]),
        ],
      })}
      {!review && <ReviewForm id={id} form={reviewing?.form ?? EMPTY} errors={reviewing?.errors ?? []} />}
    </section>
  );
}

function ReviewForm({ id, form, errors }: Reviewing): JSX.Element {
  return (
    <form method="post" action={urls.reviewEmergency(id)} novalidate>
      {govuk.radios({
        ...choices(
          form,
          'outcome',
          (['right', 'not-right'] as const).map((one) => ({ value: one, text: t(`emergencies.outcome.${one}`) })),
        ),
        idPrefix: `outcome-${id}`,
        fieldset: { legend: { text: t('emergencies.was-it-right') } },
        errorMessage: errorFor(errors, `outcome-${id}`),
      })}
      {govuk.input({
        id: `note-${id}`,
        name: 'note',
        label: { text: t('emergencies.note.optional') },
        value: form.text('note'),
        errorMessage: errorFor(errors, `note-${id}`),
      })}
      {govuk.button({ text: t('emergencies.record'), preventDoubleClick: true })}
    </form>
  );
}
