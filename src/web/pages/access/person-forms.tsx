import type { JSX } from 'hono/jsx/jsx-runtime';
import {
  getRole,
  listRoles,
  ORGANISATION_KINDS,
  type Organisation,
  type PersonWithAccess,
  type RoleRow,
} from '#access';
import { rich, t } from '#language';
import type { WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { errorFor, hiddenWords, type Flash, type FormError } from '../../layout/index.ts';
import { roleText, shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { choices, EMPTY, type Form } from './acting.tsx';
import { heldText, nameOfPlace } from './people-page.tsx';

type FormProps = { readonly form: Form; readonly errors: readonly FormError[] };

export function AddOrganisationPage(web: WebContext, { form, errors }: FormProps): JSX.Element {
  return shell(web, {
    section: 'none',
    title: t('people.organisation.add'),
    back: { text: t('people.title'), href: urls.access() },
    errors,
    children: (
      <form method="post" action={urls.addOrganisation()} novalidate>
        {govuk.input({
          id: 'name',
          name: 'name',
          label: { text: t('people.name') },
          value: form.text('name'),
          errorMessage: errorFor(errors, 'name'),
        })}
        {govuk.radios({
          ...choices(
            form,
            'kind',
            ORGANISATION_KINDS.map((kind) => ({ value: kind, text: t(`people.kind.${kind}`) })),
          ),
          fieldset: { legend: { text: t('people.kind') } },
          errorMessage: errorFor(errors, 'kind'),
        })}
        {govuk.input({
          id: 'urn',
          name: 'urn',
          label: { text: t('people.urn.of-school') },
          hint: { text: t('people.urn.hint') },
          classes: 'govuk-input--width-10',
          inputmode: 'numeric',
          value: form.text('urn'),
          errorMessage: errorFor(errors, 'urn'),
        })}
        {govuk.button({ text: t('people.organisation.add'), preventDoubleClick: true })}
      </form>
    ),
  });
}

/** Each role with each reach it can have: one choice. */
export function roleChoices(): readonly { readonly value: string; readonly text: string }[] {
  return listRoles().flatMap((role) => {
    const { scopes }: RoleRow = getRole(role);
    return scopes.map((scope) => ({
      value: `${role}:${scope}`,
      text: scopes.length === 1 ? roleText(role) : t(`people.role.${scope}`, { role: roleText(role) }),
    }));
  });
}

export function AddPersonPage(
  web: WebContext,
  { form, errors, organisations }: FormProps & { readonly organisations: readonly Organisation[] },
): JSX.Element {
  return shell(web, {
    section: 'none',
    title: t('people.add'),
    back: { text: t('people.title'), href: urls.access() },
    errors,
    children: (
      <form method="post" action={urls.addPerson()} novalidate>
        {govuk.input({
          id: 'name',
          name: 'name',
          label: { text: t('people.name') },
          value: form.text('name'),
          errorMessage: errorFor(errors, 'name'),
        })}
        {govuk.select({
          id: 'role',
          name: 'role',
          label: { text: t('people.role') },
          value: form.text('role'),
          items: [{ value: '', text: t('people.choose') }, ...roleChoices()],
          errorMessage: errorFor(errors, 'role'),
        })}
        {govuk.select({
          id: 'organisation',
          name: 'organisation',
          label: { text: t('people.workplace') },
          value: form.text('organisation'),
          items: [
            { value: '', text: t('people.choose') },
            ...organisations.map(({ id, name }) => ({ value: id, text: name })),
          ],
          errorMessage: errorFor(errors, 'organisation'),
        })}
        {govuk.button({ text: t('people.add'), preventDoubleClick: true })}
      </form>
    ),
  });
}

/** One person: what ties them, another tie, and the end of their access. */
export function PersonPage(
  web: WebContext,
  props: Partial<FormProps> & {
    readonly person: PersonWithAccess;
    readonly organisations: readonly Organisation[];
    readonly flash?: Flash | undefined;
  },
): JSX.Element {
  const { person, organisations, form = EMPTY, errors = [], flash } = props;
  const kinds = getRole(person.role).ties;
  return shell(web, {
    section: 'none',
    title: person.name,
    caption: t('people.caption', {
      role: roleText(person.role),
      place: nameOfPlace(organisations, person.organisation),
    }),
    back: { text: t('people.title'), href: urls.access() },
    errors,
    ...(flash ? { flash } : {}),
    children: (
      <>
        {person.scope === 'area' ? (
          <p class="govuk-body">{t('people.whole-area')}</p>
        ) : (
          <>
            <h2 class="govuk-heading-m">{t('people.ties')}</h2>
            {person.ties.length === 0 && <p class="govuk-body">{t('people.no-ties')}</p>}
            {person.ties.map((tie) => (
              <form method="post" action={urls.endTie(person.id)}>
                <input type="hidden" name="tie" value={String(tie.id)} />
                <p class="govuk-body">{heldText(tie)}</p>
                <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">
                  {rich('people.tie.end', { tie: heldText(tie), hidden: hiddenWords })}
                </button>
              </form>
            ))}
            <h2 class="govuk-heading-m">{t('people.tie.add')}</h2>
            <form method="post" action={urls.addTie(person.id)} novalidate>
              {govuk.radios({
                ...choices(
                  form,
                  'kind',
                  kinds.map((kind) => ({ value: kind, text: t(`people.tie.kind.${kind}`) })),
                ),
                fieldset: { legend: { text: t('people.tie.to') } },
                errorMessage: errorFor(errors, 'kind'),
              })}
              {kinds.some((kind) => kind === 'school' || kind === 'class') && (
                <TieField name="urn" form={form} errors={errors} />
              )}
              {kinds.includes('class') && <TieField name="class" form={form} errors={errors} />}
              {kinds.includes('child') && <TieField name="upn" form={form} errors={errors} />}
              {govuk.button({ text: t('people.tie.add'), preventDoubleClick: true })}
            </form>
          </>
        )}
        <h2 class="govuk-heading-m">{t('people.end')}</h2>
        <p class="govuk-body">{t('people.end.text')}</p>
        <form method="post" action={urls.endPerson(person.id)}>
          {govuk.button({
            text: t('people.end.one', { name: person.name }),
            classes: 'govuk-button--warning',
            preventDoubleClick: true,
          })}
        </form>
      </>
    ),
  });
}

function TieField({ name, form, errors }: FormProps & { readonly name: 'urn' | 'class' | 'upn' }): JSX.Element {
  return (
    <>
      {govuk.input({
        id: name,
        name,
        label: { text: t(name === 'class' ? 'people.tie.class-name' : `people.tie.${name}`) },
        classes: 'govuk-input--width-10',
        spellcheck: false,
        value: form.text(name),
        errorMessage: errorFor(errors, name),
      })}
    </>
  );
}
