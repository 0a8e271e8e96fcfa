export { publishOpenData, type Published, type PublishOptions } from './publish.ts';
export { MEASURE_FORMATS, measureFile, type MeasureFormat } from './measure-files.ts';
export { listReleases, readReleasedFigures, readReleaseFile } from './release-folder.ts';
export {
  figureSchema,
  FORMAT_IDS,
  FORMATS,
  releaseSchema,
  type FormatId,
  type OpenRelease,
  type ReleasedFigure,
} from './release.ts';
