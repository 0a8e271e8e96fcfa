export {
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
