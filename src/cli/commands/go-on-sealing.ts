import { Command } from 'commander';
import type { SetAside } from '#access';
import type { Terminal } from '../terminal.ts';
import { examples } from './ledger.ts';
import { setAsideWords } from './set-aside-words.ts';

/** Sets the seals aside that an area’s restored records no longer have. Made by the composition root. */
export type GoOnSealing = (folder: string, options: { readonly seals?: string }) => Promise<SetAside>;

export function goOnSealingCommand(terminal: Terminal, goOn: GoOnSealing): Command {
  return new Command('go-on-sealing')
    .argument('<area>', 'an area’s folder or store')
    .option('--seals <folder>', 'where its seals are (default: KITH_SEALS, or the folder seals of its store)')
    .summary('let looks be sealed again after a restore')
    .description(
      'After a restore the records are behind the signed file of seals outside them, and nothing is sealed. This adds one signed line to the file: it sets the seals aside that the records no longer have, and sealing goes on from the last one they do have. Nothing is taken out of the file, and verify-looks tells of it from then on. It is refused where the two go on from each other, and where the file is the one that is behind. With the embedded store Kith must be stopped.',
    )
    .addHelpText('after', examples(['records go-on-sealing my-area']))
    .action(async (area: string, asked: { readonly seals?: string }) => {
      const setAside = await goOn(area, asked);
      terminal.out(`${setAsideWords(setAside)}\n`);
      terminal.out(
        `Looks are sealed again, from seal ${setAside.goesOn.toLocaleString('en-GB')} on, while Kith runs. The line stays in the file of seals: tell your data protection officer why the records were restored.\n`,
      );
    });
}
