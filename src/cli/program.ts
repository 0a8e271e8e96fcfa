import { Command, CommanderError } from 'commander';
import { Refusal } from '#kernel';
import { checkCommand } from './commands/check.ts';
import { forgetCommand, importCommand } from './commands/import.ts';
import { importStatisticsCommand } from './commands/import-statistics.ts';
import { discoveriesCommand } from './commands/discoveries.ts';
import { dispersionCommand } from './commands/dispersion.ts';
import { funnelCommand } from './commands/funnel.ts';
import { accountCommand } from './commands/account.ts';
import { absenceCommand, examples, ledgerCommand } from './commands/ledger.ts';
import { goOnSealingCommand, type GoOnSealing } from './commands/go-on-sealing.ts';
import { listCommand } from './commands/list.ts';
import { demoCommand } from './commands/demo.ts';
import { paperCommand } from './commands/paper.ts';
import { publishOpenDataCommand } from './commands/publish-open-data.ts';
import { rakeCommand } from './commands/rake.ts';
import { ratesCommand } from './commands/rates.ts';
import { protectCommand } from './commands/protect.ts';
import { rightsCommand } from './commands/rights/index.ts';
import type { WithRights } from './commands/rights/with-rights.ts';
import { recordsCommand } from './commands/records.ts';
import { backupCommand, restoreCommand, type BackUp, type Restore } from './commands/records-backup.ts';
import { serveCommand, type Serve } from './commands/serve.ts';
import { shrinkCommand } from './commands/shrink.ts';
import { standardiseCommand } from './commands/standardise.ts';
import { termsCommand } from './commands/terms.ts';
import { verifyLooksCommand, type VerifyLooks } from './commands/verify-looks.ts';
import { weeksCommand } from './commands/weeks.ts';
import { whyCommand } from './commands/why.ts';
import type { Terminal } from './terminal.ts';

export type Outside = {
  readonly terminal: Terminal;
  readonly serve: Serve;
  /** Opens an area for what someone’s rights ask; where it is not given, there is no such command. */
  readonly rights?: WithRights;
  /** What is done to the records; whoever has none to hand in has no such commands. */
  readonly records?: {
    readonly backUp: BackUp;
    readonly restore: Restore;
    readonly verifyLooks: VerifyLooks;
    readonly goOnSealing: GoOnSealing;
  };
};

/** 0 done, 1 refused input, 2 wrong usage. */
export type ExitStatus = 0 | 1 | 2;

/** As in `package.json`. */
export const VERSION = '0.1.0';

export function createProgram({ terminal, serve, records, rights }: Outside): Command {
  const program = new Command('kith')
    .description('Where every session of learning went, from the files an area already holds.')
    .version(VERSION)
    .addHelpText('after', examples(['demo northmoor', 'ledger northmoor --by school', 'serve northmoor']))
    .showHelpAfterError('(kith --help lists the commands; kith ledger --help explains one)');
  const commands = [
    serveCommand(terminal, serve),
    demoCommand(terminal),
    importCommand(terminal),
    forgetCommand(terminal),
    checkCommand(terminal),
    ledgerCommand(terminal),
    absenceCommand(terminal),
    accountCommand(terminal),
    listCommand(terminal),
    weeksCommand(terminal),
    whyCommand(terminal),
    termsCommand(terminal),
    paperCommand(terminal),
    ...(records
      ? [
          recordsCommand([
            backupCommand(terminal, records.backUp),
            restoreCommand(terminal, records.restore),
            verifyLooksCommand(terminal, records.verifyLooks),
            goOnSealingCommand(terminal, records.goOnSealing),
          ]),
        ]
      : []),
    importStatisticsCommand(terminal),
    publishOpenDataCommand(terminal),
    ratesCommand(terminal),
    standardiseCommand(terminal),
    funnelCommand(terminal),
    shrinkCommand(terminal),
    dispersionCommand(terminal),
    discoveriesCommand(terminal),
    rakeCommand(terminal),
    protectCommand(terminal),
    ...(rights ? [rightsCommand(terminal, rights)] : []),
  ];
  for (const command of commands) program.addCommand(command);
  for (const command of [program, ...commands, ...commands.flatMap((command) => command.commands)]) {
    command.exitOverride().configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  }
  return program;
}

/** Runs one command line (without `node kith`) and gives its exit status. Nothing is thrown but what is our own fault. */
export async function run(args: readonly string[], outside: Outside): Promise<ExitStatus> {
  try {
    await createProgram(outside).parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof Refusal)) throw error;
    outside.terminal.err(`${error.message}\n`);
    return error.code.startsWith('usage/') ? 2 : 1;
  }
}
