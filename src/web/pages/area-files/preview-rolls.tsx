import type { JSX } from 'hono/jsx/jsx-runtime';
import { numberText, t } from '#language';
import type { MarksMoved, MarksOnRoll } from '#exchange/area-files';
import { govuk } from '../../govuk/index.ts';
import { DataTable } from '../../layout/index.ts';
import { spanText } from './words.ts';

/** Marks that the area holds and a new roll would leave outside every spell, or take in: said before it happens. */
export function MarksOnRollChanges({ losing, lost, gained }: MarksOnRoll): JSX.Element | null {
  if (lost === 0 && gained === 0) return null;
  return (
    <>
      {lost > 0 && (
        <>
          {govuk.warningText({
            text: t('preview.losing', { count: lost }),
            iconFallbackText: t('preview.warning'),
          })}
          <DataTable<MarksMoved>
            id="losing"
            caption={t('preview.losing.caption')}
            captionSize="s"
            columns={[
              { heading: t('preview.losing.child'), cell: (one) => one.upn },
              {
                heading: t('preview.losing.school'),
                cell: (one) =>
                  one.school === null
                    ? one.urn
                    : t('preview.school-known', { school: one.school, urn: String(one.urn) }),
              },
              { heading: t('preview.changes.days'), cell: spanText },
              { heading: t('preview.losing.marks'), numeric: true, cell: (one) => numberText(one.marks) },
            ]}
            rows={losing}
          />
          <p class="govuk-body">{t('preview.losing.check')}</p>
        </>
      )}
      {gained > 0 && <p class="govuk-body">{t('preview.gaining', { count: gained })}</p>}
    </>
  );
}
