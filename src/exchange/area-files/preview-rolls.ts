import type { Instant } from '#kernel';
import { buildModels, readModels, type AreaFolder, type Manifest, type Warehouse } from '#store';
import { rollModels } from '#roll';
import { createReceived } from './received.ts';

/** Marks of one child at one school that the area holds, and that a new roll would take in or leave out. */
export type MarksMoved = {
  readonly upn: string;
  readonly urn: number;
  readonly school: string | null;
  readonly marks: number;
  readonly first: string;
  readonly last: string;
};

/** What incoming rolls would do to marks that the area holds already: a mark counts only within a spell. */
export type MarksOnRoll = {
  /** Marks that would lose their spell, and count no more: the first by number, of how many in all. */
  readonly losing: readonly MarksMoved[];
  readonly lost: number;
  /** Marks that wait for a spell today, and would count. */
  readonly gained: number;
};

const SHOWN = 20;

/** Compares the rolls as they are with the rolls as they would be, for held marks of the children they speak of. */
export async function compareRolls(
  warehouse: Warehouse,
  area: AreaFolder,
  states: { readonly before: Manifest; readonly after: Manifest; readonly first: number; readonly knownAt: Instant },
): Promise<MarksOnRoll | undefined> {
  if (!states.after.files.some((file) => file.position >= states.first && file.kind === 'roll')) return undefined;
  const models = await readModels(warehouse, [rollModels]);
  const spells = async (name: string, manifest: Manifest): Promise<void> => {
    await createReceived(warehouse, area, manifest);
    await buildModels(warehouse, models, ['spell'], new Set(['question']));
    await warehouse.run(`create or replace temp table ${name} as select upn, urn, entry_date, last_date from spell`);
  };
  await spells('spell_after', states.after);
  await spells('spell_before', states.before);
  // Only where spells differ can a mark be moved: an area’s roll sent again moves few of its millions of marks.
  await warehouse.run(
    `create or replace temp table roll_moved as select distinct upn, urn from (
       (from spell_before except from spell_after) union all (from spell_after except from spell_before))`,
  );
  const within = (name: string): string => `exists (
    from ${name} as s where s.upn = mark.upn and s.urn = mark.urn and s.entry_date <= mark.date and s.last_date >= mark.date)`;
  await warehouse.run(
    `create or replace temp table mark_moved as
     select mark.*, ${within('spell_before')} as was, ${within('spell_after')} as becomes from (
       select upn, urn, date, session, code, withdrawn, row_number() over (
         partition by upn, urn, date, session order by recorded_at desc, seq desc) as nth
       from (
         select upn, urn, date, unnest(['am', 'pm']) as session, unnest([am, pm]) as code, withdrawn, recorded_at, seq
         from received_mark semi join roll_moved using (upn, urn)
       ) where (code is not null or withdrawn) and recorded_at <= timestamp '${states.knownAt.slice(0, -1)}'
     ) as mark where nth = 1 and not withdrawn and code not in ('#', 'Z')`,
  );
  const { lost, gained } = await warehouse.row<{ lost: number; gained: number }>(
    `select count(*) filter (where was and not becomes) as lost, count(*) filter (where becomes and not was) as gained from mark_moved`,
  );
  const losing = await warehouse.rows<MarksMoved>(
    `select upn, urn, (select arg_max(name, seq) from received_school where received_school.urn = mark_moved.urn) as school,
       count(*) as marks, cast(min(date) as varchar) as first, cast(max(date) as varchar) as last
     from mark_moved where was and not becomes group by upn, urn order by marks desc, upn, urn limit ${SHOWN}`,
  );
  return { losing, lost, gained };
}
