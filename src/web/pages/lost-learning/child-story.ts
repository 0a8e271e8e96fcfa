import { addDays } from '#kernel';
import { dateText, findText, t } from '#language';
import { findLeavingGround } from '#roll';
import { statesLost, unpackYear, type GapFact, type PackedSession, type SpellFact } from '#lost-learning';
import { groupedBy, type CauseRow } from './read-account.ts';
import type { Child } from './read-children.ts';
import { wordsFor } from './words.ts';

/** Names of schools by URN; one that the area does not hold is named by its URN. */
export type SchoolNames = ReadonlyMap<number, string>;

export function schoolName(names: SchoolNames, urn: number): string {
  return names.get(urn) ?? t('child.outside-school', { urn: String(urn) });
}

/** The child’s sessions in order, each with state and cause. */
export function sessionsOfChild(child: Child): readonly PackedSession[] {
  return unpackYear(child.year, child.sessions);
}

/** Sessions by cause, the most frequent first. */
export function causesOf(sessions: readonly PackedSession[]): readonly CauseRow[] {
  return [...groupedBy(sessions, (session) => session.cause).values()]
    .flatMap((some): readonly CauseRow[] => {
      const [first] = some;
      if (!first) return [];
      const { cause, state, words } = first;
      return [{ cause, state: state.id, words: cause === state.id ? state.title : words, sessions: some.length }];
    })
    .toSorted((a, b) => b.sessions - a.sessions || (a.cause < b.cause ? -1 : 1));
}

const AWAY = new Set(statesLost('extended').map((state) => state.id));

/** The sessions of the longest time away: the first run of lost sessions of that length. */
export function sessionsAway(child: Child, sessions: readonly PackedSession[]): readonly PackedSession[] {
  const length = child.facts.away?.sessions ?? 0;
  let run: PackedSession[] = [];
  for (const session of sessions) {
    if (session.state.id === 'attended') run = [];
    if (AWAY.has(session.state.id)) run.push(session);
    if (length > 0 && run.length === length) return run;
  }
  return [];
}

/** A spell on a roll in words, and why it ended. */
export function spellText(spell: SpellFact, names: SchoolNames): string {
  const began = {
    school: names.get(spell.urn) ?? t('child.outside-school.first', { urn: String(spell.urn) }),
    status: wordsFor('status', spell.status),
    from: dateText(spell.entry_date),
  };
  if (spell.leaving_date === null) return t('child.spell.still', began);
  const ended = { ...began, to: dateText(spell.leaving_date) };
  const left = spell.leaving_ground === null ? undefined : findLeavingGround(spell.leaving_ground);
  const destination = spell.destination_urn === null ? undefined : schoolName(names, spell.destination_urn);
  if (left === undefined) {
    return destination === undefined
      ? t('child.spell.no-ground', ended)
      : t('child.spell.no-ground-to', { ...ended, destination });
  }
  const because = { ...ended, ground: findText(`grounds.${left.ground}`) ?? left.words, letter: left.ground };
  return destination === undefined
    ? t('child.spell.ended', because)
    : t('child.spell.ended-to', { ...because, destination });
}

/** A time on no school’s roll in words, and what the account makes of it. */
export function gapText(gap: GapFact): string {
  const said = { from: dateText(gap.first_day), outcome: wordsFor('gap', gap.outcome) };
  return gap.next_entry === null
    ? t('child.gap.no-arrival', said)
    : t('child.gap.until', { ...said, until: dateText(addDays(gap.next_entry, -1)) });
}
