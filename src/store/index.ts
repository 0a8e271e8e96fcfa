export {
  areaFolderAt,
  areaIdOf,
  commitManifest,
  findAreaId,
  isAreaFolder,
  keepAreaId,
  lastChange,
  readManifest,
  sweep,
  takeImporterLease,
  timeOf,
  type AreaFolder,
  type ImportEntry,
  type Manifest,
  type ReceivedFile,
} from './area-folder.ts';
export { findHash, findSaid, hashOfBytes, hashOfText, writeSaid } from './file-hash.ts';
export { KeptRows } from './kept-rows.ts';
export { buildModels, buildOrder, formOf, readModels, type Model } from './models.ts';
export { openPassingFolder, type PassingFolder } from './passing-folder.ts';
export { draftOf, replaceFile, settleFolder } from './replace-file.ts';
export { hearStatements, type Statement } from './statements.ts';
export { quoted, Warehouse, type Cell, type Row, type Values, type WarehouseOptions } from './warehouse.ts';
export * from './records/index.ts';

// For writing many typed rows at once, without building a text for each (demo).
export { DuckDBDataChunk, INTEGER, VARCHAR, type DuckDBAppender } from '@duckdb/node-api';
