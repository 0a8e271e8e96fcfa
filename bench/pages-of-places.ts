import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '#kernel';

/** A page, its first answer, and the middle of five after it, in milliseconds of the server. */
export type PageTime = { readonly page: string; readonly first: number; readonly later: number };

const PAGES: readonly (readonly [string, string])[] = [
  ['profile of a place', '/places/E08000032'],
  ['comparison with hex map', '/compare?measure=pupils-suspended-rate&period=2022/23&place=E08000032'],
  ['the same as CSV', '/compare.csv?measure=pupils-suspended-rate&period=2022/23'],
  ['how much authorities differ', '/variation?measure=pupils-suspended-rate'],
  ['the guide, checked', '/guide'],
  ['groups of pupils', '/groups?measure=persistent-absence&place=E08000032'],
];
const KITH = new URL('../bin/kith.js', import.meta.url).pathname;

/** Serves an area on a port of this machine and asks for each page six times. */
export async function timePages(area: string, port: number): Promise<readonly PageTime[]> {
  const server = spawn(process.execPath, [KITH, 'serve', area, '--single-user', '--port', String(port)]);
  let said = '';
  server.stdout.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  try {
    while (!said.includes('Kith is at')) {
      if (server.exitCode !== null) throw new Error('kith serve stopped before it was ready');
      await pause(100);
    }
    const times: PageTime[] = [];
    for (const [page, path] of PAGES) {
      const ask = async (): Promise<number> => {
        const began = systemClock.milliseconds();
        const response = await fetch(`http://127.0.0.1:${port}${path}`);
        await response.text();
        if (!response.ok) throw new Error(`${path} answered ${response.status}`);
        return systemClock.milliseconds() - began;
      };
      const first = await ask();
      const later: number[] = [];
      for (let time = 0; time < 5; time += 1) later.push(await ask());
      times.push({ page, first, later: later.toSorted((a, b) => a - b)[2] ?? 0 });
    }
    return times;
  } finally {
    server.kill('SIGTERM');
  }
}
