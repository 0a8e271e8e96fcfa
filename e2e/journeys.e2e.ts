import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { STORIES } from '#demo';
import { expectGoodPage, listenForFaults, openBrowser } from './browser.ts';
import { startKith, type RunningKith } from './kith.ts';
import { northmoor } from './northmoor.ts';

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

const poppy = STORIES.find((story) => story.id === 'between-schools')?.children[0];
const upn = poppy?.upn ?? '';
test('without script: Northmoor’s goal says that it is too early to tell, and a figure is challenged and answered', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${kith.url}/missions`);
  await page.getByRole('link', { name: /See the path/ }).click();
  expect(await page.locator('main').textContent()).toContain('Where it is heading cannot be said yet.');
  const goal = page.url();
  await page.goto(`${kith.url}/how/severe_percent/area`);
  await page.getByRole('link', { name: 'Say why this comparison is wrong for you' }).click();
  await page.getByLabel('Something is missing that a reader must know').check();
  await page.getByLabel('In your own words').fill('A school was flooded for three weeks.');
  await page.getByLabel('For whom do you say it?').fill('Northmoor schools forum');
  await page.getByRole('button', { name: 'Put it beside the figure' }).click();
  await page.getByLabel('A note was added beside the figure').check();
  await page.getByLabel('The reply: what you found, and why').fill('The flood is noted.');
  await page.getByLabel('For whom do you reply?').fill('Data team');
  await page.getByRole('button', { name: 'Send the reply' }).click();
  const exchange = page.url();
  await page.goto(`${kith.url}/how/severe_percent/area`);
  expect(await page.locator('main').textContent()).toContain('Data team replied: a note was added beside the figure');
  await context.close();
  // With script, because what looks for barriers is one.
  for (const url of [goal, exchange, `${kith.url}/how/severe_percent/area`, `${goal}/amend`, `${goal}/end`]) {
    const looking = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const seen = await looking.newPage();
    const faults = listenForFaults(seen);
    await seen.goto(url);
    await expectGoodPage(seen, faults);
    await looking.close();
  }
});

test('without script: find a child who was out of school for three weeks, see why, and follow a figure to its files', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, acceptDownloads: true });
  const page = await context.newPage();
  await page.goto(kith.url);
  await page.getByRole('link', { name: 'Children', exact: true }).first().click();
  await page.getByRole('main').getByLabel('Part of a name, class or UPN').fill('Hesketh');
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

test('without script: Arabic is chosen, kept while a child is found, and left again', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const chosen = await plain.newPage();
  await chosen.goto(`${kith.url}/children?find=Hesketh`);
  await chosen.getByRole('link', { name: 'العربية' }).click();
  // The same page, and the choice is kept: the link to the child says nothing of a language.
  expect(await chosen.getByRole('heading', { level: 1 }).textContent()).toBe('الأطفال');
  await chosen.getByRole('link', { name: 'Poppy Hesketh' }).first().click();
  expect(await chosen.locator('html').getAttribute('dir')).toBe('rtl');
  // Without the marks that keep names and numbers in their place.
  const text = ((await chosen.locator('main').textContent()) ?? '').replaceAll(/[\u2066-\u2069]/g, '');
  expect(text.includes('أطول مدة غياب متواصل')).toBe(true);
  expect(text.includes('30 فترة على التوالي')).toBe(true);
  expect(/session|absence|learning/i.exec(text)?.[0]).toBeUndefined();
  await chosen.getByRole('link', { name: 'English' }).click();
  expect(await chosen.locator('main').textContent()).toContain('The longest time away');
  await plain.close();
});

test.each([1280, 390])(
  'in Arabic, %i wide, the child’s page, the area’s and one in English are accessible',
  async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 850 }, locale: 'ar' });
    const page = await context.newPage();
    const faults = listenForFaults(page);
    for (const path of [`/children/${upn}`, '/', '/places']) {
      await page.goto(kith.url + path);
      expect(await page.locator('html').getAttribute('lang')).toBe('ar');
      await expectGoodPage(page, faults);
    }
    await context.close();
  },
);

test('without script: find a child from any page, walk a list by the keyboard, and mark the lists as seen', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(`${kith.url}/methods`);
  await page.getByLabel('Find a child by part of a name, class or UPN').fill('hesk pop');
  await page.getByRole('button', { name: 'Find a child' }).click();
  await page.getByRole('link', { name: 'Poppy Hesketh' }).first().click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Poppy Hesketh');

  await page.goto(`${kith.url}/lists`);
  expect(await page.locator('main').textContent()).toContain(
    'Press the button when you have looked through the lists.',
  );
  await page.getByRole('link', { name: 'Reason still not known' }).click();
  // From the way past the rest of the page, every line of the list is a step of the Tab key.
  await page.getByRole('link', { name: 'Skip to the list' }).focus();
  await page.keyboard.press('Enter');
  const focused: string[] = [];
  for (let step = 0; step < 3; step += 1) {
    await page.keyboard.press('Tab');
    focused.push((await page.locator(':focus').getAttribute('href')) ?? '');
  }
  expect(focused).toContain(await page.locator('#entries tbody th a').first().getAttribute('href'));
  await page.getByRole('link', { name: 'How is this worked out?' }).click();
  expect(page.url()).toContain('#worked-out');

  await page.goto(`${kith.url}/lists`);
  await page.getByRole('button', { name: 'I have seen these' }).click();
  expect(await page.locator('main').textContent()).toContain('Marked as seen.');
  await page.getByRole('link', { name: 'See everything that is new or gone' }).click();
  expect(await page.locator('main').textContent()).toContain('Nothing is new and nobody is gone.');
  await context.close();
});

test('a list prints with its rows and its warning, and without the way round the pages', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${kith.url}/lists/reason-not-known`);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByText('Personal data about children.').isVisible()).toBe(true);
  expect(await page.locator('#entries tbody tr').first().isVisible()).toBe(true);
  for (const hidden of ['.govuk-service-navigation', '.kith-find', '.govuk-details', '.kith-footer', '#by-school']) {
    expect([hidden, await page.locator(hidden).first().isVisible()]).toEqual([hidden, false]);
  }
  await context.close();
});
