import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AcademicYear } from '#kernel';
import { besideText, t } from '#language';
import { DataTable, InlineFigure } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { figureText, unitHeading } from './figure-text.ts';
import { numbersOf, type Figures } from './ledger.ts';
import type { From, ReferenceMeasure } from './measure.ts';
import { shareOf } from './working-shape.ts';
import type { Reader } from './working-shape.ts';

export type SchoolLine = { readonly urn: number; readonly name: string; readonly number: number | undefined };

type Numbers = Readonly<Record<string, string | number | boolean | null>>;
type Read = (relation: string) => Promise<readonly Numbers[]>;

/** The measure in each school’s own register, by name; undefined where it is not kept by school. */
export async function findSchoolLines(
  { aggregates, year }: Reader,
  { from }: ReferenceMeasure,
  only: readonly number[] | undefined,
): Promise<readonly SchoolLine[] | undefined> {
  const read: Read = (relation) => aggregates.rows<Numbers>(relation, year);
  const numbers = await findNumbers(read, from);
  if (!numbers) return undefined;
  const schools = await aggregates.rows<{ readonly urn: number; readonly name: string }>('school', year);
  return schools
    .filter(({ urn }) => !only || only.includes(urn))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB') || a.urn - b.urn)
    .map(({ urn, name }) => ({ urn, name, number: numbers(urn) }));
}

/** For each URN its number. */
async function findNumbers(read: Read, from: From): Promise<((urn: number) => number | undefined) | undefined> {
  switch (from.kind) {
    case 'ledger':
    case 'ledger-share': {
      const rows = await read('ledger_school');
      return (urn) =>
        numberOf(
          rows.find((row) => Number(row['urn']) === urn),
          from,
        );
    }
    case 'cohort':
    case 'cohort-share': {
      const rows = await read('absence_school');
      return (urn) =>
        numberOf(
          rows.find((row) => Number(row['urn']) === urn),
          from,
        );
    }
    case 'cause':
      return summed(await read('cause_school'), (row) => (row['letter'] === from.letter ? Number(row['sessions']) : 0));
    case 'removal':
      return summed(await read('removal_kind'), (row) => (row['kind'] === from.removal ? Number(row[from.column]) : 0));
    case 'late':
      return summed(await read('late'), (row) => Number(row[from.column]));
    case 'suspensions':
      return summed(await read('suspension_count'), countOf(from.categories));
    case 'census':
      return summed(await read('census_roll'), (row) => Number(row['pupils']));
    case 'suspension-rate': {
      const top = summed(await read('suspension_count'), countOf(from.categories));
      const bottom = summed(await read('census_roll'), (row) => Number(row['pupils']));
      return (urn) => shareOf(top(urn), bottom(urn)).number;
    }
    case 'gap':
    case 'spells-ended':
      return undefined;
  }
}

function countOf(categories: readonly string[]): (row: Numbers) => number {
  return (row) => (categories.includes(String(row['category'])) ? Number(row['suspensions']) : 0);
}

function summed(rows: readonly Numbers[], valueOf: (row: Numbers) => number): (urn: number) => number {
  return (urn) => rows.reduce((total, row) => total + (Number(row['urn']) === urn ? valueOf(row) : 0), 0);
}

function numberOf(row: Numbers | undefined, from: From): number | undefined {
  if (!row) return undefined;
  const figures: Figures = numbersOf(row);
  if (from.kind === 'ledger' || from.kind === 'cohort') return figures[from.figure];
  if (from.kind !== 'ledger-share' && from.kind !== 'cohort-share') return undefined;
  return shareOf(figures[from.top] ?? 0, figures[from.bottom] ?? 0).number;
}

/** One step down from the area or a group of schools: the same measure in each school. */
export function SchoolLines(props: {
  readonly measure: ReferenceMeasure;
  readonly lines: readonly SchoolLine[];
  readonly year: AcademicYear;
}): JSX.Element {
  const { measure, lines, year } = props;
  return (
    <>
      <DataTable<SchoolLine>
        id="schools"
        caption={t('below.schools', { measure: measure.title })}
        captionSize="s"
        columns={[
          {
            heading: t('below.school'),
            cell: (line) => (
              <a class="govuk-link" href={urls.school(line.urn, year)}>
                {line.name}
              </a>
            ),
          },
          {
            heading: unitHeading(measure.unit),
            numeric: true,
            cell: (line) =>
              line.number === undefined ? (
                t('below.nothing-to-divide')
              ) : (
                <InlineFigure
                  value={figureText(measure.unit, line.number)}
                  label={besideText([measure.title, line.name])}
                  measure={measure.id}
                  href={urls.how(measure.id, `school-${line.urn}`, year)}
                />
              ),
          },
        ]}
        rows={lines}
      />
      {OWN_REGISTERS.includes(measure.from.kind) && <p class="govuk-body">{t('below.schools.own')}</p>}
    </>
  );
}

const OWN_REGISTERS: readonly From['kind'][] = ['ledger', 'ledger-share', 'cause'];
