export { listBeside, type AreaPlace, type Beside } from './beside.ts';
export { readBoundaries, type Boundaries } from './boundaries.ts';
export { carriedCatalogue, listCarriedReleases, type CarriedFile, type CarriedRelease } from './carried-releases.ts';
export { compare, type Comparison, type LocalFigure } from './compare.ts';
export { CARRIED_OBSERVATIONS, DATA_FOLDER } from './data-folder.ts';
export { listHexes, listHexesPlacedByHand, type Hex } from './hexes.ts';
export { keepRelease, listImportedReleases } from './imported-releases.ts';
export type { EstimateStep, LostDays, LostDaysEstimate } from './lost-days.ts';
export { MEASURE_IDS, type Measure, type MeasureId } from './measure.ts';
export { findMeasure, getMeasure, listMeasures, unitWords } from './measures.ts';
export { saveObservations } from './observation-file.ts';
export type { Observation, ObservationQuery, PublishedValue } from './observation.ts';
export { findTerm, isPandemicYear, periodWords, TERMS, type Period, type PeriodKind, type Term } from './period.ts';
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
export { openPlace, PublishedStatistics } from './statistics.ts';
export { findSymbol, missing, SYMBOLS, type Missing, type PublishedSymbol } from './symbol.ts';
