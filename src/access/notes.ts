import { randomId, Refusal, type Instant, type Upn } from '#kernel';
import type { Tx } from '#store';
import { sql } from 'kysely';
import { SIGNED } from './signed.ts';
import type { Role } from './roles.ts';

export type NewNote = {
  readonly upn: Upn;
  readonly words: string;
  /** Whom others may ask who learn that there is a note: a person or a desk. */
  readonly whomToAsk: string;
  /** Who may read the words besides the author. */
  readonly organisations: readonly string[];
  readonly roles: readonly Role[];
};

/** A restricted note, as far as whoever asks may know it. */
export type Note = {
  readonly id: string;
  readonly organisation: string;
  readonly organisationName: string;
  readonly author: string;
  readonly at: Instant;
  readonly whomToAsk: string;
  /** Undefined: not for whoever asks. */
  readonly words: string | undefined;
  /** Whether whoever asks works where it was written. */
  readonly own: boolean;
};

/** Needs a `tx` acting at the child. The database refuses whoever may not write about the child. */
export async function writeNote(tx: Tx, note: NewNote): Promise<string> {
  const place = await tx
    .selectFrom('access.organisation')
    .select('id')
    .where('id', '=', sql<string>`access.organisation()`)
    .executeTakeFirst();
  if (!place) {
    throw new Refusal(
      'access/note-without-organisation',
      'Ask an area administrator to say which organisation you work for: a note is of an organisation.',
    );
  }
  const id = randomId();
  await tx
    .insertInto('access.note')
    .values({ id, upn: note.upn, organisation: place.id, whom_to_ask: note.whomToAsk, ...SIGNED })
    .execute();
  await tx
    .insertInto('access.note_words')
    .values({
      note: id,
      actor: SIGNED.actor,
      words: note.words,
      organisations: [...note.organisations],
      roles: [...note.roles],
    })
    .execute();
  return id;
}

/** Nobody is shown it any more. Only the organisation that wrote it ends it. */
export async function endNote(tx: Tx, id: string): Promise<void> {
  await tx
    .insertInto('access.note_end')
    .values({ note: id, ...SIGNED })
    .execute();
}

/** That there are notes, latest first, with the words of those that name whoever asks. */
export async function listNotes(tx: Tx, upn: Upn): Promise<readonly Note[]> {
  const rows = await tx
    .selectFrom('access.note as n')
    .innerJoin('access.organisation as place', 'place.id', 'n.organisation')
    .leftJoin('access.note_words as w', 'w.note', 'n.id')
    .select(['n.id', 'n.organisation', 'place.name', 'n.actor_name', 'n.at', 'n.whom_to_ask', 'w.words'])
    .select(sql<boolean>`n.organisation is not distinct from access.organisation()`.as('own'))
    .where('n.upn', '=', upn)
    .orderBy('n.at', 'desc')
    .orderBy('n.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    organisation: row.organisation,
    organisationName: row.name,
    author: row.actor_name,
    at: row.at,
    whomToAsk: row.whom_to_ask,
    words: row.words ?? undefined,
    own: row.own,
  }));
}
