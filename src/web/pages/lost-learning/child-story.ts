import { addDays, writtenDate } from '#kernel';
import { findLeavingGround } from '#roll';
import { statesLost, unpackYear, type GapFact, type PackedSession, type SpellFact } from '#lost-learning';
import { groupedBy, type CauseRow } from './read-account.ts';
import type { Child } from './read-children.ts';
import { wordsFor } from './words.ts';

/** Names of schools by URN; one that the area does not hold is named by its URN. */
export type SchoolNames = ReadonlyMap<number, string>;

export function schoolName(names: SchoolNames, urn: number): string {
  return names.get(urn) ?? `a school that is not in this area (URN ${urn})`;
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
  const school = schoolName(names, spell.urn);
  const start = `${capital(school)}: ${wordsFor('status', spell.status)} from ${writtenDate(spell.entry_date)}`;
  if (spell.leaving_date === null) return `${start}, and still is.`;
  const ground = spell.leaving_ground === null ? undefined : findLeavingGround(spell.leaving_ground);
  const why = ground
    ? `They were taken off its roll because ${ground.words} (ground ${ground.ground}).`
    : 'The school did not say on which ground they were taken off its roll.';
  const where =
    spell.destination_urn === null ? '' : ` They were to go to ${schoolName(names, spell.destination_urn)}.`;
  return `${start} to ${writtenDate(spell.leaving_date)}. ${why}${where}`;
}

/** A time on no school’s roll in words, and what the account makes of it. */
export function gapText(gap: GapFact): string {
  const until =
    gap.next_entry === null ? 'no arrival at a school is known' : `until ${writtenDate(addDays(gap.next_entry, -1))}`;
  return `From ${writtenDate(gap.first_day)}, ${until}: ${wordsFor('gap', gap.outcome)}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
