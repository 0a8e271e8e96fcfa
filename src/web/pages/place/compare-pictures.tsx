import type { JSX } from 'hono/jsx/jsx-runtime';
import { getMeasure, placesOf, type Field, type FieldPlace } from '#place';
import { funnelCurve, funnelOf, widenedLimits, type Intervals } from '#statistics';
import {
  accurateMap,
  distribution,
  funnel,
  hexMap,
  roundClasses,
  type FunnelLimits,
  type MapInput,
} from '../../charts/index.ts';
import { ChartFigure } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import type { AskedFor } from './compare.ts';
import { figuredOf } from './profile-pictures.tsx';
import { unitAfter } from './profile.ts';
import { periodTitle } from './published-period.ts';
import { bareText, valueText } from './published-text.tsx';

type Props = { readonly asked: AskedFor; readonly field: Field };

/** Every authority the same size, and where they lie beside it. */
export function Maps({ asked, field }: Props): JSX.Element {
  const measure = getMeasure(field.measure);
  const unit = unitAfter(measure.id);
  const values = field.authorities.flatMap(({ observation: { value } }) =>
    value.kind === 'value' ? [value.value] : [],
  );
  const decimals = Math.max(1, ...values.map((value) => placesOf(measure.unit, value)));
  const input: Omit<MapInput, 'id'> = {
    title: `${measure.name}, ${periodTitle(field.period)}`,
    measure: `${measure.name}, ${periodTitle(field.period)}`,
    places: field.authorities.map(({ place, observation }) => ({
      code: place.code,
      href: urls.place(place.code),
      ...figuredOf(observation),
    })),
    classes: roundClasses(values, { decimals, unit }),
    chosen: chosenAuthority(asked, field),
  };
  return (
    <div class="kith-maps">
      <ChartFigure chart={hexMap({ ...input, id: 'hexes' })} heading="Each authority the same size" />
      <ChartFigure chart={accurateMap({ ...input, id: 'map' })} heading="Where they lie" />
    </div>
  );
}

export function Spread({ asked, field }: Props): JSX.Element {
  const measure = getMeasure(field.measure);
  const region = field.regions.find(({ place }) => place.code === asked.marked.find((one) => one.region)?.region);
  const lines = [
    ...(field.england ? [{ label: 'England', observation: field.england }] : []),
    ...(region ? [{ label: region.place.name, observation: region.observation }] : []),
  ].flatMap(({ label, observation }) =>
    observation.value.kind === 'value'
      ? [{ label, value: observation.value.value, printed: bareText(valueText(observation)) }]
      : [],
  );
  const chart = distribution({
    id: 'spread',
    title: `${measure.name} in every authority`,
    unit: unitAfter(measure.id),
    measure: `${measure.name}, ${periodTitle(field.period)}`,
    things: 'authorities',
    places: field.authorities.map(({ place, observation }) => ({
      code: place.code,
      name: place.name,
      ...figuredOf(observation),
    })),
    chosen: chosenAuthority(asked, field),
    lines,
  });
  return <ChartFigure chart={chart} heading="How authorities are spread" />;
}

/** Where chance would leave places of each size, where counts of people are published; else why there is none. */
export function FunnelOfField({ asked, field }: Props): JSX.Element {
  const measure = getMeasure(field.measure);
  const counted = field.authorities.flatMap((row) =>
    row.chance.kind === 'estimate' ? [{ ...row, chance: row.chance }] : [],
  );
  const heading = 'More than chance?';
  if (counted.length < 3) {
    return (
      <>
        <h2 class="govuk-heading-m">{heading}</h2>
        <p class="govuk-body">{`No funnel is drawn. ${whyNoFunnel(field)}`}</p>
      </>
    );
  }
  const parts = counted.map(({ chance }) => chance);
  const { target, tau, phi } = funnelOf(parts);
  if (target === undefined) return <></>;
  const per = parts[0]?.per ?? 100;
  const sizes = sizesBetween(parts.map(({ denominator }) => denominator));
  const curve = (limits: (n: number) => Intervals): FunnelLimits => {
    const at = sizes.map((n) => ({ n, ...limits(n) }));
    return {
      p95: at.map(({ n, at95 }) => ({ n, lower: at95.lower * per, upper: at95.upper * per })),
      p998: at.map(({ n, at998 }) => ({ n, lower: at998.lower * per, upper: at998.upper * per })),
    };
  };
  const byChance = new Map(funnelCurve(target, sizes).map((one) => [one.denominator, one] as const));
  const chanceOnly = curve((n) => byChance.get(n) ?? widenedLimits(target, 0, n));
  const wide = phi !== undefined && phi > 1 && tau !== undefined && tau > 0;
  const chart = funnel({
    id: 'funnel',
    title: `${measure.name}, ${periodTitle(field.period)}: a funnel`,
    unit: unitAfter(measure.id),
    denominator: DENOMINATORS[measure.publication] ?? 'pupils',
    things: 'authorities',
    points: field.authorities.map((row) => ({
      code: row.place.code,
      name: row.place.name,
      n: row.chance.kind === 'estimate' ? row.chance.denominator : 0,
      ...(row.chance.kind === 'estimate'
        ? { value: row.chance.value, printed: bareText(valueText(row.observation)) }
        : { notShown: 'missing' as const }),
    })),
    target: {
      words: 'All these authorities together',
      value: target * per,
      printed: `${(target * per).toFixed(2)}${unitAfter(measure.id)}`,
    },
    limits: chanceOnly,
    overdispersed: wide ? curve((n) => widenedLimits(target, tau, n)) : undefined,
    chosen: chosenAuthority(asked, field),
  });
  return (
    <ChartFigure
      chart={chart}
      heading={heading}

      source={`Around the pooled rate, 1 in 20 places lies outside the inner limits by chance alone, 2 in 1,000 outside the outer ones.${
        wide
          ? ` Authorities differ by more than chance throughout (φ is ${phi.toFixed(1)}; by chance alone it would be about 1), so wider limits allow for that: outside them a place is unusual even among places that differ so much.`
          : ''
      }`}
    />
  );
}

const DENOMINATORS: Readonly<Record<string, string>> = {
  'education-health-and-care-plans': 'plans or requests',
};

function whyNoFunnel(field: Field): string {
  const first = field.authorities.find(({ chance }) => chance.kind === 'cannot-say');
  return first?.chance.kind === 'cannot-say' ? first.chance.reason : 'Too few authorities have counts.';
}

/** Whole sizes from the smallest to the largest, close enough together to be read between. */
function sizesBetween(denominators: readonly number[]): readonly number[] {
  const [low, high] = [Math.max(1, Math.min(...denominators)), Math.max(...denominators)];
  const steps = 60;
  return [...new Set(Array.from({ length: steps + 1 }, (_, at) => Math.round(low * (high / low) ** (at / steps))))];
}

function chosenAuthority(asked: AskedFor, field: Field): string | undefined {
  return asked.marked.find(({ code }) => field.authorities.some(({ place }: FieldPlace) => place.code === code))?.code;
}
