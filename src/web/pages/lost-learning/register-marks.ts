import { sessionsOf, type PackedSession, type SpellFact } from '#lost-learning';
import type { Child } from './read-children.ts';

/** What each school’s register says of a session: `900101 I`, or `900101 D; 900102 no mark`. */
export function registerMarks(child: Child): (session: PackedSession) => string {
  const { registers, spells } = child.facts;
  const bySession = new Map<string, string[]>();
  for (const { urn, letters } of registers) {
    for (const session of sessionsOf(child.year, letters)) {
      const key = keyOf(session);
      bySession.set(key, [...(bySession.get(key) ?? []), markText(urn, session)]);
    }
  }
  return (session) => {
    if (registers.length > 0) return bySession.get(keyOf(session))?.join('; ') ?? '';
    // One register only: what decided the session is its mark.
    const urn = spells.find((spell) => covers(spell, session))?.urn;
    return urn === undefined || session.state.id === 'off-roll' ? '' : markText(urn, session);
  };
}

function markText(urn: number, { cause, state }: PackedSession): string {
  return `${urn} ${state.id === 'unmarked' ? 'no mark' : cause}`;
}

function covers(spell: SpellFact, { date }: PackedSession): boolean {
  return spell.entry_date <= date && (spell.leaving_date === null || date <= spell.leaving_date);
}

function keyOf({ date, session }: PackedSession): string {
  return `${date} ${session}`;
}
