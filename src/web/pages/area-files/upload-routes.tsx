import { Hono } from 'hono';
import type { JSX } from 'hono/jsx/jsx-runtime';
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
      title: 'Upload files',
      back: { text: 'Files', href: urls.imports() },
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

const WHICH = htmlOf(
  <>
    <p>Exports of any system that holds:</p>
    <ul class="govuk-list govuk-list--bullet">
      <li>schools, and the days they are open</li>
      <li>the children on a school’s roll</li>
      <li>attendance marks: a row for each mark or day, or a line or column for each week or session</li>
      <li>suspensions and exclusions</li>
      <li>time lost inside sessions, such as removals from lessons</li>
    </ul>
    <p>
      Kith recognises a file by its name (schools, sessions, roll, marks, suspensions, removals) or by its columns.
      Bring in schools, days and rolls before marks, or together with them.
    </p>
  </>,
);

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
        <p class="govuk-body">
          Next you see what each file holds, what Kith can use of it and what it would change. Nothing counts until you
          confirm it.
        </p>
        <form method="post" action={urls.upload()} enctype="multipart/form-data">
          {govuk.fileUpload({
            name: 'files',
            id: 'files',
            multiple: true,
            label: { text: 'Files', classes: 'govuk-label--m' },
            hint: {
              text: `CSV (UTF-8), CSV compressed with gzip (.csv.gz), or Parquet; up to ${sizeText(largestFile)} each. You can choose several.`,
            },
            errorMessage: errorFor(errors, 'files'),
          })}
          {govuk.button({ text: 'Upload and look at them', preventDoubleClick: true })}
        </form>
        {govuk.details({
          summaryText: 'Which files can I upload?',
          html: WHICH,
        })}
      </div>
    </div>
  );
}
