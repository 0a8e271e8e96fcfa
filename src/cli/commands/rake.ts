import { Command } from 'commander';
import { Refusal } from '#kernel';
import { rake, type Margin, type Raked } from '#statistics';
import { printAnswer } from '../statistical/answer.ts';
import { name, size, word, type Cell } from '../statistical/cells.ts';
import { readCsvFile, refuseProblems, STANDARD_INPUT, type CsvFile } from '../statistical/csv-file.ts';
import { listUnused, placed, readRows, type Row } from '../statistical/rows.ts';
import { tellUnused } from '../statistical/statistical-command.ts';
import type { Terminal } from '../terminal.ts';
import { examples } from './ledger.ts';

export function rakeCommand(terminal: Terminal): Command {
  return new Command('rake')
    .argument('<csv>', 'respondents, one a row, or - for standard input')
    .requiredOption('--margins <csv>', 'known totals: variable,category,total, or - for standard input')
    .summary('weights that bring those who answered to known totals')
    .description(
      [
        'Reads respondents (id and a column a variable) and prints id,weight: weights that add up to every total of the',
        'margins within 1e-10 (iterative proportional fitting, Deming and Stephan 1940). They sum to the total of the',
        'first variable; where another comes to a different sum, its totals count as shares.',
      ].join('\n'),
    )
    .addHelpText(
      'after',
      examples(['rake answers.csv --margins roll.csv', 'rake - --margins roll.csv < answers.csv > weights.csv']),
    )
    .action(async (path: string, { margins: marginsPath }: { readonly margins: string }) => {
      if (path === STANDARD_INPUT && marginsPath === STANDARD_INPUT) {
        throw new Refusal('usage/one-input', 'Only one of the two can come from standard input. Name a file.');
      }
      const marginsFile = await readCsvFile(marginsPath);
      const respondentsFile = await readCsvFile(path);
      const margins = readMargins(marginsFile, respondentsFile);
      const columns: Record<string, Cell<string>> = { id: name };
      for (const { variable } of margins) columns[variable] = word;
      const rows = readRows(respondentsFile, { columns, once: ['id'] });
      const answers = rows.map(({ values }) => margins.map(({ variable }) => values[variable] ?? ''));
      refuseUnknown(respondentsFile, rows, margins);
      const raked = rake(answers, margins);
      printAnswer(
        {
          keys: ['id'],
          columns: ['weight'],
          rows: weightsOf(raked, marginsFile.file, margins).map((weight, at) => ({
            key: [rows[at]?.values['id'] ?? ''],
            figures: [weight],
          })),
          notes: raked.kind === 'raked' ? raked.scaled.map(scaledNote) : [],
        },
        terminal,
      );
      tellUnused(terminal, listUnused(respondentsFile, Object.keys(columns)));
    });
}

const MARGINS = { variable: word, category: word, total: size };

/** A margin with the line on which each category stands, so that a refusal can name it. */
type PlacedMargin = Margin & { readonly lines: ReadonlyMap<string, number> };

function readMargins(csv: CsvFile, respondents: CsvFile): readonly PlacedMargin[] {
  const rows = readRows(csv, {
    columns: MARGINS,
    once: ['variable', 'category'],
    check: (found) => found.flatMap((row) => problemOf(row, found, respondents)),
  });
  if (rows.length === 0) {
    throw new Refusal('rake/no-margin', `${csv.file} has no totals. Add a row for each variable and category.`);
  }
  const variables = [...new Set(rows.map(({ values }) => values.variable))];
  return variables.map((variable) => {
    const own = rows.filter(({ values }) => values.variable === variable);
    return {
      variable,
      totals: new Map(own.map(({ values }) => [values.category, values.total])),
      lines: new Map(own.map(({ values, line }) => [values.category, line])),
    };
  });
}

function problemOf(
  { line, values }: Row<typeof MARGINS>,
  rows: readonly Row<typeof MARGINS>[],
  respondents: CsvFile,
): readonly { readonly line: number; readonly name: string; readonly problem: string }[] {
  if (values.variable === 'id' || !respondents.columns.includes(values.variable)) {
    return [{ line, name: 'variable', problem: `${respondents.file} has no such category column. Correct the name.` }];
  }
  const sum = rows.reduce((all, row) => all + (row.values.variable === values.variable ? row.values.total : 0), 0);
  return sum > 0
    ? []
    : [{ line, name: 'total', problem: 'All totals of this variable are 0. Enter what they come to.' }];
}

function refuseUnknown(
  csv: CsvFile,
  rows: readonly { readonly line: number; readonly values: Readonly<Record<string, string>> }[],
  margins: readonly Margin[],
): void {
  const problems = rows.flatMap(({ line, values }) =>
    margins.flatMap(({ variable, totals }) => {
      const category = values[variable] ?? '';
      const problem = 'The margins have no total for it. Add one, or correct it.';
      return totals.has(category) ? [] : [placed(csv, line, variable, category, problem)];
    }),
  );
  if (problems.length > 0) refuseProblems(csv.file, problems);
}

function weightsOf(raked: Raked, file: string, margins: readonly PlacedMargin[]): readonly number[] {
  switch (raked.kind) {
    case 'raked':
      return raked.weights;
    case 'no-respondent': {
      const { variable, category } = raked;
      const line = margins.find((margin) => margin.variable === variable)?.lines.get(category) ?? 1;
      throw new Refusal(
        'rake/no-respondent',
        `${file}, line ${line}, column category: nobody who answered has ${variable} “${category}”, so no weights can come to its total. Put it together with another category in both files, or take it out.`,
      );
    }
    case 'unsettled':
      throw new Refusal(
        'rake/unsettled',
        `No weights come to all the totals in ${file}: ${raked.variable} “${raked.category}” stays ${(100 * raked.error).toPrecision(2)}% away. Too few who answered have the combinations that the totals ask for. Put small categories together.`,
      );
  }
}

function scaledNote(variable: string): string {
  return `The totals of ${variable} do not come to those of the first variable. They were taken as shares of it.`;
}
