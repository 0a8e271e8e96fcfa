import type { AcademicYear } from '#kernel';
import { groupOf } from '../group.ts';
import type { MeasureId } from '../measure-id.ts';
import type { Observation } from '../observation.ts';
import { TERMS, type Period } from '../period.ts';
import { listAuthoritiesOf, type GuideArea } from './areas.ts';
import { guideText, unitOf, valueOf, wholeNumber } from './guide-text.ts';
import { sum } from './published-figure.ts';
import type { PublishedRows } from './published-rows.ts';
import type { Figure, PlacePart } from './reading.ts';
import type { TermPeriod } from './statement.ts';

/** The method’s own error for a measure, as a share of the rate, and the year it was measured in. */
export type RebuildTolerance = { readonly share: number; readonly year: AcademicYear };

/** The three terms that make up a school year. */
export const THREE_TERMS = TERMS.filter((term) => term !== 'Autumn and spring term');

/** SEN groups that together are all pupils. */
const SEN_GROUPS = ['ehc-plan', 'sen-support', 'no-sen'] as const;
export type SenGroup = (typeof SEN_GROUPS)[number];

/** One authority’s pupils and rates by SEN group. */
type Built = {
  readonly name: string;
  readonly pupils: Readonly<Record<SenGroup, number>>;
  readonly rates: Readonly<Record<SenGroup, number>>;
  readonly rows: readonly Observation[];
};

/**
 * A term’s rate of a place. By term and authority the carried files give rates by SEN group only; each group’s rate times
 * the group’s pupils gives the events, and they are divided by all pupils. How far that may be off: `rebuildTolerance`.
 */
export async function findRebuilt(
  rows: PublishedRows,
  measure: MeasureId,
  area: GuideArea,
  period: TermPeriod,
  { share, year }: RebuildTolerance,
): Promise<Figure | undefined> {
  const { built, leftOut } = await listBuilt(rows, measure, area, period);
  if (built.length === 0) return undefined;
  const parts = built.map(({ name, pupils, rates }): PlacePart & { readonly weight: number } => {
    const all = pupilsIn(pupils);
    const value = eventsOf(pupils, rates) / all;
    return { name, value, low: value * (1 - share), high: value * (1 + share), weight: all };
  });
  const pupils = sum(parts.map((part) => part.weight));
  const events = sum(parts.map((part) => part.value * part.weight));
  const value = events / pupils;
  const ofGroup = (group: SenGroup): number => sum(built.map((one) => one.pupils[group]));
  const eventsIn = (group: SenGroup): number => sum(built.map((one) => one.pupils[group] * one.rates[group])) / 100;
  return {
    value,
    low: value * (1 - share),
    high: value * (1 + share),
    count: events / 100,
    error: `Rebuilt from SEN groups. For ${year}, the last whole year that DfE’s own rates can be held against, three rebuilt terms differ from the year by up to ${guideText('percent', 100 * share)} of the rate among the guide’s places, so the rate is taken as that uncertain.`,
    steps: [
      ...SEN_GROUPS.map((group) => ({
        sentence: `${GROUP_WORDS[group]}: ${wholeNumber(ofGroup(group))} pupils; each authority’s rate × its pupils ÷ 100, added up`,
        number: wholeNumber(eventsIn(group)),
      })),
      { sentence: 'The three groups together', number: wholeNumber(events / 100) },
      { sentence: 'Pupils in all three groups', number: wholeNumber(pupils) },
      { sentence: 'Divided, for every 100 pupils', number: guideText(unitOf(measure), value) },
    ],
    assumptions: [
      `Pupils are those of January ${Number(period.year.slice(0, 4)) + 1}. They are counted in all schools, independent ones among them; suspensions in primary, secondary and special schools.`,
      'Pupils with neither a plan nor SEN support have no SEN.',
      ...(leftOut.length > 0 ? [`Left out, for want of a rate or of pupils: ${leftOut.join(', ')}.`] : []),
      ...(area.kind === 'together'
        ? [`${area.name} is taken as ${parts.map((part) => part.name).join(', ')} together.`]
        : []),
    ],
    parts: parts.length > 1 ? parts : [],
    rows: built.flatMap((one) => one.rows),
  };
}

const GROUP_WORDS: Readonly<Record<SenGroup, string>> = {
  'ehc-plan': 'With a plan (EHC)',
  'sen-support': 'With SEN support',
  'no-sen': 'With no SEN',
};

/**
 * The largest gap, among these places, between three rebuilt terms added up and the year’s rate as DfE published it. It is
 * measured in that year and taken to hold for the terms of the year after, whose whole year is not carried for places.
 */
export async function rebuildTolerance(
  rows: PublishedRows,
  measure: MeasureId,
  areas: readonly GuideArea[],
  year: Period & { readonly kind: 'academic-year' },
): Promise<RebuildTolerance | undefined> {
  const gaps: number[] = [];
  for (const area of areas) {
    const published = area.kind === 'published' ? valueOf(await rows.find(measure, area.code, year)) : undefined;
    const terms = await Promise.all(
      THREE_TERMS.map((term) =>
        findRebuilt(rows, measure, area, { kind: 'term', year: year.year, term }, { share: 0, year: year.year }),
      ),
    );
    if (published === undefined || published === 0 || terms.some((term) => term === undefined)) continue;
    gaps.push(Math.abs(sum(terms.map((term) => term?.value ?? 0)) / published - 1));
  }
  return gaps.length === 0 ? undefined : { share: Math.max(...gaps), year: year.year };
}

export async function listBuilt(
  rows: PublishedRows,
  measure: MeasureId,
  area: GuideArea,
  period: TermPeriod,
): Promise<{ readonly built: readonly Built[]; readonly leftOut: readonly string[] }> {
  const january: Period = { kind: 'academic-year', year: period.year };
  const rates = byPlace(await rows.list(measure, period));
  const plans = byPlace(await rows.list('pupils-ehc-plan', january));
  const supports = byPlace(await rows.list('pupils-sen-support', january));
  const [built, leftOut]: [Built[], string[]] = [[], []];
  for (const { code, name } of listAuthoritiesOf(area)) {
    const plan = plans.get(code)?.find((row) => row.group === 'all');
    const support = supports.get(code)?.find((row) => row.group === 'all');
    const ofGroups = SEN_GROUPS.map((group) => rates.get(code)?.find((row) => row.group === groupOf(group)));
    const one = builtOf(name, plan, support, ofGroups);
    if (one) built.push(one);
    else leftOut.push(name);
  }
  return { built, leftOut };
}

function builtOf(
  name: string,
  plan: Observation | undefined,
  support: Observation | undefined,
  ofGroups: readonly (Observation | undefined)[],
): Built | undefined {
  const [withPlan, withSupport, none] = ofGroups.map(valueOf);
  const [plans, supports, all] = [plan?.numerator, support?.numerator, plan?.denominator];
  if (withPlan === undefined || withSupport === undefined || none === undefined) return undefined;
  if (plans === undefined || supports === undefined || all === undefined) return undefined;
  return {
    name,
    pupils: { 'ehc-plan': plans, 'sen-support': supports, 'no-sen': all - plans - supports },
    rates: { 'ehc-plan': withPlan, 'sen-support': withSupport, 'no-sen': none },
    rows: [...ofGroups, plan, support].flatMap((row) => row ?? []),
  };
}

function eventsOf(pupils: Built['pupils'], rates: Built['rates']): number {
  return sum(SEN_GROUPS.map((group) => pupils[group] * rates[group]));
}

function pupilsIn(pupils: Built['pupils']): number {
  return sum(SEN_GROUPS.map((group) => pupils[group]));
}

/** Rows for all schools together, by place: a search through thousands of rows for each place would be slow. */
function byPlace(rows: readonly Observation[]): ReadonlyMap<string, readonly Observation[]> {
  const held = new Map<string, Observation[]>();
  for (const row of rows) {
    if (row.schoolType !== 'all') continue;
    const some = held.get(row.place);
    if (some) some.push(row);
    else held.set(row.place, [row]);
  }
  return held;
}
