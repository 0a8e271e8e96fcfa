import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal, systemClock } from '#kernel';
import { COUNTRY_SEED, makeCountry } from '#demo';

/**
 * `npx tsx bench/england/make.ts --scale 50 --to FOLDER [--seed 2024] [--processes N]`: makes the England folder. At scale
 * 1 there are England’s nine million children, at 50 a fiftieth of them. Nobody in it exists.
 */
const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '50' },
    to: { type: 'string' },
    seed: { type: 'string', default: String(COUNTRY_SEED) },
    processes: { type: 'string', default: String(availableParallelism()) },
  },
});

try {
  if (values.to === undefined) throw new Refusal('england/no-folder', 'Say where the files go, like --to england-50');
  const made = await makeCountry({
    folder: resolve(values.to),
    scale: Number(values.scale),
    seed: Number(values.seed),
    processes: Math.max(1, Number(values.processes)),
    clock: systemClock,
    onProgress: (done, total) => process.stderr.write(`authority ${done} of ${total}\n`),
  });
  process.stdout.write(`${JSON.stringify(made, undefined, 2)}\n`);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
