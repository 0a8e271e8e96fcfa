import { groupWords, type Group } from './group.ts';
import type { MeasureId } from './measure-id.ts';
import { getMeasure } from './measures.ts';
import { periodWords, type Period } from './period.ts';
import { periodSlug } from './period-slug.ts';
import { SCHOOL_TYPE_WORDS, type SchoolType } from './school-type.ts';

/** All that decides what a published figure may stand beside. */
export type Kind = {
  readonly measure: MeasureId;
  readonly period: Period;
  readonly schoolType: SchoolType;
  readonly group: Group;
};

/**
 * Why two published figures are not compared, as a sentence; undefined where they are alike. Measure, then period, then
 * schools, then pupils: the reason names the first difference.
 */
export function unlike(one: Kind, other: Kind): string | undefined {
  if (one.measure !== other.measure) {
    const [first, second] = [getMeasure(one.measure), getMeasure(other.measure)];
    return `One figure is “${first.name}” and the other “${second.name}”. They count different things.`;
  }
  if (periodSlug(one.period) !== periodSlug(other.period)) {
    return `One figure covers ${periodWords(one.period)}, the other ${periodWords(other.period)}. Compare places over one period; for one place over time, see its series with its breaks.`;
  }
  if (one.schoolType !== other.schoolType) {
    return `One figure is for ${SCHOOL_TYPE_WORDS[one.schoolType]}, the other for ${SCHOOL_TYPE_WORDS[other.schoolType]}.`;
  }
  if (one.group !== other.group) {
    return `One figure is for: ${groupWords(one.group)}. The other is for: ${groupWords(other.group)}. Places are compared for one group at a time; groups within one place have a page of their own.`;
  }
  return undefined;
}
