import { evenSpread, randomFor } from './chance.ts';
import { postcodeOf } from './identifiers.ts';

export type Phase = 'primary' | 'secondary' | 'all-through' | 'special' | 'alternative-provision';

/** A fictional school. Real URNs begin with 1 or 4 (Get Information About Schools); Northmoor’s begin with 9. */
export type School = {
  readonly urn: number;
  readonly name: string;
  readonly phase: Phase;
  readonly trust: string | undefined;
  readonly postcode: string;
  /** First and last year group, 0 being reception. */
  readonly youngest: number;
  readonly oldest: number;
  /** Children in a year group. */
  readonly intake: number;
  readonly formSize: number;
  /** How much more or less absence than in schools of its kind: 1 is the same. */
  readonly absence: number;
  /** How readily it removes children from lessons: 1 is the same as others. */
  readonly strictness: number;
  /** Minute after midnight (UTC) at which its registers reach the area each evening. */
  readonly feedMinute: number;
};

/** The three-digit code of Northmoor: no local authority in England has it (DfE list of authorities, 2025/26). */
export const NORTHMOOR_LA = '399';

// prettier-ignore
const PLACES = [
  'Aldersyke', 'Blackrigg', 'Corvale', 'Dunmere', 'Eskerby', 'Fallowgate', 'Garthlow', 'Hollinsea', 'Ingbeck', 'Jessgill',
  'Kelderby', 'Lowmoss', 'Mirkholm', 'Netherscar', 'Oakrigg', 'Pellbeck', 'Quernside', 'Ravensyke', 'Saltersyke', 'Thornrake',
  'Underhowe', 'Varleymoor', 'Wraygarth', 'Yewcross', 'Brackenhulme', 'Cinderhill Top', 'Drovers Lea', 'Ferrygate',
] as const;
const QUARTERS = [
  '',
  ' North',
  ' South',
  ' East',
  ' West',
  ' Bridge',
  ' Green',
  ' Moor',
  ' Cross',
  ' Wharf',
  ' Bank',
] as const;
const TRUSTS = [
  'Lantern Moor Trust',
  'Beck and Fell Schools',
  'Northmoor Church Schools Trust',
  'The Tannery Trust',
] as const;

// Children in a year group, in forms of thirty or forms of mixed age; the average is 53.
// prettier-ignore
const PRIMARY_INTAKES = [
  60, 60, 45, 60, 30, 60, 45, 60, 60, 30, 60, 60, 90, 30, 60, 45, 60, 30, 60, 60, 60, 45, 60, 30, 90, 45, 60, 30,
] as const;
const SECONDARY_INTAKES = [210, 240, 180, 180, 210, 180, 150, 150] as const;

const BASE = { pupils: 20_000, primary: 28, secondary: 8, allThrough: 1, special: 2, alternative: 1 };

/** The schools of an area of about so many pupils, story schools first and with the same URN at any size. */
export function listSchools(seed: number, pupils: number): readonly School[] {
  const share = pupils / BASE.pupils;
  const drafts = draftSchools({
    primary: Math.max(6, Math.round(BASE.primary * share)),
    secondary: Math.max(6, Math.round(BASE.secondary * share)),
    allThrough: Math.max(1, Math.round(BASE.allThrough * share)),
    special: Math.max(1, Math.round(BASE.special * share)),
    alternative: Math.max(1, Math.round(BASE.alternative * share)),
  });
  // Each phase keeps its share of pupils, also where a small area needs more schools than it has children for.
  const usual = draftSchools(BASE);
  return drafts.map((school) => {
    const wanted = (places(usual, school.phase) / places(usual)) * pupils;
    return dress(school, seed, Math.max(1, (school.intake * wanted) / places(drafts, school.phase)));
  });
}

function places(drafts: readonly Draft[], phase?: Phase): number {
  const counted = drafts.filter((school) => phase === undefined || school.phase === phase);
  // A sixth form holds a little over half a year group in each of its two years.
  const years = (school: Draft) => Math.min(11, school.oldest) - school.youngest + 1 + (school.oldest > 11 ? 1.2 : 0);
  return counted.reduce((sum, school) => sum + school.intake * years(school), 0);
}

type Counts = Readonly<Record<'primary' | 'secondary' | 'allThrough' | 'special' | 'alternative', number>>;

function draftSchools(counts: Counts): readonly Draft[] {
  return [
    ...build(counts.primary, 910_001, (at) => primary(at, counts.primary)),
    ...build(counts.secondary, 920_001, (at) => secondary(at, counts.secondary)),
    ...build(counts.allThrough, 930_001, (at) => ({
      ...shape('all-through', 0, 11, 115, 29),
      name: `${placeName(at + 19)} All-through Academy`,
      trust: TRUSTS[1],
    })),
    ...build(counts.special, 940_001, (at) => ({
      ...shape('special', 0, 11, 14, 10),
      name: `${placeName(at + 14)} Lodge School`,
      trust: at % 2 ? TRUSTS[3] : undefined,
    })),
    ...build(counts.alternative, 950_001, (at) => ({
      ...shape('alternative-provision', 7, 11, 9, 9),
      name: at === 0 ? 'The Ropewalk Centre' : `The ${placeName(at)} Centre`,
      trust: undefined,
    })),
  ];
}

type Draft = Pick<School, 'urn' | 'name' | 'phase' | 'trust' | 'youngest' | 'oldest' | 'intake' | 'formSize'>;

function build(count: number, firstUrn: number, make: (at: number) => Omit<Draft, 'urn'>): Draft[] {
  return Array.from({ length: count }, (_, at) => ({ urn: firstUrn + at, ...make(at) }));
}

function shape(phase: Phase, youngest: number, oldest: number, intake: number, formSize: number) {
  return { phase, youngest, oldest, intake, formSize };
}

function primary(at: number, count: number): Omit<Draft, 'urn'> {
  const church = at % 5 === 3;
  const trust = church ? TRUSTS[2] : at % 3 === 0 ? TRUSTS[at % 2] : undefined;
  const name = `${placeName(at)} ${church ? 'Church of England ' : at % 3 === 1 ? 'Community ' : ''}Primary School`;
  const intake = PRIMARY_INTAKES[at % PRIMARY_INTAKES.length] ?? 60;
  return { ...shape('primary', 0, 6, count < 10 ? 55 : intake, 30), name, trust };
}

// Two of eight secondary schools keep a sixth form.
function secondary(at: number, count: number): Omit<Draft, 'urn'> {
  const sixth = at % 8 === 1 || at % 8 === 4;
  const intake = SECONDARY_INTAKES[at % SECONDARY_INTAKES.length] ?? 180;
  const kinds = ['Academy', 'High School', 'School', 'Academy'] as const;
  const name = `${placeName(at * 3 + (at > 8 ? 1 : 0))} ${kinds[at % kinds.length] ?? 'School'}`;
  const trust = at % 4 === 2 ? undefined : TRUSTS[at % TRUSTS.length];
  return { ...shape('secondary', 7, sixth ? 13 : 11, count < 7 ? 185 : intake, 28), name, trust };
}

function placeName(at: number): string {
  const quarter = Math.floor(at / PLACES.length);
  return `${PLACES[at % PLACES.length] ?? 'Northmoor'}${QUARTERS[quarter % QUARTERS.length] ?? ''}`;
}

// Absence effects are spread evenly about 1, so that the area’s own level does not move with the seed.
function dress(school: Draft, seed: number, intake: number): School {
  const random = randomFor(seed, 7, school.urn);
  const at = school.urn % 1000;
  return {
    ...school,
    intake,
    postcode: postcodeOf(at % 9, random.below(8000)),
    absence: school.phase === 'special' ? 1 : 0.82 + 0.36 * evenSpread(at, 0.31),
    strictness: school.phase === 'secondary' ? ([0.5, 0.6, 2.6, 0.5, 1.9, 0.7, 0.8, 0.4][(at - 1) % 8] ?? 1) : 1,
    feedMinute: 15 * 60 + 30 + 5 * random.below(24),
  };
}
