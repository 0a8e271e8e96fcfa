import { addDays, firstDay, type AcademicYear, type CalendarDate } from '#kernel';
import type { Row, Warehouse } from '#store';
import { packedBlock } from './packed-block.ts';

/** What a child’s page tells besides the sessions: the registers and spells behind them. JSON, in records. */
export type ChildFacts = {
  readonly birth_date: CalendarDate;
  readonly class: string | null;
  readonly sen: string | null;
  readonly fsm: boolean | null;
  readonly in_care: boolean | null;
  readonly as_of: CalendarDate;
  readonly spells: readonly SpellFact[];
  readonly gaps: readonly GapFact[];
  /** Each school’s own register where more than one counts: letters as in a packed year. */
  readonly registers: readonly { readonly urn: number; readonly letters: string }[];
  /** Sessions attended with minutes lost inside them. */
  readonly minutes: readonly { readonly date: CalendarDate; readonly session: 'AM' | 'PM'; readonly minutes: number }[];
  readonly removals: readonly RemovalFact[];
  readonly suspensions: readonly SuspensionFact[];
  readonly away: { readonly sessions: number; readonly from: CalendarDate; readonly to: CalendarDate } | null;
};

export type SpellFact = {
  readonly urn: number;
  readonly status: string;
  readonly entry_date: CalendarDate;
  readonly leaving_date: CalendarDate | null;
  readonly leaving_ground: string | null;
  readonly destination_urn: number | null;
};
export type GapFact = {
  readonly first_day: CalendarDate;
  readonly next_entry: CalendarDate | null;
  readonly urn: number | null;
  /** `counted`, or why the gap is not counted: models/gap.sql. */
  readonly outcome: string;
};
export type RemovalFact = {
  readonly date: CalendarDate;
  readonly session: 'AM' | 'PM';
  readonly urn: number;
  readonly kind: string;
  readonly minutes: number;
};
export type SuspensionFact = {
  readonly urn: number;
  readonly category: string;
  readonly start_date: CalendarDate;
  readonly sessions: number | null;
  readonly reasons: readonly string[];
};

export type FactsByChild = {
  readonly spells: ReadonlyMap<number, readonly SpellFact[]>;
  readonly schools: ReadonlyMap<number, readonly number[]>;
  readonly gaps: ReadonlyMap<number, readonly GapFact[]>;
  readonly registers: ReadonlyMap<number, ChildFacts['registers']>;
  readonly minutes: ReadonlyMap<number, ChildFacts['minutes']>;
  readonly removals: ReadonlyMap<number, readonly RemovalFact[]>;
  readonly suspensions: ReadonlyMap<number, readonly SuspensionFact[]>;
};

/** The facts of every child of the account that stands in the warehouse, by child number. */
export async function readFacts(warehouse: Warehouse, year: AcademicYear): Promise<FactsByChild> {
  const first = firstDay(year);
  const placed = (pos: number): { readonly date: CalendarDate; readonly session: 'AM' | 'PM' } => ({
    date: addDays(first, Math.floor(pos / 2)),
    session: pos % 2 === 0 ? 'AM' : 'PM',
  });
  const spells = await grouped<SpellFact & Row>(
    warehouse,
    `select child_no, urn, status, cast(entry_date as varchar) as entry_date, cast(leaving_date as varchar) as leaving_date, leaving_ground, destination_urn
     from spell join child using (upn) order by child_no, spell.entry_date, urn`,
  );
  const inYear = await grouped<{ urn: number }>(
    warehouse,
    `select distinct child_no, urn from spell join child using (upn) cross join question
     where spell.entry_date <= question.last_day and spell.last_date >= question.first_day order by 1, 2`,
  );
  const gaps = await grouped<GapFact & Row>(
    warehouse,
    `select child_no, cast(first_day as varchar) as first_day, cast(next_entry as varchar) as next_entry, urn, outcome from gap order by child_no, gap.first_day`,
  );
  const registers = await ownRegisters(warehouse);
  const minutes = await grouped<{ pos: number; minutes: number }>(
    warehouse,
    'select child_no, cast(pos as integer) as pos, minutes from child_session where minutes > 0 order by child_no, pos',
  );
  const removals = await grouped<{ pos: number; urn: number; kind: string; minutes: number }>(
    warehouse,
    'select child_no, cast(pos as integer) as pos, urn, kind, minutes from removal order by child_no, pos, urn, kind',
  );
  const suspensions = await grouped<Omit<SuspensionFact, 'reasons'> & { reasons: string } & Row>(
    warehouse,
    `select child_no, urn, category, cast(start_date as varchar) as start_date, sessions, concat_ws(' ', reason1, reason2, reason3) as reasons
     from suspension join child using (upn) order by child_no, suspension.start_date, urn`,
  );
  return {
    spells: mapped(spells, ({ urn, status, entry_date, leaving_date, leaving_ground, destination_urn }) => ({
      urn,
      status,
      entry_date,
      leaving_date,
      leaving_ground,
      destination_urn,
    })),
    schools: mapped(inYear, (row) => row.urn),
    gaps: mapped(gaps, ({ first_day, next_entry, urn, outcome }) => ({ first_day, next_entry, urn, outcome })),
    registers,
    minutes: mapped(minutes, ({ pos, minutes: lost }) => ({ ...placed(pos), minutes: lost })),
    removals: mapped(removals, ({ pos, urn, kind, minutes: lost }) => ({ ...placed(pos), urn, kind, minutes: lost })),
    suspensions: mapped(suspensions, ({ urn, category, start_date, sessions, reasons }) => ({
      urn,
      category,
      start_date,
      sessions,
      reasons: reasons === '' ? [] : reasons.split(' '),
    })),
  };
}

/** Each school’s own register of the children of several schools. */
async function ownRegisters(warehouse: Warehouse): Promise<FactsByChild['registers']> {
  const several = `from register_session where child_no in (select child_no from several_schools)`;
  const pairs = await warehouse.rows<{ child_no: number; urn: number }>(
    `select distinct child_no, urn ${several} order by 1, 2`,
  );
  await warehouse.run(
    `create or replace temp table own_register as
     select child_no, urn, cast(row_number() over (order by child_no, urn) as integer) as number from (select distinct child_no, urn ${several})`,
  );
  const block = await packedBlock(
    warehouse,
    `select own.number, cast(pos as integer), cast(ascii(coalesce(letter, '?')) as integer)
     from register_session as session join own_register as own on own.child_no = session.child_no and own.urn = session.urn`,
    1,
    pairs.length,
  );
  const registers = new Map<number, { readonly urn: number; readonly letters: string }[]>();
  pairs.forEach(({ child_no, urn }, index) => {
    registers.set(child_no, [...(registers.get(child_no) ?? []), { urn, letters: block.lettersOf(index) }]);
  });
  return registers;
}

async function grouped<T extends Row>(warehouse: Warehouse, sql: string): Promise<ReadonlyMap<number, readonly T[]>> {
  const rows = await warehouse.rows<T & { readonly child_no: number }>(sql);
  const byChild = new Map<number, T[]>();
  for (const row of rows) {
    const held = byChild.get(row.child_no);
    if (held) held.push(row);
    else byChild.set(row.child_no, [row]);
  }
  return byChild;
}

function mapped<A, B>(
  rows: ReadonlyMap<number, readonly A[]>,
  change: (row: A) => B,
): ReadonlyMap<number, readonly B[]> {
  return new Map([...rows].map(([child, some]) => [child, some.map(change)]));
}
