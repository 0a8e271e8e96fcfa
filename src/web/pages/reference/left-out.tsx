import type { JSX } from 'hono/jsx/jsx-runtime';
import { t } from '#language';
import { printed } from '../../charts/scale.ts';
import { DataTable } from '../../layout/index.ts';
import { listUrns } from './ledger.ts';
import type { ReferenceMeasure } from './measure.ts';
import type { Scope } from './scope.ts';
import type { Reader } from './working-shape.ts';

export type LeftOutRow = { readonly words: string; readonly counted: boolean; readonly number: number };
export type LeftOut = { readonly caption: string; readonly unit: string; readonly rows: readonly LeftOutRow[] };

/** Rules in the order in which they are tried: an enrolment is left out by the first that fits. */
const COHORT_RULES = ['counted', 'boarder', 'sixth-half-term', 'age', 'nothing-possible'] as const;

const CATEGORIES = ['SUSP', 'FIXD', 'PERM', 'LNCH'] as const;

/** How many rows each rule lets in or leaves out; undefined where a measure has no such rules in this scope. */
export async function findLeftOut(
  reader: Reader,
  { from }: ReferenceMeasure,
  { whole, part }: Scope,
): Promise<LeftOut | undefined> {
  if (part || whole.kind === 'child') return undefined;
  const cohort = from.kind === 'cohort' || from.kind === 'cohort-share';
  const suspensions = from.kind === 'suspensions' || from.kind === 'suspension-rate';
  if (!cohort && !suspensions) return undefined;
  type Row = {
    readonly urn: number;
    readonly rule: string;
    readonly category: string;
    readonly enrolments: number;
    readonly suspensions: number;
  };
  const rows = await reader.aggregates.rows<Row>(cohort ? 'enrolment_left_out' : 'suspension_count', reader.year);
  const urns = whole.kind === 'schools' ? await listUrns(reader, whole.by, whole.value) : undefined;
  const mine = rows.filter(({ urn }) => (whole.kind === 'school' ? urn === whole.urn : !urns || urns.includes(urn)));
  const sum = (fits: (row: Row) => boolean, what: 'enrolments' | 'suspensions'): number =>
    mine.filter(fits).reduce((total, row) => total + row[what], 0);
  if (cohort) {
    return {
      caption: t('below.left-out.enrolments'),
      unit: t('below.left-out.enrolments.unit'),
      rows: COHORT_RULES.map((rule) => ({
        words: t(`below.left-out.${rule}`),
        counted: rule === 'counted',
        number: sum((row) => row.rule === rule, 'enrolments'),
      })),
    };
  }
  return {
    caption: t('below.left-out.rows'),
    unit: t('below.left-out.rows.unit'),
    rows: CATEGORIES.map((category) => ({
      words: t(`below.left-out.${category}`),
      counted: from.categories.includes(category),
      number: sum((row) => row.category === category, 'suspensions'),
    })),
  };
}

export function LeftOutTable({ leftOut }: { readonly leftOut: LeftOut }): JSX.Element {
  return (
    <DataTable<LeftOutRow>
      id="left-out"
      caption={leftOut.caption}
      captionSize="s"
      columns={[
        { heading: t('below.rule'), cell: (row) => row.words },
        { heading: t('below.counted'), cell: (row) => t(row.counted ? 'below.counted.yes' : 'below.counted.no') },
        { heading: leftOut.unit, numeric: true, cell: (row) => printed(row.number) },
      ]}
      rows={leftOut.rows}
    />
  );
}
