import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { endNote, listNotes, listOrganisations, listRoles, writeNote, type Organisation } from '#access';
import { Refusal } from '#kernel';
import { t } from '#language';
import type { WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { errorFor, type FormError } from '../../layout/index.ts';
import { roleText, shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import {
  aboutChild,
  choices,
  EMPTY,
  formOf,
  ID,
  LARGEST_FORM,
  lengthErrors,
  noSuchChild,
  type Form,
  type NamedChild,
} from './acting.tsx';

/** Writing a restricted note, and ending one of the own organisation. */
export function notesRoutes(web: WebContext): Hono {
  const routes = new Hono();
  const limit = bodyLimit({ maxSize: LARGEST_FORM });

  routes.get('/children/:upn/notes/new', (context) =>
    aboutChild(web, context, 'note-writing', async (child, acting) =>
      WriteNotePage(web, { child, form: EMPTY, errors: [], organisations: await acting(listOrganisations) }),
    ),
  );

  routes.post('/children/:upn/notes/new', limit, (context) =>
    aboutChild(web, context, 'note-writing', async (child, acting) => {
      const form = await formOf(context);
      const organisations = await acting(listOrganisations);
      const named = organisations.filter(({ id }) => form.all('organisations').includes(id)).map(({ id }) => id);
      const roles = listRoles().filter((role) => form.all('roles').includes(role));
      const errors = [
        ...lengthErrors(form, 'words', [1, 4000], t('notes.fault.words')),
        ...lengthErrors(form, 'ask', [3, 200], t('notes.fault.ask')),
        ...(named.length + roles.length > 0 ? [] : [{ field: 'organisations', text: t('notes.fault.named') }]),
      ];
      if (errors.length > 0) return context.html(WriteNotePage(web, { child, form, errors, organisations }), 400);
      const note = {
        upn: child.upn,
        words: form.text('words'),
        whomToAsk: form.text('ask'),
        organisations: named,
        roles,
      };
      try {
        await acting((tx) => writeNote(tx, note));
      } catch (error) {
        if (!(error instanceof Refusal && error.code === 'access/note-without-organisation')) throw error;
        const workplace = [{ text: t('notes.fault.workplace') }];
        return context.html(WriteNotePage(web, { child, form, errors: workplace, organisations }), 400);
      }
      return context.redirect(`${urls.child(child.upn)}#notes`, 303);
    }),
  );

  routes.post(`/children/:upn/notes/${ID}/end`, limit, (context) =>
    aboutChild(web, context, 'note-writing', async (child, acting) => {
      const id = context.req.param('id') ?? '';
      const note = (await acting((tx) => listNotes(tx, child.upn))).find((one) => one.id === id && one.own);
      if (!note) return noSuchChild(web, context);
      await acting((tx) => endNote(tx, id));
      return context.redirect(`${urls.child(child.upn)}#notes`, 303);
    }),
  );
  return routes;
}

function WriteNotePage(
  web: WebContext,
  props: {
    readonly child: NamedChild;
    readonly form: Form;
    readonly errors: readonly FormError[];
    readonly organisations: readonly Organisation[];
  },
): JSX.Element {
  const { child, form, errors, organisations } = props;
  return shell(web, {
    section: 'children',
    title: t('notes.write'),
    caption: child.name,
    back: { text: child.name, href: urls.child(child.upn) },
    errors,
    children: (
      <form method="post" action={urls.writeNote(child.upn)} novalidate>
        <p class="govuk-body">{t('notes.text')}</p>
        {govuk.textarea({
          id: 'words',
          name: 'words',
          label: { text: t('notes.words'), classes: 'govuk-label--m' },
          value: form.text('words'),
          errorMessage: errorFor(errors, 'words'),
        })}
        {govuk.checkboxes({
          ...choices(
            form,
            'organisations',
            organisations.map(({ id, name }) => ({ value: id, text: name })),
            true,
          ),
          fieldset: { legend: { text: t('notes.organisations') } },
          errorMessage: errorFor(errors, 'organisations'),
        })}
        {govuk.checkboxes({
          ...choices(
            form,
            'roles',
            listRoles().map((role) => ({ value: role, text: roleText(role) })),
            true,
          ),
          fieldset: { legend: { text: t('notes.roles') } },
          hint: { text: t('notes.roles.hint') },
        })}
        {govuk.input({
          id: 'ask',
          name: 'ask',
          label: { text: t('notes.ask') },
          hint: { text: t('notes.ask.hint') },
          value: form.text('ask'),
          errorMessage: errorFor(errors, 'ask'),
        })}
        {govuk.button({ text: t('notes.save'), preventDoubleClick: true })}
      </form>
    ),
  });
}
