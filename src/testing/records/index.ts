export { engine, openTestRecords, type TestRecords } from './test-records.ts';
export { undone } from './undone.ts';
