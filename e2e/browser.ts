import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import { expect } from 'vitest';

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

/** WCAG 2.2 AA by axe (or these rules of it), nothing refused by the content security policy, and no sideways scroll of the page. */
export async function expectGoodPage(page: Page, faults: readonly string[], rules?: readonly string[]): Promise<void> {
  // All in the page itself: it has no frames, and another page to collect their findings costs a second each.
  // What is well it names once and not at every element: that takes most of its time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
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
