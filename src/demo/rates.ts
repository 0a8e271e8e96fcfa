import type { School } from './schools.ts';

/**
 * What happens to a child of one stage in a full school year, on average. Tuned so that the totals meet the published
 * figures in `anchors.ts`; where no figure is published, the value is our own assumption.
 */
export type Rates = {
  /** Spells of illness among children with ordinary attendance, and their mean length in days. */
  readonly illnessSpells: number;
  readonly illnessDays: number;
  readonly appointments: number;
  /** Occasions of leave (C), of half a day to three days. */
  readonly leave: number;
  /** Days absent now and then without good reason (O). */
  readonly ownGround: number;
  /** Share of travelling families that take a holiday in term, and its mean length in days. */
  readonly holidays: number;
  readonly holidayDays: number;
  /** Share of children away 10 to 50 % and 50 % or more of the time, before family, need and age are weighed. */
  readonly persistent: number;
  readonly severe: number;
  /** How far above 4.5 % the persistent go beyond what befalls everyone: most a little, few this far. */
  readonly spread: number;
  /** Of long absence, the part put down to illness and to agreed leave; the rest has no good reason. */
  readonly unwell: number;
  readonly onLeave: number;
  readonly lateBeforeClose: number;
  readonly lateAfterClose: number;
  /** Share of children on a part-time timetable at some time. */
  readonly partTime: number;
  /** Share suspended at least once, suspensions of each, and share who lose a lunchtime. */
  readonly suspended: number;
  readonly suspensionsEach: number;
  readonly lunchtimes: number;
  /** Sessions of approved education elsewhere (B, V, P), and share at provision the authority arranged (K). */
  readonly offSite: number;
  readonly visits: number;
  readonly sport: number;
  readonly arranged: number;
  /** Share of children whose travelling family is away for work (T); sessions of J1 and C1. */
  readonly mobile: number;
  readonly small: number;
  /** Times taken out of a lesson, among all children, before the school’s own readiness is weighed. */
  readonly removals: number;
};

export type Stage = 'primary' | 'secondary' | 'special' | 'alternative' | 'sixth-form';

// prettier-ignore
export const RATES: Readonly<Record<Stage, Rates>> = {
  primary: {
    illnessSpells: 1.58, illnessDays: 1.75, appointments: 1.1, leave: 0.5, ownGround: 0.1, holidays: 0.72, holidayDays: 4.6,
    persistent: 0.158, severe: 0.0085, spread: 0.14, unwell: 0.63, onLeave: 0.05, lateBeforeClose: 4.7, lateAfterClose: 0.64, partTime: 0.0145,
    suspended: 0.0155, suspensionsEach: 2.28, lunchtimes: 0.0012, offSite: 0.55, visits: 2.9, sport: 0.35, arranged: 0.0006,
    mobile: 0.0025, small: 0.05, removals: 0.08,
  },
  secondary: {
    illnessSpells: 1.22, illnessDays: 1.75, appointments: 1.6, leave: 0.52, ownGround: 0.2, holidays: 0.44, holidayDays: 4.6,
    persistent: 0.238, severe: 0.0385, spread: 0.16, unwell: 0.495, onLeave: 0.03, lateBeforeClose: 13.5, lateAfterClose: 1.15, partTime: 0.027,
    suspended: 0.086, suspensionsEach: 2.9, lunchtimes: 0.0008, offSite: 0.95, visits: 3.0, sport: 0.6, arranged: 0.0024,
    mobile: 0.0005, small: 0.06, removals: 1.5,
  },
  special: {
    illnessSpells: 1.85, illnessDays: 2.0, appointments: 4.6, leave: 2.5, ownGround: 0.4, holidays: 0.5, holidayDays: 4.6,
    persistent: 0.088, severe: 0.033, spread: 0.26, unwell: 0.5, onLeave: 0.08, lateBeforeClose: 3.7, lateAfterClose: 1.3, partTime: 0.06,
    suspended: 0.025, suspensionsEach: 2.43, lunchtimes: 0, offSite: 3.0, visits: 1.9, sport: 0.2, arranged: 0.003,
    mobile: 0.001, small: 0.04, removals: 0.4,
  },
  alternative: {
    illnessSpells: 3.5, illnessDays: 2.0, appointments: 1.6, leave: 0.8, ownGround: 5, holidays: 0.2, holidayDays: 4,
    persistent: 0.4, severe: 0.22, spread: 0.33, unwell: 0.2, onLeave: 0.04, lateBeforeClose: 9, lateAfterClose: 3, partTime: 0.15,
    suspended: 0.25, suspensionsEach: 2.4, lunchtimes: 0, offSite: 4, visits: 1.5, sport: 0.5, arranged: 0.01,
    mobile: 0.001, small: 0.05, removals: 0.6,
  },
  'sixth-form': {
    illnessSpells: 2.9, illnessDays: 1.5, appointments: 2, leave: 0.8, ownGround: 1.2, holidays: 0.3, holidayDays: 4,
    persistent: 0.06, severe: 0.008, spread: 0.33, unwell: 0.3, onLeave: 0.05, lateBeforeClose: 8, lateAfterClose: 0.6, partTime: 0,
    suspended: 0.01, suspensionsEach: 1.3, lunchtimes: 0, offSite: 1, visits: 3, sport: 0.5, arranged: 0,
    mobile: 0, small: 0.4, removals: 0.02,
  },
};

export function stageOf(school: School, yearGroup: number): Stage {
  if (school.phase === 'special') return 'special';
  if (school.phase === 'alternative-provision') return 'alternative';
  return yearGroup < 7 ? 'primary' : yearGroup < 12 ? 'secondary' : 'sixth-form';
}

/** How much likelier long absence and suspension are by year group, about 1 within primary and within secondary. */
// prettier-ignore
export const BY_YEAR_GROUP: readonly { readonly absence: number; readonly conduct: number }[] = [
  { absence: 1.15, conduct: 0.4 }, { absence: 1.1, conduct: 0.6 }, { absence: 0.95, conduct: 0.8 }, { absence: 0.92, conduct: 1 },
  { absence: 0.95, conduct: 1.2 }, { absence: 1, conduct: 1.3 }, { absence: 1.08, conduct: 1.3 }, { absence: 0.62, conduct: 0.65 },
  { absence: 0.92, conduct: 1.15 }, { absence: 1.08, conduct: 1.3 }, { absence: 1.18, conduct: 1.15 }, { absence: 1.2, conduct: 0.75 },
  { absence: 1, conduct: 1 }, { absence: 1, conduct: 1 },
];

/**
 * Free school meals and need, against the average child. Severe absence in secondary schools, 2022/23:
 * 7.0 % of pupils with FSM, 1.8 % without; with need 7.6 %, without 2.2 % (DfE, absence bands by characteristic).
 */
export const BY_CIRCUMSTANCE = {
  absence: { fsm: 1.75, noFsm: 0.72, N: 0.88, K: 1.45, E: 1.5 },
  illness: { fsm: 1.1, noFsm: 0.96 },
  conduct: { fsm: 1.9, noFsm: 0.66, N: 0.75, K: 1.9, E: 1.9 },
} as const;
