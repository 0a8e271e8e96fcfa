import { z } from 'zod';
import {
  findAcademicYear,
  findCalendarDate,
  randomId,
  Refusal,
  type AcademicYear,
  type CalendarDate,
  type Clock,
} from '#kernel';
import type { Actor } from '#access';
import type { Tx } from '#store';
import { groupedBy } from './grouped.ts';
import { foldMission, type Ending, type Mission, type MissionEvent, type Statement, type Terms } from './mission.ts';

// The transaction of every function here acts for `place-improvement`.

const DAY = z.string().transform((text, context): CalendarDate => {
  const date = findCalendarDate(text);
  if (date) return date;
  context.addIssue({ code: 'custom', message: 'not a date' });
  return z.NEVER;
});
const YEAR = z.string().transform((text, context): AcademicYear => {
  const year = findAcademicYear(text);
  if (year) return year;
  context.addIssue({ code: 'custom', message: 'not a school year' });
  return z.NEVER;
});
const TERMS = z.object({
  target: z.number(),
  by: DAY,
  why: z.string(),
  answerable: z.string(),
  milestones: z.array(z.object({ by: DAY, value: z.number(), words: z.string() })),
});
const STATEMENT = TERMS.extend({
  series: z.object({
    source: z.enum(['account', 'published']),
    measure: z.string(),
    place: z.string(),
    schools: z.string(),
  }),
  baseline: z.object({ year: YEAR, value: z.number() }),
});
const SAID = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stated'), statement: STATEMENT }),
  z.object({ kind: z.literal('amended'), terms: TERMS, because: z.string() }),
  z.object({ kind: z.literal('ended'), ending: z.enum(['reached', 'given-up']), because: z.string() }),
]);
type Says = Readonly<z.output<typeof SAID>>;

/** Every mission, the one whose goal comes first before the others; ended ones last. */
export async function listMissions(tx: Tx): Promise<readonly Mission[]> {
  const rows = await tx
    .selectFrom('accountability.mission_event')
    .selectAll()
    .orderBy('mission')
    .orderBy('number')
    .execute();
  const events = groupedBy(rows, (row) => row.mission);
  return [...events]
    .flatMap(([id, some]) => foldMission(id, some.map(eventOf)) ?? [])
    .toSorted((a, b) => Number(a.ended !== undefined) - Number(b.ended !== undefined) || byGoal(a, b));
}

export async function findMission(tx: Tx, id: string): Promise<Mission | undefined> {
  const rows = await tx
    .selectFrom('accountability.mission_event')
    .selectAll()
    .where('mission', '=', id)
    .orderBy('number')
    .execute();
  return foldMission(id, rows.map(eventOf));
}

/** Gives the new mission’s id. */
export async function stateMission(tx: Tx, clock: Clock, actor: Actor, statement: Statement): Promise<string> {
  const id = randomId();
  await add(tx, clock, actor, { mission: id, number: 1 }, { kind: 'stated', statement: asKept(statement) });
  return id;
}

export function amendMission(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  mission: Mission,
  { terms, because }: { readonly terms: Terms; readonly because: string },
): Promise<void> {
  return add(tx, clock, actor, at(mission), {
    kind: 'amended',
    terms: { ...terms, milestones: [...terms.milestones] },
    because,
  });
}

export function endMission(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  mission: Mission,
  { ending, because }: { readonly ending: Ending; readonly because: string },
): Promise<void> {
  return add(tx, clock, actor, at(mission), { kind: 'ended', ending, because });
}

type Place = { readonly mission: string; readonly number: number };

function at(mission: Mission): Place {
  if (mission.ended) {
    throw new Refusal('accountability/mission-ended', 'This mission has ended. State a new one to go on.');
  }
  return { mission: mission.id, number: mission.next };
}

/** Of two who add the same number, the second is told: what it was about to change is not what it had read. */
async function add(tx: Tx, clock: Clock, actor: Actor, place: Place, says: Says): Promise<void> {
  const { kind, ...said } = says;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('accountability.mission_event')
    .values({ ...place, at: clock.now(), actor: actor.id, actor_name: actor.name, kind, said: JSON.stringify(said) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 1n) return;
  throw changedSince();
}

export function changedSince(): Refusal {
  return new Refusal(
    'accountability/changed-since',
    'Someone changed this since you opened it. Nothing of yours was kept: open it again, look, and then make your change.',
  );
}

type Row = {
  readonly number: number;
  readonly at: MissionEvent['at'];
  readonly actor_name: string;
  readonly kind: string;
  readonly said: unknown;
};

function eventOf({ number, at: moment, actor_name: by, kind, said }: Row): MissionEvent {
  return { number, at: moment, by, ...SAID.parse({ kind, ...Object(said) }) };
}

function asKept(statement: Statement): z.output<typeof STATEMENT> {
  return { ...statement, series: { ...statement.series }, milestones: [...statement.milestones] };
}

function byGoal(a: Mission, b: Mission): number {
  if (a.statement.by !== b.statement.by) return a.statement.by < b.statement.by ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
