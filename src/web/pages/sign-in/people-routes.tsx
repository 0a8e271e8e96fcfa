import { Hono, type Context } from 'hono';
import { Refusal } from '#kernel';
import { t } from '#language';
import type { Access } from '#access';
import { endWays, invite, listSignIns, listWays, revokeSessions } from '#sign-in';
import { orRefusal } from '../../answers.tsx';
import type { WebContext } from '../../context.ts';
import { InEnglish, type Flash, type FormError } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { fieldsOf } from '../area-files/answers.tsx';
import { InvitationPage, PeoplePage } from './people-page.tsx';

/** A transaction as `access` hands it out. */
type Tx = Parameters<Parameters<Access['actingAs']>[3]>[0];

/** For administrators: invitations, signing people out, and the record of signing in. */
export function peopleRoutes(web: WebContext): Hono {
  const app = new Hono();

  app.get('/sign-in/people', (context) => answer(web, context, () => showPeople(web, context)));

  app.post('/sign-in/people', (context) =>
    answer(web, context, async () => {
      const { do: what, actor = '', session } = await fieldsOf(context);
      if (what === 'invite') return showInvitation(web, context, actor);
      if (what === 'sign-out-everyone') {
        await managing(web, (tx) => revokeSessions(tx, web.clock, 'all'));
        return context.redirect(urls.signIn(), 303);
      }
      if (what === 'sign-out') {
        await managing(web, (tx) => revokeSessions(tx, web.clock, session === undefined ? { actor } : { session }));
        return showPeople(web, context, { flash: { kind: 'success', text: t('sign-in.people.done.sign-out') } });
      }
      if (what !== 'end-ways') return context.notFound();
      await managing(web, async (tx) => {
        await endWays(tx, web.clock, actor);
        await revokeSessions(tx, web.clock, { actor });
      });
      return showPeople(web, context, { flash: { kind: 'success', text: t('sign-in.people.done.end-ways') } });
    }),
  );

  return app;
}

/** For this purpose nothing about children is read, and the policies let only those who manage the area. */
function managing<T>(web: WebContext, work: (tx: Tx) => Promise<T>): Promise<T> {
  return web.access.actingAs(web.actor, 'access-management', { kind: 'area' }, work);
}

async function answer(web: WebContext, context: Context, work: () => Promise<Response>): Promise<Response> {
  const made = await orRefusal(work);
  if (!(made instanceof Refusal)) return made;
  const page = shell(web, {
    section: 'none',
    title: t('answers.not-allowed'),
    children: (
      <p class="govuk-body">
        <InEnglish>{made.message}</InEnglish>
      </p>
    ),
  });
  return context.html(page, 403);
}

async function showPeople(
  web: WebContext,
  context: Context,
  told: { readonly flash?: Flash; readonly errors?: readonly FormError[] } = {},
): Promise<Response> {
  const { flash, errors = [] } = told;
  const [people, record] = await managing(web, async (tx) => [
    await listWays(tx, web.clock),
    await listSignIns(tx, 50),
  ]);
  return context.html(PeoplePage(web, { people, record, flash, errors }), errors.length > 0 ? 400 : 200);
}

/** The code stands in this answer and nowhere else: asking for the page again makes another. */
async function showInvitation(web: WebContext, context: Context, actor: string): Promise<Response> {
  const made = await managing(web, async (tx) => {
    const person = (await listWays(tx, web.clock)).find(({ id, ended }) => id === actor && !ended);
    if (!person) return undefined;
    if (person.ways.length > 0) return 'has-a-way';
    return { person, code: await invite(tx, web.clock, actor) };
  });
  if (!made) return context.notFound();
  if (made === 'has-a-way') return showPeople(web, context, { errors: [{ text: t('sign-in.people.has-a-way') }] });
  const address = new URL(urls.invitation(), web.origin ?? new URL(context.req.url).origin).href;
  return context.html(InvitationPage(web, { name: made.person.name, code: made.code, address }));
}
