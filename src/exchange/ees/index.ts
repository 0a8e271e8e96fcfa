export { readCarriedObservations, writeCarriedObservations } from './carried.ts';
export { importStatistics, type ImportedStatistics, type ImportOptions } from './import-statistics.ts';
export { observationsOf, type ObservationOptions, type ObservationsRead } from './observations.ts';
export {
  readStatistics,
  readStatisticsBytes,
  type ReadStatistics,
  type StatisticsFile,
  type StatisticsRow,
} from './statistics-file.ts';
