import { Command } from 'commander';
import type { CalendarDate } from '#kernel';
import { Refusal } from '#kernel';
import type { ImportedStatistics } from '#exchange/ees';
import { dayOption, listedProblems } from '../options.ts';
import { countOf } from '../report-findings.ts';
import type { Terminal } from '../terminal.ts';
import { examples } from './ledger.ts';

type StatisticsOptions = {
  readonly store: string;
  readonly published?: CalendarDate;
  readonly through?: CalendarDate;
  readonly wholeYear?: true;
};

export function importStatisticsCommand(terminal: Terminal): Command {
  return new Command('import-statistics')
    .argument('<file>', 'a CSV from the DfE’s Explore education statistics, also as .csv.gz')
    .requiredOption('--store <folder>', 'the area’s store')
    .addOption(dayOption('--published <date>', 'the day the DfE published it (default: today)'))
    .addOption(dayOption('--through <date>', 'the last day that a year to date covers'))
    .option('--whole-year', 'the year in the file is over, so its figures are of the whole year')
    .summary('bring in a newer release of the DfE’s published figures')
    .addHelpText(
      'after',
      examples(['import-statistics absence-2025-26.csv --store my-area/.kith --published 2027-03-18']),
    )
    .action(async (file: string, options: StatisticsOptions) => {
      const { store, published, through, wholeYear } = options;
      const { importStatistics } = await import('#exchange/ees');
      const result = await importStatistics(file, store, terminal.clock, {
        ...(published ? { published } : {}),
        ...(through ? { through } : {}),
        ...(wholeYear ? { wholeYear } : {}),
      });
      terminal.out(told(result));
    });
}

function told(result: ImportedStatistics): string {
  switch (result.kind) {
    case 'already-held':
      return `Kith already holds this file: ${result.release.title}. Nothing was changed.\n`;
    case 'refused':
      throw new Refusal('statistics/refused', `This file cannot be used:\n${listedProblems(result.problems)}`);
    case 'imported': {
      const leftOut = Object.entries(result.leftOut).map(
        ([why, rows]) => `${countOf(rows, 'row', 'rows')} not taken: ${why}\n`,
      );
      const before = result.standsBefore.map((release) => `It now stands before: ${release.title}\n`);
      const unknown =
        result.unknownIndicators.length === 0
          ? []
          : [`Columns that no measure uses: ${result.unknownIndicators.join(', ')}\n`];
      return [
        `Imported ${result.release.title}: ${countOf(result.observations, 'figure', 'figures')}\n`,
        ...before,
        ...leftOut,
        ...unknown,
      ].join('');
    }
  }
}
