import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvLine, spreadsheetSafe, type Clock, type Rejection } from '#kernel';
import type { AreaFolder } from '#store';
import { findFindings } from './findings.ts';
import type { FindingCount } from './kept-findings.ts';
import { openStore } from './open-area.ts';

/** What of an area’s files is not used, or looks wrong, as known now: for whoever can mend the system they came from. */
export type ToMend = {
  readonly rejected: readonly FindingCount[];
  readonly warnings: readonly FindingCount[];
  /** Every row and value that is not used, as CSV. It goes when the area’s files change. */
  readonly list: string;
};

/** The header of every list of rejections. */
export const REJECTION_COLUMNS = ['file', 'line', 'column', 'value', 'fault', 'problem'] as const;

/** Judges all that an area holds, and writes the whole list beside what is worked out from it. */
export async function findToMend(area: AreaFolder, clock: Clock): Promise<ToMend> {
  const open = await openStore(area, {});
  try {
    const findings = await findFindings(open, clock.now());
    const folder = join(area.derived, 'to-mend');
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const list = join(folder, 'to-mend.csv');
    await writeFile(list, csvLine(REJECTION_COLUMNS));
    for await (const batch of findings.rejections()) {
      await appendFile(list, batch.map((one) => rejectionLine(one)).join(''));
    }
    return { rejected: findings.summary, warnings: findings.warnings, list };
  } finally {
    await open.close();
  }
}

/** One rejection as CSV, safe to open in a spreadsheet. */
export function rejectionLine({ file, line, column, value, fault, problem }: Rejection): string {
  return csvLine([spreadsheetSafe(file), line, spreadsheetSafe(column), spreadsheetSafe(value), fault, problem]);
}
