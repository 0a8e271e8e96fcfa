import { addDays, type AcademicYear } from '#kernel';
import { t } from '#language';
import { unpackYear, type ChildFacts, type PackedSession, type StateId } from '#lost-learning';
import { figuresOfStates, type Figures } from './ledger.ts';
import type { ReferenceMeasure } from './measure.ts';
import type { Part } from './scope.ts';
import type { Working } from './working-shape.ts';
import { fromLedger } from './working.ts';

/** What records hold of a child’s year, as far as a working needs it. */
export type ChildRow = {
  readonly given_name: string | null;
  readonly family_name: string | null;
  readonly kept: Figures;
  readonly sessions: Uint8Array;
  readonly facts: ChildFacts;
};

/** A session that counts, and the minutes lost inside it where it is they that count. */
export type CountedSession = PackedSession & { readonly minutes?: number };

/** A figure of one child, counted again session by session, and the sessions that count. */
export function findChildWorking(
  measure: ReferenceMeasure,
  row: ChildRow,
  year: AcademicYear,
  part: Part | undefined,
): { readonly working: Working; readonly sessions: readonly CountedSession[] } | undefined {
  if (part?.kind === 'group') return undefined;
  const inPart = ({ date }: { readonly date: string }): boolean =>
    !part || (date >= part.monday && date <= addDays(part.monday, 6));
  const sessions = unpackYear(year, row.sessions).filter(inPart);
  const route = t('working.child');
  const { from } = measure;
  if (from.kind === 'cause') {
    const counted = sessions.filter((session) => session.cause === from.code);
    return { working: counting(measure, counted.length, route), sessions: counted };
  }
  if (from.kind === 'removal') {
    const removals = row.facts.removals.filter((one) => one.kind === from.removal && inPart(one));
    const number = from.column === 'removals' ? removals.length : total(removals);
    return { working: counting(measure, number, t('working.child-removals')), sessions: [] };
  }
  if (from.kind !== 'ledger' && from.kind !== 'ledger-share') return undefined;
  if (measure.id === 'children') return undefined;
  const counts = new Map<StateId, number>();
  for (const { state } of sessions) counts.set(state.id, (counts.get(state.id) ?? 0) + 1);
  const figures = { ...figuresOfStates(counts), minutes_lost: total(row.facts.minutes.filter(inPart)) };
  const kept = part ? undefined : row.kept;
  const working = fromLedger(measure, {
    figures,
    route,
    otherRoute: t('working.child-minutes'),
    kept,
    keptAs: t('working.kept.child'),
  });
  if (!working) return undefined;
  const wanted = statesOf(measure);
  return {
    working,
    sessions: wanted
      ? sessions.filter((session) => wanted.has(session.state.id))
      : minuteSessions(sessions, row, inPart),
  };
}

/** The states whose sessions are the numerator; undefined where it is not made of sessions. */
function statesOf(measure: ReferenceMeasure): ReadonlySet<string> | undefined {
  if (measure.id === 'absence_rate') return new Set(['suspended', 'unauthorised', 'part-time', 'authorised']);
  return measure.states && new Set(measure.states);
}

function minuteSessions(
  sessions: readonly PackedSession[],
  { facts }: ChildRow,
  inPart: (one: { readonly date: string }) => boolean,
): readonly CountedSession[] {
  const minutes = new Map(facts.minutes.filter(inPart).map((one) => [`${one.date} ${one.session}`, one.minutes]));
  return sessions.flatMap((session) => {
    const lost = minutes.get(`${session.date} ${session.session}`);
    return lost === undefined ? [] : [{ ...session, minutes: lost }];
  });
}

function total(rows: readonly { readonly minutes: number }[]): number {
  return rows.reduce((sum, row) => sum + row.minutes, 0);
}

function counting(measure: ReferenceMeasure, number: number, route: string): Working {
  return {
    number,
    none: undefined,
    numerator: { words: measure.title, number, measure: undefined },
    denominator: undefined,
    route,
    kept: undefined,
    ledger: undefined,
  };
}
