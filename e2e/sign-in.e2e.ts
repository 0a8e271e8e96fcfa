import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { expectGoodPage, listenForFaults, openBrowser } from './browser.ts';
import { runKith, startKith, type RunningKith } from './kith.ts';
import { northmoor } from './northmoor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser(inject('chromium'));
});
afterAll(() => browser.close());

const mainText = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? '';

describe('in the demonstration', () => {
  let kith: RunningKith;
  beforeAll(async () => {
    kith = await startKith(northmoor, ['--demo']);
  });
  afterAll(() => kith.stop());

  test('without script: choose whom to be, see only one’s own school, be refused, be someone else, sign out', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${kith.url}/children`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Choose who to be');
    await page.getByRole('button', { name: 'Be Lena Marshall' }).click();
    // Back to where one wanted to go.
    expect(page.url()).toBe(`${kith.url}/children`);
    expect(await page.locator('.kith-person').textContent()).toContain('Lena Marshall');
    const hers = await page.locator('main a[href^="/children/"]').count();
    expect(hers).toBeGreaterThan(0);
    const refused = await page.goto(`${kith.url}/sign-in/people`);
    expect(refused?.status()).toBe(403);
    expect(await mainText(page)).toContain('To give and end access');

    await page.goto(`${kith.url}/sign-in`);
    await page.getByRole('button', { name: 'Be Priya Hall' }).click();
    expect(await page.locator('.kith-person').textContent()).toContain('Area administrator');
    await page.goto(`${kith.url}/sign-in/people`);
    expect(await mainText(page)).toContain('Lena Marshall');

    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You are signed out');
    await page.goto(`${kith.url}/children`);
    expect(page.url()).toBe(`${kith.url}/sign-in`);
    await page.getByRole('main').getByRole('link', { name: 'published statistics' }).click();
    expect(page.url()).toBe(`${kith.url}/places`);
    await context.close();
  });

  test.each([
    [1280, 'en'],
    [390, 'ar'],
  ])('%i wide in %s, its pages are accessible, keep their policy and do not scroll sideways', async (width, locale) => {
    const context = await browser.newContext({ viewport: { width, height: 850 }, locale });
    const page = await context.newPage();
    const faults = listenForFaults(page);
    for (const path of ['/sign-in?refused=no-second-factor', '/signed-out', '/forms']) {
      await page.goto(kith.url + path);
      await expectGoodPage(page, faults);
    }
    await page.goto(`${kith.url}/sign-in`);
    await page.locator('form:has(input[value="cast-area-administrator"]) button').click();
    // The whole page they are led to, so that the next one does not cut it off.
    await page.waitForURL(`${kith.url}/`, { waitUntil: 'load' });
    for (const path of ['/sign-in/people', '/access', '/access/agreements', '/access/roles', '/rights']) {
      await page.goto(kith.url + path);
      await expectGoodPage(page, faults);
    }
    await context.close();
  });
});

describe('about one child', () => {
  let kith: RunningKith;
  beforeAll(async () => {
    kith = await startKith(northmoor, ['--demo']);
  });
  afterAll(() => kith.stop());

  /** Callum Armstrong, whose school is not Lena Marshall’s. */
  const CALLUM = 'U399900015204';
  const be = async (page: Page, name: string): Promise<void> => {
    await page.goto(`${kith.url}/sign-in`);
    await page.getByRole('button', { name: `Be ${name}` }).click();
    expect(await page.locator('.kith-person').textContent()).toContain(name);
  };

  test('break the glass, be seen to have looked, and be asked about it', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await be(page, 'Lena Marshall');
    const closed = await page.goto(`${kith.url}/children/${CALLUM}`);
    expect(closed?.status()).toBe(404);
    await page.getByRole('link', { name: 'ask for this account in an emergency' }).click();
    await page
      .getByLabel('Why must you see this account now?')
      .fill('Police ask where he is, and nobody else answers.');
    await page.getByRole('button', { name: 'Open the account' }).click();
    await page.getByRole('link', { name: 'Go to the child’s page' }).click();
    expect(await mainText(page)).toContain('You see this page in an emergency');
    expect(await mainText(page)).toContain('Callum Armstrong');

    await be(page, 'Callum Armstrong');
    await page.goto(`${kith.url}/children/${CALLUM}/looks`);
    expect(await mainText(page)).toContain('Lena Marshall (Inclusion lead');
    expect(await mainText(page)).toContain('To protect a child when there is no time to ask for access');
    expect(await mainText(page)).not.toContain('Police');

    await be(page, 'Owen Shaw');
    await page.goto(`${kith.url}/access/emergencies`);
    expect(await mainText(page)).toContain('Police ask where he is');
    await context.close();
  });

  test('take a consent back, and it is over at once', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 850 } });
    const page = await context.newPage();
    const kaiSees = async (): Promise<number | undefined> => {
      await be(page, 'Kai Foster');
      return (await page.goto(`${kith.url}/children/${CALLUM}`))?.status();
    };
    expect(await kaiSees()).toBe(200);
    await be(page, 'Callum Armstrong');
    await page.goto(`${kith.url}/children/${CALLUM}/consent`);
    await page.getByLabel(/Moorside Youth Project/).check();
    await page.getByLabel('Not any more: an earlier yes is taken back').check();
    await page.getByRole('button', { name: 'Save the answer' }).click();
    expect(await page.textContent('body')).toContain('It counts from now on.');
    expect(await kaiSees()).toBe(404);
    await context.close();
  });
});

describe('in an area of passkeys', () => {
  let kith: RunningKith;
  beforeAll(async () => {
    const worked = new URL('../src/testing/example-area/area', import.meta.url).pathname;
    kith = await startKith(
      (area) => runKith('import', worked, '--store', area),
      [],
      async (folder, port) => {
        const file = join(folder, 'providers.json');
        await writeFile(file, JSON.stringify({ providers: [], passkeys: true }));
        return { KITH_PROVIDERS: file, KITH_ORIGIN: `http://localhost:${port}` };
      },
    );
  });
  afterAll(() => kith.stop());

  test('the first administrator makes a passkey with the invitation, signs out, and in again with it', async () => {
    const site = kith.url.replace('127.0.0.1', 'localhost');
    const [, code = ''] = /give it to nobody:\n([\w-]{43})\n/.exec(kith.told()) ?? [];
    const context = await browser.newContext();
    const page = await context.newPage();
    const faults = listenForFaults(page);
    const devices = await context.newCDPSession(page);
    await devices.send('WebAuthn.enable');
    await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await page.goto(`${site}/schools`);
    await page.getByRole('link', { name: 'Use your invitation' }).click();
    await page.getByLabel('Code of your invitation').fill(code);
    await page.getByRole('button', { name: 'Go on' }).click();
    await expectGoodPage(page, faults);
    await page.getByRole('button', { name: 'Make a passkey on this device' }).click();
    await page.waitForURL(`${site}/`);
    expect(await page.locator('.kith-person').textContent()).toContain('First administrator');

    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.waitForURL(`${site}/signed-out`);
    await page.goto(`${site}/schools`);
    await expectGoodPage(page, faults);
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await page.waitForURL(`${site}/schools`);
    expect(await page.locator('.kith-person').textContent()).toContain('First administrator');
    await context.close();
  });

  test('without script the page says that a passkey needs it, and no number is answered', async () => {
    const site = kith.url.replace('127.0.0.1', 'localhost');
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site}/sign-in`);
    expect(await mainText(page)).toContain('A passkey needs JavaScript');
    expect((await page.goto(`${kith.url}/sign-in`))?.status()).toBe(421);
    await context.close();
  });
});
