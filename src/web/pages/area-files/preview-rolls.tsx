import type { JSX } from 'hono/jsx/jsx-runtime';
import type { MarksMoved, MarksOnRoll } from '#exchange/area-files';
import { govuk } from '../../govuk/index.ts';
import { DataTable } from '../../layout/index.ts';
import { countOf, spanText } from './words.ts';

/** Marks that the area holds and a new roll would leave outside every spell, or take in: said before it happens. */
export function MarksOnRollChanges({ losing, lost, gained }: MarksOnRoll): JSX.Element | null {
  if (lost === 0 && gained === 0) return null;
  return (
    <>
      {lost > 0 && (
        <>
          {govuk.warningText({
            text: `${countOf(lost, 'mark', 'marks')} that the area holds would no longer count: by the new roll the child is not at that school that day.`,
            iconFallbackText: 'Warning',
          })}
          <DataTable<MarksMoved>
            id="losing"
            caption="Marks that would no longer count"
            captionSize="s"
            columns={[
              { heading: 'Child (UPN)', cell: (one) => one.upn },
              { heading: 'School', cell: (one) => (one.school === null ? one.urn : `${one.school} (${one.urn})`) },
              { heading: 'Days', cell: spanText },
              { heading: 'Marks', numeric: true, cell: (one) => one.marks.toLocaleString('en-GB') },
            ]}
            rows={losing}
          />
          <p class="govuk-body">
            Check the entry and leaving dates of these children in the new file. The marks are kept, and count again
            once a roll covers their days.
          </p>
        </>
      )}
      {gained > 0 && (
        <p class="govuk-body">
          {`${countOf(gained, 'mark', 'marks')} that the area holds ${gained === 1 ? 'waits' : 'wait'} for a roll today, and would count.`}
        </p>
      )}
    </>
  );
}
