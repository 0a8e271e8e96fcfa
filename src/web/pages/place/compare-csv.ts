import { csvLine } from '#kernel';
import { getMeasure, periodSlug, type Field, type PublishedStatistics } from '#place';

const COLUMNS = [
  'measure',
  'period',
  'group',
  'place_code',
  'place',
  'value',
  'unit',
  'symbol',
  'reason',
  'numerator',
  'denominator',
  'counts',
  'lower95',
  'upper95',
  'lower998',
  'upper998',
  'england',
  'beside_england',
  'level',
  'why_not_read',
  'cautions',
  'release',
  'source',
  'licence',
] as const;

/** Regions, then authorities, each in order of name: figure, counts, intervals and how it reads beside England. */
export function compareCsv(published: PublishedStatistics, field: Field, cautions: readonly string[]): string {
  const { unit } = getMeasure(field.measure);
  const england = field.england?.value.kind === 'value' ? field.england.value.value : '';
  const lines = [...field.regions, ...field.authorities].map(({ place, observation, counts, chance, reading }) => {
    const { value, numerator, denominator, release: id } = observation;
    const release = published.findRelease(id);
    const limits =
      chance.kind === 'estimate'
        ? [chance.at95.lower, chance.at95.upper, chance.at998.lower, chance.at998.upper].map((one) =>
            String(Number(one.toPrecision(12))),
          )
        : ['', '', '', ''];
    return csvLine([
      field.measure,
      periodSlug(field.period),
      field.group,
      place.code,
      place.name,
      value.kind === 'value' ? value.value : '',
      unit,
      value.kind === 'missing' ? value.symbol : '',
      value.kind === 'missing' ? value.reason : '',
      numerator ?? '',
      denominator ?? '',
      counts,
      ...limits,
      england,
      reading.kind === 'cannot-say' ? '' : reading.kind,
      reading.kind === 'higher' || reading.kind === 'lower' ? reading.level : '',
      reading.kind === 'cannot-say' ? reading.reason : '',
      cautions.join(' '),
      id,
      release?.source ?? '',
      release?.licence ?? '',
    ]);
  });
  return csvLine(COLUMNS) + lines.join('');
}
