import { csvLine } from '#kernel';
import { byGroup, groupWords, periodSlug, type Measure, type Place, type PublishedStatistics } from '#place';

const COLUMNS = [
  'measure',
  'place_code',
  'place',
  'period',
  'schools',
  'group',
  'group_words',
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

/** Every figure that stands for one measure in one place: each period, kind of school and group, one row. */
export async function statisticCsv(published: PublishedStatistics, measure: Measure, place: Place): Promise<string> {
  const rows = await published.listStandingObservations({ measure: measure.id, place: place.code, group: 'any' });
  const lines = rows
    .toSorted((a, b) => byGroup(a.group, b.group))
    .map(({ period, schoolType, group, value, numerator, denominator, release: id }) => {
      const release = published.findRelease(id);
      return csvLine([
        measure.id,
        place.code,
        place.name,
        periodSlug(period),
        schoolType,
        group,
        groupWords(group),
        value.kind === 'value' ? value.value : '',
        measure.unit,
        value.kind === 'missing' ? value.symbol : '',
        value.kind === 'missing' ? value.reason : '',
        numerator ?? '',
        denominator ?? '',
        id,
        release?.source ?? '',
        release?.licence ?? '',
      ]);
    });
  return csvLine(COLUMNS) + lines.join('');
}
