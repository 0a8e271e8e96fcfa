import { instantOf, type Clock } from '#kernel';
import { beginTransaction, type Records, type Tx } from '#store';
import { sql } from 'kysely';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outsideFile } from './outside-file.ts';
import { createSealing, type Sealing } from './sealing.ts';

/** A clock that moves only when told to, for tests. */
type MovingClock = Clock & { readonly move: (milliseconds: number) => void; readonly reset: () => void };

function movingClock(start: number): MovingClock {
  let now = start;
  return {
    now: () => instantOf(now),
    milliseconds: () => now,
    move: (milliseconds) => void (now += milliseconds),
    reset: () => void (now = start),
  };
}

/** Records, a folder of seals and a clock, for tests that look, seal and tamper. */
export type SealedWorld = {
  readonly records: Records;
  readonly clock: MovingClock;
  readonly folder: string;
  /** As whoever owns the database: past every policy and grant. */
  readonly asOwner: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Writes looks as the door does. */
  readonly look: (count: number, then?: (tx: Tx) => Promise<void>) => Promise<void>;
  readonly seal: Sealing;
  readonly lines: () => Promise<readonly string[]>;
  /** Everything away, but the store itself. */
  readonly clear: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Where a world is made: records of their own, as the application and as their owner have them. */
type OpenedRecords = { readonly records: Records; readonly owner: Records; readonly close: () => Promise<void> };

export async function openSealedWorld({ records, owner, close }: OpenedRecords): Promise<SealedWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-seals-'));
  const clock = movingClock(Date.UTC(2025, 0, 6, 9));
  const asOwner: SealedWorld['asOwner'] = (work) => beginTransaction(owner, work);
  let looked = 0;
  let seal = createSealing(records, clock, folder);
  return {
    records,
    clock,
    folder,
    asOwner,
    look: (count, then) =>
      asOwner(async (tx) => {
        for (let at = 0; at < count; at += 1) await insertLook(tx, clock, (looked += 1));
        await then?.(tx);
      }),
    seal: (everyLook) => seal(everyLook),
    lines: async () => (await readFile(outsideFile(folder), 'utf8')).split('\n').filter((line) => line !== ''),
    clear: async () => {
      await asOwner((tx) => sql`truncate access.look, access.seal restart identity`.execute(tx));
      await rm(folder, { recursive: true, force: true });
      seal = createSealing(records, clock, folder);
      clock.reset();
      looked = 0;
    },
    close: async () => {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** One look at a child who is a number. */
async function insertLook(tx: Tx, clock: Clock, serial: number): Promise<void> {
  const about = { actor: 'ada', actor_name: 'Ada', role: 'area-officer', purpose: 'oversight', permitted: true };
  const subject = { subject_kind: 'child', subject_key: `child ${serial}`, reason: '' };
  await tx
    .insertInto('access.look')
    .values({ at: clock.now(), ...about, ...subject })
    .execute();
}
