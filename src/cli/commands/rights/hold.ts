import { Command, InvalidArgumentError, Option } from 'commander';
import { findAcademicYear, Refusal, type AcademicYear, type Upn } from '#kernel';
import { liftHold, listHolds, setHold, type Hold } from '#rights';
import { printed } from '../../print-table.ts';
import type { Terminal } from '../../terminal.ts';
import { examples } from '../ledger.ts';
import { asOption, upnArgument } from './options.ts';
import type { WithRights } from './with-rights.ts';

type HoldOptions = {
  readonly child?: Upn;
  readonly year?: AcademicYear;
  readonly lift?: string;
  readonly because?: string;
  readonly as?: string;
};

export function holdCommand(terminal: Terminal, rights: WithRights): Command {
  return new Command('hold')
    .argument('<area>', 'an area’s folder or store')
    .addOption(
      new Option('--child <upn>', 'hold all about this child').argParser(upnArgument).conflicts(['year', 'lift']),
    )
    .addOption(
      new Option('--year <year>', 'hold all of this academic year')
        .argParser(yearArgument)
        .conflicts(['child', 'lift']),
    )
    .option('--lift <hold>', 'lift this hold, by its id')
    .option('--because <words>', 'why it is set or lifted')
    .addOption(asOption())
    .summary('list legal holds, set one, or lift one')
    .description('While a hold stands, nothing of what it holds is erased or removed as past its time.')
    .addHelpText(
      'after',
      examples([
        'rights hold my-area',
        'rights hold my-area --child E801400120900 --because "A tribunal asked for it"',
      ]),
    )
    .action(async (folder: string, options: HoldOptions) => {
      const { child, year, lift } = options;
      await rights(folder, options.as, async (open) => {
        const because = (): string => {
          if (options.because === undefined) throw new Refusal('usage/because', 'Say why, with --because.');
          return options.because;
        };
        if (lift !== undefined) await liftHold(open.access, open.clock, open.actor, lift, because());
        if (child) await setHold(open.access, open.clock, open.actor, { upn: child }, because());
        if (year) await setHold(open.access, open.clock, open.actor, { year }, because());
        const holds = await listHolds(open.access, open.actor);
        if (holds.length === 0) return terminal.out('There are no holds.\n');
        const columns = ['hold', 'what', 'since', 'by', 'because', 'lifted'];
        terminal.out(printed({ columns, rows: holds.map(rowOf) }, 'table', terminal.width));
      });
    });
}

function rowOf({ id, held, setAt, setBy, because, lifted }: Hold): Readonly<Record<string, string>> {
  const what = held === undefined ? 'a child since erased' : 'upn' in held ? held.upn : held.year;
  return { hold: id, what, since: setAt.slice(0, 10), by: setBy, because, lifted: lifted?.at.slice(0, 10) ?? '' };
}

function yearArgument(text: string): AcademicYear {
  const year = findAcademicYear(text);
  if (!year) throw new InvalidArgumentError('Enter an academic year, like 2024/25.');
  return year;
}
