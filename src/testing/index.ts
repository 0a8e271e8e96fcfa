export { oracleAbsence, oracleLedger, oracleStates, readOracleArea, type OracleFile } from './oracle/index.ts';
export { randomArea, randomQuestion, receivedAt, today } from './random-area/index.ts';
export { folderWith, workedAnswers, workedArea, workFolder } from './work-folder.ts';
