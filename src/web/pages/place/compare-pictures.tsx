import type { JSX } from 'hono/jsx/jsx-runtime';
import { dataText, t } from '#language';
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
import { bareValue } from './published-text.tsx';

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
    title: titleOf(field),
    measure: titleOf(field),
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
      <ChartFigure chart={hexMap({ ...input, id: 'hexes' })} heading={t('compare.same-size')} />
      <ChartFigure chart={accurateMap({ ...input, id: 'map' })} heading={t('compare.where')} />
    </div>
  );
}

export function Spread({ asked, field }: Props): JSX.Element {
  const measure = getMeasure(field.measure);
  const region = field.regions.find(({ place }) => place.code === asked.marked.find((one) => one.region)?.region);
  const lines = [
    ...(field.england ? [{ label: t('shell.england'), observation: field.england }] : []),
    ...(region ? [{ label: region.place.name, observation: region.observation }] : []),
  ].flatMap(({ label, observation }) =>
    observation.value.kind === 'value'
      ? [{ label, value: observation.value.value, printed: bareValue(observation) }]
      : [],
  );
  const chart = distribution({
    id: 'spread',
    title: t('compare.in-every-authority', { measure: measure.name }),
    unit: unitAfter(measure.id),
    measure: titleOf(field),
    things: t('published.authorities'),
    places: field.authorities.map(({ place, observation }) => ({
      code: place.code,
      name: place.name,
      ...figuredOf(observation),
    })),
    chosen: chosenAuthority(asked, field),
    lines,
  });
  return <ChartFigure chart={chart} heading={t('compare.spread')} />;
}

/** Where chance would leave places of each size, where counts of people are published; else why there is none. */
export function FunnelOfField({ asked, field }: Props): JSX.Element {
  const measure = getMeasure(field.measure);
  const counted = field.authorities.flatMap((row) =>
    row.chance.kind === 'estimate' ? [{ ...row, chance: row.chance }] : [],
  );
  const heading = t('compare.more-than-chance');
  if (counted.length < 3) {
    return (
      <>
        <h2 class="govuk-heading-m">{heading}</h2>
        <p class="govuk-body">{t('compare.no-funnel', { reason: whyNoFunnel(field) })}</p>
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
    title: t('compare.funnel', { measure: measure.name, period: periodTitle(field.period) }),
    unit: unitAfter(measure.id),
    denominator:
      measure.publication === 'education-health-and-care-plans' ? t('published.plans') : t('published.pupils'),
    things: t('published.authorities'),
    points: field.authorities.map((row) => ({
      code: row.place.code,
      name: row.place.name,
      n: row.chance.kind === 'estimate' ? row.chance.denominator : 0,
      ...(row.chance.kind === 'estimate'
        ? { value: row.chance.value, printed: bareValue(row.observation) }
        : { notShown: 'missing' as const }),
    })),
    target: {
      words: t('compare.funnel.together'),
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

      source={
        wide
          ? `${t('compare.funnel.source')} ${t('compare.funnel.wide', { phi: phi.toFixed(1) })}`
          : t('compare.funnel.source')
      }
    />
  );
}

function titleOf({ measure, period }: Field): string {
  return t('compare.title', { measure: getMeasure(measure).name, period: periodTitle(period) });
}

function whyNoFunnel(field: Field): string {
  const first = field.authorities.find(({ chance }) => chance.kind === 'cannot-say');
  return first?.chance.kind === 'cannot-say' ? dataText(first.chance.reason) : t('compare.too-few');
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
