export { listBeside, type AreaPlace, type Beside } from './beside.ts';
export { carriedCatalogue, listCarriedReleases, type CarriedFile, type CarriedRelease } from './carried-releases.ts';
export { compare, type Comparison, type LocalFigure } from './compare.ts';
export { CARRIED_OBSERVATIONS, DATA_FOLDER } from './data-folder.ts';
export { keepRelease, listImportedReleases } from './imported-releases.ts';
export type { EstimateStep, LostDays, LostDaysEstimate } from './lost-days.ts';
export {
  ALL_PUPILS,
  byGroup,
  findGroup,
  groupOf,
  groupWords,
  GROUP_PARTS,
  partsOf,
  type Group,
  type GroupDimension,
  type GroupPart,
} from './group.ts';
export { MEASURE_IDS, type MeasureId } from './measure-id.ts';
export type { Measure, MeasureBreak } from './measure.ts';
export { findMeasure, getMeasure, listMeasures, listMeasuresOf } from './measures.ts';
export { BACKGROUND, type Background, type ExplainedNeighbour, type NeighbourReason } from './neighbour-reasons.ts';
export { listNeighbours, type Closeness, type Neighbour } from './neighbours.ts';
export { saveObservations } from './observation-file.ts';
export type { Observation, ObservationQuery, PublishedValue } from './observation.ts';
export { findPeriod, periodSlug, periodTitle } from './period-slug.ts';
export {
  calendarYear,
  edition,
  financialYear,
  findTerm,
  isPandemicYear,
  monthOf,
  periodWords,
  TERMS,
  yearsTogether,
  type Period,
  type PeriodKind,
  type Term,
} from './period.ts';
export { changesOf, PLACE_CHANGES, type PlaceChange } from './place-changes.ts';
export { ENGLAND, findPlace, listPlaces, type Place } from './places.ts';
export {
  findPublication,
  getPublication,
  PUBLICATION_IDS,
  PUBLICATIONS,
  type Publication,
  type PublicationId,
} from './publications.ts';
export { rateText } from './rate-text.ts';
export { byStanding, type Release } from './release.ts';
export {
  findSchoolType,
  PHASES,
  SCHOOL_TYPE_WORDS,
  SCHOOL_TYPES,
  schoolTypeOfPhases,
  type Phase,
  type SchoolType,
} from './school-type.ts';
export { seriesOf, type Series, type SeriesBreak, type SeriesPoint } from './series.ts';
export { openPlace, PublishedStatistics } from './statistics.ts';
export { findSymbol, missing, SYMBOLS, type Missing, type PublishedSymbol } from './symbol.ts';
export { listToolEntries, toolMeasureId, type ToolEntry } from './tool-measures.ts';
export { findTopic, TOPICS, type Topic, type TopicId } from './topic.ts';
export { placesOf, UNITS, unitText, unitWords, type Unit } from './unit.ts';
