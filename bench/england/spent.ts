import { performance } from 'node:perf_hooks';

/** What a whole process took, told in one line that main.ts reads: wall, processor, most memory. */
export type Spent = { readonly seconds: number; readonly processor: number; readonly mebibytes: number };

export function tellSpent(name: string, began: number): void {
  const { user, system } = process.cpuUsage();
  process.stdout.write(
    `${name}: ${((performance.now() - began) / 1000).toFixed(2)} s, processor ${((user + system) / 1e6).toFixed(2)} s, ` +
      `most memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB\n`,
  );
}

/** The line of tellSpent in what a process said; every engine of the comparison says one like it. */
export function readSpent(said: string): Spent {
  const found = /: ([\d.]+) s,(?: of which loading [\d.]+ s,)? processor ([\d.]+) s, most memory (\d+) MiB/.exec(said);
  if (!found) throw new Error(`A process did not say what it took: ${said.slice(-300)}`);
  return { seconds: Number(found[1]), processor: Number(found[2]), mebibytes: Number(found[3]) };
}
