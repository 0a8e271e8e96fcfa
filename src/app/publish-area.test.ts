import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createAccess, type Access, type PublishedBatch } from '#access';
import { areaAt } from '#exchange/area-files';
import { systemClock } from '#kernel';
import { closeRecords, openRecords } from '#store';
import { runKithHere, workedArea, workFolder } from '#testing';
import { publishArea } from './publish-area.ts';

test('where the process that works it out ends while its rows are being written, only the publication fails', async () => {
  const store = join(await workFolder(), 'store');
  await runKithHere(['import', workedArea, '--store', store]);
  const records = await openRecords();
  onTestFinished(() => closeRecords(records));
  const started: ChildProcess[] = [];
  const onStart = (message: unknown): void =>
    void started.push((message as { readonly process: ChildProcess }).process);
  subscribe('child_process', onStart);
  onTestFinished(() => void unsubscribe('child_process', onStart));
  const faults: unknown[] = [];
  const onFault = (error: unknown): void => void faults.push(error);
  process.on('uncaughtException', onFault);
  onTestFinished(() => void process.off('uncaughtException', onFault));
  // As a machine that runs out of memory ends it, after it has handed over its first rows.
  async function* endedInBetween(rows: AsyncIterable<PublishedBatch>): AsyncGenerator<PublishedBatch> {
    for await (const batch of rows) {
      const [worker] = started;
      if (worker?.exitCode === null && worker.signalCode === null) {
        const gone = once(worker, 'exit');
        worker.kill('SIGKILL');
        await gone;
      }
      yield batch;
    }
  }
  const access = createAccess(records, systemClock);
  const watched: Access = {
    ...access,
    publish: (actor, rows, about) => access.publish(actor, endedInBetween(rows), about),
  };
  const how = { behind: false, mostYears: undefined };
  await expect(
    publishArea(areaAt(store), watched, systemClock, () => undefined, new AbortController().signal, how),
  ).rejects.toThrow('app/work-out');
  // What nobody hears would end the process that answers pages.
  await new Promise(setImmediate);
  expect(faults).toEqual([]);
}, 60_000);
