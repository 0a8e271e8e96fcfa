import { Hono } from 'hono';
import { t } from '#language';
import { INVITATION_DAYS, type SignIn } from '#sign-in';
import type { WebContext } from '../../context.ts';
import { forget, keepShortly, shownBy } from '../../cookies.ts';
import { govuk } from '../../govuk/index.ts';
import { errorFor, type FormError } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { fieldsOf } from '../area-files/answers.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import { Providers } from './sign-in-page.tsx';

/** The code of an invitation, and then the way in which its holder will sign in from now on. */
export function invitationRoutes(web: WebContext, signIn: SignIn): Hono {
  const app = new Hono();

  app.get('/sign-in/invitation', async (context) => {
    const { invitation } = shownBy(web, context);
    if (invitation === undefined) return context.html(CodePage(web, []));
    if (await signIn.isInvited(invitation)) return context.html(ChoosePage(web, signIn));
    forget(web, context, 'invitation');
    return context.html(CodePage(web, []));
  });

  app.post('/sign-in/invitation', async (context) => {
    const code = ((await fieldsOf(context))['code'] ?? '').trim();
    if (/^[\w-]{43}$/.test(code) && (await signIn.isInvited(code))) {
      keepShortly(web, context, 'invitation', code);
      return context.redirect(urls.invitation(), 303);
    }
    const errors = [{ text: t('sign-in.invitation.wrong', { days: String(INVITATION_DAYS) }), field: 'code' }];
    return context.html(CodePage(web, errors), 400);
  });

  return app;
}

function CodePage(web: WebContext, errors: readonly FormError[]) {
  return shell(web, {
    section: 'none',
    title: t('sign-in.invitation.title'),
    back: { text: t('sign-in.title'), href: urls.signIn() },
    errors,
    children: (
      <form method="post" action={urls.invitation()} novalidate>
        <p class="govuk-body">{t('sign-in.invitation.text', { days: String(INVITATION_DAYS) })}</p>
        {govuk.input({
          id: 'code',
          name: 'code',
          label: { text: t('sign-in.invitation.code') },
          autocomplete: 'off',
          spellcheck: false,
          errorMessage: errorFor(errors, 'code'),
        })}
        {govuk.button({ text: t('sign-in.invitation.use') })}
      </form>
    ),
  });
}

function ChoosePage(web: WebContext, signIn: SignIn) {
  return shell(web, {
    section: 'none',
    title: t('sign-in.invitation.choose'),
    back: { text: t('sign-in.title'), href: urls.signIn() },
    children: (
      <>
        <p class="govuk-body">{t('sign-in.invitation.choose.text')}</p>
        <Providers providers={signIn.providers} />
        {signIn.passkeys && (
          <>
            <h2 class="govuk-heading-m">{t('sign-in.passkey.title')}</h2>
            <PasskeyButton doing="enrol" text={t('sign-in.invitation.choose.passkey')} />
          </>
        )}
      </>
    ),
  });
}
