import { Command } from 'commander';
import type { Terminal } from '../../terminal.ts';
import { examples } from '../ledger.ts';
import { eraseCommand } from './erase.ts';
import { exportCommand } from './export.ts';
import { holdCommand } from './hold.ts';
import { impactAssessmentCommand } from './impact-assessment.ts';
import { requestCommand } from './request.ts';
import { retentionCommand } from './retention.ts';
import type { WithRights } from './with-rights.ts';

/** What people may ask about their own data, and how long it is kept. */
export function rightsCommand(terminal: Terminal, rights: WithRights): Command {
  const group = new Command('rights')
    .summary('answer requests about someone’s own data, and keep it no longer than it may be kept')
    .description(
      'Kith must not be serving the area meanwhile. Each of these is done for the purpose “rights”, by someone who may, and leaves a trace.',
    )
    .addHelpText('after', examples(['rights request my-area', 'rights export my-area E801400120900 --to record']));
  const commands = [
    requestCommand,
    exportCommand,
    eraseCommand,
    holdCommand,
    retentionCommand,
    impactAssessmentCommand,
  ];
  for (const command of commands) group.addCommand(command(terminal, rights));
  return group;
}
