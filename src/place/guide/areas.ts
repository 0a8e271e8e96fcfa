import { ENGLAND, findPlace, listPlaces, type Place } from '../places.ts';

/** A place as the guide names it, and what it is in DfE’s figures. */
export type GuideArea = {
  readonly name: string;
  /** In a sentence: `in the North East`. */
  readonly inWords: string;
} & (
  | { readonly kind: 'published'; readonly code: string }
  /** No row of its own: put together from authorities. */
  | { readonly kind: 'together'; readonly codes: readonly string[] }
);

/** In the guide’s words; it puts a county and a combined authority beside England and its regions. */
export const GUIDE_AREAS = {
  england: area('England', 'in England', ENGLAND),
  'north-east': area('North East', 'in the North East', 'E12000001'),
  // The five authorities of the West Yorkshire Combined Authority (West Yorkshire Combined Authority Order 2014).
  'west-yorkshire': {
    name: 'West Yorkshire',
    inWords: 'in West Yorkshire',
    kind: 'together',
    codes: ['E08000032', 'E08000033', 'E08000034', 'E08000035', 'E08000036'],
  },
  'west-midlands': area('West Midlands', 'in the West Midlands', 'E12000005'),
  'north-west': area('North West', 'in the North West', 'E12000002'),
  'greater-london': area('Greater London', 'in Greater London', 'E12000007'),
  'south-west': area('South West', 'in the South West', 'E12000009'),
  hampshire: area('Hampshire', 'in Hampshire', 'E10000014'),
  'south-east': area('South East', 'in the South East', 'E12000008'),
} as const satisfies Readonly<Record<string, GuideArea>>;
export type GuideAreaId = keyof typeof GUIDE_AREAS;

/** The authorities of today that make up a place, by name; an authority is its own. */
export function listAuthoritiesOf(place: GuideArea): readonly Place[] {
  return listPlaces()
    .filter((one) => one.level === 'authority' && one.current && isIn(place, one))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

/** A place of the register as an area of its own. */
export function areaOf(code: string): GuideArea {
  const name = findPlace(code)?.name ?? code;
  return area(name, `in ${name}`, code);
}

function isIn(place: GuideArea, authority: Place): boolean {
  if (place.kind === 'together') return place.codes.includes(authority.code);
  return [ENGLAND, authority.region, authority.code].includes(place.code);
}

function area(name: string, inWords: string, code: string): GuideArea {
  return { name, inWords, kind: 'published', code };
}
