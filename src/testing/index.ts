export { attackRandomTable, printedRows } from './attacked-table.ts';
export { carriedFigures } from './carried-figures.ts';
export { childYear, listEntry, upnOf } from './child-year.ts';
export { crawlPages } from './crawl-pages.ts';
export { attack, type Attack, type PrintedRow, type Reader } from './attacker.ts';
export { everyFigure, isAbout, someOfEach, type EveryFigure, type Shown } from './every-figure.ts';
export { heard } from './heard.ts';
export { hostileChild, hostileToday, writeHostileArea } from './hostile-area.ts';
export { figuresIn, listFigures, rowsOf, useHostileArea } from './hostile-pages.ts';
export {
  oracleAbsence,
  oracleFigures,
  oracleLedger,
  oracleRegisters,
  oracleStates,
  readOracleArea,
  type OracleArea,
  type OracleFigures,
  type OracleFile,
} from './oracle/index.ts';
export { openAccount, type OpenAccount } from './open-account.ts';
export { openCookieBrowser, type CookieBrowser } from './cookie-browser.ts';
export { openHostileProvider, type HostileProvider } from './hostile-provider.ts';
export { CLIENT, openLocalProvider, settingsFor, type LocalProvider } from './local-provider.ts';
export { openSignedInWeb, type SignedInWeb } from './signed-in-web.ts';
export { openAuthenticator } from './software-authenticator.ts';
export { openSignInWorld, SIGNING_IN, type SignInWorld } from './sign-in-world.ts';
export { openCollector, type MetricsCollector } from './metrics-collector.ts';
export { closedAccess, openAccess } from './open-access.ts';
export { PLANTED_A, PLANTED_B, faultyArea, plantedFor, plantedRules, type Mended } from './planted-faults.ts';
export { asOwnerOf, publishedArea, type PublishedArea } from './published-area.ts';
export { fullTable, randomCountTable, type RandomCountTable } from './random-count-table.ts';
export { randomArea, randomQuestion, receivedAt, today } from './random-area/index.ts';
export { TERM_SCHOOL, writeTermArea, type TermTruth } from './term-area.ts';
export { readPdf, type ReadPdf } from './read-pdf.ts';
export { filesWith, NEIGHBOUR, PLANTED, PLANTED_WEEK, writePlantedChild } from './planted-child.ts';
export { askedLists, type AskedLists } from './asked-lists.ts';
export { plantedFolder, type Painted, type PlantedArea, type PlantedChild } from './planted-area.ts';
export { childrenOfStory, smallNorthmoor } from './small-northmoor.ts';
export { suspendedArea } from './suspended-area.ts';
export { twoYears } from './two-years.ts';
export { upnWith } from './upn.ts';
export { restrictFor } from './restricted.ts';
export { schoolDays } from './school-days.ts';
export { writeToldArea, yearDays, type ToldArea, type ToldChild } from './told-area.ts';
export { folderWith, workedAnswers, workedArea, workFolder } from './work-folder.ts';
export { killImports, type KillRounds } from './kill-rounds.ts';
export { runKith, runKithHere, WATCH } from './killing.ts';
