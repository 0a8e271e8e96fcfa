import { findUpn, Refusal, type Instant, type Upn } from '#kernel';
import type { Tx } from '#store';
import { sql } from 'kysely';
import {
  consentStands,
  wasCompetent,
  type Answer,
  type Answerer,
  type ConsentEvent,
  type ConsentStands,
  type Judgement,
  type SharedClass,
} from './agreed.ts';
import { sharedClasses } from './agreements.ts';
import { SIGNED } from './signed.ts';

export type NewConsent = {
  readonly upn: Upn;
  readonly organisation: string;
  readonly class: SharedClass;
  readonly answer: Answer;
  /** Of a yes: until when. Everything that was agreed to is asked again. */
  readonly expiresAt?: Instant | undefined;
  /** Whose answer somebody of staff writes down; whoever answers for themselves leaves it out. */
  readonly toldBy?: Answerer | undefined;
};

/** An answer with who wrote it down and when. */
export type ConsentLine = ConsentEvent & { readonly at: Instant; readonly writtenBy: string };

/** Counts from the next statement on. The database refuses whoever may not answer here. */
export async function recordConsent(tx: Tx, consent: NewConsent): Promise<void> {
  const { upn, organisation, class: wanted, answer, expiresAt, toldBy } = consent;
  if ((answer === 'given') !== (expiresAt !== undefined)) {
    throw new Refusal('access/consent', 'Say until when a yes holds. A no has no end.');
  }
  await tx
    .insertInto('access.consent')
    .values({
      upn,
      organisation,
      class: wanted,
      given_by: toldBy ?? sql<string>`access.role()`,
      voice: toldBy === undefined ? sql<string>`access.me()` : '',
      answer,
      starts_at: sql<Instant>`access.at()`,
      expires_at: expiresAt ?? null,
      ...SIGNED,
    })
    .execute();
}

/** Every answer about a child, in the order in which they were given. */
export async function listConsents(tx: Tx, upn: Upn): Promise<readonly ConsentLine[]> {
  const rows = await tx
    .selectFrom('access.consent as c')
    .selectAll()
    .select((where) =>
      where
        .exists(
          where
            .selectFrom('access.voice_end as e')
            .select('e.id')
            .whereRef('e.upn', '=', 'c.upn')
            .whereRef('e.voice', '=', 'c.voice')
            .whereRef('e.at', '>=', 'c.at'),
        )
        .as('voice_ended'),
    )
    .where('upn', '=', upn)
    .orderBy('id')
    .execute();
  return rows.flatMap((row): readonly ConsentLine[] => {
    const [wanted] = sharedClasses([row.class]);
    const child = findUpn(row.upn);
    if (!wanted || !child) return [];
    return [
      {
        id: row.id,
        upn: child,
        organisation: row.organisation,
        class: wanted,
        givenBy: row.given_by === 'young-person' ? 'young-person' : 'parent',
        voice: row.voice,
        answer: row.answer === 'given' || row.answer === 'refused' ? row.answer : 'withdrawn',
        startsAt: row.starts_at,
        expiresAt: row.expires_at ?? undefined,
        actor: row.actor,
        voiceEnded: row.voice_ended === true,
        at: row.at,
        writtenBy: row.actor_name,
      },
    ];
  });
}

export type Competence = {
  readonly competent: boolean;
  readonly at: Instant;
  readonly by: string;
  /** Undefined: not for whoever asks. */
  readonly why: string | undefined;
  /** Whether it was ever judged that they can: what they said since is theirs to tell a parent, or not. */
  readonly ever: boolean;
  readonly judged: readonly Judgement[];
};

/** Whether the young person can answer for themselves, as last judged; undefined where nobody has judged it. */
export async function findCompetence(tx: Tx, upn: Upn): Promise<Competence | undefined> {
  const rows = await tx
    .selectFrom('access.competence as c')
    .leftJoin('access.competence_reason as reason', 'reason.competence', 'c.id')
    .select(['c.competent', 'c.at', 'c.actor', 'c.actor_name', 'reason.words'])
    .where('c.upn', '=', upn)
    .orderBy('c.id')
    .execute();
  const last = rows.at(-1);
  const judged = rows.map(({ competent, actor }) => ({ competent, actor }));
  return (
    last && {
      competent: last.competent,
      at: last.at,
      by: last.actor_name,
      why: last.words ?? undefined,
      ever: wasCompetent(judged),
      judged,
    }
  );
}

export async function recordCompetence(tx: Tx, upn: Upn, competent: boolean, why: string): Promise<void> {
  const { id } = await tx
    .insertInto('access.competence')
    .values({ upn, competent, ...SIGNED })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx.insertInto('access.competence_reason').values({ competence: id, words: why }).execute();
}

export type ConsentScope = {
  readonly organisation: string;
  readonly class: SharedClass;
  readonly lines: readonly ConsentLine[];
  readonly stands: ConsentStands;
};

/** The scopes about which somebody has answered, each with its answers and where it stands. */
export function consentScopes(
  lines: readonly ConsentLine[],
  judged: readonly Judgement[],
  at: Instant,
): readonly ConsentScope[] {
  const scopes = new Map<string, ConsentLine[]>();
  for (const line of lines) {
    const key = `${line.organisation}\n${line.class}`;
    scopes.set(key, [...(scopes.get(key) ?? []), line]);
  }
  return [...scopes.values()].flatMap((some) =>
    some[0]
      ? [
          {
            organisation: some[0].organisation,
            class: some[0].class,
            lines: some,
            stands: consentStands(some, judged, at),
          },
        ]
      : [],
  );
}
