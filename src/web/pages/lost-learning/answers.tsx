import type { Context } from 'hono';
import { t } from '#language';
import { notFound } from '../../answers.tsx';
import type { WebContext } from '../../context.ts';
import { urls } from '../../urls.ts';

/** No such trust, and where those that there are stand. */
export function noTrust(web: WebContext, context: Context): Promise<Response> {
  return notFound(web, context, 'schools', t('trusts.not-found'), t('trusts.not-found.text'), {
    text: t('trusts.all'),
    href: urls.trusts(),
  });
}
