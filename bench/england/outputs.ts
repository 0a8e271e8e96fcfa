import {
  absenceColumns,
  ledgerColumns,
  tallyAbsenceGroupings,
  tallyGroupings,
  type AbsenceGrouping,
  type Grouping,
} from '#lost-learning';

/** One table that every engine writes: its file’s name, what names a row, and all its columns in order. */
export type Output = { readonly name: string; readonly key: readonly string[]; readonly columns: readonly string[] };

export type LedgerOutput = Output & { readonly by: Grouping };
export type AbsenceOutput = Output & { readonly by: AbsenceGrouping };

export const ledgerOutputs: readonly LedgerOutput[] = tallyGroupings
  .filter((by) => by !== 'cause')
  .map((by) => {
    const columns = ledgerColumns(by);
    return { name: named(by), by, key: columns.slice(0, 1), columns };
  });

/** Rates follow from the counts, and are left to whoever prints them. */
export const absenceOutputs: readonly AbsenceOutput[] = tallyAbsenceGroupings.map((by) => {
  const columns = absenceColumns(by).filter((column) => !column.endsWith('_percent'));
  return { name: `absence_${named(by)}`, by, key: columns.slice(0, 1), columns };
});

export const CHILD: Output = { name: 'child', key: ['upn'], columns: ledgerColumns('child') };
export const ENROLMENT: Output = { name: 'enrolment', key: ['urn', 'upn'], columns: absenceColumns('enrolment') };
export const CAUSE: Output = { name: 'cause', key: ['code'], columns: ledgerColumns('cause') };

/** All that is worked out of an England folder. */
export const outputs: readonly Output[] = [CHILD, ENROLMENT, ...ledgerOutputs, CAUSE, ...absenceOutputs];

function named(by: string): string {
  return by.replaceAll('-', '_');
}
