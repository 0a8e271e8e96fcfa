import type { AcademicYear, TermName } from '#kernel';
import { accessUrls } from './access-urls.ts';

/** Every URL of the pages, in one place: a link that is not here does not exist. */
export const urls = {
  area: (year?: AcademicYear) => withYear('/', year),
  schools: (year?: AcademicYear, phase?: string) => `/schools${search({ year, phase })}`,
  /** Schools of one phase beside what their own pupils would lead one to expect. */
  schoolsCompared: (query: ComparedQuery = {}) => `/schools/compare${search(query)}`,
  schoolsComparedCsv: (query: ComparedQuery = {}) => `/schools/compare.csv${search(query)}`,
  schoolCompared: (urn: number, query: Omit<ComparedQuery, 'phase'> = {}) => `/schools/${urn}/compare${search(query)}`,
  school: (urn: number, year?: AcademicYear) => withYear(`/schools/${urn}`, year),
  /** A year group, a class or a group of one school’s children; `none` where no file gives the value. */
  schoolGroup: (urn: number, by: string, value: string, year?: AcademicYear) => {
    const kind = by === 'year-group' ? 'year-groups' : by === 'class' ? 'classes' : `groups/${by}`;
    return withYear(`/schools/${urn}/${kind}/${encodeURIComponent(value === '' ? 'none' : value)}`, year);
  },
  trusts: (year?: AcademicYear) => withYear('/trusts', year),
  /** One trust, by its name as an address writes it. */
  trust: (slug: string, year?: AcademicYear) => withYear(`/trusts/${slug}`, year),
  trustCsv: (slug: string, year?: AcademicYear) => withYear(`/trusts/${slug}.csv`, year),
  /** One page for governors about a school’s term: to read, and as PDF. */
  paper: (urn: number, query: PaperQuery = {}) => `/schools/${urn}/paper${search(query)}`,
  paperPdf: (urn: number, query: PaperQuery) => `/schools/${urn}/paper.pdf${search(query)}`,
  /** Children of one school (or, without one, of the area), by name. */
  children: (query: ChildrenQuery = {}) => `/children${search(childrenSearch(query))}`,
  /** The same list, all of it, as CSV, XLSX or ODS. */
  childrenFile: (format: string, query: ChildrenQuery = {}) =>
    `/children.${format}${search({ ...childrenSearch(query), page: undefined })}`,
  child: (upn: string, year?: AcademicYear) => withYear(`/children/${upn}`, year),
  childSessionsCsv: (upn: string, year?: AcademicYear) => withYear(`/children/${upn}/sessions.csv`, year),
  /** The working day: every list, in the area or in one school. */
  lists: (query: ListQuery = {}) => `/lists${search(listSearch(query))}`,
  /** What came into a list and went from one since the reader last looked. */
  listChanges: (query: ListQuery = {}) => `/lists/changes${search(listSearch(query))}`,
  seenLists: () => '/lists/seen',
  list: (id: string, query: ListQuery = {}) => `/lists/${id}${search(listSearch(query))}`,
  /** A list to take away, all of it. */
  listFile: (id: string, format: string, query: ListQuery = {}) =>
    `/lists/${id}.${format}${search(listSearch({ ...query, page: undefined }))}`,
  /** A relation of figures as CSV: `ledger-by-school`, `absence-by-phase`, … */
  table: (name: string, year?: AcademicYear) => withYear(`/tables/${name}.csv`, year),
  /** Published statistics of England: a measure, a period (`2023/24`, `2024/25-autumn-term`), a region’s code. */
  national: (query: PublishedQuery = {}) => `/national${search(query)}`,
  /** The guide’s figures and statements, checked; one of them by its id. */
  guide: () => '/guide',
  guideCsv: () => '/guide.csv',
  guideStatement: (id: string) => `/guide/${id}`,
  guideRowsCsv: (id: string) => `/guide/${id}/rows.csv`,
  nationalCsv: (query: PublishedQuery = {}) => `/national.csv${search(query)}`,
  /**
   * How a number was worked out. `measure`: an account measure, `cause-I`, `minutes-left-lesson`, … `scope`: `area`,
   * `phase-primary`, `school-900101`, `child-H801200001001`, `england` …; or a part of one after a dot:
   * `area.week-2025-01-06`, `area.year-group-7`, `area.sex-F`, `area.fsm-Y`, `area.sen-K` (`none` where it is not known).
   */
  how: (measure: string, scope: string, year?: AcademicYear) =>
    // The codes `/`, `\` and `#` would end the segment.
    withYear(`/how/${encodeURIComponent(measure)}/${encodeURIComponent(scope)}`, year),
  /**
   * The same for a published measure; `place` is a code of the places that are published for. A group of pupils and a
   * kind of school, where the figure is not of all.
   */
  howPublished: (measure: string, place: string, period: string, group?: string, schools?: string) =>
    `/how/${measure}/${place}${search({ period, group: given(group), schools: given(schools) })}`,
  /** The catalogue of published measures: all of it, a topic of it, or what a search finds. */
  statistics: (query: { readonly topic?: string; readonly find?: string } = {}) => `/statistics${search(query)}`,
  /** One published measure, in England or in the place of a code. */
  statistic: (measure: string, place?: string) => `/statistics/${measure}${search({ place })}`,
  /** Every period, kind of school and group of one measure in one place, as CSV. */
  statisticCsv: (measure: string, place: string) => `/statistics/${measure}.csv${search({ place })}`,
  /** What the area released for everyone, and one release of it. */
  openData: () => '/open-data',
  release: (set: string, version: string) => `/open-data/${set}/${version}`,
  releaseFile: (set: string, version: string, format: string) => `/api/v1/data-sets/${set}/${version}/files/${format}`,
  openApi: () => '/api/v1/openapi.json',
  /** A way in to every place that has a profile; `find` is a part of a name or a code. */
  places: (query: { readonly find?: string } = {}) => `/places${search(query)}`,
  place: (code: string) => `/places/${code}`,
  /** One measure over one period in every authority, with places marked. */
  compare: (query: CompareQuery = {}) => `/compare${compareSearch(query)}`,
  compareCsv: (query: CompareQuery = {}) => `/compare.csv${compareSearch(query)}`,
  /** How much authorities differ by more than chance, over the years. */
  variation: (query: { readonly measure?: string; readonly period?: string } = {}) => `/variation${search(query)}`,
  /** Groups of pupils of one place side by side. */
  groups: (
    query: {
      readonly measure?: string;
      readonly place?: string;
      readonly period?: string;
      readonly schools?: string;
    } = {},
  ) => `/groups${search({ ...query, schools: given(query.schools) })}`,
  /** Every method in plain words, and what to do where a comparison is wrong. */
  methods: (part?: string) => `/methods${part === undefined ? '' : `#${part}`}`,
  measures: () => '/measures',
  forms: (year?: AcademicYear) => withYear('/forms', year),
  codes: () => '/codes',
  imports: () => '/imports',
  /** What to mend in the files: of the area or one school; one rule; all of it as CSV. */
  quality: (query: QualityQuery = {}) => `/quality${search(query)}`,
  qualityRule: (rule: string, query: QualityQuery = {}) => `/quality/${rule}${search(query)}`,
  qualityCsv: (query: QualityQuery = {}) => `/quality.csv${search(query)}`,
  /** A list of children for daily work, by its id. */
  worklist: (id: string) => `/lists/${id}`,
  toMend: () => '/imports/to-mend',
  toMendCsv: () => '/imports/to-mend.csv',
  upload: () => '/imports/new',
  preview: (id: string) => `/imports/new/${id}`,
  previewFile: (id: string, n: number) => `/imports/new/${id}/files/${n}`,
  previewRejections: (id: string, n: number) => `/imports/new/${id}/files/${n}/rejections.csv`,
  removeUnread: (id: string) => `/imports/new/${id}/remove-unread`,
  confirmUpload: (id: string) => `/imports/new/${id}/confirm`,
  importProgress: (id: string) => `/imports/new/${id}/progress`,
  cancelUpload: (id: string) => `/imports/new/${id}/cancel`,
  forgetImport: (id: string) => `/imports/${id}/forget`,
  ...accessUrls,
  looks: (upn: string, page?: number) => `/children/${upn}/looks${search({ page: page === 1 ? undefined : page })}`,
  whoCanSee: (upn: string) => `/children/${upn}/who-can-see`,
  /** Why a rate of the area, a trust or a school differs from another system’s; `scope` as for `how`. */
  whyDifferent: (scope: string, year?: AcademicYear) => withYear(`/why-different/${encodeURIComponent(scope)}`, year),
  /** The area’s half terms; one year’s to set, and to go back to those found. */
  rights: () => '/rights',
  recordRequest: () => '/rights/new',
  request: (id: string) => `/rights/${id}`,
  restrict: (request: string) => `/rights/${request}/restrict`,
  restriction: (id: string) => `/rights/restrictions/${id}`,
  terms: () => '/terms',
  changeTerms: (year: AcademicYear) => `/terms/${year.replace('/', '-')}`,
  resetTerms: (year: AcademicYear) => `/terms/${year.replace('/', '-')}/reset`,
  missions: () => '/missions',
  missionsCsv: () => '/missions.csv',
  /** Stating one: first which figures (`of` names a place and its schools), then the rest. */
  stateMission: (query: { readonly measure?: string; readonly of?: string } = {}) => `/missions/new${search(query)}`,
  mission: (id: string) => `/missions/${id}`,
  missionCsv: (id: string) => `/missions/${id}.csv`,
  amendMission: (id: string) => `/missions/${id}/amend`,
  endMission: (id: string) => `/missions/${id}/end`,
  challenges: () => '/challenges',
  /** “This comparison is wrong for us”: which figure, and the page where it was seen. */
  makeChallenge: (figure: ChallengedFigure, page: string) => `/challenges/new${search({ ...figure, page })}`,
  challenge: (id: string) => `/challenges/${id}`,
  acknowledgeChallenge: (id: string) => `/challenges/${id}/acknowledge`,
  answerChallenge: (id: string) => `/challenges/${id}/answer`,
  takeOutWords: (id: string) => `/challenges/${id}/take-out`,
  replyPromise: () => '/challenges/reply-time',
  /** `refused`: what came of a sign-in that came to nothing. */
  signIn: (query: { readonly refused?: string } = {}) => `/sign-in${search(query)}`,
  signInWith: (provider: string) => `/sign-in/with/${provider}`,
  signInAs: () => '/sign-in/as',
  invitation: () => '/sign-in/invitation',
  passkey: (step: string) => `/sign-in/passkey/${step}`,
  /** One’s own ways in and sessions. */
  signInOwn: () => '/sign-in/own',
  /** For administrators: who signs in how, invitations, and the record of signing in. */
  signInPeople: () => '/sign-in/people',
  signOut: () => '/sign-out',
  signedOut: (query: { readonly from?: string } = {}) => `/signed-out${search(query)}`,
  signOutAt: (provider: string) => `/signed-out/at/${provider}`,
} as const;

/** `all` is what stands where nothing is said. */
function given(text: string | undefined): string | undefined {
  return text === 'all' ? undefined : text;
}

/** `find` is a part of a name or UPN; `away` school days or more in a row; `page` counts from 1. */
export type ChildrenQuery = {
  readonly urn?: number | undefined;
  readonly year?: AcademicYear | undefined;
  readonly find?: string | undefined;
  readonly away?: number | undefined;
  readonly page?: number | undefined;
};

export type QualityQuery = { readonly year?: AcademicYear | undefined; readonly school?: number | undefined };
/** Which entries of a list: of a school, of some of its children, what is new to the reader, what is overdue. */
export type ListQuery = {
  readonly school?: number | undefined;
  readonly yearGroup?: number | undefined;
  readonly class?: string | undefined;
  readonly group?: string | undefined;
  readonly isNew?: boolean | undefined;
  readonly isOverdue?: boolean | undefined;
  readonly page?: number | undefined;
};

function listSearch(query: ListQuery): Parameters<typeof search>[0] {
  const { school, yearGroup, class: form, group, isNew, isOverdue, page } = query;
  return {
    school,
    'year-group': yearGroup,
    class: form,
    group,
    new: isNew === true ? 'yes' : undefined,
    overdue: isOverdue === true ? 'yes' : undefined,
    page: page === 1 ? undefined : page,
  };
}
export type PaperQuery = { readonly year?: AcademicYear; readonly term?: TermName };

export type ComparedQuery = {
  readonly measure?: string | undefined;
  readonly phase?: string | undefined;
  readonly year?: AcademicYear | undefined;
};

function childrenSearch({ urn, year, find, away, page }: ChildrenQuery): Parameters<typeof search>[0] {
  return { school: urn, year, find, away: away === 0 ? undefined : away, page: page === 1 ? undefined : page };
}

export type PublishedQuery = {
  readonly measure?: string;
  readonly period?: string;
  readonly region?: string;
};

export type CompareQuery = {
  readonly measure?: string | undefined;
  readonly period?: string | undefined;
  readonly group?: string | undefined;
  readonly region?: string | undefined;
  readonly places?: readonly string[];
};

function compareSearch({ measure, period, group, region, places = [] }: CompareQuery): string {
  const query = search({ measure, period, group: given(group), region });
  const marked = places.map((place) => `place=${encodeURIComponent(place)}`).join('&');
  return marked === '' ? query : `${query === '' ? '?' : `${query}&`}${marked}`;
}

/** A figure as `findFigureAt` reads it. */
export type ChallengedFigure = { readonly measure: string; readonly place: string; readonly period: string };

function withYear(path: string, year: AcademicYear | undefined): string {
  return `${path}${search({ year })}`;
}

function search(values: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)] as const],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, value])).toString()}`;
}
