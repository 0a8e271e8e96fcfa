import { findHash, hashOfText, quoted, type Warehouse } from '#store';
import { ACROSS, type Share } from './share-out.ts';

/** All that a part is folded from: its rows in files, and what of the whole it may see. */
export type PartInputs = {
  readonly share: Share;
  /** The year’s packed register: of its authority; of a part across authorities every file. */
  readonly packed: readonly string[];
};

/** Where the whole area’s schools, their days, likenesses and the question were laid ready. */
export type WholeFiles = {
  readonly schools: string;
  readonly schoolDays: string;
  /** A digest of the days of each school. */
  readonly dayDigests: string;
  readonly likenesses: string;
  readonly question: string;
};

/** Names that the models know of a spell and that folding does not read. */
const NOT_READ = `null::boolean as in_care, null::varchar as given_name, null::varchar as family_name, null::varchar as class`;

/** What the digest of a part is made of: all that models of the part read comes from these, or is told by a digest in them. */
const INPUTS = ['spell', 'received_removal', 'day_digest', 'folded_school', 'folded_likeness'] as const;

export const GIVEN: ReadonlySet<string> = new Set([...INPUTS, 'school', 'school_day', 'question', 'packed']);

/** The SELECT of the digests of schools’ days, over all of them and once for all parts. */
export const DAY_DIGESTS = `
  select urn, sha256(string_agg(concat(date, ' ', coalesce(am, false), ' ', coalesce(pm, false)), chr(10) order by date)) as digest from school_day group by urn
  order by urn`;

/**
 * Makes the relations that a part is folded from, in a warehouse of its own, and answers their digest: SHA-256 over every
 * row of them, in order. They hold nothing else than the part’s, and folding reads nothing else: where the digest is that
 * of a part folded before by the same rules, so is every word of it.
 */
export async function openInputs(warehouse: Warehouse, inputs: PartInputs, whole: WholeFiles): Promise<string> {
  const { share, packed } = inputs;
  await make(warehouse, 'question', `from ${read([whole.question])}`);
  await make(warehouse, 'spell', `select *, ${NOT_READ} from ${read(share.spells)}`);
  await make(
    warehouse,
    'received_removal',
    share.removals.length > 0 ? `from ${read(share.removals)}` : `${NO_REMOVAL} where false`,
  );
  const named = '(select urn from spell union select destination_urn from spell)';
  await make(
    warehouse,
    'folded_school',
    `select school_no, urn, la from ${read([whole.schools])} where urn in ${named}`,
  );
  await make(warehouse, 'school', 'select urn, la from folded_school');
  await make(warehouse, 'school_day', `from ${read([whole.schoolDays])} where urn in (select urn from spell)`);
  await make(warehouse, 'day_digest', `from ${read([whole.dayDigests])} where urn in (select urn from spell)`);
  await make(
    warehouse,
    'folded_likeness',
    `from ${read([whole.likenesses])} as likeness where exists (select 1 from spell where ${alike('spell', 'likeness')})`,
  );
  const digests: string[] = [];
  for (const relation of INPUTS) digests.push(await digestOf(warehouse, relation));
  if (share.part === ACROSS) {
    await openPacked(warehouse, inputs);
    digests.push(await digestOf(warehouse, 'packed'));
  } else {
    for (const file of packed) digests.push((await findHash(file)) ?? '');
  }
  return hashOfText(JSON.stringify(digests));
}

/** Makes relation `packed`: the part’s rows of the packed register. Of one authority only once the part is to be folded. */
export async function openPacked(warehouse: Warehouse, { packed }: PartInputs): Promise<void> {
  const columns = 'upn, urn, marks, am_late, pm_late';
  await make(
    warehouse,
    'packed',
    packed.length === 0
      ? `select '' as upn, 0 as urn, '' as marks, '' as am_late, '' as pm_late where false`
      : `select ${columns} from ${read(packed)} where upn in (select upn from spell)`,
  );
}

/**
 * A hash of each row as JSON, and of these in their own order: nothing can be taken for another, no order of reading
 * matters, and long rows take no room.
 */
async function digestOf(warehouse: Warehouse, relation: string): Promise<string> {
  const { digest } = await warehouse.row<{ digest: string }>(
    `select sha256(coalesce(string_agg(hash, '' order by hash), '')) as digest
     from (select sha256(cast(to_json(input) as varchar)) as hash from ${relation} as input)`,
  );
  return digest;
}

const NO_REMOVAL = `select '' as upn, 0 as urn, null::date as date, '' as session, '' as kind, 0 as minutes, false as withdrawn,
  null::timestamp as recorded_at, 0::bigint as seq`;

function alike(one: string, other: string): string {
  return ['year_group', 'sex', 'ethnicity', 'fsm', 'sen']
    .map((name) => `${one}.${name} is not distinct from ${other}.${name}`)
    .join(' and ');
}

function read(files: readonly string[]): string {
  return `read_parquet([${files.map(quoted).join(', ')}], hive_partitioning = false)`;
}

async function make(warehouse: Warehouse, name: string, sql: string): Promise<void> {
  await warehouse.run(`create or replace temp table ${name} as ${sql}`);
}
