import type { JSX } from 'hono/jsx/jsx-runtime';
import { govuk } from '../../govuk/index.ts';
import { urls } from '../../urls.ts';

/** How far the work is. The page asks for itself again every two seconds, by its Refresh header. */
export function Working({ words, percent, here }: WorkingProps): JSX.Element {
  return (
    <>
      <p class="govuk-body-l">
        {words}: {percent}%
      </p>
      <p>
        <progress value={percent} max={100} aria-label={words}>
          {percent}%
        </progress>
      </p>
      <p class="govuk-body">
        This page looks again every two seconds.{' '}
        <a class="govuk-link" href={here}>
          Look now
        </a>
      </p>
    </>
  );
}

type WorkingProps = { readonly words: string; readonly percent: number; readonly here: string };

export function NotFinished({ reason, uploadId }: { readonly reason: string; readonly uploadId: string }): JSX.Element {
  return (
    <>
      <p class="govuk-body">{reason}</p>
      <div class="govuk-button-group">
        {govuk.button({ text: 'Look at the files again', href: urls.preview(uploadId) })}
      </div>
      <form method="post" action={urls.cancelUpload(uploadId)}>
        {govuk.button({ text: 'Cancel and delete this upload', classes: 'govuk-button--secondary' })}
      </form>
    </>
  );
}

export function Gone(): JSX.Element {
  return (
    <>
      <p class="govuk-body">
        It was brought in, cancelled, or left for more than a day. See the list of files for what has been brought in.
      </p>
      <div class="govuk-button-group">
        {govuk.button({ text: 'See the list of files', href: urls.imports() })}
        <a class="govuk-link" href={urls.upload()}>
          Upload files
        </a>
      </div>
    </>
  );
}
