import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AcademicYear } from '#kernel';
import { t } from '#language';
import type { Aggregates } from '#lost-learning';
import { printed } from '../../charts/scale.ts';
import { DataTable } from '../../layout/index.ts';
import { Beside, Count, type About } from './figures.tsx';
import { wordsFor } from './words.ts';

export type GapOutcome = {
  readonly outcome: string;
  readonly arrived: boolean;
  readonly gaps: number;
  readonly children: number;
};

export async function readGapOutcomes(aggregates: Aggregates, year: AcademicYear): Promise<readonly GapOutcome[]> {
  return aggregates.rows<GapOutcome>('gap_outcome', year);
}

/** Times between schools and what the account makes of each: none is left out in silence. */
export function GapOutcomes(props: {
  readonly gaps: readonly GapOutcome[];
  readonly about: About;
}): JSX.Element | null {
  const { gaps, about } = props;
  if (gaps.length === 0) return null;
  return (
    <DataTable<GapOutcome>
      id="gaps"
      caption={t('area.gaps')}
      columns={[
        { heading: t('area.gaps.outcome'), cell: (row) => capital(wordsFor('gap', row.outcome)) },
        {
          heading: t('area.gaps.arrived'),
          cell: (row) => t(row.arrived ? 'words.yes' : 'area.gaps.not-known'),
        },
        {
          heading: t('area.times'),
          numeric: true,
          cell: (row) => (
            <Count measure={measureOf(row)} about={about} value={row.gaps} label={wordsFor('gap', row.outcome)} />
          ),
        },
        {
          heading: t('area.children'),
          numeric: true,
          cell: (row) => (
            <Beside
              measure={measureOf(row)}
              about={about}
              way="children"
              text={printed(row.children)}
              label={wordsFor('gap', row.outcome)}
            />
          ),
        },
      ]}
      rows={gaps}
    />
  );
}

function measureOf({ outcome, arrived }: GapOutcome): string {
  return `gap-${outcome}-${arrived ? 'arrived' : 'waiting'}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
