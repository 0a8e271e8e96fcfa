import { Command } from 'commander';
import { wholeNumber } from '../options.ts';
import type { Terminal } from '../terminal.ts';
import { makeDemonstration } from './demo.ts';
import { examples } from './ledger.ts';

/** Starts the pages on an area’s store and resolves when it is stopped. Made by the composition root. */
export type Serve = (options: {
  readonly folder: string;
  readonly port: number;
  readonly singleUser: boolean;
  /** Makes the demonstration; calls back when its files are there and the import begins. */
  readonly makeDemonstration: ((folder: string, onFilesMade: () => void) => Promise<void>) | undefined;
}) => Promise<void>;

type ServeOptions = { readonly port: number; readonly singleUser?: true; readonly demo?: true };

export function serveCommand(terminal: Terminal, serve: Serve): Command {
  return new Command('serve')
    .argument('[folder]', 'an area’s folder or store (default: the demonstration)', 'kith-data/northmoor')
    .option('--port <number>', 'port on this machine', wholeNumber, 8642)
    .option('--demo', 'the demonstration: make its area if it is not there, and choose whom to be')
    .option('--single-user', 'open an area of real people: whoever uses this machine sees all of it')
    .summary('open the pages in a browser')
    .description(
      'Serves the pages on 127.0.0.1. People sign in with the providers of the file that KITH_PROVIDERS names; without it, an area that kith demo did not make opens only with --single-user.',
    )
    .addHelpText('after', examples(['serve --demo', 'serve my-area --single-user --port 9000']))
    .action(async (folder: string, options: ServeOptions) => {
      await serve({
        folder,
        port: options.port,
        singleUser: options.singleUser ?? false,
        makeDemonstration: options.demo
          ? (path, onFilesMade) => makeDemonstration(path, {}, terminal, onFilesMade)
          : undefined,
      });
    });
}
