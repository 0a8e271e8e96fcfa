export { unlike, type Kind } from './alike.ts';
export { listBeside, type AreaPlace, type Beside } from './beside.ts';
export { readBoundaries, type Boundaries } from './boundaries.ts';
export { carriedCatalogue, listCarriedReleases, type CarriedFile, type CarriedRelease } from './carried-releases.ts';
export { chanceOf, countsOf, whyNotEvents, type Chance, type Counts } from './chance.ts';
export { groupsBeside, type GroupBeside } from './disproportion.ts';
export { compare, type Comparison, type LocalFigure } from './compare.ts';
export { type Counted } from './counted.ts';
export { CARRIED_OBSERVATIONS, DATA_FOLDER } from './data-folder.ts';
export { listCounted, readField, type Field, type FieldPlace, type FieldQuery } from './field.ts';
export { listHexes, listHexesPlacedByHand, type Hex } from './hexes.ts';
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
  financialYearText,
  findTerm,
  isPandemicYear,
  monthOf,
  pandemicCaution,
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
export {
  checkedGuide,
  GUIDE_STATEMENTS,
  GUIDE_THEMES,
  guideText,
  rangeText,
  summaryText,
  verdictText,
  verdictWords,
  VERDICTS,
  type CheckedStatement,
  type GuideTheme,
  type Reading,
  type VerdictKind,
} from './guide/index.ts';
export { readProfile, type ProfileRow, type ReadFigure } from './profile.ts';
export { PROFILE_MEASURES, PROFILE_NEIGHBOURS, PROFILE_TRENDS } from './profile-measures.ts';
export { readTogether, type Judged, type ReadTogether } from './reading.ts';
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
export { readVariations, variationOf, type NoVariation, type Variation } from './variation.ts';
export { openPlace, PublishedStatistics } from './statistics.ts';
export { findSymbol, missing, SYMBOLS, type Missing, type PublishedSymbol } from './symbol.ts';
export { listToolEntries, toolMeasureId, type ToolEntry } from './tool-measures.ts';
export { findTopic, TOPICS, type Topic, type TopicId } from './topic.ts';
export { placesOf, UNITS, unitText, unitWords, type Unit } from './unit.ts';
