import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { workedArea } from '#testing';
import { expectGoodPage, listenForFaults, openBrowser } from './browser.ts';
import { runKith, startKith, type RunningKith } from './kith.ts';

const SAMPLES = new URL('../samples/', import.meta.url).pathname;

let browser: Browser;
let kith: RunningKith;
beforeAll(async () => {
  browser = await openBrowser(inject('chromium'));
  kith = await startKith((area) => runKith('import', workedArea, '--store', area), ['--single-user']);
});
afterAll(async () => {
  await browser.close();
  await kith.stop();
});

test('on a phone without script: bring in a pupil list and a register in other layouts, and see the child they are about', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  for (const name of ['census-pupil-list.csv', 'weekly-register.csv']) {
    await page.goto(`${kith.url}/imports/new`);
    await page.locator('input[type=file]').setInputFiles(`${SAMPLES}${name}`);
    await page.getByRole('button', { name: 'Upload and look at them' }).first().click();
    await untilLooked(page);
    const urn = page.getByLabel(/URN/).first();
    if ((await urn.count()) > 0) {
      await urn.fill('900101');
      await page.getByRole('button', { name: 'Use this answer' }).first().click();
    }
    const bringIn = page.getByRole('button', { name: /^Bring in/ }).first();
    await bringIn.waitFor({ timeout: 60_000 });
    expect(await page.locator('main').textContent()).toContain(name);
    await bringIn.click();
    await page.waitForURL(/\/imports(\?|$)/, { timeout: 60_000 });
    expect(await page.locator('main').textContent()).toContain(name);
  }
  // The figures are worked out behind the pages: first with her on the roll, then with her marks too.
  const findsRosa = async (): Promise<string> => {
    await page.goto(`${kith.url}/children?find=Fenn`);
    const rosa = page.getByRole('link', { name: 'Rosa Fenn' }).first();
    if ((await rosa.count()) === 0) return '';
    await rosa.click();
    return (await page.locator('main').textContent()) ?? '';
  };
  await expect.poll(findsRosa, { timeout: 90_000, interval: 1000 }).toContain('From 24 February 2025 to 14 March 2025');
  await context.close();
});

test('the preview and the list of imports are accessible', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const faults = listenForFaults(page);
  await page.goto(`${kith.url}/imports/new`);
  await page.locator('input[type=file]').setInputFiles(`${SAMPLES}long-register.csv`);
  await page.getByRole('button', { name: 'Upload and look at them' }).first().click();
  await untilLooked(page);
  await expectGoodPage(page, faults);
  await page.goto(`${kith.url}/imports`);
  await expectGoodPage(page, faults);
  await context.close();
});

/** The page looks again by itself until the files have been looked at, however slow the machine. */
async function untilLooked(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Check these files before they count' }).waitFor({ timeout: 60_000 });
}
