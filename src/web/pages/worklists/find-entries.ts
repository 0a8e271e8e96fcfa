import { sql, type RawBuilder } from 'kysely';
import { namedChildren, tiedSchools, type WayToRows } from '#access';
import type { Instant } from '#kernel';
import { CURRENT } from '../lost-learning/find-children.ts';
import type { Asked, Narrowed } from './asked.ts';

/** The entries that meet `conditions`, each once. Those of one school are found by it. */
export function entriesBy({ by }: WayToRows, { urn }: Narrowed, conditions: RawBuilder<unknown>): RawBuilder<unknown> {
  const met = sql`select * from worklist.entry where ${conditions}`;
  if (urn !== undefined) return sql`(${met}) as entry`;
  switch (by) {
    case 'ties':
      return sql`(
        ${met} and urn = any (${tiedSchools}) union all select * from ${besides(conditions)}
      ) as entry`;
    case 'children':
      return sql`(${met} and upn in (${namedChildren})) as entry`;
    default:
      return sql`(${met}) as entry`;
  }
}

/** Of the entries that meet `conditions`: those of other schools than the tied ones, that are seen all the same. */
export function besides(conditions: RawBuilder<unknown>): RawBuilder<unknown> {
  const elsewhere = sql`select * from worklist.entry where ${conditions} and urn <> all (${tiedSchools})`;
  return sql`(
    ${elsewhere} and elsewhere and urns && ${tiedSchools} and cardinality(${tiedSchools}) > 0
    union all ${elsewhere} and upn in (${namedChildren}) and not urns && ${tiedSchools}
  ) as beside`;
}

export function askedBy(list: string, asked: Asked, seen: Instant | undefined): RawBuilder<unknown> {
  return sql.join(
    [
      narrowedBy(asked),
      sql`list = ${list}`,
      ...(asked.isOverdue ? [sql`overdue`] : []),
      ...(asked.isNew ? [sql`listed_at > ${seen ?? null}`] : []),
    ],
    sql` and `,
  );
}

export function narrowedBy({ urn, yearGroup, class: form, group }: Narrowed): RawBuilder<unknown> {
  return sql.join(
    [
      CURRENT,
      ...(urn === undefined ? [] : [sql`urn = ${urn}`]),
      ...(yearGroup === undefined ? [] : [sql`year_group = ${yearGroup}`]),
      ...(form === undefined ? [] : [sql`class = ${form}`]),
      ...(group === undefined ? [] : [GROUP_SQL[group]]),
    ],
    sql` and `,
  );
}

const GROUP_SQL = {
  'sex-F': sql`sex = 'F'`,
  'sex-M': sql`sex = 'M'`,
  'fsm-yes': sql`fsm`,
  'fsm-no': sql`not fsm`,
  'sen-N': sql`sen = 'N'`,
  'sen-K': sql`sen = 'K'`,
  'sen-E': sql`sen = 'E'`,
  'in-care-yes': sql`in_care`,
} as const;
