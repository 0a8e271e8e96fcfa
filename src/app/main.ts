import { userInfo } from 'node:os';
import { ownFaultWords, systemClock } from '#kernel';
import {
  run,
  type BackUp,
  type GoOnSealing,
  type OpenRights,
  type Restore,
  type Serve,
  type Terminal,
  type VerifyLooks,
} from '#cli';
import { goBehindOthers } from './behind-others.ts';

/** The command line as it stands in the world: this process’s streams, clock and user. */
const terminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  width: process.stdout.isTTY ? process.stdout.columns : undefined,
  clock: systemClock,
  user: userName(),
};

// Whoever reads our output may stop early (`kith ledger … | head`): that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

// Whoever reads our log may end before us: Kith goes on without one.
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// Node would print the message too, and go on to end: what it says may hold what stood in a row.
process.on('uncaughtException', (error) => {
  tellFault(error);
  process.exit(1);
});

// Files are brought in beside the pages of the same machine.
if (process.argv[2] === 'import') goBehindOthers();

try {
  const records = { backUp, restore, verifyLooks, goOnSealing };
  const outside = { terminal, serve: serveLazily, records, rights: rightsLazily };
  process.exitCode = await run(process.argv.slice(2), outside);
} catch (error) {
  tellFault(error);
  process.exitCode = 1;
}

/** What nobody expected: our own fault, said plainly, with what is needed to find it and no more (`kernel/own-fault.ts`). */
function tellFault(error: unknown): void {
  terminal.err(`Kith stopped because of a fault of its own, and kept nothing half done: ${ownFaultWords(error)}\n`);
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown user'; // a container may run under a number without a name
  }
}

// The pages and the records store are loaded only for the command that needs them: the others start sooner.
async function serveLazily(options: Parameters<Serve>[0]): Promise<void> {
  const { serve } = await import('./serve.ts');
  await serve(options, terminal);
}

async function backUp(...asked: Parameters<BackUp>): ReturnType<BackUp> {
  const made = await import('./records-backup.ts');
  return made.backUp(terminal.clock, ...asked);
}

async function restore(...asked: Parameters<Restore>): ReturnType<Restore> {
  const made = await import('./records-backup.ts');
  return made.restore(...asked);
}

async function rightsLazily<T>(
  folder: string,
  as: string | undefined,
  work: (open: OpenRights) => Promise<T>,
): Promise<T> {
  const { rightsOf } = await import('./rights.ts');
  return rightsOf(terminal)(folder, as, work);
}

async function verifyLooks(...asked: Parameters<VerifyLooks>): ReturnType<VerifyLooks> {
  const { verifyLooksOf } = await import('./seals.ts');
  return verifyLooksOf(...asked);
}

async function goOnSealing(...asked: Parameters<GoOnSealing>): ReturnType<GoOnSealing> {
  const made = await import('./seals.ts');
  return made.goOnSealingOf(terminal.clock, ...asked);
}
