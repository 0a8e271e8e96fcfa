import type { AcademicYear, CalendarDate, Instant } from '#kernel';
import type { Series } from './series.ts';

/** A step on the way: what the figure should be by a day, and what will have been done by then. */
export type Milestone = { readonly by: CalendarDate; readonly value: number; readonly words: string };

/** What a mission says. The baseline is the figure as it stood when the mission was stated. */
export type Statement = {
  readonly series: Series;
  readonly baseline: { readonly year: AcademicYear; readonly value: number };
  readonly target: number;
  readonly by: CalendarDate;
  /** Why it matters, in the place’s own words. */
  readonly why: string;
  /** A role or an organisation that answers for it; never a child. */
  readonly answerable: string;
  /** By date. */
  readonly milestones: readonly Milestone[];
};

/** What may change on the way. Another measure, place or baseline is another mission. */
export type Terms = Pick<Statement, 'target' | 'by' | 'why' | 'answerable' | 'milestones'>;

/** Why a mission ended. That one was missed is never typed: its figures say so. */
export const ENDINGS = {
  reached: 'The goal was reached',
  'given-up': 'The goal was given up',
} as const;
export type Ending = keyof typeof ENDINGS;

type Said = { readonly number: number; readonly at: Instant; readonly by: string };

export type MissionEvent =
  | (Said & { readonly kind: 'stated'; readonly statement: Statement })
  | (Said & { readonly kind: 'amended'; readonly terms: Terms; readonly because: string })
  | (Said & { readonly kind: 'ended'; readonly ending: Ending; readonly because: string });

export type Amendment = Said & { readonly before: Terms; readonly after: Terms; readonly because: string };

export type Mission = {
  readonly id: string;
  readonly stated: Said;
  readonly statement: Statement;
  /** Oldest first. */
  readonly amendments: readonly Amendment[];
  readonly ended: (Said & { readonly ending: Ending; readonly because: string }) | undefined;
  /** The number that the next event has to have: whoever comes second with it is told that something changed. */
  readonly next: number;
};

/**
 * What happened, as what stands. Undefined where nothing was stated. What comes after the end changes nothing: the
 * database keeps numbers apart, and this keeps the meaning.
 */
export function foldMission(id: string, events: readonly MissionEvent[]): Mission | undefined {
  const [first, ...later] = events.toSorted((a, b) => a.number - b.number);
  if (first?.kind !== 'stated') return undefined;
  const begun: Mission = {
    id,
    stated: saidOf(first),
    statement: first.statement,
    amendments: [],
    ended: undefined,
    next: first.number + 1,
  };
  return later.reduce<Mission>((mission, event) => ({ ...step(mission, event), next: event.number + 1 }), begun);
}

function step(mission: Mission, event: MissionEvent): Mission {
  if (mission.ended || event.kind === 'stated') return mission;
  if (event.kind === 'ended') {
    return { ...mission, ended: { ...saidOf(event), ending: event.ending, because: event.because } };
  }
  const { terms: after, because } = event;
  return {
    ...mission,
    statement: { ...mission.statement, ...after },
    amendments: [...mission.amendments, { ...saidOf(event), before: termsOf(mission.statement), after, because }],
  };
}

function saidOf({ number, at, by }: Said): Said {
  return { number, at, by };
}

export function termsOf({ target, by, why, answerable, milestones }: Statement): Terms {
  return { target, by, why, answerable, milestones };
}
