import { compare, type Comparison, type LocalFigure } from './compare.ts';
import type { MeasureId } from './measure-id.ts';
import { getMeasure } from './measures.ts';
import type { Observation } from './observation.ts';
import { periodWords, type Period } from './period.ts';
import { ENGLAND, findPlace, type Place } from './places.ts';
import { schoolTypeOfPhases, type SchoolType } from './school-type.ts';

/** Where an area stands: its 3-digit authority code as in `schools.csv`, and a region it may declare. */
export type AreaPlace = {
  readonly name: string;
  readonly authority?: string;
  /** Name or code of a region, where the authority is not in the register. */
  readonly region?: string;
};

/** England’s, the region’s or the authority’s figure beside a local one, compared or refused in words. */
export type Beside = {
  readonly level: 'England' | 'region' | 'authority';
  /** Undefined where the area has no such published place (a fictional authority, no region declared). */
  readonly place: Place | undefined;
  readonly published: Observation | undefined;
  readonly comparison: Comparison;
};

type Figures = {
  readonly findObservation: (
    measure: MeasureId,
    place: string,
    period: Period,
    schoolType?: SchoolType,
  ) => Promise<Observation | undefined>;
};

/** Always three rows: England, region, authority. */
export async function listBeside(figures: Figures, local: LocalFigure, area: AreaPlace): Promise<readonly Beside[]> {
  const authority = findAuthority(area);
  const region = findRegion(area, authority);
  return [
    await besideOf(figures, local, 'England', findPlace(ENGLAND), ''),
    await besideOf(
      figures,
      local,
      'region',
      region,
      `${area.name} has not said which region of England it is in. Add a region to its settings to compare.`,
    ),
    await besideOf(
      figures,
      local,
      'authority',
      authority,
      `DfE publishes no figures for an authority called ${area.name}.`,
    ),
  ];
}

function findAuthority(area: AreaPlace): Place | undefined {
  const place = area.authority === undefined ? undefined : findPlace(area.authority);
  return place?.level === 'authority' ? place : undefined;
}

function findRegion(area: AreaPlace, authority: Place | undefined): Place | undefined {
  const code = authority?.region ?? area.region;
  const place = code === undefined ? undefined : findPlace(code);
  return place?.level === 'region' ? place : undefined;
}

async function besideOf(
  figures: Figures,
  local: LocalFigure,
  level: Beside['level'],
  place: Place | undefined,
  noPlace: string,
): Promise<Beside> {
  if (!place) return { level, place, published: undefined, comparison: { kind: 'not-comparable', reason: noPlace } };
  const schoolType = schoolTypeOfPhases(local.phases) ?? 'all';
  for (const period of periodsFor(local)) {
    const published = await figures.findObservation(local.measure, place.code, period, schoolType);
    if (published) return { level, place, published, comparison: compare(local, published) };
  }
  const [wanted] = periodsFor(local);
  const name = getMeasure(local.measure).name;
  const reason = `Kith holds no published figure for “${name}” in ${place.name} for ${periodWords(wanted)}.`;
  return { level, place, published: undefined, comparison: { kind: 'not-comparable', reason } };
}

/** The period that would be like, then those a reader might expect beside it, which `compare` refuses in words. */
function periodsFor(local: LocalFigure): readonly [Period, ...Period[]] {
  const { year, term, completeYear, to } = local.period;
  if (term) return [{ kind: 'term', year, term }];
  const whole: Period = { kind: 'academic-year', year };
  const unstated: Period = { kind: 'year-to-date', year, through: undefined };
  return completeYear ? [whole, unstated] : [{ kind: 'year-to-date', year, through: to }, unstated, whole];
}
