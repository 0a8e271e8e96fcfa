import type { Group } from './group.ts';
import type { MeasureId } from './measure-id.ts';
import type { Period } from './period.ts';
import type { SchoolType } from './school-type.ts';
import type { Missing } from './symbol.ts';

/** What a published cell says: a number in the measure’s unit, or why there is none. */
export type PublishedValue = { readonly kind: 'value'; readonly value: number } | Missing;

/** One published figure: a measure, at a place, over a period, for a kind of school and a group of pupils, in a release. */
export type Observation = {
  readonly measure: MeasureId;
  /** Code of the place in the register: `E92000001`, `E12000001`, `E08000032`. */
  readonly place: string;
  readonly period: Period;
  readonly schoolType: SchoolType;
  /** Who it is about; `all` (`ALL_PUPILS`) where DfE narrows it to nobody. */
  readonly group: Group;
  readonly value: PublishedValue;
  /** Beside the rate where the release carries them. */
  readonly numerator: number | undefined;
  readonly denominator: number | undefined;
  /** Schools that reported, of all; given by the daily attendance collection only. */
  readonly schools: { readonly reporting: number; readonly all: number } | undefined;
  /** Id of the release it came from. */
  readonly release: string;
};

/**
 * Which observations: every part given must be met; what is left out is any. Only the group is different: left out, it
 * is all pupils, so that no figure of a part is ever taken for the whole; `any` asks for every group.
 */
export type ObservationQuery = {
  readonly measure?: MeasureId;
  readonly place?: string;
  readonly period?: Period;
  readonly schoolType?: SchoolType;
  readonly group?: Group | 'any';
  /** Id of a release. */
  readonly release?: string;
};
