import { Command } from 'commander';
import { keepInTime } from '#rights';
import { formatOption } from '../../options.ts';
import { printed, type OutputFormat } from '../../print-table.ts';
import type { Terminal } from '../../terminal.ts';
import { examples } from '../ledger.ts';
import { asOption } from './options.ts';
import type { WithRights } from './with-rights.ts';

type RetentionOptions = { readonly apply?: boolean; readonly as?: string; readonly format: OutputFormat };

export function retentionCommand(terminal: Terminal, rights: WithRights): Command {
  return new Command('retention')
    .argument('<area>', 'an area’s folder or store')
    .option('--apply', 'remove what is past its time; this cannot be undone')
    .addOption(asOption())
    .addOption(formatOption())
    .summary('show how long each class of data is kept and what is past its time, or remove it')
    .description(
      'past counts lines of received files, and rows of records. What is under a hold is not counted and not removed. What is decided by the area is what Kith assumes until the area decides.',
    )
    .addHelpText('after', examples(['rights retention my-area', 'rights retention my-area --apply']))
    .action(async (folder: string, { apply = false, as, format }: RetentionOptions) => {
      const kept = await rights(folder, as, (open) => keepInTime(open, open.actor, apply));
      const rows = kept.map(({ class: name, past, years, from, decidedBy, source }) => ({
        class: name,
        past,
        years,
        from,
        decided_by: decidedBy,
        source,
      }));
      const columns = ['class', 'past', 'years', 'from', 'decided_by', 'source'];
      terminal.out(printed({ columns, rows }, format, terminal.width));
      const past = kept.reduce((sum, one) => sum + one.past, 0);
      if (past > 0)
        terminal.err(apply ? 'What was past its time was removed.\n' : 'Remove what is past its time with --apply.\n');
    });
}
