import type { Instant } from '#kernel';
import type { AreaFolder, Manifest, Warehouse } from '#store';
import { formats, type FileKind, type Format } from './formats.ts';
import { createReceived } from './received.ts';

/** What the incoming rows of one kind would do, counted by key (for marks: child, school, day and session). */
export type KindChanges = {
  readonly kind: FileKind;
  /** Keys the area holds nothing for today. */
  readonly added: number;
  /** Keys that would say something else than today. */
  readonly changed: number;
  /** Keys that would be there no more: withdrawn. */
  readonly takenOut: number;
  /** Keys that stay as they are: the same content, or older than what is held. */
  readonly unchanged: number;
  /** First and last day the keys name, where they name days. */
  readonly first: string | null;
  readonly last: string | null;
};

type Compared = {
  readonly relation: string;
  readonly keys: readonly string[];
  /** Rows with their keys, content and place; marks are cells, one a session. */
  readonly rows: string;
  readonly content: readonly string[];
  readonly dated: boolean;
  readonly day: string | undefined;
  /** Rows that cannot be used: SQL of their file and line (for marks: and session). */
  readonly faults: string;
};

const KEYS: Readonly<Record<FileKind, readonly string[]>> = {
  schools: ['urn'],
  sessions: ['urn', 'date'],
  roll: ['upn', 'urn', 'entry_date'],
  marks: ['upn', 'urn', 'date', 'session'],
  suspensions: ['upn', 'urn', 'category', 'start_date'],
  removals: ['upn', 'urn', 'date', 'session', 'kind'],
};

const RELATIONS: Readonly<Record<FileKind, string>> = {
  schools: 'received_school',
  sessions: 'received_session',
  roll: 'received_spell',
  marks: 'received_mark',
  suspensions: 'received_suspension',
  removals: 'received_removal',
};

const MARK_FAULTS = `select file_no, line, column_name as session from mark_fault where column_name <> 'urn'
  union all select file_no, line, unnest(['am', 'pm']) from mark_fault where column_name = 'urn'`;

/** An empty cell says nothing; a withdrawn row withdraws both its sessions; minutes late count with the code L only. */
const CELLS = ['am', 'pm']
  .map(
    (cell) =>
      `select upn, urn, date, '${cell}' as session, ${cell} as code, case when ${cell} = 'L' then ${cell}_minutes_late end as late,
        withdrawn, recorded_at, seq, file_no, line from received_mark where ${cell} is not null or withdrawn`,
  )
  .join(' union all ');

function comparedOf(format: Format): Compared {
  const keys = KEYS[format.kind];
  const marks = format.kind === 'marks';
  const apart = [...keys, 'withdrawn', 'recorded_at'];
  return {
    relation: RELATIONS[format.kind],
    keys,
    rows: marks ? CELLS : `select * from ${RELATIONS[format.kind]}`,
    content: marks
      ? ['code', 'late']
      : format.columns.map((column) => column.name).filter((name) => !apart.includes(name)),
    dated: format.columns.some((column) => column.name === 'recorded_at'),
    day: keys.find((key) => key === 'date' || key === 'start_date'),
    faults: marks
      ? MARK_FAULTS
      : `select file_no, line from ${format.kind === 'roll' ? 'spell_fault' : 'removal_fault'}`,
  };
}

/**
 * Compares the area as it is with the area as it would be, for what the incoming files speak of. Their faults
 * (`spell_fault`, `mark_fault`, `removal_fault`) must stand in the warehouse. Leaves the received relations of `after`.
 */
export async function compareKinds(
  warehouse: Warehouse,
  area: AreaFolder,
  states: { readonly before: Manifest; readonly after: Manifest; readonly first: number; readonly knownAt: Instant },
): Promise<{ readonly kinds: readonly KindChanges[]; readonly newChildren: number }> {
  const coming = new Set(states.after.files.filter((file) => file.position >= states.first).map((file) => file.kind));
  const compared = formats
    .filter((format) => coming.has(format.kind))
    .map((format) => ({ kind: format.kind, ...comparedOf(format) }));
  await createReceived(warehouse, area, states.after);
  for (const one of compared) {
    await warehouse.run(
      `create or replace temp table incoming_${one.kind} as select distinct ${one.keys.join(', ')} from (${one.rows})
       anti join (${one.faults}) using (file_no, line ${one.kind === 'marks' ? ', session' : ''})
       where file_no >= ${states.first} ${recordedBy(one, states.knownAt)}`,
    );
    await winners(warehouse, `after_${one.kind}`, one, states.knownAt);
  }
  await createReceived(warehouse, area, states.before);
  for (const one of compared) await winners(warehouse, `before_${one.kind}`, one, states.knownAt);
  const newChildren = coming.has('roll')
    ? await warehouse.row<{ n: number }>(
        'select count(distinct upn) as n from after_roll where upn not in (select upn from received_spell)',
      )
    : { n: 0 };
  await createReceived(warehouse, area, states.after);
  const kinds: KindChanges[] = [];
  for (const one of compared) kinds.push({ kind: one.kind, ...(await counted(warehouse, one)) });
  return { kinds, newChildren: newChildren.n };
}

function recordedBy(one: Compared, knownAt: Instant): string {
  return one.dated ? `and recorded_at <= timestamp '${knownAt.slice(0, -1)}'` : '';
}

/** What counts for each incoming key: the row recorded last, then the later in reading order; none where withdrawn. */
async function winners(
  warehouse: Warehouse,
  name: string,
  one: Compared & { readonly kind: FileKind },
  knownAt: Instant,
): Promise<void> {
  const order = one.dated ? 'recorded_at desc, seq desc' : 'seq desc';
  await warehouse.run(
    `create or replace temp table ${name} as
     select ${[...one.keys, ...one.content].join(', ')} from (
       select *, row_number() over (partition by ${one.keys.join(', ')} order by ${order}) as nth
       from (${one.rows}) semi join incoming_${one.kind} using (${one.keys.join(', ')})
       where true ${recordedBy(one, knownAt)}
     ) where nth = 1 ${one.dated ? 'and not withdrawn' : ''}`,
  );
}

async function counted(
  warehouse: Warehouse,
  one: Compared & { readonly kind: FileKind },
): Promise<Omit<KindChanges, 'kind'>> {
  const [key = ''] = one.keys;
  const other = one.content.map((column) => `b.${column} is distinct from a.${column}`).join(' or ') || 'false';
  const using = `using (${one.keys.join(', ')})`;
  const day = one.day === undefined ? 'null' : `incoming_${one.kind}.${one.day}`;
  return warehouse.row<Omit<KindChanges, 'kind'>>(
    `select
       count(*) filter (where not was and becomes) as added,
       count(*) filter (where was and becomes and differs) as changed,
       count(*) filter (where was and not becomes) as "takenOut",
       count(*) filter (where was = becomes and not (was and differs)) as unchanged,
       cast(min(day) as varchar) as first, cast(max(day) as varchar) as last
     from (
       select ${day} as day, b.${key} is not null as was, a.${key} is not null as becomes, coalesce(${other}, false) as differs
       from incoming_${one.kind}
       left join before_${one.kind} as b ${using}
       left join after_${one.kind} as a ${using}
     )`,
  );
}
