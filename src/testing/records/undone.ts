import { beginTransaction, type Records, type Tx } from '#store';

class Undo extends Error {}

/** Runs `work` as whoever has these records open, and undoes all of it. */
export async function undone(records: Records, work: (tx: Tx) => Promise<void>): Promise<void> {
  await beginTransaction(records, async (tx) => {
    await work(tx);
    throw new Undo();
  }).catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
}
