import type { Context } from 'hono';
import { Refusal } from '#kernel';
import { t } from '#language';
import { listRestrictions, type Restriction } from '#rights';
import { orRefusal, refused, type Answer } from '../../answers.tsx';
import type { WebContext } from '../../context.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';

/** The part of an address that names a request, or a restriction. */
export const ID = ':id{[0-9a-f]{32}}';
export const LARGEST_FORM = 64 * 1024;

export function gone(web: WebContext, context: Context): Response | Promise<Response> {
  const page = shell(web, {
    section: 'none',
    title: t('rights.gone'),
    back: { text: t('rights.back'), href: urls.rights() },
    children: <p class="govuk-body">{t('rights.gone.text')}</p>,
  });
  return context.html(page, 404);
}

/** Runs `answer`; whoever may not is told so in words, whatever there is. */
export async function answering(web: WebContext, context: Context, answer: () => Promise<Answer>): Promise<Response> {
  const made = await orRefusal(answer);
  if (made instanceof Response) return made;
  if (!(made instanceof Refusal)) return context.html(made);
  return refused(web, context, 'none', t('rights.cannot.text'), t('rights.cannot'));
}

/** The restrictions of a child’s record that stand. */
export async function listStanding({ access, actor }: WebContext, about: string): Promise<readonly Restriction[]> {
  const all = await listRestrictions(access, actor);
  return all.filter(({ upn, lifted }) => upn === about && !lifted);
}
