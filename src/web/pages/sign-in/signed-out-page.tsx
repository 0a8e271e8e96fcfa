import type { JSX } from 'hono/jsx/jsx-runtime';
import { rich, t } from '#language';
import type { Provider } from '#sign-in';
import type { WebContext } from '../../context.ts';
import { linkTo } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';

/** After signing out here: what is left to do where the person signed in. */
export function SignedOutPage(web: WebContext, from: Provider | undefined): JSX.Element {
  return shell(web, {
    section: 'none',
    title: t('sign-in.signed-out.title'),
    children: (
      <>
        <p class="govuk-body">
          {from
            ? rich('sign-in.signed-out.at-provider', { title: from.title, link: linkTo(urls.signOutAt(from.id)) })
            : t('sign-in.signed-out.text')}
        </p>
        <p class="govuk-body">{rich('sign-in.signed-out.again', { link: linkTo(urls.signIn()) })}</p>
      </>
    ),
  });
}
