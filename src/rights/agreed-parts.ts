import type { Upn } from '#kernel';
import { findCompetence, listConsents, type SharedClass } from '#access';
import type { Tx } from '#store';
import type { RecordPart } from './record-part.ts';
import { titleOfRole } from './role-title.ts';

/** What was agreed about the child that `tx` entered for: consents, notes, and emergencies. */
export async function agreedParts(tx: Tx, upn: Upn, names: boolean): Promise<readonly RecordPart[]> {
  const organisations = await tx.selectFrom('access.organisation').select(['id', 'name']).execute();
  const placeOf = (id: string | null): string => organisations.find((one) => one.id === id)?.name ?? '';
  return [
    await consentsPart(tx, upn, placeOf),
    await competencePart(tx, upn, names),
    await notesPart(tx, upn, names, placeOf),
    await emergenciesPart(tx, upn, names, placeOf),
  ];
}

type PlaceOf = (id: string | null) => string;

const SHARED: Readonly<Record<SharedClass, string>> = {
  account: 'Where each session of learning went',
  lists: 'The lists you stand in',
  notes: 'Notes about you',
};

async function consentsPart(tx: Tx, upn: Upn, placeOf: PlaceOf): Promise<RecordPart> {
  const lines = await listConsents(tx, upn);
  return {
    id: 'consents',
    title: 'What was said about sharing your record',
    says: 'Each answer, in the order in which they were given. Of one voice about one organisation the last one stands.',
    columns: {
      at: 'When',
      organisation: 'Whether this organisation may read',
      class: 'this of your record',
      given_by: 'Whose answer',
      answer: 'Answer',
      expires_at: 'Until',
    },
    rows: lines.map((line) => ({
      at: line.at,
      organisation: placeOf(line.organisation),
      class: SHARED[line.class],
      given_by: line.givenBy,
      answer: line.answer,
      expires_at: line.expiresAt ?? null,
    })),
  };
}

async function competencePart(tx: Tx, upn: Upn, names: boolean): Promise<RecordPart> {
  const judged = await findCompetence(tx, upn);
  return {
    id: 'competence',
    title: 'Whether you can answer for yourself',
    says: 'As it was last judged, and why.',
    columns: { at: 'When', ...(names ? { name: 'Who' } : {}), competent: 'You can', why: 'Why' },
    rows: judged
      ? [{ at: judged.at, ...(names ? { name: judged.by } : {}), competent: judged.competent, why: judged.why ?? '' }]
      : [],
  };
}

// The database says who may read the words: whoever may not is told that there is a note, and whom to ask.
async function notesPart(tx: Tx, upn: Upn, names: boolean, placeOf: PlaceOf): Promise<RecordPart> {
  const rows = await tx
    .selectFrom('access.note as n')
    .leftJoin('access.note_words as w', 'w.note', 'n.id')
    .leftJoin('access.note_end as e', 'e.note', 'n.id')
    .select(['n.organisation', 'n.actor_name', 'n.at', 'n.whom_to_ask', 'w.words', 'e.at as ended_at'])
    .where('n.upn', '=', upn)
    .orderBy('n.at')
    .orderBy('n.id')
    .execute();
  return {
    id: 'notes',
    title: 'Restricted notes about you',
    says: 'A note that ended is kept, and nobody else is shown it any more.',
    columns: {
      at: 'Since',
      organisation: 'Of which organisation',
      ...(names ? { name: 'Who wrote it' } : {}),
      whom_to_ask: 'Whom to ask',
      ended_at: 'Ended',
      words: 'What it says',
    },
    rows: rows.map((row) => ({
      at: row.at,
      organisation: placeOf(row.organisation),
      ...(names ? { name: row.actor_name } : {}),
      whom_to_ask: row.whom_to_ask,
      ended_at: row.ended_at,
      words: row.words,
    })),
  };
}

// The typed reason may name who raised the alarm (Data Protection Act 2018, schedule 2, paragraph 16), so that is for the
// data protection officer to tell.
async function emergenciesPart(tx: Tx, upn: Upn, names: boolean, placeOf: PlaceOf): Promise<RecordPart> {
  const rows = await tx
    .selectFrom('access.emergency as e')
    .leftJoin('access.emergency_review as r', 'r.emergency', 'e.id')
    .select(['e.opened_at', 'e.ends_at', 'e.actor_name', 'e.role', 'e.organisation', 'r.outcome'])
    .where('e.upn', '=', upn)
    .orderBy('e.opened_at')
    .orderBy('e.id')
    .execute();
  return {
    id: 'emergencies',
    title: 'Who opened your record in an emergency',
    says: 'Ask the data protection officer why, and what was found when it was reviewed.',
    columns: {
      opened_at: 'From',
      ends_at: 'Until',
      ...(names ? { name: 'Who' } : {}),
      role: 'As what',
      organisation: 'Of which organisation',
      outcome: 'How it was judged since',
    },
    rows: rows.map((row) => ({
      opened_at: row.opened_at,
      ends_at: row.ends_at,
      ...(names ? { name: row.actor_name } : {}),
      role: titleOfRole(row.role),
      organisation: placeOf(row.organisation),
      outcome: row.outcome,
    })),
  };
}
