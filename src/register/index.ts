export * from './attendance-codes.ts';
export { listPacked, loadCodeLetters, packRegister, registerModels, unpackedSql } from './packed-register.ts';
export { SESSIONS_IN_A_YEAR, YearBlock } from './year-block.ts';
