import {
  calendarDate,
  endOfDay,
  findAcademicYear,
  findCalendarDate,
  findInstant,
  fixedClock,
  type Clock,
} from '#kernel';
import { openArea, type OpenArea } from '#exchange/area-files';
import {
  folderWith,
  oracleAbsence,
  oracleLedger,
  randomArea,
  randomQuestion,
  readOracleArea,
  receivedAt,
  today,
  type OracleFile,
} from '../index.ts';
import { absenceBy, absenceGroupings, buildAccount, groupings, ledgerBy, type Question } from '#lost-learning';
import { countedTables, printed, tablesOfThreads } from './counted-tables.ts';

export const clock: Clock = fixedClock(findInstant(receivedAt) ?? endOfDay(calendarDate(today)));
type Asked = Parameters<typeof oracleLedger>[1];

export async function opened(files: readonly OracleFile[]): Promise<OpenArea> {
  return openArea(await folderWith(Object.fromEntries(files.map((file) => [file.name, file.text]))), { clock });
}

function questionOf(asked: Asked): Question {
  const year = findAcademicYear(asked.year ?? '');
  const asOf = findCalendarDate(asked.asOf ?? '');
  const day = findCalendarDate(asked.knownAt ?? '');
  const knownAt = day ? endOfDay(day) : findInstant(asked.knownAt ?? '');
  return { ...(year ? { year } : {}), ...(asOf ? { asOf } : {}), ...(knownAt ? { knownAt } : {}) };
}

/** Every table of an area for a question. */
export async function allTables(open: OpenArea, asked: Asked): Promise<Readonly<Record<string, string>>> {
  await buildAccount(open.warehouse, questionOf(asked), clock);
  const tables: Record<string, string> = {};
  for (const by of groupings) tables[`ledger by ${by}`] = printed(await ledgerBy(open.warehouse, by));
  for (const by of absenceGroupings) tables[`absence by ${by}`] = printed(await absenceBy(open.warehouse, by));
  return tables;
}

/**
 * The tables in which the account in SQL, the counted account and the oracle differ, for the usual question and a random
 * one. None is right.
 */
export async function differences(seed: number): Promise<readonly string[]> {
  const files = randomArea(seed);
  const oracle = readOracleArea(files);
  const open = await opened(files);
  const wrong: string[] = [];
  const usual = { today };
  try {
    for (const asked of [usual, { ...randomQuestion(seed), today }]) {
      const tables = await allTables(open, asked);
      const expected = [
        ...groupings.filter(isOfContract).map((by) => [`ledger by ${by}`, oracleLedger(oracle, asked, by)] as const),
        ...absenceGroupings
          .filter(isOfContract)
          .map((by) => [`absence by ${by}`, oracleAbsence(oracle, asked, by)] as const),
      ];
      const counted = await countedTables(open, questionOf(asked), clock);
      // Starting threads takes a while: one question of the two is enough for what they add.
      const threads = asked === usual ? await tablesOfThreads(open, questionOf(asked), clock) : counted;
      for (const [name, text] of expected) {
        if (tables[name] !== text) wrong.push(`area ${seed}, ${JSON.stringify(asked)}, ${name}`);
        if (counted[name] !== text) wrong.push(`area ${seed}, ${JSON.stringify(asked)}, ${name}, counted`);
        if (threads[name] !== text)
          wrong.push(`area ${seed}, ${JSON.stringify(asked)}, ${name}, counted by two threads`);
      }
    }
  } finally {
    await open.close();
  }
  return wrong;
}

/** Half terms and terms are Kith’s own: the contract does not say when they are, so the oracle knows none. */
function isOfContract<T extends string>(by: T): by is Exclude<T, 'half-term' | 'term'> {
  return by !== 'half-term' && by !== 'term';
}
