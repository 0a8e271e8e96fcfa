// One figure at a time, for any scope a page can show: for the test that follows every number.
import { enrolments, type Enrolment } from './absence.ts';
import { gapsOf, type OffRollOutcome } from './calendar.ts';
import { mondayOf, weekday } from './dates.ts';
import { childStates, registerStates, type SessionState } from './states.ts';
import type { OracleArea, OracleQuestion, SpellRow } from './types.ts';
import { covers, latestSpell, sessionKey, viewOf, type View } from './view.ts';

/** A row of suspensions.csv; the oracle does not read that file itself. */
export type OracleSuspension = { readonly upn: string; readonly urn: string; readonly category: string };

type Own = SessionState & { readonly urn: string };
/** The figure of a measure in a scope, as pages name both; undefined where the oracle knows no such scope. */
export type OracleFigures = (measure: string, scope: string) => number | undefined;

const lost: Readonly<Record<string, readonly string[]>> = {
  possible: ['attended', 'suspended', 'unauthorised', 'part-time', 'authorised'],
  lost_headline: ['suspended', 'unauthorised'],
  lost_absence: ['suspended', 'unauthorised', 'part-time', 'authorised'],
  lost_extended: [
    'suspended',
    'unauthorised',
    'part-time',
    'authorised',
    'access-failure',
    'unrecorded-dual',
    'off-roll',
  ],
};

export const oracleFigures = (
  area: OracleArea,
  q: OracleQuestion,
  suspensions: readonly OracleSuspension[] = [],
): OracleFigures => {
  const view = viewOf(area, q);
  const ofChildren = childStates(view);
  const ofRegisters = registerStates(view);
  const enrolled = enrolments(view);
  const kept = new Map<string, readonly SessionState[]>();
  const rowsIn = (scope: string, { upns, urns, week }: Chosen): readonly SessionState[] => {
    const found = kept.get(scope);
    if (found !== undefined) return found;
    const all: readonly (SessionState & { readonly urn?: string })[] = urns === undefined ? ofChildren : ofRegisters;
    const rows = all.filter(
      (row) =>
        upns.has(row.upn) &&
        (urns === undefined || urns.has(row.urn ?? '')) &&
        (week === undefined || mondayOf(row.date) === week),
    );
    kept.set(scope, rows);
    return rows;
  };
  return (measure, scope) => {
    const chosen = choose(view, scope);
    if (chosen === undefined) return undefined;
    const { upns, urns } = chosen;
    const rows = rowsIn(scope, chosen);
    const anywhere = (row: { readonly upn: string; readonly urn: string }): boolean =>
      upns.has(row.upn) && (urns === undefined || urns.has(row.urn));
    const categories = measure.startsWith('permanent') ? ['PERM'] : ['SUSP', 'FIXD'];
    const suspended = suspensions.filter((row) => anywhere(row) && categories.includes(row.category)).length;
    const [, kind, name = ''] = /^(cause|minutes|removals?)-(.*)$/.exec(measure) ?? [];
    const [, outcome = '', end] = /^gap-([a-z-]+)-(arrived|waiting)$/.exec(measure) ?? [];
    if (end !== undefined) return gaps(view, outcome, end === 'arrived');
    if (kind === 'cause') return rows.filter((row) => row.cause === name).length;
    if (kind !== undefined) {
      const found = [...view.removals.values()]
        .flat()
        .filter((row) => anywhere(row) && row.kind === name && row.date <= view.last);
      return kind === 'removals' ? found.length : found.reduce((sum, row) => sum + row.minutes, 0);
    }
    switch (measure) {
      case 'suspensions':
      case 'permanent_exclusions':
        return suspended;
      case 'suspension_rate':
      case 'permanent_exclusion_rate':
        return (100 * suspended) / censusPupils(view, urns);
      case 'census_pupils':
        return censusPupils(view, urns);
      case 'late-sessions':
        return late(view, ofRegisters.filter(anywhere)).length;
      case 'late':
      case 'late-minutes':
        return late(view, ofRegisters.filter(anywhere)).reduce((sum, minutes) => sum + minutes, 0);
      case 'left-for-home-education':
        return endedWith(view, 'f');
      default:
        return ofCohort(measure, enrolled.filter(anywhere)) ?? ofSessions(measure, rows);
    }
  };
};

/** A rate or count over sessions in the ten states. */
const ofSessions = (measure: string, rows: readonly SessionState[]): number => {
  const count = (states: readonly string[]): number => rows.filter((row) => states.includes(row.state)).length;
  if (measure === 'children') return new Set(rows.map((row) => row.upn)).size;
  if (measure === 'calendar') return rows.length;
  if (measure === 'minutes_lost') return rows.reduce((sum, row) => sum + row.minutes, 0);
  if (measure === 'absence_rate') return (100 * count(lost['lost_absence'] ?? [])) / count(lost['possible'] ?? []);
  return count(lost[measure] ?? [measure.replaceAll('_', '-')]);
};

/** "The published measures", or undefined where the measure is none of them. */
const ofCohort = (measure: string, set: readonly Enrolment[]): number | undefined => {
  const total = (of: (one: Enrolment) => number): number => set.reduce((sum, one) => sum + of(one), 0);
  const possible = total((one) => one.possible);
  const [persistent, severe] = [total((one) => Number(one.persistent)), total((one) => Number(one.severe))];
  const found: Readonly<Record<string, number>> = {
    enrolments: set.length,
    persistent_enrolments: persistent,
    severe_enrolments: severe,
    overall_percent: (100 * total((one) => one.overall)) / possible,
    authorised_percent: (100 * total((one) => one.authorised)) / possible,
    unauthorised_percent: (100 * total((one) => one.unauthorised)) / possible,
    persistent_percent: (100 * persistent) / set.length,
    severe_percent: (100 * severe) / set.length,
  };
  return found[measure];
};

type Chosen = {
  readonly upns: ReadonlySet<string>;
  /** Set where the figure is of schools’ own registers. */
  readonly urns: ReadonlySet<string> | undefined;
  readonly week: string | undefined;
};

/** `area`, `school-900100`, `phase-primary`, `child-…`, and after a dot `week-…`, `year-group-7`, `sex-F` … */
const choose = (view: View, scope: string): Chosen | undefined => {
  let upns: ReadonlySet<string> = new Set(view.spells.keys());
  let urns: ReadonlySet<string> | undefined;
  let week: string | undefined;
  const schools = [...view.area.schools.values()];
  for (const part of scope.split('.')) {
    const [, kind = '', text = ''] =
      /^(area|school|child|week|phase|trust|la|year-group|class|sex|sen|fsm|in-care|ethnicity)(?:-(.*))?$/.exec(part) ??
      [];
    const value = text === 'none' ? '' : text;
    if (kind === '') return undefined;
    if (kind === 'school') urns = new Set([value]);
    else if (kind === 'child') upns = new Set([value]);
    else if (kind === 'week') week = value;
    else if (kind === 'phase' || kind === 'trust' || kind === 'la') {
      const [, but] = /^all-but-(.*)$/.exec(value) ?? [];
      const fits = (of: string): boolean => (but === undefined ? of === value : of !== but);
      urns = new Set(schools.filter((one) => fits(one[kind])).map((one) => one.urn));
    } else if (kind !== 'area') {
      upns = new Set([...upns].filter((upn) => valueOf(latestSpell(view.spells.get(upn) ?? []), kind) === value));
    }
  }
  return { upns, urns, week };
};

const valueOf = (spell: SpellRow | undefined, kind: string): string => {
  if (kind === 'year-group') return spell?.yearGroup ?? '';
  if (kind === 'class') return spell?.form ?? '';
  if (kind === 'in-care') return spell?.inCare ?? '';
  return (kind === 'sex' || kind === 'sen' || kind === 'fsm' || kind === 'ethnicity' ? spell?.[kind] : undefined) ?? '';
};

/** Minutes late of every session with an L in a school’s own register, one entry a session. */
const late = (view: View, rows: readonly Own[]): readonly number[] =>
  rows
    .filter((row) => row.cause === 'L' && row.lastLeft === undefined)
    .map((row) => {
      const marks = view.marks.get(sessionKey(row.upn, row.date, row.session)) ?? [];
      return marks.find((mark) => mark.urn === row.urn)?.late ?? 0;
    });

/** "sole and dual-main pupils on roll on the January census day", the third Thursday. */
const censusPupils = (view: View, urns: ReadonlySet<string> | undefined): number => {
  let day = 15;
  while (weekday(`${view.year + 1}-01-${day}`) !== 4) day += 1;
  const date = `${view.year + 1}-01-${day}`;
  const pupils = [...view.spells.values()]
    .flat()
    .filter((one) => ['C', 'M'].includes(one.status) && covers(one, date) && (urns === undefined || urns.has(one.urn)));
  // One pupil counts once at each school.
  return new Set(pupils.map((one) => `${one.upn} ${one.urn}`)).size;
};

/** What pages call the clauses that leave days off roll uncounted. */
const clause: Readonly<Record<string, OffRollOutcome>> = {
  counted: 'counted',
  short: 'short-gap',
  ground: 'ground',
  'destination-outside': 'destination-outside',
  'destination-unknown': 'destination-unconfirmed',
  'no-school-left': 'no-school-last-left',
};

const gaps = (view: View, outcome: string, arrived: boolean): number =>
  [...view.spells.keys()]
    .flatMap((upn) => gapsOf(view, upn))
    .filter((gap) => gap.outcome === clause[outcome] && gap.arrived === arrived).length;

const endedWith = (view: View, ground: string): number =>
  [...view.spells.values()].filter((spells) =>
    spells.some((one) => one.ground === ground && one.leaving >= view.first && one.leaving <= view.last),
  ).length;
