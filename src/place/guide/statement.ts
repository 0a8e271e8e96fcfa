import type { AcademicYear } from '#kernel';
import type { MeasureId } from '../measure-id.ts';
import type { Period } from '../period.ts';
import type { GuideAreaId } from './areas.ts';
import type { Printed } from './printed.ts';

/** What a reader finds the statements by, in this order. */
export const GUIDE_THEMES = [
  { id: 'absence', title: 'Absence' },
  { id: 'suspension', title: 'Suspension' },
  { id: 'exclusion', title: 'Permanent exclusion' },
  {
    id: 'extremes',
    title: 'Highest and lowest',
    note: 'The guide calls several places highest or lowest nationally. Checked here are those that its own table of places points to.',
  },
  { id: 'children', title: 'Which children' },
  { id: 'lost-days', title: 'Days lost' },
] as const satisfies readonly { readonly id: string; readonly title: string; readonly note?: string }[];
export type GuideTheme = (typeof GUIDE_THEMES)[number]['id'];

/** How a statement is recomputed. Every number comes from published rows; none stands here. */
export type GuideMethod =
  /** A rate of a place, as published or put together from its authorities. */
  | { readonly kind: 'published'; readonly measure: MeasureId; readonly area: GuideAreaId; readonly period: Period }
  /** A term’s rate, which DfE’s carried files give by SEN group only, put together from the groups. */
  | {
      readonly kind: 'rebuilt';
      readonly measure: RebuiltMeasure;
      readonly area: GuideAreaId;
      readonly period: TermPeriod;
    }
  /** A place over England. */
  | { readonly kind: 'ratio'; readonly measure: MeasureId; readonly area: GuideAreaId; readonly period: Period }
  /** The authorities of a place, each over England: “up to” is the greatest, “some areas” the closest. */
  | {
      readonly kind: 'ratio-among-parts';
      readonly measure: MeasureId;
      readonly area: GuideAreaId;
      readonly period: Period;
      readonly which: 'greatest' | 'closest';
    }
  /** A region against each of the other eight. */
  | {
      readonly kind: 'extreme';
      readonly measure: MeasureId;
      readonly area: GuideAreaId;
      readonly period: Period;
      readonly side: 'highest' | 'lowest';
    }
  /** Secondary schools over primary and special schools together, in England. */
  | { readonly kind: 'secondary'; readonly measure: MeasureId; readonly period: Period }
  /** Pupils of these ages over all pupils, in England. */
  | { readonly kind: 'ages'; readonly measure: MeasureId; readonly ages: readonly number[]; readonly period: Period }
  | { readonly kind: 'lost-days'; readonly year: AcademicYear }
  /** Suspended pupils in either of two groups: the union, which no table gives. */
  | { readonly kind: 'either-group'; readonly period: TermPeriod }
  | { readonly kind: 'not-carried'; readonly reason: string; readonly needed: string };

export type RebuiltMeasure = 'suspension-rate' | 'permanent-exclusion-rate';
export type TermPeriod = Extract<Period, { readonly kind: 'term' }>;

/** One figure or sentence of the guide. */
export type GuideStatement = {
  /** In an address: `absence-north-east`. */
  readonly id: string;
  readonly theme: GuideTheme;
  /** The place as the guide names it. */
  readonly place: string;
  /** A heading of its own page: `Suspensions: North East`. */
  readonly title: string;
  /** The sense of it in our words, without the number. */
  readonly says: string;
  readonly printed: Printed;
  /** As the guide gives it, or that it gives none. */
  readonly period: string;
  readonly method: GuideMethod;
};
