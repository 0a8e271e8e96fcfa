import { riskDifference, riskRatio, type Compared } from '#statistics';
import { countsOf, whyNotEvents } from './chance.ts';
import { SEXES } from './counted.ts';
import { ALL_PUPILS, byGroup, findGroup, partsOf, type Group, type GroupDimension } from './group.ts';
import { getMeasure } from './measures.ts';
import type { Measure } from './measure.ts';
import type { MeasureId } from './measure-id.ts';
import type { Observation } from './observation.ts';
import { UNITS } from './unit.ts';

/** One group of pupils beside those it is held against. */
export type GroupBeside = {
  readonly group: Group;
  readonly observation: Observation;
  readonly beside:
    /** Against everyone else in the place, from counts. Rates in the measure’s unit. */
    | {
        readonly kind: 'everyone-else';
        readonly elseRate: number;
        readonly ratio: Compared;
        readonly difference: Compared;
      }
    /** Against another group, from published rates alone: without intervals. */
    | {
        readonly kind: 'rates-only';
        readonly against: Group;
        readonly elseRate: number;
        readonly ratio: number | undefined;
        readonly difference: number;
      }
    /** The group that the others are held against. */
    | { readonly kind: 'reference' }
    | { readonly kind: 'cannot-say'; readonly reason: string };
};

/** What may be held unfair between groups; age and year group are left to other pages. */
const DIMENSIONS: readonly GroupDimension[] = [
  'free school meals',
  'special educational needs',
  'sex',
  'ethnicity',
  'first language',
];

const NO_SEN = findGroup('no-sen');

/**
 * Every group of one place, period and kind of school against everyone else there, groups in the order of the table of
 * groups. Everyone else is the whole less the group, so no pupil is on both sides. Where only rates are published,
 * groups of special educational needs stand against pupils without, and there is no interval.
 */
export function groupsBeside(measure: MeasureId, observations: readonly Observation[]): readonly GroupBeside[] {
  const reference = observations.find(({ group }) => group === NO_SEN);
  return observations
    .filter(({ group }) => isMeant(group))
    .toSorted((a, b) => byGroup(a.group, b.group))
    .map((observation) => ({
      group: observation.group,
      observation,
      beside: besideOf(measure, observation, wholeOf(observations, observation.release), reference),
    }));
}

function isMeant(group: Group): boolean {
  const parts = partsOf(group);
  return (
    parts.length > 0 &&
    parts.every(({ id, dimension }) => DIMENSIONS.includes(dimension) && !/unclassified|before|^school-action/.test(id))
  );
}

type Whole = { readonly numerator: number; readonly denominator: number };

/** All pupils as the same release counts them; girls and boys added where it does not. Another may count otherwise. */
function wholeOf(observations: readonly Observation[], release: string): Whole | undefined {
  const counted = (group: Group): Whole | undefined => {
    const found = observations.find((one) => one.group === group && one.release === release);
    return found?.numerator === undefined || found.denominator === undefined
      ? undefined
      : { numerator: found.numerator, denominator: found.denominator };
  };
  const all = counted(ALL_PUPILS);
  if (all) return all;
  const [girls, boys] = SEXES.map(counted);
  return girls && boys
    ? { numerator: girls.numerator + boys.numerator, denominator: girls.denominator + boys.denominator }
    : undefined;
}

function besideOf(
  measure: MeasureId,
  { group, value, numerator, denominator }: Observation,
  whole: Whole | undefined,
  reference: Observation | undefined,
): GroupBeside['beside'] {
  if (value.kind === 'missing') return { kind: 'cannot-say', reason: value.reason };
  const { per } = UNITS[getMeasure(measure).unit];
  if (numerator !== undefined && denominator !== undefined && whole && per !== undefined) {
    const own = { numerator, denominator };
    const others = {
      numerator: whole.numerator - numerator,
      denominator: whole.denominator - denominator,
    };
    if (others.numerator < 0 || others.denominator <= 0) {
      return { kind: 'cannot-say', reason: 'By its rounded counts there is nobody else.' };
    }
    const elseRate = (per * others.numerator) / others.denominator;
    const reason = whyNoInterval(getMeasure(measure), own, others);
    if (reason !== undefined) {
      const unsaid: Compared = { kind: 'cannot-say', reason };
      return { kind: 'everyone-else', elseRate, ratio: unsaid, difference: unsaid };
    }
    const difference = inUnit(riskDifference(own, others), per);
    return { kind: 'everyone-else', elseRate, ratio: riskRatio(own, others), difference };
  }
  const senOnly = partsOf(group).every(({ dimension }) => dimension === 'special educational needs');
  if (reference?.value.kind !== 'value' || !senOnly) {
    return {
      kind: 'cannot-say',
      reason:
        numerator === undefined
          ? 'Only its rate is published, and no group to hold it against.'
          : 'Its release gives no counts of everyone else here.',
    };
  }
  if (group === reference.group) return { kind: 'reference' };
  const elseRate = reference.value.value;
  return {
    kind: 'rates-only',
    against: reference.group,
    elseRate,
    ratio: elseRate > 0 ? value.value / elseRate : undefined,
    difference: value.value - elseRate,
  };
}

function whyNoInterval(measure: Measure, own: Whole, others: Whole): string | undefined {
  const counts = countsOf(measure);
  if (counts === 'events') return whyNotEvents(measure);
  if (counts !== 'people') return 'It counts sessions, and those of one pupil follow one another: no interval fits.';
  return [own, others].some(({ numerator, denominator }) => numerator > denominator)
    ? 'More are counted than there are: the counts are not of one group.'
    : undefined;
}

function inUnit(compared: Compared, per: number): Compared {
  if (compared.kind === 'cannot-say') return compared;
  const { value, at95, at998 } = compared;
  const times = ({ lower, upper }: typeof at95): typeof at95 => ({ lower: per * lower, upper: per * upper });
  return { kind: 'estimate', value: per * value, at95: times(at95), at998: times(at998) };
}
