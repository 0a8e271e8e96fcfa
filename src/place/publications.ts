/** Publications whose figures Kith reads. */
export const PUBLICATION_IDS = [
  'pupil-absence',
  'pupil-attendance',
  'suspensions-and-exclusions',
  'pupil-characteristics',
  'education-health-and-care-plans',
  'indices-of-deprivation',
  'community-health-waits',
  'interactive-tool',
] as const;
export type PublicationId = (typeof PUBLICATION_IDS)[number];

export type Publication = {
  readonly id: PublicationId;
  readonly title: string;
  /** In words for a page; `DfE` is said in full there. */
  readonly publisher: string;
  readonly licence: string;
  /** How it is revised, as far as Kith knows. */
  readonly revision: string;
  /** What it counts, in a sentence for someone choosing between two absence rates. */
  readonly about: string;
  readonly page: string;
  /** A tidy (EES) file is of this publication when it has any of these columns; empty where none is tidy. */
  readonly recognisedBy: readonly string[];
  /** `Academic year` in this publication’s files means the year so far, until DfE has published all of it. */
  readonly growsThroughYear: boolean;
};

const DFE = {
  publisher: 'Department for Education',
  licence: 'Open Government Licence v3.0',
  revision: 'A later release may revise earlier periods; the later figure stands and the earlier is kept beside it.',
} as const;

export const PUBLICATIONS: readonly Publication[] = [
  {
    id: 'pupil-absence',
    title: 'Pupil absence in schools in England',
    ...DFE,
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
    ...DFE,
    about: 'Counted from the registers schools share each day; schools that do not share are estimated in totals.',
    page: 'https://explore-education-statistics.service.gov.uk/find-statistics/pupil-attendance-in-schools',
    recognisedBy: ['possible_sessions', 'overall_absence_perc', 'attendance_perc'],
    growsThroughYear: true,
  },
  {
    id: 'suspensions-and-exclusions',
    title: 'Suspensions and permanent exclusions in England',
    ...DFE,
    about: 'Counted from the school census, against pupils on roll in January.',
    page: 'https://explore-education-statistics.service.gov.uk/find-statistics/suspensions-and-permanent-exclusions-in-england',
    recognisedBy: ['susp_rate', 'perm_excl_rate', 'suspension', 'perm_excl', 'fixed_persistent_disruptive'],
    growsThroughYear: false,
  },
  {
    id: 'pupil-characteristics',
    title: 'Schools, pupils and their characteristics',
    ...DFE,
    about: 'Counted from the school census of January.',
    page: 'https://explore-education-statistics.service.gov.uk/find-statistics/school-pupils-and-their-characteristics',
    recognisedBy: ['percent_of_pupils', 'pupils_fsm', 'pupils_by_need'],
    growsThroughYear: false,
  },
  {
    id: 'education-health-and-care-plans',
    title: 'Education, health and care plans',
    ...DFE,
    about: 'Counted by local authorities (the SEN2 return), over calendar years.',
    page: 'https://explore-education-statistics.service.gov.uk/find-statistics/education-health-and-care-plans',
    recognisedBy: ['plans_issued_den_ex', 'requests_received_in_year'],
    growsThroughYear: false,
  },
  {
    id: 'indices-of-deprivation',
    title: 'English indices of deprivation',
    publisher: 'Ministry of Housing, Communities and Local Government',
    licence: 'Open Government Licence v3.0',
    revision: 'Made anew every few years. One edition does not revise another, and their scores are not compared.',
    about: 'Worked out for small neighbourhoods and summed up for districts.',
    page: 'https://www.gov.uk/government/collections/english-indices-of-deprivation',
    recognisedBy: [],
    growsThroughYear: false,
  },
  {
    id: 'community-health-waits',
    title: 'Community health services waiting lists',
    publisher: 'NHS England',
    licence: 'Open Government Licence v3.0',
    revision: 'Each month’s release may revise earlier months; Kith carries one release.',
    about: 'Counted by providers each month; providers that do not report are not estimated.',
    page: 'https://www.england.nhs.uk/statistics/statistical-work-areas/community-health-services-waiting-lists/',
    recognisedBy: [],
    growsThroughYear: false,
  },
  {
    id: 'interactive-tool',
    title: 'Local Authority Interactive Tool',
    ...DFE,
    revision: 'DfE replaces the whole tool when it updates a measure; the dictionary says when each was last updated.',
    about: 'Compiled by DfE from many publications, rates and counts without their parts.',
    page: 'https://www.gov.uk/government/publications/local-authority-interactive-tool-lait',
    recognisedBy: [],
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
