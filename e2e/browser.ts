import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import { expect } from 'vitest';

const KITH = new URL('../bin/kith.js', import.meta.url).pathname;

/** Chromium as Debian ships it, without the calls home that a closed network refuses. */
export async function openBrowser(executablePath: string): Promise<Browser> {
  if (executablePath === '') {
    throw new Error('Chromium was not found. Install it (apt-get install chromium) or set CHROMIUM to its path.');
  }
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export type RunningKith = {
  readonly url: string;
  readonly folder: string;
  /** All that it said on its standard error so far. */
  readonly told: () => string;
  readonly stop: () => Promise<void>;
};

/** Runs `prepare` commands, then serves; everything in a folder that goes when it is stopped. */
export async function startKith(
  prepare: (folder: string) => readonly (readonly string[])[],
  flags: readonly string[] = [],
  /** Settings for the process, made of the folder and the port. */
  settings: (folder: string, port: number) => Promise<NodeJS.ProcessEnv> = async () => ({}),
): Promise<RunningKith> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-e2e-'));
  const area = join(folder, 'area');
  const port = await freePort();
  for (const args of prepare(area)) await ended(spawn(process.execPath, [KITH, ...args], { stdio: 'ignore' }));
  const server = spawn(process.execPath, [KITH, 'serve', area, '--port', String(port), ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(await settings(folder, port)) },
  });
  let said = '';
  let told = '';
  server.stderr.on('data', (chunk: Buffer) => {
    told += chunk.toString();
    process.stderr.write(chunk);
  });
  server.stdout.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  while (!said.includes('Kith is at')) {
    if (server.exitCode !== null) throw new Error('kith serve stopped before it was ready');
    await pause(100);
  }
  return {
    url: `http://127.0.0.1:${port}`,
    folder,
    told: () => told,
    stop: async () => {
      server.kill('SIGTERM');
      await ended(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A port that nothing listens on: two runs on one machine do not meet. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  await new Promise((resolve) => child.on('close', resolve));
}

/** WCAG 2.2 AA by axe (or these rules of it), nothing refused by the content security policy, and no sideways scroll of the page. */
export async function expectGoodPage(page: Page, faults: readonly string[], rules?: readonly string[]): Promise<void> {
  // All in the page itself: it has no frames, and another page to collect their findings costs a second each.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (rules) axe.withRules([...rules]);
  else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  const { violations } = await axe.analyze();
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  );
  expect({ page: page.url(), found, faults }).toEqual({ page: page.url(), found: [], faults: [] });
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** Collects what the browser complains of: errors in the console and requests that failed. */
export function listenForFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // The browser gave it up itself, because the next page was asked for (the icon comes after the page is loaded). What
    // the server cuts, refuses or the policy blocks has names of its own.
    if (reason !== 'net::ERR_ABORTED') faults.push(`${request.url()} ${reason}`);
  });
  return faults;
}
