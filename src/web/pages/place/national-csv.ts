import { csvLine } from '#kernel';
import { ENGLAND, findPlace, type PublishedStatistics } from '#place';
import { regionName, type Choice, type Picture, type PlaceFigure } from './picture.ts';
import { periodSlug } from './published-period.ts';

const COLUMNS = [
  'measure',
  'period',
  'place_code',
  'place',
  'level',
  'region',
  'value',
  'unit',
  'symbol',
  'reason',
  'numerator',
  'denominator',
  'release',
  'source',
  'licence',
] as const;

/** The figures of the page as CSV: one row a place, a symbol and its reason where there is no value. */
export function nationalCsv(published: PublishedStatistics, choice: Choice, picture: Picture): string {
  const england = findPlace(ENGLAND);
  const country: readonly PlaceFigure[] =
    england && picture.england ? [{ place: england, observation: picture.england }] : [];
  const rows = [...country, ...picture.regions, ...picture.authorities].map(({ place, observation }) => {
    const { value, numerator, denominator } = observation;
    const release = published.findRelease(observation.release);
    return csvLine([
      choice.measure.id,
      periodSlug(observation.period),
      place.code,
      place.name,
      place.level,
      regionName(place),
      value.kind === 'value' ? value.value : '',
      choice.measure.unit,
      value.kind === 'missing' ? value.symbol : '',
      value.kind === 'missing' ? value.reason : '',
      numerator ?? '',
      denominator ?? '',
      observation.release,
      release?.source ?? '',
      release?.licence ?? '',
    ]);
  });
  return csvLine(COLUMNS) + rows.join('');
}
