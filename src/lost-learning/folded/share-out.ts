import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildModels, quoted, type Model, type Warehouse } from '#store';

/** Children of one part of a folded register, and the files in which their rolls and removals were laid ready. */
export type Share = {
  readonly part: string;
  readonly children: number;
  readonly spells: readonly string[];
  readonly removals: readonly string[];
};

/** Children with schools in several authorities: a part of their own. */
export const ACROSS = 'across';

/** Spells worked on at once, so that a country takes no more memory than a county. */
const SPELLS_AT_ONCE = 1_000_000;

/** What folding reads of a spell: no name, and nothing that the account does not ask for. */
const SPELLS = `
  select
    spell.upn, urn, status, entry_date, leaving_date, leaving_ground, destination_urn, birth_date, year_group, sex, ethnicity,
    fsm, sen, boarder, last_date, own, main, enrolled, home.part
  from shared_spell as spell join folded_home as home on home.upn = spell.upn`;

const REMOVALS = `
  select removal.upn, urn, date, session, kind, minutes, withdrawn, recorded_at, seq, home.part
  from received_removal as removal join folded_home as home on home.upn = removal.upn cross join question
  where recorded_at <= known_at and date between first_day and last_day`;

/**
 * Lays the roll and the removals of a year, as known at the question’s moment, ready in files by part of the folded
 * register: every part can then be worked on alone. `school` and `question` must be there. The longest work
 * first: of children across authorities every register is read.
 */
export async function shareOut(
  warehouse: Warehouse,
  models: ReadonlyMap<string, Model>,
  folder: string,
): Promise<readonly Share[]> {
  await mkdir(folder, { recursive: true });
  const { spells } = await warehouse.row<{ spells: number }>('select count(*) as spells from received_spell');
  const rounds = Math.max(1, Math.ceil(spells / SPELLS_AT_ONCE));
  const children = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1) {
    const upns = rounds === 1 ? 'true' : `hash(upn) % ${rounds} = ${round}`;
    await warehouse.run(
      `create or replace temp table shared_spell as from (${models.get('spell')?.sql ?? ''}\n) where ${upns}`,
    );
    await buildModels(warehouse, models, ['folded_home'], new Set(['shared_spell', 'school', 'question']));
    for (const { part, n } of await warehouse.rows<{ part: string; n: number }>(
      'select part, count(*) as n from folded_home group by part',
    ))
      children.set(part, (children.get(part) ?? 0) + n);
    await layReady(warehouse, SPELLS, join(folder, `spells-${round}`));
    await layReady(warehouse, REMOVALS, join(folder, `removals-${round}`));
  }
  for (const relation of ['shared_spell', 'folded_home']) await warehouse.run(`drop table if exists ${relation}`);
  const files = await filesIn(folder);
  const of = (part: string, kind: string): readonly string[] =>
    files
      .filter((file) => file.startsWith(`${kind}-`) && file.includes(`/part=${part}/`))
      .map((file) => join(folder, file));
  return [...children]
    .map(([part, n]): Share => ({ part, children: n, spells: of(part, 'spells'), removals: of(part, 'removals') }))
    .toSorted((one, other) => order(other) - order(one) || (one.part < other.part ? -1 : 1));
}

function order({ part, children }: Share): number {
  return part === ACROSS ? Number.MAX_SAFE_INTEGER : children;
}

async function layReady(warehouse: Warehouse, rows: string, folder: string): Promise<void> {
  await warehouse.run(`copy (${rows}) to ${quoted(folder)} (format parquet, compression snappy, partition_by (part))`);
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith('.parquet'));
}
