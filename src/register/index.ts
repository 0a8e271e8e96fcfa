export * from './attendance-codes.ts';
export {
  listPacked,
  loadCodeLetters,
  packedModels,
  packRegister,
  readPackedModels,
  registerModels,
} from './packed-register.ts';
export { SESSIONS_IN_A_YEAR, YearBlock } from './year-block.ts';
