import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

const KITH = new URL('../../bin/kith.js', import.meta.url).pathname;
const PORT = 18_793;

/** The command line of Kith with some words. */
export function kith(...words: readonly string[]): readonly string[] {
  return [process.execPath, KITH, ...words];
}

/**
 * Serves an area on this machine, and asks for each address in turn. Milliseconds of each, from the request to the last
 * byte. Begins once the area’s version is published.
 */
export async function timeServed(area: string, addresses: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const server = spawn(process.execPath, [KITH, 'serve', area, '--single-user', '--port', String(PORT)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  try {
    const origin = `http://127.0.0.1:${PORT}`;
    for (;;) {
      if (server.exitCode !== null) throw new Error(`kith serve stopped before it was ready: ${said.slice(-500)}`);
      const page = await fetch(`${origin}/children`)
        .then((response) => response.text())
        .catch(() => '');
      if (page.includes('id="children"') && !page.includes('working out')) break;
      await pause(500);
    }
    const times = new Map<string, number>();
    for (const address of addresses) {
      const began = performance.now();
      const response = await fetch(origin + address);
      await response.text();
      if (!response.ok) throw new Error(`A page answered ${response.status}`);
      times.set(address, performance.now() - began);
    }
    return times;
  } finally {
    server.kill('SIGTERM');
    if (server.exitCode === null) await new Promise((resolve) => server.on('exit', resolve));
  }
}
