import { Command, type Option } from 'commander';
import { examples } from '../commands/ledger.ts';
import type { Terminal } from '../terminal.ts';
import { printAnswer, type Answer } from './answer.ts';
import { readCsvFile } from './csv-file.ts';
import { listUnused, readRows, type Columns, type Row, type Rules } from './rows.ts';

/** A method made checkable: a CSV in, a CSV out, by the same functions as the pages. */
export type StatisticalCommand<C extends Columns, O> = {
  readonly name: string;
  readonly summary: string;
  /** What goes in, what comes out, and by which method. */
  readonly description: string;
  readonly examples: readonly string[];
  readonly options?: readonly Option[];
  readonly rules: (options: O) => Rules<C>;
  readonly answer: (rows: readonly Row<C>[], options: O) => Answer;
};

export function statisticalCommand<C extends Columns, O>(
  terminal: Terminal,
  { name, summary, description, examples: lines, options = [], rules, answer }: StatisticalCommand<C, O>,
): Command {
  const command = new Command(name)
    .argument('<csv>', 'a CSV file, or - for standard input')
    .summary(summary)
    .description(description)
    .addHelpText('after', examples(lines));
  for (const option of options) command.addOption(option);
  return command.action(async (path: string, chosen: O) => {
    const held = rules(chosen);
    const csv = await readCsvFile(path);
    const rows = readRows(csv, held);
    printAnswer(answer(rows, chosen), terminal);
    tellUnused(terminal, listUnused(csv, Object.keys(held.columns)));
  });
}

export function tellUnused(terminal: Terminal, unused: readonly string[]): void {
  if (unused.length > 0) terminal.err(`Columns not used: ${unused.join(', ')}\n`);
}

/** A part cannot be more than its whole. */
export function tooManyOf(
  rows: readonly {
    readonly line: number;
    readonly values: { readonly numerator: number; readonly denominator: number };
  }[],
): readonly { readonly line: number; readonly name: string; readonly problem: string }[] {
  return rows
    .filter(({ values }) => values.numerator > values.denominator)
    .map(({ line, values }) => ({
      line,
      name: 'numerator',
      problem: `It is more than its denominator, ${values.denominator}. Correct one of them.`,
    }));
}
