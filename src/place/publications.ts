/** DfE publications whose figures Kith reads. */
export const PUBLICATION_IDS = ['pupil-absence', 'pupil-attendance', 'suspensions-and-exclusions'] as const;
export type PublicationId = (typeof PUBLICATION_IDS)[number];

export type Publication = {
  readonly id: PublicationId;
  readonly title: string;
  /** What it counts, in a sentence for someone choosing between two absence rates. */
  readonly about: string;
  readonly page: string;
  /** A file is of this publication when it has any of these columns. */
  readonly recognisedBy: readonly string[];
  /** `Academic year` in this publication’s files means the year so far, until DfE has published all of it. */
  readonly growsThroughYear: boolean;
};

export const PUBLICATIONS: readonly Publication[] = [
  {
    id: 'pupil-absence',
    title: 'Pupil absence in schools in England',
    about: 'Counted from the school census, all state-funded schools, once each term is over.',
    page: 'https://explore-education-statistics.service.gov.uk/find-statistics/pupil-absence-in-schools-in-england',
    recognisedBy: [
      'sess_possible',
      'sess_overall_percent',
      'enrolments_pa_10_exact_percent',
      'enrolments_pa_50_exact_percent',
    ],
    growsThroughYear: false,
  },
  {
    id: 'pupil-attendance',
    title: 'Pupil attendance in schools',
    about: 'Counted from the registers schools share each day; schools that do not share are estimated in totals.',
    page: 'https://explore-education-statistics.service.gov.uk/find-statistics/pupil-attendance-in-schools',
    recognisedBy: ['possible_sessions', 'overall_absence_perc', 'attendance_perc'],
    growsThroughYear: true,
  },
  {
    id: 'suspensions-and-exclusions',
    title: 'Suspensions and permanent exclusions in England',
    about: 'Counted from the school census, against pupils on roll in January.',
    page: 'https://explore-education-statistics.service.gov.uk/find-statistics/suspensions-and-permanent-exclusions-in-england',
    recognisedBy: ['susp_rate', 'perm_excl_rate', 'suspension', 'perm_excl'],
    growsThroughYear: false,
  },
];

export function getPublication(id: PublicationId): Publication {
  const found = PUBLICATIONS.find((publication) => publication.id === id);
  if (!found) throw new Error(`place/no-publication: ${id}`);
  return found;
}

/** The publication a file’s columns belong to, or undefined where Kith has no measure for them. */
export function findPublication(columns: readonly string[]): Publication | undefined {
  return PUBLICATIONS.find((publication) => publication.recognisedBy.some((column) => columns.includes(column)));
}
