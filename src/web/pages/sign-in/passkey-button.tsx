import type { JSX } from 'hono/jsx/jsx-runtime';
import { t } from '#language';
import { assetPath } from '../../static/index.ts';
import { urls } from '../../urls.ts';

/** A button that works with script only, and says so where there is none. The script is `static/passkey.js`. */
export function PasskeyButton(props: { readonly doing: 'sign-in' | 'enrol'; readonly text: string }): JSX.Element {
  const { doing, text } = props;
  return (
    <div data-passkey={doing} data-offer={urls.passkey(`offer-${doing}`)} data-answer={urls.passkey(doing)}>
      <noscript>
        <p class="govuk-body">{t('sign-in.passkey.no-script')}</p>
      </noscript>
      <button type="button" class="govuk-button govuk-button--secondary" hidden>
        {text}
      </button>
      <p class="govuk-error-message" role="alert" hidden>
        {t('sign-in.passkey.failed')}
      </p>
      <script type="module" src={assetPath('passkey.js')} />
    </div>
  );
}
