import { fork } from 'node:child_process';
import { on, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { broken, Refusal, type Clock } from '#kernel';
import { singleUser, type Access, type Prepared, type PublishedBatch } from '#access';
import { areaIdOf, type AreaFolder } from '#store';
import { machineSettings } from './machine-settings.ts';
import { sweepResults } from './results-folder.ts';
import type { Step, WorkAsked, WorkBegun, WorkSaid } from './work-out.ts';

const WORKER = fileURLToPath(new URL('./publication-worker.mjs', import.meta.url));

/**
 * Works out every year of an area as known now, and makes it what pages show: sums into a folder of their own, children’s
 * years into records, visible all at once when the last is written. Only for the holder of the publisher’s lease. It is
 * worked out in a process of its own, behind the pages: what it takes is given back when it ends, and should the
 * machine run out of memory it ends alone.
 */
export async function publishArea(
  area: AreaFolder,
  access: Access,
  clock: Clock,
  onStep: Step,
  /** Aborted when the process is to stop: the work ends where it is, and nothing of it is seen. */
  stopping: AbortSignal,
  { behind, mostYears, prepare }: HowToPublish,
): Promise<void> {
  stopping.throwIfAborted();
  const work = startWork({ area, now: clock.now(), mostYears, behind }, onStep, stopping);
  try {
    const begun = await work.begun();
    const { madeOf, results, complete, knownAt } = begun;
    await access.publish(singleUser, work.batches(), {
      area: await areaIdOf(area),
      madeOf,
      results,
      complete,
      knownAt,
      ...(prepare ? { prepare: (version: number) => prepare(version, begun) } : {}),
    });
    await sweepResults(area, results);
    onStep(begun.years, begun.years, 'Ready');
  } finally {
    work.end();
  }
}

export type HowToPublish = Pick<WorkAsked, 'behind' | 'mostYears'> & {
  /** Opens the sums of this publication, to be shown in the moment in which children’s rows are. */
  readonly prepare?: (version: number, begun: WorkBegun) => Promise<Prepared>;
};

type Work = {
  readonly begun: () => Promise<WorkBegun>;
  readonly batches: () => AsyncGenerator<PublishedBatch>;
  readonly end: () => void;
};

function startWork(asked: WorkAsked, onStep: Step, stopping: AbortSignal): Work {
  const worker = fork(WORKER, {
    serialization: 'advanced',
    execArgv: [],
    env: machineSettings(process.env),
    // Ctrl+C is for the pages: they finish what is under way, and then end this.
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new AbortController();
  const end = (): void => void worker.kill('SIGTERM');
  stopping.addEventListener('abort', end);
  const over = (): void => {
    stopping.removeEventListener('abort', end);
    ended.abort();
  };
  void once(worker, 'exit').then(over, over);
  const heard = saidBy(on(worker, 'message', { signal: ended.signal }), onStep, stopping);
  // Where it has ended meanwhile, what is heard of it says so.
  const send = (message: WorkAsked | 'taken'): void => void worker.send(message, () => undefined);
  send(asked);
  return {
    begun: async () => {
      const first = await heard.next();
      if (first.done !== true && first.value.kind === 'begun') return first.value.begun;
      throw broken('app/work-out', 'rows came before what they are of');
    },
    batches: async function* () {
      for await (const said of heard) {
        if (said.kind !== 'batch') continue;
        yield said.batch;
        send('taken');
      }
    },
    end,
  };
}

/** What is said until the work is done; thrown where it was not done. */
async function* saidBy(
  messages: AsyncIterable<unknown[]>,
  onStep: Step,
  stopping: AbortSignal,
): AsyncGenerator<Extract<WorkSaid, { kind: 'begun' | 'batch' }>> {
  try {
    for await (const [message] of messages) {
      const said = parseSaid(message);
      if (said.kind === 'done') return;
      if (said.kind === 'refused') throw new Refusal('app/account-refused', said.message);
      if (said.kind === 'failed') break;
      if (said.kind === 'step') onStep(...said.step);
      else yield said;
    }
  } catch (error) {
    stopping.throwIfAborted();
    if (!(error instanceof Error && error.name === 'AbortError')) throw error;
  }
  throw broken('app/work-out', 'the process that worked the account out ended before it was done');
}

/** Our own worker wrote it, in this version of Kith. */
function parseSaid(message: unknown): WorkSaid {
  return message as WorkSaid;
}
