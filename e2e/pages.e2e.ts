import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { STORIES } from '#demo';
import { expectGoodPage, listenForFaults, openBrowser, startKith, type RunningKith } from './browser.ts';

let browser: Browser;
let kith: RunningKith;
beforeAll(async () => {
  browser = await openBrowser(inject('chromium'));
  kith = await startKith((area) => [['demo', area, '--pupils', '600']]);
});
afterAll(async () => {
  await browser.close();
  await kith.stop();
});

const poppy = STORIES.find((story) => story.id === 'between-schools')?.children[0];
const upn = poppy?.upn ?? '';
const PATHS = [
  '/',
  '/schools',
  '/children',
  '/children?away=15',
  '/children?find=nobody-is-called-this',
  `/children/${upn}`,
  `/children/${upn}/looks`,
  '/how/lost_headline/area',
  '/how/persistent_percent/area',
  '/national',
  '/measures',
  '/codes',
  '/forms',
  '/imports',
  '/imports/to-mend',
  '/imports/new',
  '/nothing-here',
];

describe.each([
  ['a wide window', { viewport: { width: 1280, height: 900 } }],
  ['a phone', { viewport: { width: 390, height: 844 } }],
])('on %s', (_, options) => {
  test.each(PATHS)('%s is accessible, keeps its policy and does not scroll sideways', async (path) => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const faults = listenForFaults(page);
    await page.goto(kith.url + path);
    // The browser tells of a 404 as an error in its console: that one is meant.
    await expectGoodPage(
      page,
      faults.filter((fault) => !fault.includes('404')),
    );
    await context.close();
  });
});

test('without script: find a child who was out of school for three weeks, see why, and follow a figure to its files', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, acceptDownloads: true });
  const page = await context.newPage();
  await page.goto(kith.url);
  await page.getByRole('link', { name: 'Children', exact: true }).first().click();
  await page.getByLabel('Part of a name or UPN').fill('Hesketh');
  await page.getByLabel('Time away in a row').selectOption('15');
  await page.getByRole('button', { name: 'Find children' }).click();
  await page.getByRole('link', { name: 'Poppy Hesketh' }).first().click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Poppy Hesketh');
  const text = await page.locator('main').textContent();
  expect(text).toContain('30 sessions in a row (15 days)');
  expect(text).toContain('On no school’s roll: 30 sessions');

  await page.locator('[data-figure="lost_extended"] a, a[data-figure="lost_extended"]').first().click();
  const how = await page.locator('main').textContent();
  expect(how).toContain('30');
  expect(how).toContain('roll.parquet');

  await page.goBack();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download every session (CSV)' }).click(),
  ]);
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv.split('\n').filter((line) => line.includes('off-roll'))).toHaveLength(30);

  await page.getByRole('link', { name: 'see who looked at this child, and why' }).click();
  expect(await page.locator('main').textContent()).toContain('Single user');
  await context.close();
});
