import { Command } from 'commander';
import { examples } from './ledger.ts';

/** What is done to an area’s records as a whole; each part is a command of its own. */
export function recordsCommand(parts: readonly Command[]): Command {
  const group = new Command('records')
    .summary('look after an area’s records')
    .description('The records hold who may see whom, who looked, and what people write down.')
    .addHelpText(
      'after',
      examples([
        'records backup my-area --to /mnt/backups/friday.kith',
        'records restore my-area --from friday.kith',
        'records verify-looks my-area',
        'records go-on-sealing my-area',
      ]),
    );
  for (const part of parts) group.addCommand(part);
  return group;
}
