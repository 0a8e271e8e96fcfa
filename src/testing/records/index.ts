export { engine, openTestRecords, type TestRecords } from './test-records.ts';
