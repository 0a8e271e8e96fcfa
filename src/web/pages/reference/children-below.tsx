import { sql, type SqlBool } from 'kysely';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Tx } from '#access';
import type { AcademicYear } from '#kernel';
import { besideText, t } from '#language';
import { figureNames } from '#lost-learning';
import { DataTable, InlineFigure } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { CURRENT } from '../lost-learning/find-children.ts';
import { nameOf } from '../lost-learning/read-children.ts';
import { figureText, unitHeading } from './figure-text.ts';
import type { ReferenceMeasure } from './measure.ts';
import type { ChildGroup, Part } from './scope.ts';
import { shareOf } from './working-shape.ts';

export type ChildLine = {
  readonly upn: string;
  readonly given_name: string | null;
  readonly family_name: string | null;
  readonly number: number | undefined;
};

/** Of the children of the subject entered, those with something of the measure: at most `LIMIT`, by name. */
const LIMIT = 100;

/** The value of a child’s group as text, as the sums of a school’s groups have it; ethnicity is in no published row. */
const GROUP_SQL: Readonly<Record<ChildGroup, ReturnType<typeof sql>>> = {
  'year-group': sql`year_group::text`,
  class: sql`facts ->> 'class'`,
  sex: sql`sex`,
  sen: sql`facts ->> 'sen'`,
  fsm: sql`case facts ->> 'fsm' when 'true' then 'Y' when 'false' then 'N' end`,
  'in-care': sql`case facts ->> 'in_care' when 'true' then 'Y' when 'false' then 'N' end`,
  ethnicity: sql`null::text`,
};

/** Of the school that was entered. Undefined where the account keeps no such figure by child. */
export async function findChildLines(
  tx: Tx,
  { from, id }: ReferenceMeasure,
  { year, urn }: { readonly year: AcademicYear; readonly urn: number },
  group: Extract<Part, { kind: 'group' }> | undefined,
): Promise<{ readonly lines: readonly ChildLine[]; readonly children: number } | undefined> {
  const parts = from.kind === 'ledger' ? [id] : from.kind === 'ledger-share' ? [from.top, from.bottom] : [];
  const [top, bottom] = parts.map((part) => figureNames.find((name) => name === part));
  if (!top) return undefined;
  // A school’s children are found by their cards: under the policies alone every child of the area would be looked at.
  const wanted = tx
    .selectFrom('account.child_year')
    .where('academic_year', '=', year)
    .where(
      'upn',
      'in',
      sql<string>`(select upn from account.card where ${CURRENT} and academic_year = ${year} and urn = ${urn})`,
    )
    .where(sql<SqlBool>`${CURRENT}`)
    .where(sql<SqlBool>`${sql.ref(top)} > 0`)
    .$if(group !== undefined, (query) =>
      query.where(sql<SqlBool>`coalesce(${GROUP_SQL[group?.by ?? 'sex']}, '') = ${group?.value ?? ''}`),
    );
  const { count } = await wanted.select(sql<string>`count(*)`.as('count')).executeTakeFirstOrThrow();
  const rows = await wanted
    .select(['upn', 'given_name', 'family_name'])
    .select([sql<number>`${sql.ref(top)}`.as('top'), sql<number>`${sql.ref(bottom ?? top)}`.as('bottom')])
    .orderBy(sql`lower(family_name)`)
    .orderBy(sql`lower(given_name)`)
    .orderBy('upn')
    .limit(LIMIT)
    .execute();
  return {
    children: Number(count),
    lines: rows.map((row) => ({
      upn: row.upn,
      given_name: row.given_name,
      family_name: row.family_name,
      number: bottom ? shareOf(row.top, row.bottom).number : row.top,
    })),
  };
}

/** One step down from a school: its children, each with the whole of their own calendar. */
export function ChildLines(props: {
  readonly measure: ReferenceMeasure;
  readonly lines: readonly ChildLine[];
  readonly children: number;
  readonly year: AcademicYear;
}): JSX.Element {
  const { measure, lines, children, year } = props;
  return (
    <>
      <p class="govuk-body">
        {t('below.children')}
        {children > lines.length &&
          ` ${t('below.first-children', { shown: String(lines.length), children: String(children) })}`}
      </p>
      <DataTable<ChildLine>
        id="children"
        caption={t('below.child-by-child', { measure: measure.title })}
        captionSize="s"
        columns={[
          {
            heading: t('below.child'),
            cell: (line) => (
              <a class="govuk-link" href={urls.child(line.upn, year)}>
                {nameOf(line)}
              </a>
            ),
          },
          {
            heading: unitHeading(measure.unit),
            numeric: true,
            cell: (line) =>
              line.number === undefined ? (
                t('figures.none-possible')
              ) : (
                <InlineFigure
                  value={figureText(measure.unit, line.number)}
                  label={besideText([measure.title, nameOf(line)])}
                  measure={measure.id}
                  href={urls.how(measure.id, `child-${line.upn}`, year)}
                />
              ),
          },
        ]}
        rows={lines}
        empty={t('below.no-child')}
      />
    </>
  );
}
