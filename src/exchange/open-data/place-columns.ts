import { startYear, type AcademicYear } from '#kernel';
import { ENGLAND, findPlace } from '#place';

/** Where an area is, as columns of an EES file. */
export type PlaceColumns = {
  readonly region_code: string;
  readonly region_name: string;
  readonly old_la_code: string;
  readonly new_la_code: string;
  readonly la_name: string;
};

const UNKNOWN = { code: 'x', name: 'Not available' } as const;

/**
 * The authority all schools are in. An invented area stands in no real place, whatever codes its schools have; neither
 * does one whose schools are in several authorities. DfE’s code for what is not known is x.
 */
export function placeColumns(
  area: { readonly name: string; readonly fictional: boolean },
  las: readonly string[],
): PlaceColumns {
  const [only] = las;
  const place = las.length === 1 && !area.fictional && only !== undefined ? findPlace(only) : undefined;
  if (place?.level !== 'authority') {
    return {
      region_code: UNKNOWN.code,
      region_name: UNKNOWN.name,
      old_la_code: UNKNOWN.code,
      new_la_code: UNKNOWN.code,
      la_name: area.name,
    };
  }
  const region = place.region === undefined ? undefined : findPlace(place.region);
  return {
    region_code: region?.code ?? UNKNOWN.code,
    region_name: region?.name ?? UNKNOWN.name,
    old_la_code: place.oldCode ?? UNKNOWN.code,
    new_la_code: place.code,
    la_name: place.name,
  };
}

/** The columns every row of an EES file begins with. */
export function identityColumns(year: AcademicYear, place: PlaceColumns): Readonly<Record<string, string>> {
  const start = startYear(year);
  return {
    time_period: `${start}${String((start + 1) % 100).padStart(2, '0')}`,
    time_identifier: 'Academic year',
    geographic_level: 'Local authority',
    country_code: ENGLAND,
    country_name: 'England',
    ...place,
  };
}
