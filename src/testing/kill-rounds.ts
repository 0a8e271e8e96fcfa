import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { seededRandom, systemClock } from '#kernel';
import { makeNorthmoor } from '#demo';
import { runKith, runKithHere } from './killing.ts';
import { workFolder } from './work-folder.ts';

export type KillRounds = {
  readonly rounds: number;
  readonly killed: number;
  readonly states: ReadonlySet<string>;
  readonly wrong: readonly string[];
};

/**
 * Kills imports of a second year into an area that holds the first, at moments spread over the whole import, and asks
 * each time: is the area as it was before, or as it is after? Then lets an import finish on what the kill left. Only what
 * is killed, and what says how long that takes, needs a process of its own.
 */
export async function killImports(rounds: number, seed: number): Promise<KillRounds> {
  const source = join(await workFolder(), 'northmoor');
  await makeNorthmoor({ folder: source, pupils: 300, clock: systemClock });
  const files = (await readdir(source)).filter((name) => name.endsWith('.parquet')).map((name) => join(source, name));
  const second = files.filter((file) => file.includes('marks-2025'));
  const first = files.filter((file) => !second.includes(file));
  const base = join(await workFolder(), 'area');
  await runKithHere(['import', ...first, '--store', base]);
  const question = async (store: string): Promise<string> => {
    const asked = ['ledger', store, '--by', 'school', '--format', 'csv', '--known-at', '2027-01-01'];
    const { status, out, err } = await runKithHere(asked);
    if (status !== 0) throw new Error(err);
    return out;
  };
  const before = await question(base);
  const whole = join(await workFolder(), 'area');
  await cp(base, whole, { recursive: true });
  const started = systemClock.milliseconds();
  await runKith(['import', ...second, '--store', whole]);
  const took = systemClock.milliseconds() - started;
  const after = await question(whole);
  if (after === before) throw new Error('the second year changes nothing, so nothing could be told by it');

  const random = seededRandom(seed);
  const states = new Set<string>();
  const wrong: string[] = [];
  let killed = 0;
  for (let round = 0; round < rounds; round += 1) {
    const store = join(await workFolder(), 'area');
    await cp(base, store, { recursive: true });
    const moment = Math.round(took * (0.3 + random.next() * 0.8));
    const { status } = await runKith(['import', ...second, '--store', store], moment);
    if (status === null) killed += 1;
    const now = await question(store);
    states.add(now === before ? 'before' : now === after ? 'after' : 'between');
    if (now !== before && now !== after) wrong.push(`round ${round}: killed after ${moment} ms`);
    await runKithHere(['import', ...second, '--store', store]);
    if ((await question(store)) !== after) wrong.push(`round ${round}: the import after the kill did not finish`);
  }
  return { rounds, killed, states, wrong };
}
