import { fork } from 'node:child_process';
import { broken } from '#kernel';
import { makePart, type Part, type PartAnswer } from './part.ts';
import type { PartSaid } from './work-on-part.ts';

/** Makes the authorities of a country in so many processes side by side. Where one fails the others are stopped first. */
export async function makeParts(
  country: Omit<Part, 'at' | 'of'>,
  processes: number,
  onAuthority: () => void,
): Promise<readonly PartAnswer[]> {
  if (processes === 1) return [await makePart({ ...country, at: 0, of: 1 }, onAuthority)];
  const started = Array.from({ length: processes }, (_, at) => start({ ...country, at, of: processes }, onAuthority));
  try {
    return await Promise.all(started.map(({ done }) => done));
  } finally {
    await Promise.all(started.map(({ stop }) => stop()));
  }
}

type Started = { readonly done: Promise<PartAnswer>; readonly stop: () => Promise<void> };

function start({ folder, scale, seed, at, of }: Part, onAuthority: () => void): Started {
  const words = [folder, ...[scale, seed, at, of].map(String)];
  const worker = fork(new URL('./part-worker.mjs', import.meta.url), words, { execArgv: [] });
  const gone = new Promise<void>((resolve) => worker.once('close', () => resolve()));
  const done = new Promise<PartAnswer>((resolve, reject) => {
    worker.on('message', (said: PartSaid) => {
      if (said.kind === 'authority') onAuthority();
      else if (said.kind === 'made') resolve(said.made);
      else reject(new Error(said.message));
    });
    worker.on('error', reject);
    worker.on('exit', (code, signal) =>
      reject(broken('country/worker', `a process that made authorities ended with ${String(signal ?? code)}`)),
    );
  });
  return {
    done,
    stop: async () => {
      worker.kill('SIGKILL');
      await gone;
    },
  };
}
