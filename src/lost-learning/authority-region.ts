import { regions } from '#kernel';
import { quoted, type Warehouse } from '#store';

/** Beside `school` in SQL: the region that its authority lies in, where it lies in one. */
export const SCHOOL_REGION = 'left join authority_region on authority_region.la = school.la';

/** Makes `authority_region`: an authority that lies in a region a row, with the region’s name. */
export async function loadRegions(warehouse: Warehouse): Promise<void> {
  const rows = regions.flatMap(({ name, authorities }) => authorities.map((la) => `(${quoted(la)}, ${quoted(name)})`));
  await warehouse.run(
    `create or replace temp table authority_region as from (values ${rows.join(', ')}) as t(la, region)`,
  );
}
