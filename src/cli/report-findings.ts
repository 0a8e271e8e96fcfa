import { open } from 'node:fs/promises';
import { csvLine, messageOf, Refusal, spreadsheetSafe, type Instant } from '#kernel';
import { findFindings, type FindingCount, type Findings, type OpenArea } from '#exchange/area-files';
import type { Terminal } from './terminal.ts';

const MOST_SHOWN = 12;

/** Rows that take minutes to judge. */
const LONG = 20_000_000;

/** Says on standard error what could not be used, and writes all of it to a file where one is named. */
export async function reportRejections(
  area: OpenArea,
  knownAt: Instant,
  file: string | undefined,
  terminal: Terminal,
): Promise<Findings> {
  const findings = await findFindings(area, knownAt, (rows) => {
    if (rows >= LONG)
      terminal.err(`Looking at ${countOf(rows, 'row', 'rows')} for what could not be used: once for each import.\n`);
  });
  if (file !== undefined) await writeRejections(findings, file);
  if (findings.rejected > 0) {
    terminal.err(`${countOf(findings.rejected, 'row or value', 'rows or values')} could not be used:\n`);
    terminal.err(listed(findings.summary));
    terminal.err(file === undefined ? 'To see every one: --rejections FILE\n' : `All of them are in ${file}\n`);
  }
  if (area.notImported.length > 0) {
    terminal.err(
      `Not in these answers, because they were not imported: ${area.notImported.join(', ')}. To bring them in: kith import <folder>\n`,
    );
  }
  for (const ignored of area.manifest.files.filter((one) => one.ignoredColumns.length > 0)) {
    terminal.err(`${ignored.name}: columns not used: ${ignored.ignoredColumns.join(', ')}\n`);
  }
  return findings;
}

export function listed(counts: readonly FindingCount[]): string {
  const lines = counts.slice(0, MOST_SHOWN).map((one) => {
    const where = `${one.file}, line ${one.line}${one.column === '' ? '' : `, ${one.column}`}`;
    const more = one.count > 1 ? ` (and ${one.count - 1} more like it)` : '';
    return `  ${where}: “${one.value.slice(0, 40)}”${more}. ${one.problem}\n`;
  });
  const left = counts.length - MOST_SHOWN;
  return lines.join('') + (left > 0 ? `  and ${countOf(left, 'other kind', 'other kinds')}\n` : '');
}

export function countOf(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

async function writeRejections(findings: Findings, file: string): Promise<void> {
  const out = await open(file, 'w').catch((error: unknown) => {
    throw new Refusal(
      'output/unwritable',
      `${file} cannot be written: ${messageOf(error)}. Choose another file for --rejections.`,
    );
  });
  try {
    await out.writeFile(csvLine(['file', 'line', 'column', 'value', 'fault', 'problem']));
    for await (const batch of findings.rejections()) {
      await out.writeFile(
        batch
          .map((one) => csvLine([one.file, one.line, one.column, spreadsheetSafe(one.value), one.fault, one.problem]))
          .join(''),
      );
    }
  } finally {
    await out.close();
  }
}
