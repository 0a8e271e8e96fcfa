import { Command } from 'commander';
import { stepsOn, type Terminal } from '../terminal.ts';
import { examples } from './ledger.ts';

type OnStep = (done: number, total: number, words: string) => void;

/** Writes an area’s records to one file. Made by the composition root, as is the one below. */
export type BackUp = (
  folder: string,
  path: string,
  onStep: OnStep,
) => Promise<{ readonly tables: number; readonly rows: number; readonly bytes: number }>;

/** Puts a backup into an area’s records. */
export type Restore = (
  folder: string,
  path: string,
  onStep: OnStep,
) => Promise<{
  readonly rows: number;
  readonly madeAt: string;
  /** What gives access now, as of that moment. */
  readonly standing: Readonly<Record<'actors' | 'ties' | 'agreements' | 'consents', number>>;
  /** What has to be done before looks are sealed again; nothing where it is undefined. */
  readonly seals: string | undefined;
}>;

const WHERE =
  'The records are in the database that DATABASE_URL names, for this command with a superuser’s login; without it in the area’s folder, and then Kith must be stopped.';

export function backupCommand(terminal: Terminal, backUp: BackUp): Command {
  return new Command('backup')
    .argument('<area>', 'an area’s folder or store')
    .requiredOption('--to <file>', 'where to write it; a file that is there is never replaced')
    .summary('write an area’s records to one file')
    .description(
      `Writes all records to one file, as they are at one moment, for either database to restore. It holds personal data: only its owner may read it, and it is not encrypted. It holds no received file: copy the area’s folder beside it. ${WHERE}`,
    )
    .addHelpText('after', examples(['records backup my-area --to /mnt/backups/2026-11-27.kith']))
    .action(async (area: string, { to }: { readonly to: string }) => {
      const { tables, rows, bytes } = await backUp(area, to, stepsOn(terminal));
      terminal.out(
        `${to} holds ${number(rows)} rows of ${tables} tables (${number(Math.ceil(bytes / 1024))} kB). It holds personal data: keep it as you keep the database. It is not encrypted, and only you may read it.\n`,
      );
    });
}

export function restoreCommand(terminal: Terminal, restore: Restore): Command {
  return new Command('restore')
    .argument('<area>', 'an area’s folder or store, whose records hold nothing yet')
    .requiredOption('--from <file>', 'a file that kith records backup wrote')
    .summary('put a backup into an area’s records')
    .description(
      `Restores into new records alone, all of it or nothing, and with the version of Kith that made the backup. Everyone is signed out; what was ended since the backup was made must be ended again. Pages are worked out again where the area’s files are not as they were then. ${WHERE}`,
    )
    .addHelpText('after', examples(['records restore my-area --from /mnt/backups/2026-11-27.kith']))
    .action(async (area: string, { from }: { readonly from: string }) => {
      const { rows, madeAt, standing, seals } = await restore(area, from, stepsOn(terminal));
      const { actors, ties, agreements, consents } = standing;
      terminal.out(
        `Restored ${number(rows)} rows, as they were at ${madeAt.slice(0, 19)}Z. Everyone is signed out, and no invitation is open.
What gives access is as it was then: people ${number(actors)}, ties ${number(ties)}, agreements ${number(agreements)}, answers on consent ${number(consents)}. What was ended or taken back since is in force again: end it again before anyone signs in.
`,
      );
      if (seals !== undefined) terminal.out(`${seals}\n`);
    });
}

function number(value: number): string {
  return value.toLocaleString('en-GB');
}
