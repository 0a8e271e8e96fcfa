import { Command, Option } from 'commander';
import { Refusal, type AcademicYear, type CalendarDate, type Instant, type Upn } from '#kernel';
import { openArea, type OpenArea } from '#exchange/area-files';
import {
  absenceGroupings,
  askAbsence,
  askChild,
  askLedger,
  groupings,
  isOwnRegister,
  type AbsenceGrouping,
  type Answered,
  type AnsweredTable,
  type Asking,
  type Grouping,
} from '#lost-learning';
import { asOfOption, formatOption, knownAtOption, questionOf, rejectionsOption, yearOption } from '../options.ts';
import { printed, type OutputFormat } from '../print-table.ts';
import { reportRejections } from '../report-findings.ts';
import { upnArgument } from './rights/options.ts';
import { countingOn, progressOn, type Terminal } from '../terminal.ts';

type QuestionOptions = {
  readonly year?: AcademicYear;
  readonly asOf?: CalendarDate;
  readonly knownAt?: Instant;
  readonly format: OutputFormat;
  readonly rejections?: string;
};

type LedgerOptions = QuestionOptions & { readonly by: Grouping; readonly upn?: Upn };

export function ledgerCommand(terminal: Terminal): Command {
  return questionCommand('ledger')
    .summary('where every session of learning went')
    .description(
      'Prints the lost-learning account of an area: each session of each child’s calendar in one state, by child or group.\nThe folder holds area files (see docs/guides/area-files.md), or what kith import kept of them.',
    )
    .addOption(new Option('--by <group>', 'what a row is').choices([...groupings]).makeOptionMandatory())
    .addOption(new Option('--upn <upn>', 'one child, by its UPN (with --by child)').argParser(upnArgument))
    .addHelpText(
      'after',
      examples([
        'ledger my-area --by school',
        'ledger my-area --by region',
        'ledger my-area --by child --format csv > children.csv',
        'ledger my-area --by child --upn A399200122001',
        'ledger my-area --by cause --as-of 2024-12-20 --known-at 2025-02-01',
      ]),
    )
    .action(async (folder: string, options: LedgerOptions) => {
      const { by, upn } = options;
      if (upn !== undefined && by !== 'child')
        throw new Refusal('usage/upn', 'Leave out --upn, or use it with --by child: no other row is about one child.');
      await answer(terminal, folder, options, {
        personal: options.by === 'child',
        note: isOwnRegister(options.by)
          ? 'Each school’s own register: these rows need not add up to the children’s total.\n'
          : '',
        ask: (asking) => (upn === undefined ? askLedger(asking, by) : getChild(asking, upn)),
      });
    });
}

async function getChild(asking: Asking, upn: Upn): Promise<AnsweredTable> {
  const answered = await askChild(asking, upn);
  if (answered) return answered;
  throw new Refusal(
    'ledger/no-child',
    'No child with that UPN has a session in the year that was asked about. Check the UPN, and the year with --year.',
  );
}

export function absenceCommand(terminal: Terminal): Command {
  return questionCommand('absence')
    .summary('absence as the DfE publishes it, by enrolment or group')
    .description(
      'Prints overall, persistent and severe absence by the DfE’s own cohort rules, each with its numerator and denominator.',
    )
    .addOption(new Option('--by <group>', 'what a row is').choices([...absenceGroupings]).makeOptionMandatory())
    .addHelpText(
      'after',
      examples([
        'absence my-area --by school',
        'absence my-area --by la --year 2024/25 --format json',
        'absence my-area --by region',
      ]),
    )
    .action(async (folder: string, options: QuestionOptions & { readonly by: AbsenceGrouping }) => {
      await answer(terminal, folder, options, {
        personal: options.by === 'enrolment',
        note: '',
        ask: (asking) => askAbsence(asking, options.by),
      });
    });
}

function questionCommand(name: string): Command {
  return new Command(name)
    .argument('<folder>', 'a folder of area files, or an area’s store')
    .addOption(yearOption())
    .addOption(asOfOption())
    .addOption(knownAtOption())
    .addOption(formatOption())
    .addOption(rejectionsOption());
}

type Wanted = {
  readonly personal: boolean;
  readonly note: string;
  readonly ask: (asking: Asking) => Promise<AnsweredTable>;
};

async function answer(terminal: Terminal, folder: string, options: QuestionOptions, wanted: Wanted): Promise<void> {
  const { progress, stop } = progressOn(terminal);
  const area = await openArea(folder, { clock: terminal.clock, progress }).finally(stop);
  try {
    const question = questionOf(options);
    const { answered, table } = await wanted.ask({
      source: area,
      question,
      clock: terminal.clock,
      onProgress: countingOn(terminal),
    });
    terminal.out(printed(table, options.format, terminal.width));
    terminal.err(about(area, answered, wanted.note));
    if (wanted.personal && options.format === 'csv')
      terminal.err('These rows are personal data about children. Keep and share them as such.\n');
    await reportRejections(area, answered.knownAt, options.rejections, terminal);
  } finally {
    await area.close();
  }
}

/** What an answer is of; of a demonstration also that nothing in it is real, whatever place its codes may call to mind. */
export function about({ manifest }: Pick<OpenArea, 'manifest'>, answered: Answered, note: string): string {
  const until = answered.asOf === null ? 'no marks to go by' : `up to ${answered.asOf}`;
  return `Academic year ${answered.year}, ${until}, as known at ${answered.knownAt.slice(0, 19)}Z.\n${manifest.demonstration ? INVENTED : ''}${note}`;
}

const INVENTED = 'A demonstration: everything in it is invented, and says nothing about any real place.\n';

export function examples(lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  kith ${line}`).join('\n')}\n`;
}
