export {
  askRecords,
  beginTransaction,
  closeRecords,
  isUnreachable,
  openRecords,
  reclaimSpace,
  takeLease,
  type Records,
  type RecordsOptions,
  type Tx,
} from './records.ts';
export type { Lease } from './lease.ts';
export { backUpRecords, type BackedUp } from './backup/back-up.ts';
export { checkBackup, restoreRecords, type CheckedBackup, type Standing } from './backup/restore.ts';
export { scrubRecords } from './scrub.ts';
