import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, inject, test } from 'vitest';
import { expectGoodPage, listenForFaults, openBrowser } from './browser.ts';
import { startKith, type RunningKith } from './kith.ts';
import { northmoor } from './northmoor.ts';

/** What depends on the width: the page itself is the same. */
const ON_A_PHONE = ['target-size', 'scrollable-region-focusable', 'meta-viewport'];

/** Tests of Northmoor’s pages at these paths, in a wide window and on a phone. */
export function checkPages(paths: readonly string[]): void {
  let browser: Browser;
  let kith: RunningKith;
  beforeAll(async () => {
    browser = await openBrowser(inject('chromium'));
    kith = await startKith(northmoor);
  });
  afterAll(async () => {
    await browser.close();
    await kith.stop();
  });

  test.each(paths)(
    '%s is accessible, keeps its policy and does not scroll sideways, in a wide window and on a phone',
    async (path) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      const faults = listenForFaults(page);
      await page.goto(kith.url + path);
      // The browser tells of a 404 or a refusal (400) as an error in its console: those are meant.
      const unmeant = (): readonly string[] => faults.filter((fault) => !/40[04]/.test(fault));
      await expectGoodPage(page, unmeant());
      await page.setViewportSize({ width: 390, height: 844 });
      await expectGoodPage(page, unmeant(), ON_A_PHONE);
      await context.close();
    },
  );
}
