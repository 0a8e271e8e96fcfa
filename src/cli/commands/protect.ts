import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Command } from 'commander';
import { messageOf, Refusal, type Rejection } from '#kernel';
import { misfitProblem, protectTable, readCountTable, writeCountTable } from '#disclosure';
import { listedProblems } from '../options.ts';
import { countOf } from '../report-findings.ts';
import type { Terminal } from '../terminal.ts';
import { examples } from './ledger.ts';

export function protectCommand(terminal: Terminal): Command {
  return new Command('protect')
    .argument('<csv>', 'a table of counts in long form, or - for standard input')
    .summary('hide small counts in a table, and what would give them away')
    .description(
      [
        'Reads category columns and a last column called count; rows for totals have Total in the category.',
        'Prints the same rows with c where a count is hidden, and a last column reason: primary for counts of 1 to 7,',
        'secondary for those hidden so that no other can be worked out from sums or bounded closer than 5.',
        'How that is guaranteed, and against whom: docs/methods/disclosure.md.',
      ].join('\n'),
    )
    .addHelpText('after', `${examples(['protect table.csv > protected.csv', 'protect - < table.csv'])}\n${EXAMPLE}`)
    .action(async (path: string) => {
      const file = path === '-' ? 'standard input' : basename(path);
      const read = readCountTable(file, textOf(file, await bytesAt(path)));
      if (read.kind === 'refused') throw refusal(read.problem);
      const answer = await protectTable(read.rows, 'public', 'exact');
      if (answer.kind === 'misfit') throw refusal(misfitProblem(file, read, answer.row, answer.parts));
      const { content, note } = answer.table;
      terminal.out(writeCountTable(read, content.rows));
      terminal.err(`Primary cells: ${content.primary}. Secondary cells: ${content.secondary}.\n${note}\n`);
      if (content.narrowed > 0)
        terminal.err(
          `${countOf(content.narrowed, 'hidden count', 'hidden counts')} can be bounded closer than 5 by someone who uses the reasons, whatever else is hidden: leave out the column reason where that matters.\n`,
        );
    });
}

const EXAMPLE = `With the lines
  school,sen,count      it prints   school,sen,count,reason
  A,EHCP,3                          A,EHCP,c,primary
  A,None,20                         A,None,c,secondary
  A,Total,23                        A,Total,23,
`;

async function bytesAt(path: string): Promise<Uint8Array> {
  if (path === '-') return buffer(process.stdin);
  return readFile(path).catch((error: unknown) => {
    throw new Refusal('file/not-found', `${path} cannot be opened: ${messageOf(error)}. Check the name.`);
  });
}

function textOf(file: string, bytes: Uint8Array): string {
  if (bytes.includes(0)) {
    throw new Refusal('file/not-text', `${file} is not a text file. Save it as “CSV UTF-8” and try again.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Refusal('file/not-utf8', `${file} is not UTF-8 text. Save it as “CSV UTF-8” and try again.`, {
      cause: error,
    });
  }
}

function refusal(problem: Rejection): Refusal {
  return new Refusal('table/refused', `This table cannot be protected:\n${listedProblems([problem])}`);
}
