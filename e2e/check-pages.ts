import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, inject, test } from 'vitest';
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

  describe.each([
    ['a wide window', { viewport: { width: 1280, height: 900 } }, undefined],
    ['a phone', { viewport: { width: 390, height: 844 } }, ON_A_PHONE],
  ])('on %s', (_, options, rules) => {
    test.each(paths)('%s is accessible, keeps its policy and does not scroll sideways', async (path) => {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      const faults = listenForFaults(page);
      await page.goto(kith.url + path);
      // The browser tells of a 404 or a refusal (400) as an error in its console: those are meant.
      await expectGoodPage(
        page,
        faults.filter((fault) => !/40[04]/.test(fault)),
        rules,
      );
      await context.close();
    });
  });
}
