import { csvLine, spreadsheetSafe } from '#kernel';
import type { ReadComparison } from './school-comparison.ts';
import { readingText } from './school-comparison-words.ts';

const COLUMNS = [
  'urn',
  'school',
  'measure',
  'year',
  'pupils',
  'cases',
  'share',
  'share_lower95',
  'share_upper95',
  'expected',
  'ratio',
  'ratio_lower95',
  'ratio_upper95',
  'reading',
] as const;

/** The table of the page, in order of name; shares from 0 to 1. Counts of a school are small: it stays with those who may see it. */
export function schoolsComparedCsv(read: ReadComparison): string {
  const { comparison, asked, year } = read;
  const byUrn = new Map(
    comparison.kind === 'compared' ? comparison.schools.map((school) => [school.urn, school] as const) : [],
  );
  const lines = read.schools.flatMap(({ urn, name }) => {
    const school = byUrn.get(urn);
    if (!school) return [];
    const { rate, ratio } = school;
    return [
      [
        urn,
        spreadsheetSafe(name),
        asked.measure.id,
        year,
        school.pupils,
        school.cases,
        numberText(rate?.value),
        numberText(rate?.at95.lower),
        numberText(rate?.at95.upper),
        numberText(school.expected),
        numberText(ratio?.value),
        numberText(ratio?.at95.lower),
        numberText(ratio?.at95.upper),
        readingText(school.reading),
      ],
    ];
  });
  return [COLUMNS, ...lines].map((line) => csvLine([...line])).join('');
}

function numberText(value: number | undefined): string {
  return value === undefined ? '' : String(Number(value.toPrecision(12)));
}
