import {
  findAcademicYear,
  findUpn,
  randomId,
  Refusal,
  type AcademicYear,
  type Clock,
  type Instant,
  type Upn,
} from '#kernel';
import type { Access, Actor } from '#access';

/** What a hold keeps: all about one child, or all of one academic year. */
export type Held = { readonly upn: Upn } | { readonly year: AcademicYear };

/** While it stands, nothing of what it holds is erased or removed as past its time (UK GDPR article 17(3)(b) and (e)). */
export type Hold = {
  readonly id: string;
  readonly held: Held | undefined;
  readonly because: string;
  readonly setAt: Instant;
  readonly setBy: string;
  readonly lifted: { readonly at: Instant; readonly by: string; readonly because: string } | undefined;
};

const MOST_WORDS = 500;

/** Sets a hold, and answers its id. */
export async function setHold(
  access: Access,
  clock: Clock,
  actor: Actor,
  held: Held,
  because: string,
): Promise<string> {
  const words = reason(because);
  const id = randomId();
  const subject = 'upn' in held ? ({ kind: 'child', upn: held.upn } as const) : ({ kind: 'area' } as const);
  await access.actingAs(actor, 'rights', subject, (tx) =>
    tx
      .insertInto('rights.hold')
      .values({
        id,
        at: clock.now(),
        actor: actor.id,
        actor_name: actor.name,
        upn: 'upn' in held ? held.upn : null,
        academic_year: 'year' in held ? held.year : null,
        because: words,
      })
      .execute(),
  );
  return id;
}

export async function liftHold(access: Access, clock: Clock, actor: Actor, id: string, because: string): Promise<void> {
  const words = reason(because);
  const lifted = await access.actingAs(actor, 'rights', { kind: 'area' }, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('rights.hold')
      .set({ lifted_at: clock.now(), lifted_by: actor.id, lifted_because: words })
      .where('id', '=', id)
      .where('lifted_at', 'is', null)
      .executeTakeFirstOrThrow();
    return Number(numUpdatedRows);
  });
  if (lifted === 0)
    throw new Refusal('rights/no-hold', 'There is no such hold, or it was lifted. Choose one that is listed.');
}

/** Those that stand first, then those that were lifted; the latest first. */
export async function listHolds(access: Access, actor: Actor): Promise<readonly Hold[]> {
  const rows = await access.actingAs(actor, 'rights', { kind: 'area' }, (tx) =>
    tx
      .selectFrom('rights.hold')
      .selectAll()
      .orderBy('lifted_at', (order) => order.desc().nullsFirst())
      .orderBy('at', 'desc')
      .orderBy('id')
      .execute(),
  );
  return rows.map((row) => ({
    id: row.id,
    held: heldBy(row.upn, row.academic_year),
    because: row.because ?? '',
    setAt: row.at,
    setBy: row.actor_name,
    lifted:
      row.lifted_at === null
        ? undefined
        : { at: row.lifted_at, by: row.lifted_by ?? '', because: row.lifted_because ?? '' },
  }));
}

/** Undefined where the child was erased since. */
function heldBy(upn: string | null, year: string | null): Held | undefined {
  const child = upn === null ? undefined : findUpn(upn);
  if (child) return { upn: child };
  const found = year === null ? undefined : findAcademicYear(year);
  return found && { year: found };
}

function reason(text: string): string {
  const words = text.trim();
  if (words === '' || words.length > MOST_WORDS) {
    throw new Refusal('rights/reason', `Say why, in at most ${MOST_WORDS} characters.`);
  }
  return words;
}
