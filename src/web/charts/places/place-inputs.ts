import type { ChartInput } from '../inputs.ts';

/** Why a picture has no figure for a place. None of them is ever drawn as nought. */
export type NotShown = 'suppressed' | 'missing' | 'not-comparable';

/** A figure as drawn and as printed (`7.2%`), or why there is none. Where there is none, no number can be given. */
export type Figured = { readonly value: number; readonly printed: string } | { readonly notShown: NotShown };

export type Interval = { readonly low: number; readonly high: number };

/** In words that can follow a number and a name: `not shown because the numbers are small`. */
export type Reasons = Readonly<Partial<Record<NotShown, string>>>;

/** One of at most five classes of a map, the lowest first. */
export interface MapClass {
  /** A value below this (and not below the class before) is in it; `Infinity` for the last. */
  readonly below: number;
  /** `6.0% to under 6.5%` */
  readonly words: string;
}

export interface MapInput extends ChartInput {
  /** What is shown and when, as a sentence begins: `Overall absence in 2024/25`. */
  readonly measure: string;
  /** By authority code. An authority that is not here has no published figure. */
  readonly places: readonly ({ readonly code: string; readonly href?: string | undefined } & Figured)[];
  readonly classes: readonly MapClass[];
  readonly reasons?: Reasons | undefined;
  /** The code of the authority that the page is about. */
  readonly chosen?: string | undefined;
}

/** A limit of a funnel at some denominators, in order of `n`, close enough together to be read between. */
export type LimitCurve = readonly { readonly n: number; readonly lower: number; readonly upper: number }[];

export interface FunnelLimits {
  readonly p95: LimitCurve;
  readonly p998: LimitCurve;
}

export interface FunnelInput extends ChartInput {
  /** After a number of the scale: `%`, or ` per 100`. */
  readonly unit: string;
  /** What `n` counts: `pupils`. */
  readonly denominator: string;
  /** What a point is, in the plural: `authorities`. */
  readonly things: string;
  readonly points: readonly ({ readonly code: string; readonly name: string; readonly n: number } & Figured)[];
  readonly target: { readonly words: string; readonly value: number; readonly printed: string };
  readonly limits: FunnelLimits;
  /** Limits widened for what differs between places besides chance. Where given, points are counted against these. */
  readonly overdispersed?: FunnelLimits | undefined;
  readonly chosen?: string | undefined;
  /** By default logarithmic where the largest `n` is 20 times the smallest, else square roots. */
  readonly axis?: 'log' | 'sqrt' | undefined;
  readonly reasons?: Reasons | undefined;
}

export type YearFigure = {
  /** `2023/24` */
  readonly year: string;
  readonly interval?: Interval | undefined;
} & Figured;

export interface TrendBandInput extends ChartInput {
  readonly unit: string;
  /** Every year of the picture, oldest first, with those still to come. */
  readonly years: readonly string[];
  readonly own: { readonly name: string; readonly points: readonly YearFigure[] };
  /** England, the region: at most three. */
  readonly beside?: readonly { readonly name: string; readonly points: readonly YearFigure[] }[] | undefined;
  /** Where figures before and from a year are not alike. Nothing is drawn across. */
  readonly breaks?: readonly { readonly year: string; readonly words: string }[] | undefined;
  readonly target?:
    | {
        readonly year: string;
        readonly value: number;
        readonly printed: string;
        readonly milestones?: readonly Milestone[];
      }
    | undefined;
  /** Where the present pace leads, in years after the last figure. */
  readonly projection?: readonly YearFigure[] | undefined;
  /** Where the scale starts. `data` shows small differences, and the picture says that it does not start at nought. */
  readonly from?: 'zero' | 'data' | undefined;
  readonly reasons?: Reasons | undefined;
}

export interface Milestone {
  readonly year: string;
  readonly value: number;
  readonly printed: string;
}

export interface DistributionInput extends ChartInput {
  readonly unit: string;
  /** `Overall absence in 2024/25` */
  readonly measure: string;
  readonly things: string;
  readonly places: readonly ({ readonly code: string; readonly name: string } & Figured)[];
  readonly chosen?: string | undefined;
  /** England and the region. */
  readonly lines: readonly { readonly label: string; readonly value: number; readonly printed: string }[];
  readonly reasons?: Reasons | undefined;
}

export interface PlaceMultiplesInput extends ChartInput {
  /** Regions or authorities in order of `name`; measures as `given`. Never in order of value. */
  readonly order: 'name' | 'given';
  /** One scale for all (regions of one measure), or each its `own` (measures). */
  readonly scale: 'shared' | 'own';
  readonly years: readonly string[];
  /** The line that stands beside in every panel, in words: `England`. */
  readonly besideName?: string | undefined;
  readonly panels: readonly {
    readonly name: string;
    readonly href?: string | undefined;
    readonly unit: string;
    readonly points: readonly YearFigure[];
    readonly beside?: readonly YearFigure[] | undefined;
  }[];
  readonly reasons?: Reasons | undefined;
}

export interface IntervalPlotInput extends ChartInput {
  readonly unit: string;
  readonly order: 'name' | 'given';
  /** What an interval is, for the key: `95% interval`. */
  readonly intervalWords: string;
  readonly rows: readonly ({
    readonly label: string;
    /** `own` is the place the page is about; it, the region and England stay first and last in order of name. */
    readonly kind: 'own' | 'authority' | 'region' | 'england';
    readonly href?: string | undefined;
    readonly interval?: Interval | undefined;
  } & Figured)[];
  readonly reasons?: Reasons | undefined;
}
