import { Command, InvalidArgumentError, Option } from 'commander';
import { Refusal, type AcademicYear, type CalendarDate, type Instant } from '#kernel';
import { openArea } from '#exchange/area-files';
import { checkPlace, writeAccount } from '#lost-learning';
import { asOfOption, knownAtOption, questionOf, rejectionsOption, yearOption } from '../options.ts';
import { countOf, reportRejections } from '../report-findings.ts';
import { countingStepsOn, progressOn, type Terminal } from '../terminal.ts';
import { about, examples } from './ledger.ts';

type AccountOptions = {
  readonly to: string;
  readonly year?: AcademicYear;
  readonly asOf?: CalendarDate;
  readonly knownAt?: Instant;
  readonly memory: string;
  readonly processors?: number;
  readonly rejections?: string;
};

/** Of what the command may take, folding and rejections take a half, and all that count together the other. */
const SHARES = 2;

export function accountCommand(terminal: Terminal): Command {
  return new Command('account')
    .argument('<folder>', 'a folder of area files, or an area’s store')
    .requiredOption('--to <folder>', 'where to write it: a folder that does not exist yet, or is empty')
    .addOption(yearOption())
    .addOption(asOfOption())
    .addOption(knownAtOption())
    .option('--memory <size>', 'the most memory to take, beside what the program itself needs', '4GiB')
    .addOption(
      new Option(
        '--processors <number>',
        'how many processors count side by side (default: all, for a large area)',
      ).argParser(processorsOf),
    )
    .addOption(rejectionsOption())
    .summary('write the whole account of a year as files')
    .description(
      'Writes the account of a year as Parquet: a row for each child and each enrolment, and a file for each grouping.\nThe figures are those of kith ledger and kith absence. Rows of children are personal data.',
    )
    .addHelpText(
      'after',
      examples(['account my-area --to account-2024', 'account my-area --to june --as-of 2025-06-30']),
    )
    .action(async (folder: string, options: AccountOptions) => {
      await checkPlace(options.to);
      const { progress, stop } = progressOn(terminal);
      const memory = shareOf(options.memory);
      const memoryLimit = `${memory}MiB`;
      const area = await openArea(folder, { clock: terminal.clock, progress, memoryLimit }).finally(stop);
      try {
        const question = questionOf(options);
        const counted = await writeAccount(area, question, terminal.clock, options.to, {
          memory,
          processors: options.processors,
          onProgress: countingStepsOn(terminal),
        });
        terminal.out(`The account of ${countOf(counted.children, 'child', 'children')} is in ${options.to}\n`);
        terminal.err(
          about(
            area,
            counted.answered,
            'The files of children and enrolments are personal data. Keep and share them as such.\n',
          ),
        );
        await reportRejections(area, counted.answered.knownAt, options.rejections, terminal);
      } finally {
        await area.close();
      }
    });
}

/** Mebibytes of a share of an amount of memory: a half of `4GiB` is 2048. */
function shareOf(memory: string): number {
  const size = /^(\d+)\s*(KiB|MiB|GiB)$/i.exec(memory);
  const units: Readonly<Record<string, number>> = { kib: 2 ** 10, mib: 2 ** 20, gib: 2 ** 30 };
  const bytes = size ? Number(size[1]) * (units[(size[2] ?? '').toLowerCase()] ?? 0) : 0;
  if (bytes < 512 * 2 ** 20) {
    throw new Refusal('account/memory', 'Enter an amount of memory of at least 512MiB, like 4GiB');
  }
  return Math.floor(bytes / SHARES / 2 ** 20);
}

function processorsOf(text: string): number {
  const processors = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (processors === 0) throw new InvalidArgumentError('Enter a number of processors from 1 to 999, like 2');
  return processors;
}
