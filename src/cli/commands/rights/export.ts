import { Command } from 'commander';
import type { Upn } from '#kernel';
import { exportChild } from '#rights';
import type { Terminal } from '../../terminal.ts';
import { examples } from '../ledger.ts';
import { asOption, upnArgument } from './options.ts';
import type { WithRights } from './with-rights.ts';

type ExportOptions = { readonly to: string; readonly as?: string; readonly names: boolean };

export function exportCommand(terminal: Terminal, rights: WithRights): Command {
  return new Command('export')
    .argument('<area>', 'an area’s folder or store')
    .argument('<upn>', 'the child', upnArgument)
    .requiredOption('--to <folder>', 'a new folder, made for its owner alone')
    .option('--no-names', 'leave out the names of staff who looked, and tell their roles only')
    .addOption(asOption())
    .summary('write down everything that is kept about one child')
    .description(
      'For a request to see one’s own data (UK GDPR article 15): record.html to read, and record.json as data with what each column means. It is personal data: hand it over safely, then remove the folder.',
    )
    .addHelpText('after', examples(['rights export my-area E801400120900 --to E801400120900-record']))
    .action(async (folder: string, upn: Upn, { to, as, names }: ExportOptions) => {
      const { parts } = await rights(folder, as, (open) => exportChild(open, open.actor, upn, to, { names }));
      for (const { title, rows } of parts) if (rows.length > 0) terminal.out(`${title}: ${rows.length}\n`);
      terminal.err(`This is personal data. It is in ${to}: record.html to read, record.json as data.\n`);
    });
}
