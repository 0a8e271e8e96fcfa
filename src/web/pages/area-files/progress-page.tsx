import type { JSX } from 'hono/jsx/jsx-runtime';
import { rich, t } from '#language';
import { govuk } from '../../govuk/index.ts';
import { InEnglish, linkTo } from '../../layout/index.ts';
import { urls } from '../../urls.ts';

/** How far the work is. The page asks for itself again every two seconds, by its Refresh header. */
export function Working({ words, percent, here }: WorkingProps): JSX.Element {
  return (
    <>
      <p class="govuk-body-l">
        {rich('imports.working', { words: <InEnglish>{words}</InEnglish>, percent: String(percent) })}
      </p>
      <p>
        <progress value={percent} max={100} aria-label={words} lang="en" dir="ltr">
          {percent}%
        </progress>
      </p>
      <p class="govuk-body">{rich('imports.working.again', { link: linkTo(here) })}</p>
    </>
  );
}

type WorkingProps = { readonly words: string; readonly percent: number; readonly here: string };

export function NotFinished({ reason, uploadId }: { readonly reason: string; readonly uploadId: string }): JSX.Element {
  return (
    <>
      <p class="govuk-body">
        <InEnglish>{reason}</InEnglish>
      </p>
      <div class="govuk-button-group">
        {govuk.button({ text: t('imports.not-finished.look'), href: urls.preview(uploadId) })}
      </div>
      <form method="post" action={urls.cancelUpload(uploadId)}>
        {govuk.button({ text: t('imports.cancel'), classes: 'govuk-button--secondary' })}
      </form>
    </>
  );
}

export function Gone(): JSX.Element {
  return (
    <>
      <p class="govuk-body">{t('imports.gone.text')}</p>
      <div class="govuk-button-group">
        {govuk.button({ text: t('imports.gone.list'), href: urls.imports() })}
        <a class="govuk-link" href={urls.upload()}>
          {t('imports.upload')}
        </a>
      </div>
    </>
  );
}
