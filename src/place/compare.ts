import { addDays, firstDay, writtenDate, type AcademicYear, type CalendarDate } from '#kernel';
import { ALL_PUPILS, groupWords, type Group } from './group.ts';
import type { MeasureId } from './measure-id.ts';
import { getMeasure } from './measures.ts';
import type { Observation } from './observation.ts';
import { pandemicCaution, periodWords, type Term } from './period.ts';
import { COUNTED_AS, SCHOOL_TYPE_WORDS, schoolTypeOfPhases, type Phase } from './school-type.ts';

/** What Kith’s own account says about an area or a school, with all that decides what it may stand beside. */
export type LocalFigure = {
  readonly measure: MeasureId;
  /** In the measure’s unit (percent, per 100 pupils); undefined where there is no denominator. */
  readonly value: number | undefined;
  /** `Northmoor`, `Beck Lane Primary`. */
  readonly name: string;
  readonly period: {
    readonly year: AcademicYear;
    readonly from: CalendarDate;
    readonly to: CalendarDate;
    /** The account covers the school year to its last school day. */
    readonly completeYear: boolean;
    /** Set where the figure was cut to one of DfE’s terms. */
    readonly term?: Term;
  };
  /** Phases of the schools in the figure. */
  readonly phases: readonly Phase[];
  /** Who the figure is about; all pupils where left out. */
  readonly group?: Group;
};

export type Comparison =
  | {
      readonly kind: 'comparable';
      readonly local: LocalFigure;
      readonly published: Observation;
      readonly localValue: number;
      readonly publishedValue: number;
      /** local − published, in the measure’s unit. */
      readonly difference: number;
      /** local ÷ published; undefined where the published figure is 0. */
      readonly ratio: number | undefined;
      /** What a reader must still know: a pandemic year, schools not reporting. */
      readonly cautions: readonly string[];
    }
  | { readonly kind: 'not-comparable'; readonly reason: string };

/**
 * Like with like, or not at all: the same measure, the same period, the same kinds of school and the same
 * group of pupils. The reason for
 * refusing is a sentence for the page. Checked in that order, so the reason names the first difference.
 */
export function compare(local: LocalFigure, published: Observation): Comparison {
  const reason =
    unlikeMeasure(local, published) ??
    unlikePeriod(local, published) ??
    unlikeSchools(local, published) ??
    unlikeGroup(local, published);
  if (reason !== undefined) return { kind: 'not-comparable', reason };
  if (published.value.kind === 'missing') return { kind: 'not-comparable', reason: published.value.reason };
  if (local.value === undefined) {
    return { kind: 'not-comparable', reason: `There is no figure for ${local.name}: nothing to divide by.` };
  }
  const publishedValue = published.value.value;
  return {
    kind: 'comparable',
    local,
    published,
    localValue: local.value,
    publishedValue,
    difference: local.value - publishedValue,
    ratio: publishedValue === 0 ? undefined : local.value / publishedValue,
    cautions: cautionsOf(local, published),
  };
}

function unlikeMeasure(local: LocalFigure, published: Observation): string | undefined {
  if (local.measure === published.measure) return undefined;
  const [ours, theirs] = [getMeasure(local.measure), getMeasure(published.measure)];
  return `The figure for ${local.name} is “${ours.name}” and the published one is “${theirs.name}”. They count different things.`;
}

function unlikePeriod(local: LocalFigure, published: Observation): string | undefined {
  const { period: ours, name } = local;
  const theirs = published.period;
  const words = `The published figure covers ${periodWords(theirs)}`;
  if (ours.year !== theirs.year) return `${words}. The one for ${name} is for ${ours.year}.`;
  switch (theirs.kind) {
    case 'academic-year':
      if (ours.term) return `${words}. The one for ${name} covers the ${ours.term.toLowerCase()} only.`;
      return ours.completeYear
        ? undefined
        : `${words}, start to end. The one for ${name} stops at ${writtenDate(ours.to)}.`;
    case 'term':
      return ours.term === theirs.term ? undefined : `${words} only. The one for ${name} covers ${spanOf(ours)}.`;
    case 'year-to-date': {
      if (theirs.through === undefined) return `${words}, so there is no matching period to compare.`;
      if (ours.term) return `${words}. The one for ${name} covers the ${ours.term.toLowerCase()} only.`;
      const sameDays = ours.to === theirs.through && startsTheYear(ours);
      return sameDays ? undefined : `${words}. The one for ${name} covers ${spanOf(ours)}.`;
    }
    case 'five-half-terms':
    case 'week':
    case 'calendar-year':
    case 'financial-year':
    case 'years-together':
    case 'month':
    case 'edition':
      return `${words}. The one for ${name} covers ${spanOf(ours)}.`;
  }
}

// Schools open in the first days of September; a figure that starts later misses days DfE counts, and one that
// starts sooner counts days of another year.
function startsTheYear(period: LocalFigure['period']): boolean {
  const first = firstDay(period.year);
  return period.from >= first && period.from <= addDays(first, 13);
}

function spanOf(period: LocalFigure['period']): string {
  if (period.term) return `the ${period.term.toLowerCase()} of ${period.year}`;
  if (period.completeYear) return `the whole ${period.year} school year`;
  return `${writtenDate(period.from)} to ${writtenDate(period.to)}`;
}

function unlikeSchools(local: LocalFigure, published: Observation): string | undefined {
  const ours = schoolTypeOfPhases(local.phases);
  if (ours === published.schoolType) return undefined;
  const theirs = SCHOOL_TYPE_WORDS[published.schoolType];
  if (local.phases.length === 0) return `There is no school in the figure for ${local.name}.`;
  const types = [...new Set(local.phases.map((phase) => COUNTED_AS[phase]))];
  if (types.includes('alternative-provision') && types.length > 1) {
    return `The figure for ${local.name} includes alternative provision. DfE leaves it out of the figure for ${theirs}.`;
  }
  const held = types.map((type) => SCHOOL_TYPE_WORDS[type]).join(' and ');
  return `The published figure is for ${theirs}. The one for ${local.name} is for ${held} only.`;
}

function unlikeGroup(local: LocalFigure, published: Observation): string | undefined {
  const ours = local.group ?? ALL_PUPILS;
  if (ours === published.group) return undefined;
  return `The published figure is for: ${groupWords(published.group)}. The one for ${local.name} is for: ${groupWords(ours)}.`;
}

function cautionsOf(local: LocalFigure, published: Observation): readonly string[] {
  const { schools, period } = published;
  const pandemic = pandemicCaution(period);
  return [
    ...(pandemic === undefined ? [] : [pandemic]),
    ...(schools && schools.reporting < schools.all
      ? [
          `${((100 * schools.reporting) / schools.all).toFixed(1)}% of schools reported; DfE’s totals allow for the others.`,
        ]
      : []),
    ...(local.phases.includes('all-through') ? ['All-through schools are counted as secondary schools.'] : []),
  ];
}
