import { join } from 'node:path';
import { broken } from '#kernel';
import { quoted, type Warehouse } from '#store';
import { MOST_LIKENESSES, MOST_SCHOOLS } from './layout.ts';

/** What is numbered in the words of a folded register, and by what each is known again. */
const NUMBERED = [
  { relation: 'folded_school', number: 'school_no', keys: ['urn'] },
  { relation: 'folded_likeness', number: 'likeness', keys: ['year_group', 'sex', 'ethnicity', 'fsm', 'sen'] },
] as const;

/**
 * Hands the numbers of schools and likenesses on from the folded register before, so that words written with them still
 * say the same: what is new gets the numbers that follow. False where one that had a number is no more (an import taken
 * out, an erasure): then all are numbered afresh, and nothing written before may be used.
 */
export async function handNumbersOn(warehouse: Warehouse, before: string): Promise<boolean> {
  for (const { relation, keys } of NUMBERED) {
    const { gone } = await warehouse.row<{ gone: number }>(
      `select count(*) as gone from (${numberedBefore(relation, before)}) as old
       where not exists (select 1 from ${relation} as now where ${alike(keys)})`,
    );
    if (gone > 0) return false;
  }
  for (const { relation, number, keys } of NUMBERED) {
    await warehouse.run(`create or replace temp table numbered_before as ${numberedBefore(relation, before)}`);
    await warehouse.run(
      `create or replace temp table ${relation} as
       select now.* replace (
         cast(case when old.${number} is not null then old.${number}
           else (select count(*) from numbered_before) - 1
             + row_number() over (partition by old.${number} is null order by now.${number}) end as integer) as ${number}
       )
       from ${relation} as now left join numbered_before as old on ${alike(keys)}`,
    );
    await warehouse.run('drop table numbered_before');
  }
  return true;
}

/** Of schools without the row of the days on which most open: it always comes last. */
function numberedBefore(relation: string, before: string): string {
  const read = `from read_parquet(${quoted(join(before, `${relation}.parquet`))})`;
  return relation === 'folded_school' ? `${read} where urn is not null` : read;
}

function alike(keys: readonly string[]): string {
  return keys.map((key) => `old.${key} is not distinct from now.${key}`).join(' and ');
}

/** Numbers have to fit their places in a word. */
export async function checkSizes(warehouse: Warehouse): Promise<void> {
  const { schools, likenesses } = await warehouse.row<{ schools: number; likenesses: number }>(
    'select (select count(*) from folded_school) as schools, (select count(*) from folded_likeness) as likenesses',
  );
  if (schools > MOST_SCHOOLS || likenesses > MOST_LIKENESSES)
    throw broken('folded/too-many', `${schools} schools, ${likenesses} likenesses`);
}
