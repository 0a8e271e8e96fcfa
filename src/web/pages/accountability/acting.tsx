import type { Context } from 'hono';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Refusal } from '#kernel';
import type { Subject, Tx } from '#access';
import { spokenLanguage, t } from '#language';
import { orRefusal, refused, type Answer } from '../../answers.tsx';
import type { WebContext } from '../../context.ts';
import { InEnglish } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';

/** A form of some paragraphs; larger ones were not sent by our pages. */
export const LARGEST_FORM = 64 * 1024;
/** The part of an address that names a mission or a challenge. */
export const ID = ':id{[0-9a-f]{32}}';

const AREA: Subject = { kind: 'area' };

/** Goals and challenges are read and written for this purpose alone, which reads nothing about children. */
export function acting<T>(web: WebContext, work: (tx: Tx) => Promise<T>, subject: Subject = AREA): Promise<T> {
  return web.access.actingAs(web.actor, 'place-improvement', subject, work);
}

/** Runs `answer`; what may not be seen or done is told in words. */
export async function answering(web: WebContext, context: Context, answer: () => Promise<Answer>): Promise<Response> {
  const made = await orRefusal(answer);
  if (made instanceof Refusal) return refusedGoals(web, context, <InEnglish>{made.message}</InEnglish>);
  return made instanceof Response ? made : context.html(made);
}

/** Only who works for the whole area sets its goals and replies for it; the database holds to it too. */
export function mayLead(web: WebContext): boolean {
  return web.actor.scope === 'area';
}

/** As `answering`, for what only the area may do. */
export function leading(web: WebContext, context: Context, answer: () => Promise<Answer>): Promise<Response> {
  return mayLead(web) ? answering(web, context, answer) : refusedGoals(web, context, t('goals.area-only'));
}

export function refusedGoals(web: WebContext, context: Context, reason: JSX.Element | string): Promise<Response> {
  return refused(web, context, 'goals', reason, t('goals.cannot'));
}

export function notThere(
  web: WebContext,
  context: Context,
  what: 'goal' | 'challenge' | 'figure',
): Response | Promise<Response> {
  const page = shell(web, {
    section: 'goals',
    title: t(`goals.not-found.${what}`),
    back: { text: t('goals.goals'), href: urls.missions() },
    children: <p class="govuk-body">{t('goals.not-found.text')}</p>,
  });
  return context.html(page, 404);
}

/** The warning above every free text. */
export function noNames(): string {
  return t('goals.no-names');
}

/** What a field says of its length. The script’s own words are English; for other languages it takes them from here. */
export function lengthWords(most: number) {
  const said = { maxlength: String(most), textareaDescriptionText: t('goals.characters', { most: String(most) }) };
  if (spokenLanguage() === 'en') return said;
  const count = '%{count}';
  return {
    ...said,
    charactersUnderLimitText: { other: t('goals.characters.left', { count }) },
    charactersAtLimitText: t('goals.characters.none-left'),
    charactersOverLimitText: { other: t('goals.characters.over', { count }) },
  };
}

/** A text as a person wrote it: its paragraphs, escaped. */
export function Written({ text }: { readonly text: string }): JSX.Element {
  return (
    <>
      {text
        .split(/\n+/)
        .filter((line) => line.trim() !== '')
        .map((line) => (
          <p class="govuk-body kith-written">{line}</p>
        ))}
    </>
  );
}
