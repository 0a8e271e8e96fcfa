import { academicYearStarting } from '#kernel';
import { GUIDE_AREAS, type GuideAreaId } from './areas.ts';
import { lowerFirst } from './guide-text.ts';
import { printedNumber } from './printed.ts';
import type { GuideStatement, TermPeriod } from './statement.ts';

/** The guide’s table of places: overall absence, suspensions and permanent exclusions, with the decimals it prints. */
const PLACE_FIGURES: readonly (readonly [
  area: GuideAreaId,
  absence: string,
  suspensions: string,
  exclusions: string,
])[] = [
  ['england', '6.78', '3.72', '0.04'],
  ['north-east', '7.2', '6.7', '0.08'],
  ['west-yorkshire', '7.0', '5.9', '0.05'],
  ['west-midlands', '6.9', '3.43', '0.05'],
  ['north-west', '7.0', '4.5', '0.07'],
  ['greater-london', '6.1', '1.80', '0.02'],
  ['south-west', '6.7', '3.9', '0.05'],
  ['hampshire', '6.6', '4.02', '0.02'],
  ['south-east', '6.5', '4.0', '0.02'],
];

const YEAR = academicYearStarting(2024);
export const GUIDE_YEAR = { kind: 'academic-year', year: YEAR } as const;
export const GUIDE_TERM: TermPeriod = { kind: 'term', year: YEAR, term: 'Spring term' };

/** The 27 figures of that table as statements. */
export const PLACE_FIGURE_STATEMENTS: readonly GuideStatement[] = PLACE_FIGURES.flatMap(
  ([area, absence, suspensions, exclusions]): readonly GuideStatement[] => {
    const { name, inWords } = GUIDE_AREAS[area];
    return [
      {
        id: `absence-${area}`,
        theme: 'absence',
        place: name,
        title: `Overall absence: ${name}`,
        says: `Overall absence ${inWords}`,
        printed: printedNumber(absence, 'percent'),
        period: `${YEAR} school year`,
        method: { kind: 'published', measure: 'overall-absence', area, period: GUIDE_YEAR },
      },
      {
        id: `suspension-${area}`,
        theme: 'suspension',
        place: name,
        title: `Suspensions: ${name}`,
        says: `Suspensions ${inWords}`,
        printed: printedNumber(suspensions, 'per-100-pupils'),
        period: termText(),
        method: { kind: 'rebuilt', measure: 'suspension-rate', area, period: GUIDE_TERM },
      },
      {
        id: `exclusion-${area}`,
        theme: 'exclusion',
        place: name,
        title: `Permanent exclusions: ${name}`,
        says: `Permanent exclusions ${inWords}`,
        printed: printedNumber(exclusions, 'per-100-pupils'),
        period: termText(),
        method: { kind: 'rebuilt', measure: 'permanent-exclusion-rate', area, period: GUIDE_TERM },
      },
    ];
  },
);

export function termText(): string {
  return `${lowerFirst(GUIDE_TERM.term)} ${GUIDE_TERM.year}`;
}
