import type { Tx } from '#store';
import { sql, type RawBuilder } from 'kysely';

/**
 * How the rows that this transaction may see are found without looking at every row of a large area: the policies judge each
 * row that is found, whichever way leads to it.
 *
 * - `area`: all of the area is there;
 * - `ties`: by the schools and children that whoever acts is tied to (`tiedSchools`, `namedChildren`);
 * - `children`: by single children that were agreed on, or for whom an emergency is open (`namedChildren`);
 * - `rows`: by looking at each.
 */
export type WayToRows = {
  readonly by: 'area' | 'ties' | 'children' | 'rows';
  /** For `ties`: the schools to which whoever acts is tied as a whole. */
  readonly schools: readonly number[];
  /** Somebody is left out: what was counted beforehand says too much. */
  readonly leavesOut: boolean;
};

type Asked = {
  readonly area: boolean | null;
  readonly reach: string | null;
  readonly schools: readonly number[];
  readonly leaves: boolean;
};

export async function findWayToRows(tx: Tx): Promise<WayToRows> {
  const { rows } = await sql<Asked>`
    select access.reads_area() as area, access.reach() as reach, access.tied_urns() as schools,
      cardinality(access.restricted_upns()) > 0 as leaves`.execute(tx);
  const [found] = rows;
  return {
    by: wayBy(found?.reach, found?.area === true),
    schools: found?.schools ?? [],
    leavesOut: found?.leaves !== false,
  };
}

function wayBy(reach: string | null | undefined, readsArea: boolean): WayToRows['by'] {
  switch (reach) {
    case 'ties':
      return 'ties';
    case 'agreed':
    case 'emergency':
      return 'children';
    default:
      return readsArea ? 'area' : 'rows';
  }
}

/** The schools to which whoever acts is tied, as an array. */
export const tiedSchools: RawBuilder<unknown> = sql`(select access.tied_urns())::integer[]`;

/** For `upn in (…)`: the children whom whoever acts sees one by one, or as a class or group. */
export const namedChildren: RawBuilder<unknown> = sql`select unnest((
  select access.tied_upns() || access.worked_with() || access.emergency_upns()))`;
