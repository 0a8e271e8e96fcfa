// Run by publish-area.ts, through publication-worker.mjs, in a process of its own: says what it works out to its parent.
import { ownFaultWords, Refusal } from '#kernel';
import { goBehindOtherSessions } from './behind-others.ts';
import { workOut, type WorkAsked, type WorkSaid } from './work-out.ts';

// As in main.ts: what Node would print of a fault may hold what stood in a row, and the log of the service is where this goes.
process.on('uncaughtException', (error) => {
  tellFault(error);
  process.exit(1);
});
// Whoever asked has ended: nobody takes what is worked out.
process.on('disconnect', () => process.exit(1));
process.once('message', (asked: WorkAsked) => void answer(asked));

async function answer(asked: WorkAsked): Promise<void> {
  const tell = (said: WorkSaid): void => void process.send?.(said);
  if (asked.behind) goBehindOtherSessions();
  try {
    let taken: Promise<unknown> = Promise.resolve();
    // The next batch is worked out while the one before is written.
    for await (const batch of workOut(asked, tell)) {
      await taken;
      taken = new Promise((resolve) => void process.once('message', resolve));
      tell({ kind: 'batch', batch });
    }
    await taken;
    tell({ kind: 'done' });
  } catch (error) {
    if (error instanceof Refusal) tell({ kind: 'refused', message: error.message });
    else {
      tellFault(error);
      tell({ kind: 'failed' });
    }
  }
}

function tellFault(error: unknown): void {
  process.stderr.write(`The account could not be worked out: ${ownFaultWords(error)}.\n`);
}
