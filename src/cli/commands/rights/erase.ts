import { Command, Option } from 'commander';
import type { ErasureGround } from '#access';
import type { Upn } from '#kernel';
import { eraseChild, listGrounds, type Erased } from '#rights';
import { countOf } from '../../report-findings.ts';
import type { Terminal } from '../../terminal.ts';
import { examples } from '../ledger.ts';
import { asOption, upnArgument } from './options.ts';
import type { WithRights } from './with-rights.ts';

export function eraseCommand(terminal: Terminal, rights: WithRights): Command {
  return new Command('erase')
    .argument('<area>', 'an area’s folder or store')
    .argument('<upn>', 'the child', upnArgument)
    .addOption(
      new Option('--because <ground>', 'the ground, UK GDPR article 17(1)')
        .choices(listGrounds())
        .makeOptionMandatory(),
    )
    .addOption(asOption())
    .summary('erase one child')
    .description(
      'Takes the child out of every file as it was received, of all that was read and worked out from them, and of the records with what a database keeps of deleted rows. This cannot be undone. That someone looked, when and why stays, without saying at whom. Backups made before still hold the child: see docs/guides/rights.md.',
    )
    .addHelpText('after', examples(['rights erase my-area E801400120900 --because no-longer-needed']))
    .action(async (folder: string, upn: Upn, options: { readonly because: ErasureGround; readonly as?: string }) => {
      const erased = await rights(folder, options.as, (open) =>
        eraseChild(open, open.actor, { upn, because: options.because }),
      );
      terminal.out(told(erased));
    });
}

function told({ rewritten, looks, rows, scrubbed }: Erased): string {
  if (rewritten.length + looks + rows === 0) return 'Nothing here named this child. Nothing was changed.\n';
  const lines = [
    `${countOf(rewritten.length, 'received file was', 'received files were')} rewritten; the manifest keeps both hashes of each.`,
    `${countOf(looks, 'look stays', 'looks stay')}, without the child’s number.`,
    scrubbed
      ? 'The account was worked out anew, and the database keeps nothing of what was deleted.'
      : 'The account was worked out anew. The database server’s own files, log and backups are for whoever runs it: see docs/guides/rights.md.',
  ];
  return `${lines.join('\n')}\n`;
}
