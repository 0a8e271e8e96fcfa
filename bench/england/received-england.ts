import { quoted, type Warehouse } from '#store';
import type { EnglandFolder } from './england-folder.ts';

/** A part of the children of an England folder: those whose UPN falls into it, with all their spells and registers. */
export type Part = { readonly of: number; readonly nth: number };

/** The rows of a part, as a condition on `upn`. */
function inPart({ of, nth }: Part): string {
  return `hash(upn) % ${of} = ${nth}`;
}

/**
 * Makes the `received_*` relations that Kith’s models read, as if the folder’s rows had come once, long ago. Its marks are
 * read from the packed register and its suspensions enter no figure, so that both stay empty.
 */
export async function receiveEngland(warehouse: Warehouse, folder: EnglandFolder, part: Part): Promise<void> {
  const once = `false as withdrawn, timestamp '2020-01-01' as recorded_at, 0::bigint as seq, 1 as file_no, 0::bigint as line`;
  const relations = {
    received_school: `select urn, la, name, phase, trust, null::date as opened, null::date as closed, 0::bigint as seq
      from read_parquet(${quoted(folder.school)})`,
    received_session: `select urn, date, cast(am as integer) as am, cast(pm as integer) as pm, 0::bigint as seq
      from read_parquet(${quoted(folder.schoolDay)})`,
    received_spell: `select upn, urn, status, entry_date, leaving_date, leaving_ground, destination_urn, birth_date, year_group,
        sex, ethnicity, null::varchar as language, fsm, sen, null::boolean as in_care, boarder, null::varchar as given_name,
        null::varchar as family_name, null::varchar as class, ${once}
      from read_parquet(${quoted(folder.spells)}) where ${inPart(part)}`,
    received_removal: `select upn, urn, date, session, kind, minutes, ${once}
      from read_parquet(${quoted(folder.removal)}) where ${inPart(part)}`,
    received_mark: `select null::varchar as upn, 0 as urn, null::date as date, null::varchar as am, null::varchar as pm,
        null::integer as am_minutes_late, null::integer as pm_minutes_late, ${once} where false`,
    received_suspension: `select null::varchar as upn, 0 as urn, null::varchar as category, null::date as start_date,
        0 as sessions, null::varchar as reason1, null::varchar as reason2, null::varchar as reason3,
        null::date as review_closed, ${once} where false`,
    received_until: 'select null::timestamp as moment',
    set_half_term: `select null::varchar as year, 0 as half_no, null::date as first_day, null::date as last_day where false`,
  };
  for (const [name, sql] of Object.entries(relations)) {
    await warehouse.run(`create or replace temp table ${name} as ${sql}`);
  }
}

/** Writes the registers of a part to a file, in the layout of a packed register. */
export async function packPart(
  warehouse: Warehouse,
  folder: EnglandFolder,
  part: Part,
  file: string,
): Promise<readonly string[]> {
  await warehouse.run(
    `copy (select upn, urn, marks, am_late, pm_late from read_parquet(${quoted(folder.registers)}) where ${inPart(part)})
     to ${quoted(file)} (format parquet, compression zstd)`,
  );
  return [file];
}
