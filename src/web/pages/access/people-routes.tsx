import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import {
  addActor,
  addOrganisation,
  addTie,
  endActor,
  endTie,
  findRole,
  getRole,
  listOrganisations,
  listPeople,
  ORGANISATION_KINDS,
  type OrganisationKind,
  type Tie,
} from '#access';
import { findUpn, randomId } from '#kernel';
import { t } from '#language';
import type { Answer } from '../../answers.tsx';
import type { WebContext } from '../../context.ts';
import type { Flash, FormError } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { EMPTY, formOf, LARGEST_FORM, lengthErrors, whoMay, type Acting, type Form } from './acting.tsx';
import { PeoplePage, tieText } from './people-page.tsx';
import { AddOrganisationPage, AddPersonPage, PersonPage, roleChoices } from './person-forms.tsx';

const TOLD = ['organisation', 'ended', 'tied', 'untied', 'added'] as const;

function toldOf(context: Context): Flash | undefined {
  const done = TOLD.find((one) => one === context.req.query('told'));
  return done && { kind: 'success', text: t(`people.told.${done}`) };
}

/** A person’s name in addresses: those of the demonstration have words, those made here a random number. */
const PERSON = ':person{[a-z0-9-]{1,64}}';

/** Organisations, people, what ties them, and the end of access: for the administrator. */
export function peopleRoutes(web: WebContext): Hono {
  const routes = new Hono();
  const limit = bodyLimit({ maxSize: LARGEST_FORM });
  const managing = (context: Context, answer: (acting: Acting) => Promise<Answer>) =>
    whoMay(web, context, 'people', answer);

  routes.get('/access', (context) =>
    managing(context, async (acting) => {
      const [people, organisations] = await acting(async (tx) => [await listPeople(tx), await listOrganisations(tx)]);
      return PeoplePage(web, { people, organisations, flash: toldOf(context) });
    }),
  );

  routes.get('/access/organisations/new', (context) =>
    managing(context, async () => AddOrganisationPage(web, { form: EMPTY, errors: [] })),
  );
  routes.post('/access/organisations/new', limit, (context) =>
    managing(context, async (acting) => {
      const form = await formOf(context);
      const kind = ORGANISATION_KINDS.find((one) => one === form.text('kind'));
      const errors = organisationErrors(form, kind);
      if (!kind || errors.length > 0) return context.html(AddOrganisationPage(web, { form, errors }), 400);
      const urn = kind === 'school' ? { urn: Number(form.text('urn')) } : {};
      await acting((tx) => addOrganisation(tx, { id: randomId(), kind, name: form.text('name'), ...urn }, web.clock));
      return context.redirect(`${urls.access()}?told=organisation`, 303);
    }),
  );

  const answerAdding = async (context: Context, acting: Acting, form: Form, errors: readonly FormError[]) => {
    const page = AddPersonPage(web, { form, errors, organisations: await acting(listOrganisations) });
    return context.html(page, errors.length > 0 ? 400 : 200);
  };
  routes.get('/access/people/new', (context) =>
    managing(context, (acting) => answerAdding(context, acting, EMPTY, [])),
  );
  routes.post('/access/people/new', limit, (context) =>
    managing(context, async (acting) => {
      const form = await formOf(context);
      const organisation = (await acting(listOrganisations)).find(({ id }) => id === form.text('organisation'));
      const chosen =
        roleChoices()
          .find(({ value }) => value === form.text('role'))
          ?.value.split(':') ?? [];
      const role = findRole(chosen[0] ?? '');
      const errors = [
        ...lengthErrors(form, 'name', [1, 100], t('people.fault.name')),
        ...(role ? [] : [{ field: 'role', text: t('people.fault.role') }]),
        ...(role && organisation && !getRole(role).organisations.includes(organisation.kind)
          ? [{ field: 'organisation', text: t('people.fault.workplace') }]
          : []),
        ...(organisation ? [] : [{ field: 'organisation', text: t('people.fault.organisation') }]),
      ];
      if (!role || !organisation || errors.length > 0) return answerAdding(context, acting, form, errors);
      const id = randomId();
      const scope = chosen[1] === 'area' ? 'area' : 'ties';
      await acting((tx) =>
        addActor(tx, { id, name: form.text('name'), role, scope, organisation: organisation.id }, web.clock),
      );
      return context.redirect(`${urls.person(id)}?told=added`, 303);
    }),
  );

  /** One person who has access, and the answer for one who has not or has it no more. */
  const withPerson = (context: Context, answer: (found: Found, acting: Acting) => Promise<Answer>) =>
    managing(context, async (acting) => {
      const [people, organisations] = await acting(async (tx) => [await listPeople(tx), await listOrganisations(tx)]);
      const person = people.find(({ id }) => id === context.req.param('person'));
      return person ? answer({ person, organisations }, acting) : context.notFound();
    });

  routes.get(`/access/people/${PERSON}`, (context) =>
    withPerson(context, async (found) => PersonPage(web, { ...found, flash: toldOf(context) })),
  );
  routes.post(`/access/people/${PERSON}/ties`, limit, (context) =>
    withPerson(context, async (found, acting) => {
      const form = await formOf(context);
      const tie = typedTie(form, getRole(found.person.role).ties);
      const there = 'errors' in tie ? undefined : found.person.ties.find((one) => tieText(one.tie) === tieText(tie));
      const errors = 'errors' in tie ? tie.errors : there ? [{ field: 'kind', text: t('people.fault.tied') }] : [];
      if ('errors' in tie || errors.length > 0) return context.html(PersonPage(web, { ...found, form, errors }), 400);
      await acting((tx) => addTie(tx, found.person.id, tie, web.clock));
      return context.redirect(`${urls.person(found.person.id)}?told=tied`, 303);
    }),
  );
  routes.post(`/access/people/${PERSON}/ties/end`, limit, (context) =>
    withPerson(context, async (found, acting) => {
      const sent = (await formOf(context)).text('tie');
      const held = found.person.ties.find(({ id }) => String(id) === sent);
      if (held) await acting((tx) => endTie(tx, found.person.id, held.tie, web.clock));
      return context.redirect(`${urls.person(found.person.id)}?told=untied`, 303);
    }),
  );
  routes.post(`/access/people/${PERSON}/end`, limit, (context) =>
    withPerson(context, async (found, acting) => {
      // Whoever ended their own access could not undo it, and perhaps nobody could.
      if (found.person.id === web.actor.id) {
        const errors = [{ text: t('people.fault.self') }];
        return context.html(PersonPage(web, { ...found, errors }), 400);
      }
      await acting((tx) => endActor(tx, found.person.id, web.clock));
      return context.redirect(`${urls.access()}?told=ended`, 303);
    }),
  );
  return routes;
}

type Found = Pick<Parameters<typeof PersonPage>[1], 'person' | 'organisations'>;

function organisationErrors(form: Form, kind: OrganisationKind | undefined): readonly FormError[] {
  return [
    ...lengthErrors(form, 'name', [1, 200], t('people.fault.organisation-name')),
    ...(kind ? [] : [{ field: 'kind', text: t('people.fault.kind') }]),
    ...(kind === 'school' && !/^\d{6}$/.test(form.text('urn')) ? [{ field: 'urn', text: t('people.fault.urn') }] : []),
  ];
}

function typedTie(form: Form, kinds: readonly string[]): Tie | { readonly errors: readonly FormError[] } {
  const kind = kinds.find((one) => one === form.text('kind'));
  const urn = Number(form.text('urn'));
  const noUrn = /^\d{6}$/.test(form.text('urn')) ? [] : [{ field: 'urn', text: t('people.fault.urn') }];
  switch (kind) {
    case 'school':
      return noUrn.length > 0 ? { errors: noUrn } : { urn };
    case 'class': {
      const errors = [...noUrn, ...lengthErrors(form, 'class', [1, 50], t('people.fault.class'))];
      return errors.length > 0 ? { errors } : { urn, class: form.text('class') };
    }
    case 'child': {
      const upn = findUpn(form.text('upn').toUpperCase());
      return upn ? { upn } : { errors: [{ field: 'upn', text: t('people.fault.upn') }] };
    }
    case 'in-care':
      return { member_of: 'in-care' };
    default:
      return { errors: [{ field: 'kind', text: t('people.fault.tie') }] };
  }
}
