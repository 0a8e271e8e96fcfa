import { Hono } from 'hono';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { t } from '#language';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { errorFor, type FormError } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import type { Desk } from './desk.ts';
import { receiveUpload, sizeText } from './receive-upload.ts';
import { beginUpload, removeUpload, saveUpload, uploadedPath } from './upload-folder.ts';

const MOST_FILES = 200;

/** The form for files, and taking them in: on disk, and counting for nothing yet. */
export function uploadRoutes(desk: Desk): Hono {
  const { web, area, largestFile } = desk;
  const routes = new Hono();
  const form = (errors: readonly FormError[] = []): JSX.Element =>
    shell(web, {
      section: 'imports',
      title: t('imports.upload'),
      back: { text: t('imports.title'), href: urls.imports() },
      errors,
      children: <UploadForm largestFile={largestFile} errors={errors} />,
    });

  routes.get('/imports/new', async (context) => {
    await desk.sweep();
    return context.html(form());
  });

  routes.post('/imports/new', async (context) => {
    await desk.mayBringIn();
    await desk.sweep();
    const upload = await beginUpload(area, web.actor.name, web.clock);
    const received = await receiveUpload(context.req.raw, (file) => uploadedPath(area, upload.id, file), {
      largestFile,
      files: MOST_FILES,
    }).catch(async (error: unknown) => {
      await removeUpload(area, upload.id);
      throw error;
    });
    if (received.kind === 'refused') {
      await removeUpload(area, upload.id);
      return context.html(form([{ text: received.problem, field: 'files' }]), 400);
    }
    await saveUpload(area, { ...upload, files: received.files.map((file) => ({ ...file, layout: null })) });
    return context.redirect(urls.preview(upload.id), 303);
  });

  return routes;
}

function Which(): JSX.Element {
  return (
    <>
      <p>{t('imports.new.exports')}</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>{t('imports.new.schools')}</li>
        <li>{t('imports.new.rolls')}</li>
        <li>{t('imports.new.marks')}</li>
        <li>{t('imports.new.suspensions')}</li>
        <li>{t('imports.new.removals')}</li>
      </ul>
      <p>{t('imports.new.recognises')}</p>
    </>
  );
}

function UploadForm({
  largestFile,
  errors,
}: {
  readonly largestFile: number;
  readonly errors: readonly FormError[];
}): JSX.Element {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <p class="govuk-body">{t('imports.new.next')}</p>
        <form method="post" action={urls.upload()} enctype="multipart/form-data">
          {govuk.fileUpload({
            name: 'files',
            id: 'files',
            multiple: true,
            label: { text: t('imports.title'), classes: 'govuk-label--m' },
            hint: {
              text: t('imports.new.hint', { size: sizeText(largestFile) }),
            },
            errorMessage: errorFor(errors, 'files'),
          })}
          {govuk.button({ text: t('imports.new.do'), preventDoubleClick: true })}
        </form>
        {govuk.details({
          summaryText: t('imports.new.which'),
          html: htmlOf(<Which />),
        })}
      </div>
    </div>
  );
}
