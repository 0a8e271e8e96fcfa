import {
  ALL_PUPILS,
  ENGLAND,
  findGroup,
  findMeasure,
  findPlace,
  getMeasure,
  groupWords,
  pandemicCaution,
  periodSlug,
  periodWords,
  readField,
  unlike,
  type Field,
  type Group,
  type Kind,
  type Measure,
  type Period,
  type Place,
  type PublishedStatistics,
} from '#place';
import { findPeriod } from './published-period.ts';

/** What the address of a comparison asks for; several of one kind where it names several. */
export type AskedComparison = {
  readonly measures: readonly string[];
  readonly periods: readonly string[];
  readonly groups: readonly string[];
  readonly places: readonly string[];
  readonly region: string | undefined;
};

/** What can be chosen, whatever comes of it. */
export type Choices = {
  readonly measure: Measure;
  readonly periods: readonly Period[];
  readonly period: Period | undefined;
  readonly groups: readonly Group[];
  readonly group: Group;
  readonly region: Place | undefined;
  /** Marked places, in the order asked for. */
  readonly marked: readonly Place[];
};

export type AskedFor = Choices &
  (
    | { readonly kind: 'comparison'; readonly field: Field; readonly cautions: readonly string[] }
    /** Not like with like, or not published: the reasons, as sentences. */
    | { readonly kind: 'refused'; readonly reasons: readonly string[] }
  );

const DEFAULT_MEASURE = 'persistent-absence';

/** One measure, period and group in every authority; refused, with the reason, where what is asked for is not alike. */
export async function readComparison(published: PublishedStatistics, asked: AskedComparison): Promise<AskedFor> {
  const measure = findMeasure(asked.measures[0] ?? '') ?? getMeasure(DEFAULT_MEASURE);
  const group = findGroup(asked.groups[0] ?? 'all') ?? ALL_PUPILS;
  const periods = await listPeriods(published, measure, group);
  const wanted = findPeriod(asked.periods[0] ?? '');
  const period = wanted ?? periods[0];
  const marked = asked.places.flatMap((text) => findPlace(text) ?? []);
  const region = findPlace(asked.region ?? '');
  const choices: Choices = {
    measure,
    periods,
    period,
    groups: await listAuthorityGroups(published, measure),
    group,
    region: region?.level === 'region' ? region : undefined,
    marked,
  };
  const reasons = [...unknown(asked), ...unlikeOnes(asked, choices)];
  if (!period || reasons.length > 0) {
    return { ...choices, kind: 'refused', reasons: reasons.length > 0 ? reasons : [nothingFor(measure, group)] };
  }
  const field = await readField(published, { measure: measure.id, period, group });
  const without = notPublished(field, measure, marked);
  if (field.authorities.length === 0) {
    return {
      ...choices,
      kind: 'refused',
      reasons: [
        periods.length === 0
          ? nothingFor(measure, group)
          : `“${measure.name}” is not published for authorities over ${periodWords(period)}. Choose one of the periods below.`,
      ],
    };
  }
  if (without.length > 0) return { ...choices, kind: 'refused', reasons: without };
  return { ...choices, kind: 'comparison', field, cautions: cautionsOf(field) };
}

/** Periods with a figure for any authority, newest first. */
async function listPeriods(published: PublishedStatistics, measure: Measure, group: Group): Promise<readonly Period[]> {
  const rows = await published.listStandingObservations({ measure: measure.id, schoolType: 'all', group });
  const held = new Map<string, Period>();
  for (const { place, period, value } of rows) {
    if (value.kind === 'value' && findPlace(place)?.level === 'authority') held.set(periodSlug(period), period);
  }
  return [...held.values()].toSorted((a, b) => (periodSlug(a) < periodSlug(b) ? 1 : -1));
}

/** Groups that the measure is published by for authorities. A well-known large one stands for all of them. */
async function listAuthorityGroups(published: PublishedStatistics, measure: Measure): Promise<readonly Group[]> {
  const birmingham = findPlace('Birmingham')?.code ?? '';
  return published.listGroups({ measure: measure.id, place: birmingham, schoolType: 'all' });
}

function nothingFor(measure: Measure, group: Group): string {
  const of = group === ALL_PUPILS ? '' : ` for: ${groupWords(group)}`;
  return `“${measure.name}” is not published for authorities${of}: ${measure.geography}.`;
}

function unknown(asked: AskedComparison): readonly string[] {
  return [
    ...asked.measures.flatMap((text) =>
      text === '' || findMeasure(text) ? [] : [`Kith has no measure called “${text}”. Choose one of the list.`],
    ),
    ...asked.periods.flatMap((text) =>
      text === '' || findPeriod(text) ? [] : [`“${text}” is not a period. Write a school year like 2022/23.`],
    ),
    ...asked.groups.flatMap((text) =>
      text === '' || findGroup(text) ? [] : [`“${text}” is not a group of pupils. Choose one of the list.`],
    ),
    ...asked.places.flatMap((text) =>
      text === '' || findPlace(text) ? [] : [`Kith knows no place “${text}”. Use its name or its code.`],
    ),
  ];
}

/** Two measures, periods or groups in one address are two kinds of figure: the reason says why they stay apart. */
function unlikeOnes(asked: AskedComparison, { measure, period, group }: Choices): readonly string[] {
  if (!period) return [];
  const first: Kind = { measure: measure.id, period, schoolType: 'all', group };
  const others: readonly Kind[] = [
    ...asked.measures.slice(1).flatMap((text) => {
      const other = findMeasure(text);
      return other ? [{ ...first, measure: other.id }] : [];
    }),
    ...asked.periods.slice(1).flatMap((text) => {
      const other = findPeriod(text);
      return other ? [{ ...first, period: other }] : [];
    }),
    ...asked.groups.slice(1).flatMap((text) => {
      const other = findGroup(text);
      return other ? [{ ...first, group: other }] : [];
    }),
  ];
  return [...new Set(others.flatMap((other) => unlike(first, other) ?? []))];
}

function notPublished(field: Field, measure: Measure, marked: readonly Place[]): readonly string[] {
  const held = new Set([ENGLAND, ...[...field.regions, ...field.authorities].map(({ place }) => place.code)]);
  return marked
    .filter(({ code }) => !held.has(code))
    .map(
      ({ name, level }) =>
        `“${measure.name}” is not published for ${name}${level === 'district' ? ', a district' : level === 'authority' ? ' over this period' : ''}: ${measure.geography}.`,
    );
}

function cautionsOf({ authorities, period }: Field): readonly string[] {
  const pandemic = pandemicCaution(period);
  const summed = authorities.some(({ counts }) => counts === 'summed');
  return [
    ...(pandemic === undefined ? [] : [pandemic]),
    ...(summed
      ? ['Counts are those of girls and boys added, each rounded to 5 in the release; the rates are as published.']
      : []),
  ];
}
