import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { messageOf, Refusal } from '#kernel';
import { assessArea, impactAssessmentText } from '#rights';
import type { Terminal } from '../../terminal.ts';
import { examples } from '../ledger.ts';
import { asOption } from './options.ts';
import type { WithRights } from './with-rights.ts';

type AssessmentOptions = { readonly to: string; readonly as?: string };

export function impactAssessmentCommand(terminal: Terminal, rights: WithRights): Command {
  return new Command('impact-assessment')
    .argument('<area>', 'an area’s folder or store')
    .requiredOption('--to <file>', 'a new file, in Markdown')
    .addOption(asOption())
    .summary('write the beginning of a data protection impact assessment of this area')
    .description(
      'It has the purposes, lawful bases, roles, times, risks and measures that the program goes by, the agreements, consents and settings of this area, and blanks for what only the controller can say. Whoever acts has to be its data protection officer. Give the command the settings that kith serve has. Counts of people are protected; names of children are not in it.',
    )
    .addHelpText('after', examples(['rights impact-assessment my-area --to assessment.md --as 6f0c…']))
    .action(async (folder: string, { to, as }: AssessmentOptions) => {
      const text = await rights(folder, as, async (open) =>
        impactAssessmentText(await assessArea(open, open.actor, await open.settings())),
      );
      await writeFile(to, text, { flag: 'wx', mode: 0o600 }).catch((cause: unknown) => {
        throw new Refusal(
          'rights/file',
          `${to} cannot be written, or is there already (${messageOf(cause)}). Give the name of a new file.`,
          { cause },
        );
      });
      const blanks = text.split('[to fill in:').length - 1;
      terminal.err(`The assessment is in ${to}. ${blanks} places are left to fill in.\n`);
    });
}
