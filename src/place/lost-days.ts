import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AcademicYear } from '#kernel';
import { quoted, type Row, type Warehouse } from '#store';
import { carriedCatalogue } from './carried-releases.ts';
import { DATA_FOLDER } from './data-folder.ts';
import type { MeasureId } from './measure-id.ts';
import type { Observation } from './observation.ts';
import type { Period } from './period.ts';
import { ENGLAND } from './places.ts';
import { SCHOOL_TYPE_WORDS, type SchoolType } from './school-type.ts';

/** One step of an estimate: what was done, in words, with the number it gave. */
export type EstimateStep = {
  readonly sentence: string;
  readonly value: number;
  readonly unit: 'days' | 'percent' | 'suspensions';
};

/** Days lost in England to unauthorised absence and suspension, with everything assumed on the way. */
export type LostDaysEstimate = {
  readonly kind: 'estimate';
  readonly year: AcademicYear;
  readonly days: number;
  readonly unauthorisedDays: number;
  /** From register code E. */
  readonly suspensionDays: number;
  readonly steps: readonly EstimateStep[];
  readonly assumptions: readonly string[];
  /** The same with suspensions × mean length instead of code E; undefined where no count is published. */
  readonly alternative: { readonly days: number; readonly steps: readonly EstimateStep[] } | undefined;
  /** Ids of the releases used. */
  readonly releases: readonly string[];
};
export type LostDays = LostDaysEstimate | { readonly kind: 'no-estimate'; readonly reason: string };

const MEAN_SUSPENSION_DAYS = readFileSync(new URL('models/mean_suspension_days.sql', import.meta.url), 'utf8');
const TYPES = ['primary', 'secondary', 'special'] as const satisfies readonly SchoolType[];

type Figures = {
  readonly findObservation: (
    measure: MeasureId,
    place: string,
    period: Period,
    schoolType?: SchoolType,
  ) => Promise<Observation | undefined>;
};

/**
 * England’s days lost in a whole school year, from the daily attendance collection. The headline of “Who is losing
 * learning?” (IPPR and The Difference) counts the same two things: unauthorised absence and suspension.
 */
export async function estimateLostDays(figures: Figures, warehouse: Warehouse, year: AcademicYear): Promise<LostDays> {
  const period: Period = { kind: 'academic-year', year };
  const phases: PhaseDays[] = [];
  for (const type of TYPES) {
    const unauthorised = await figures.findObservation('daily-unauthorised-absence', ENGLAND, period, type);
    const excluded = await figures.findObservation('daily-suspended-or-excluded', ENGLAND, period, type);
    const phase = unauthorised && excluded && phaseDays(type, unauthorised, excluded);
    if (!phase) {
      return {
        kind: 'no-estimate',
        reason: `Kith holds no published sessions for ${SCHOOL_TYPE_WORDS[type]} in England for the whole of ${year}.`,
      };
    }
    phases.push(phase);
  }
  const unauthorisedDays = sum(phases.map((phase) => phase.unauthorisedDays));
  const suspensionDays = sum(phases.map((phase) => phase.suspensionDays));
  const suspensions = await figures.findObservation('suspension-rate', ENGLAND, period);
  const alternative = await alternativeOf(warehouse, unauthorisedDays, suspensions);
  return {
    kind: 'estimate',
    year,
    days: unauthorisedDays + suspensionDays,
    unauthorisedDays,
    suspensionDays,
    steps: [
      ...phases.flatMap((phase) => phase.steps),
      { sentence: 'Unauthorised absence, all schools', value: unauthorisedDays, unit: 'days' },
      { sentence: 'Suspension and exclusion (code E), all schools', value: suspensionDays, unit: 'days' },
      { sentence: 'Both together', value: unauthorisedDays + suspensionDays, unit: 'days' },
    ],
    assumptions: ASSUMPTIONS,
    alternative: alternative && { days: alternative.days, steps: alternative.steps },
    releases: [...new Set([...phases.flatMap((phase) => phase.releases), ...(alternative?.releases ?? [])])],
  };
}

const ASSUMPTIONS: readonly string[] = [
  'Two sessions make a day.',
  'Schools that did not share their registers lost as much as those of the same phase that did, and are as large.',
  'Every session with code E was lost: no work set at home is counted as learning.',
  'Code E also holds pupils permanently excluded who are waiting for other provision.',
  'Absence the school agreed to, illness among it, is not counted.',
  'Pupils in alternative provision, in independent schools or on no roll are not counted.',
];

type PhaseDays = {
  readonly unauthorisedDays: number;
  readonly suspensionDays: number;
  readonly steps: readonly EstimateStep[];
  readonly releases: readonly string[];
};

function phaseDays(type: SchoolType, unauthorised: Observation, excluded: Observation): PhaseDays | undefined {
  const { schools } = unauthorised;
  if (!schools || unauthorised.numerator === undefined || excluded.numerator === undefined) return undefined;
  const share = schools.reporting / schools.all;
  const unauthorisedDays = unauthorised.numerator / 2 / share;
  const suspensionDays = excluded.numerator / 2 / share;
  const words = SCHOOL_TYPE_WORDS[type];
  return {
    unauthorisedDays,
    suspensionDays,
    steps: [
      { sentence: `Share of ${words} that reported`, value: 100 * share, unit: 'percent' },
      {
        sentence: `Unauthorised absence reported by ${words}, sessions ÷ 2`,
        value: unauthorised.numerator / 2,
        unit: 'days',
      },
      { sentence: `The same for all ${words}, ÷ the share that reported`, value: unauthorisedDays, unit: 'days' },
      { sentence: `Code E reported by ${words}, sessions ÷ 2`, value: excluded.numerator / 2, unit: 'days' },
      { sentence: `The same for all ${words}, ÷ the share that reported`, value: suspensionDays, unit: 'days' },
    ],
    releases: [unauthorised.release, excluded.release],
  };
}

async function alternativeOf(
  warehouse: Warehouse,
  unauthorisedDays: number,
  suspensions: Observation | undefined,
): Promise<
  { readonly days: number; readonly steps: readonly EstimateStep[]; readonly releases: readonly string[] } | undefined
> {
  if (suspensions?.numerator === undefined) return undefined;
  const carried = carriedCatalogue().releases.find((release) => release.shape === 'suspension-duration');
  if (!carried) return undefined;
  await warehouse.run(
    `create or replace temp view suspension_duration as
     from read_csv(${quoted(join(DATA_FOLDER, carried.file))}, header = true, all_varchar = true)`,
  );
  const mean = await warehouse.row<Row & { readonly days: number }>(MEAN_SUSPENSION_DAYS);
  // Two decimals, as the mean is published and quoted.
  const length = Math.round(mean.days * 100) / 100;
  const days = suspensions.numerator * length;
  return {
    days: unauthorisedDays + days,
    steps: [
      { sentence: 'Suspensions in the year', value: suspensions.numerator, unit: 'suspensions' },
      {
        sentence: 'Mean length of a suspension in 2015/16, the last year Kith holds by length',
        value: length,
        unit: 'days',
      },
      { sentence: 'Suspensions × mean length', value: days, unit: 'days' },
      { sentence: 'With unauthorised absence', value: unauthorisedDays + days, unit: 'days' },
    ],
    releases: [suspensions.release, carried.id],
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
