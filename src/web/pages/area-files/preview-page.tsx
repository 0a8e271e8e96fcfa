import type { JSX } from 'hono/jsx/jsx-runtime';
import type { KindChanges, Preview } from '#exchange/area-files';
import type { Layout } from '#exchange/layouts';
import { govuk } from '../../govuk/index.ts';
import { DataTable } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { findKeepName } from './mapping.ts';
import { FilePreview } from './preview-file.tsx';
import { MarksOnRollChanges } from './preview-rolls.tsx';
import type { Upload } from './upload-folder.ts';
import { countedWords, countOf, spanText } from './words.ts';

export type PreviewProps = {
  readonly upload: Upload;
  readonly preview: Preview;
  readonly previewKey: string;
  /** Layouts that the area saved and that come with Kith. */
  readonly known: readonly Layout[];
};

/** What the files hold and would change, file by file, and the one button that makes it count. */
export function PreviewPage(props: PreviewProps): JSX.Element {
  const { upload, preview } = props;
  const { files, changes, newChildren } = preview;
  return (
    <>
      {govuk.insetText({
        text: 'Nothing has been changed yet. Look at each file, then decide at the end of the page.',
      })}
      {changes.length > 0 && <Changes changes={changes} newChildren={newChildren} />}
      {preview.marksOnRoll && <MarksOnRollChanges {...preview.marksOnRoll} />}
      {files.map((file, index) => (
        <FilePreview file={file} uploadId={upload.id} n={upload.files[index]?.n ?? 0} />
      ))}
      <Decide {...props} />
    </>
  );
}

function Changes({
  changes,
  newChildren,
}: {
  readonly changes: readonly KindChanges[];
  readonly newChildren: number;
}): JSX.Element {
  const number = (value: number): string => value.toLocaleString('en-GB');
  return (
    <>
      <DataTable
        id="changes"
        caption="What would change in the area"
        columns={[
          { heading: 'What', cell: (one) => countedWords[one.kind] },
          { heading: 'New', numeric: true, cell: (one) => number(one.added) },
          { heading: 'Changed', numeric: true, cell: (one) => number(one.changed) },
          { heading: 'Withdrawn', numeric: true, cell: (one) => number(one.takenOut) },
          { heading: 'As before', numeric: true, cell: (one) => number(one.unchanged) },
          { heading: 'Days', cell: spanText },
        ]}
        rows={changes}
      />
      {newChildren > 0 && (
        <p class="govuk-body">
          {newChildren === 1 ? '1 child is' : `${number(newChildren)} children are`} new: the area has had none of them
          on a roll.
        </p>
      )}
      <p class="govuk-body">
        “As before” counts what says the same as the area already holds, or was recorded earlier than what it holds.
      </p>
    </>
  );
}

function Decide({ upload, preview, previewKey, known }: PreviewProps): JSX.Element {
  const ready = preview.files.filter((file) => file.outcome.kind === 'ready').length;
  const unread = preview.files.filter(({ outcome }) => outcome.kind === 'asks' || outcome.kind === 'refused').length;
  return (
    <section>
      <hr class="govuk-section-break govuk-section-break--l govuk-section-break--visible" />
      <h2 class="govuk-heading-m">Decide</h2>
      {unread > 0 && ready > 0 && (
        <form method="post" action={urls.removeUnread(upload.id)}>
          <p class="govuk-body">
            {countOf(unread, 'file', 'files')} of this upload cannot be read as{' '}
            {unread === 1 ? 'it stands' : 'they stand'}. Answer what is asked above, or go on with the rest.
          </p>
          {govuk.button({ text: `Remove ${countOf(unread, 'file', 'files')} and look again` })}
        </form>
      )}
      {unread > 0 && ready === 0 && (
        <p class="govuk-body">No file can be brought in yet. Answer what is asked above, or upload other files.</p>
      )}
      {unread === 0 && ready === 0 && <p class="govuk-body">There is nothing to bring in.</p>}
      {unread === 0 && ready > 0 && (
        <form method="post" action={urls.confirmUpload(upload.id)}>
          <input type="hidden" name="key" value={previewKey} />
          <KeepMappings upload={upload} preview={preview} known={known} />
          {govuk.button({ text: `Bring in ${countOf(ready, 'file', 'files')}`, preventDoubleClick: true })}
        </form>
      )}
      <form method="post" action={urls.cancelUpload(upload.id)}>
        {govuk.button({ text: 'Cancel and delete this upload', classes: 'govuk-button--secondary' })}
      </form>
    </section>
  );
}

function KeepMappings({ upload, preview, known }: Omit<PreviewProps, 'previewKey'>): JSX.Element {
  return (
    <>
      {preview.files.map(({ reading, outcome, name }, index) => {
        const n = upload.files[index]?.n ?? 0;
        const as =
          reading.kind === 'layout' && outcome.kind === 'ready' ? findKeepName(reading.layout, name, known) : undefined;
        if (!as) return null;
        return (
          <>
            {govuk.checkboxes({
              idPrefix: `keep-${n}`,
              name: `keep.${n}`,
              items: [
                {
                  value: 'yes',
                  text: `Read files like ${name} this way next time`,
                  checked: true,
                  hint: {
                    text: 'Saves the layout, its columns and your answers for the area. You confirm it each time.',
                  },
                },
              ],
            })}
            {govuk.input({
              id: `title-${n}`,
              name: `title.${n}`,
              label: { text: 'What to call this layout' },
              value: as.title,
              classes: 'govuk-!-width-two-thirds',
              autocomplete: 'off',
            })}
          </>
        );
      })}
    </>
  );
}
