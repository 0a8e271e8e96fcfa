import { startYear } from '#kernel';
import { chanceOf, type Chance } from './chance.ts';
import { listCounted, type Figures } from './field.ts';
import type { Counted } from './counted.ts';
import type { MeasureId } from './measure-id.ts';
import type { Observation } from './observation.ts';
import { periodSlug } from './period-slug.ts';
import type { Period } from './period.ts';
import { ENGLAND, type Place } from './places.ts';
import { PROFILE_MEASURES } from './profile-measures.ts';
import { benchmarkOf, readTogether, type ReadTogether } from './reading.ts';

/** One measure of a place’s profile: the newest figure, what stands beside it, and whether chance explains the difference. */
export type ProfileRow = {
  readonly measure: MeasureId;
  /** The newest figure; its value may be missing, with the reason. Undefined where nothing is published for the place. */
  readonly own: Observation | undefined;
  readonly region: Observation | undefined;
  readonly england: Observation | undefined;
  /** What was read: the newest figure, or the newest with counts, of a period that `read.observation` names. */
  readonly read: ReadFigure | undefined;
  readonly reading: ReadTogether;
};

export type ReadFigure = Counted & { readonly chance: Chance; readonly benchmark: number | undefined };

// Counts older than this say too little of today.
const YEARS_BACK = 3;

/** The profile’s measures for a place, in order; all of them read together. */
export async function readProfile(figures: Figures, place: Place): Promise<readonly ProfileRow[]> {
  const rows = await Promise.all(PROFILE_MEASURES.map((measure) => readRow(figures, place, measure)));
  const readings = readTogether(
    rows.map(({ read }) => ({
      chance: read?.chance ?? { kind: 'cannot-say', reason: 'Nothing is published for this place.' },
      benchmark: read?.benchmark,
    })),
  );
  return rows.map((row, index) => ({ ...row, reading: readings[index] ?? { kind: 'similar' } }));
}

async function readRow(figures: Figures, place: Place, measure: MeasureId): Promise<Omit<ProfileRow, 'reading'>> {
  const held = await listCounted(figures, { measure, place: place.code, schoolType: 'all' });
  // Newest first, one kind of period only: a whole year is not read beside a part of one.
  const kind = held.findLast(({ observation }) => hasValue(observation))?.observation.period.kind;
  const newest = held.filter(({ observation }) => kind === undefined || observation.period.kind === kind).toReversed();
  const own = newest.find(({ observation }) => hasValue(observation)) ?? newest[0];
  if (!own) return { measure, own: undefined, region: undefined, england: undefined, read: undefined };
  const { period } = own.observation;
  const [england, region] = await Promise.all([
    at(figures, measure, ENGLAND, period),
    place.region === undefined ? undefined : at(figures, measure, place.region, period),
  ]);
  return { measure, own: own.observation, region, england, read: await readFigure(figures, newest, own, england) };
}

/** The newest figure with counts and a figure for England beside it; the newest one, with its reason, where none has. */
async function readFigure(
  figures: Figures,
  newest: readonly Counted[],
  own: Counted,
  england: Observation | undefined,
): Promise<ReadFigure> {
  const latest = startYear(own.observation.period.year);
  for (const one of newest) {
    const { period, measure } = one.observation;
    if (latest - startYear(period.year) > YEARS_BACK) break;
    const chance = chanceOf(one.observation);
    if (chance.kind === 'cannot-say') continue;
    const beside =
      periodSlug(period) === periodSlug(own.observation.period) ? england : await at(figures, measure, ENGLAND, period);
    const benchmark = benchmarkOf(beside);
    if (benchmark !== undefined) return { ...one, chance, benchmark };
  }
  return { ...own, chance: chanceOf(own.observation), benchmark: benchmarkOf(england) };
}

async function at(
  figures: Figures,
  measure: MeasureId,
  place: string,
  period: Period,
): Promise<Observation | undefined> {
  const [found] = await listCounted(figures, { measure, place, period, schoolType: 'all' });
  return found?.observation;
}

function hasValue({ value }: Observation): boolean {
  return value.kind === 'value';
}
