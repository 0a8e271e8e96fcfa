export {
  beginTransaction,
  closeRecords,
  openRecords,
  reclaimSpace,
  type Records,
  type RecordsOptions,
  type Tx,
} from './records.ts';
export { scrubRecords } from './scrub.ts';
