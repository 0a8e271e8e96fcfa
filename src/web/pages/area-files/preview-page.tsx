import type { JSX } from 'hono/jsx/jsx-runtime';
import { numberText, t } from '#language';
import type { KindChanges, Preview } from '#exchange/area-files';
import type { Layout } from '#exchange/layouts';
import { govuk } from '../../govuk/index.ts';
import { DataTable } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { findKeepName } from './mapping.ts';
import { FilePreview } from './preview-file.tsx';
import { MarksOnRollChanges } from './preview-rolls.tsx';
import type { Upload } from './upload-folder.ts';
import { filesText, spanText } from './words.ts';

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
        text: t('preview.nothing-yet'),
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
  return (
    <>
      <DataTable
        id="changes"
        caption={t('preview.changes')}
        columns={[
          { heading: t('preview.changes.what'), cell: (one) => t(`preview.counted.${one.kind}`) },
          { heading: t('preview.changes.new'), numeric: true, cell: (one) => numberText(one.added) },
          { heading: t('preview.changes.changed'), numeric: true, cell: (one) => numberText(one.changed) },
          { heading: t('preview.changes.withdrawn'), numeric: true, cell: (one) => numberText(one.takenOut) },
          { heading: t('preview.changes.as-before'), numeric: true, cell: (one) => numberText(one.unchanged) },
          { heading: t('preview.changes.days'), cell: spanText },
        ]}
        rows={changes}
      />
      {newChildren > 0 && <p class="govuk-body">{t('preview.new-children', { count: newChildren })}</p>}
      <p class="govuk-body">{t('preview.as-before')}</p>
    </>
  );
}

function Decide({ upload, preview, previewKey, known }: PreviewProps): JSX.Element {
  const ready = preview.files.filter((file) => file.outcome.kind === 'ready').length;
  const unread = preview.files.filter(({ outcome }) => outcome.kind === 'asks' || outcome.kind === 'refused').length;
  return (
    <section>
      <hr class="govuk-section-break govuk-section-break--l govuk-section-break--visible" />
      <h2 class="govuk-heading-m">{t('preview.decide')}</h2>
      {unread > 0 && ready > 0 && (
        <form method="post" action={urls.removeUnread(upload.id)}>
          <p class="govuk-body">{t('preview.unread', { count: unread })}</p>
          {govuk.button({ text: t('preview.remove-unread', { files: filesText(unread) }) })}
        </form>
      )}
      {unread > 0 && ready === 0 && <p class="govuk-body">{t('preview.none-ready')}</p>}
      {unread === 0 && ready === 0 && <p class="govuk-body">{t('preview.nothing-to-bring')}</p>}
      {unread === 0 && ready > 0 && (
        <form method="post" action={urls.confirmUpload(upload.id)}>
          <input type="hidden" name="key" value={previewKey} />
          <KeepMappings upload={upload} preview={preview} known={known} />
          {govuk.button({ text: t('preview.bring-in', { files: filesText(ready) }), preventDoubleClick: true })}
        </form>
      )}
      <form method="post" action={urls.cancelUpload(upload.id)}>
        {govuk.button({ text: t('imports.cancel'), classes: 'govuk-button--secondary' })}
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
                  text: t('preview.keep', { file: name }),
                  checked: true,
                  hint: {
                    text: t('preview.keep.hint'),
                  },
                },
              ],
            })}
            {govuk.input({
              id: `title-${n}`,
              name: `title.${n}`,
              label: { text: t('preview.keep.title') },
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
