import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addActor, endActor, singleUser } from '#access';
import { systemClock } from '#kernel';
import { invite } from '#sign-in';
import {
  openCookieBrowser,
  openLocalProvider,
  openSignedInWeb,
  settingsFor,
  SIGNING_IN,
  type CookieBrowser,
  type LocalProvider,
  type SignedInWeb,
} from '#testing';
import { createWeb } from '../../index.ts';
import { htmlFaults } from '../../layout/html-faults.ts';

const KITH = 'https://kith.example.org';
const HOST = 'kith.example.org';
const SESSION = '__Host-kith-session';
const { administrator, officer, lead } = SIGNING_IN;

let world: SignedInWeb;
let local: LocalProvider;
let app: ReturnType<typeof createWeb>;
let browser: CookieBrowser;
beforeAll(async () => {
  world = await openSignedInWeb(systemClock);
  local = await openLocalProvider(KITH);
  const signIn = world.signIn(settingsFor({ local: local.issuer }), KITH);
  app = createWeb(world.web(signIn, { origin: new URL(KITH), limits: { pages: 9000, visits: 9000, signIns: 9000 } }));
  await world.tie('local', local.issuer, 'subject-of-asha', administrator);
  await world.tie('local', local.issuer, 'subject-of-owen', officer);
}, 300_000);
afterAll(async () => {
  await local.close();
  await world.close();
});
const openBrowser = (): CookieBrowser => openCookieBrowser(KITH, () => app);
beforeEach(() => {
  browser = openBrowser();
  local.next = { subject: 'subject-of-owen', amr: ['pwd', 'mfa'] };
});

const textOf = (html: string): string =>
  (parseHTML(html).document.querySelector('main')?.textContent ?? '').replaceAll(/\s+/g, ' ');
const signInHere = (one = browser) => one.get('/sign-in/with/local');

describe('a whole sign-in with a real provider', () => {
  test('leads to it, back, and on to where one wanted; the address says nothing of where that was', async () => {
    const asked = await browser.get('/children?find=Hesketh');
    expect([asked.address, asked.status]).toEqual([`${KITH}/sign-in`, 200]);
    expect(await htmlFaults(asked.html)).toEqual([]);
    expect(asked.html).toContain('Sign in with The local provider');
    const arrived = await signInHere();
    expect(arrived.address).toBe(`${KITH}/children?find=Hesketh`);
    expect(arrived.way.some(({ address }) => address.startsWith(`${local.issuer}/auth?`))).toBe(true);
    const before = [...asked.way.slice(1), ...arrived.way.slice(0, -1)].map(({ address }) => address);
    expect(before.length).toBeGreaterThan(4);
    expect(before.join(' ')).not.toContain('Hesketh');
    const header = parseHTML(arrived.html).document.querySelector('.kith-person');
    expect(header?.textContent?.replaceAll(/\s+/g, ' ')).toContain('Owen Pryce Authority officer');
    expect(header?.getAttribute('method')).toBe('post');
  });

  test('and out again: the old cookie opens nothing, and the provider is offered', async () => {
    await signInHere();
    const secret = browser.cookies(HOST).get(SESSION) ?? '';
    const out = await browser.post('/sign-out', {});
    expect(out.address).toBe(`${KITH}/signed-out?from=local`);
    expect(textOf(out.html)).toContain('You may still be signed in with The local provider');
    expect(browser.cookies(HOST).has(SESSION)).toBe(false);
    const there = await browser.once('/signed-out/at/local');
    const address = new URL(there.headers.get('location') ?? '');
    expect(address.href.startsWith(`${local.issuer}/session/end?`)).toBe(true);
    expect(address.searchParams.get('post_logout_redirect_uri')).toBe(`${KITH}/signed-out`);
    browser.setCookie(HOST, SESSION, secret);
    expect((await browser.get('/children')).address).toBe(`${KITH}/sign-in`);
  });

  test('cookies are for this site alone, not for script, and hold no word of whose they are', async () => {
    const { way } = await signInHere();
    const set = way.filter(({ address }) => address.startsWith(KITH)).flatMap(({ setCookie }) => setCookie);
    const session = set.find((line) => line.startsWith(`${SESSION}=`) && !/max-age=0/i.test(line)) ?? '';
    expect(session).toMatch(/^__Host-kith-session=[\w-]{43};/);
    for (const line of set) {
      expect(line).toMatch(/^__Host-kith-/);
      expect(line).toMatch(/; HttpOnly/);
      expect(line).toMatch(/; Secure/);
      expect(line).toMatch(/; SameSite=Lax/);
      expect(line).toMatch(/; Path=\//);
      expect(line).not.toMatch(/Domain|owen/i);
    }
    expect(session).not.toMatch(/Max-Age|Expires/i);
  });
});

describe('what is tried against it', () => {
  test('a code that was used is not used again, not even with its own cookie', async () => {
    const { way } = await signInHere();
    const callback = way.find(({ address }) => address.includes('/callback/'))?.address ?? '';
    const again = await browser.get(callback);
    expect(again.address).toBe(`${KITH}/sign-in?refused=not-begun-here`);
    expect(textOf(again.html)).toContain('You are not signed in');
  });

  test('an answer for another browser signs nobody in here (login CSRF)', async () => {
    const attacker = openBrowser();
    let address = `${KITH}/sign-in/with/local`;
    while (!address.includes('/callback/')) {
      address = new URL((await attacker.once(address)).headers.get('location') ?? '', address).href;
    }
    // The victim has begun a sign-in of their own meanwhile, and has not.
    for (const begins of [false, true]) {
      const victim = openBrowser();
      if (begins) await victim.once('/sign-in/with/local');
      await victim.get(address);
      expect(victim.cookies(HOST).has(SESSION)).toBe(false);
    }
  });

  test('a session that was planted before is not the one after (fixation)', async () => {
    browser.setCookie(HOST, SESSION, 'planted-000000000000000000000000000000000000');
    await signInHere();
    const first = browser.cookies(HOST).get(SESSION);
    expect(first).not.toContain('planted');
    await signInHere();
    const second = browser.cookies(HOST).get(SESSION);
    expect(second).not.toBe(first);
    browser.setCookie(HOST, SESSION, first ?? '');
    expect((await browser.get('/children')).address).toBe(`${KITH}/sign-in`);
  });

  test.each(['//evil.example/', 'https://evil.example/', '/\\evil.example', '/sign-out'])(
    'a planted address to go on to, %s, is not followed',
    async (to) => {
      browser.setCookie(HOST, '__Host-kith-return', encodeURIComponent(to));
      expect((await signInHere()).address).toBe(`${KITH}/`);
    },
  );

  test('without a second factor staff are not let in, and are told why', async () => {
    local.next = { subject: 'subject-of-owen', amr: ['pwd'] };
    const refused = await signInHere();
    expect(refused.address).toBe(`${KITH}/sign-in?refused=no-second-factor`);
    expect(textOf(refused.html)).toContain('show a second factor');
    expect(browser.cookies(HOST).has(SESSION)).toBe(false);
  });

  test('a form of another site changes nothing', async () => {
    await signInHere();
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `${KITH}.evil.example` },
    ]) {
      const refused = await browser.post('/sign-out', {}, headers);
      expect([headers.origin, refused.status]).toEqual([headers.origin, 403]);
      const json = { ...headers, 'content-type': 'application/json' };
      expect((await browser.post('/sign-in/passkey/sign-in', {}, json)).status).toBe(403);
    }
    expect((await browser.get('/sign-in')).html).toContain('You are signed in as Owen Pryce');
  });

  test('another site may not start a sign-in for someone', async () => {
    const led = await browser.get('/sign-in/with/local', {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
    });
    expect(led.address).toBe(`${KITH}/sign-in`);
  });
});

describe('an invitation', () => {
  const inviting = async (actor: string): Promise<string> => {
    const admin = openBrowser();
    local.next = { subject: 'subject-of-asha', amr: ['mfa'] };
    await signInHere(admin);
    const made = await admin.post('/sign-in/people', { do: 'invite', actor });
    expect(await htmlFaults(made.html)).toEqual([]);
    return parseHTML(made.html).document.querySelector('[data-code]')?.textContent?.trim() ?? '';
  };

  test('ties a sign-in to whom it is for, once; nobody is known before', async () => {
    local.next = { subject: 'subject-of-lena', amr: ['mfa'] };
    const stranger = await signInHere();
    expect(stranger.address).toBe(`${KITH}/sign-in?refused=unknown-subject`);
    expect(textOf(stranger.html)).toContain('Ask an area administrator for an invitation');

    const code = await inviting('lena');
    expect(code).toMatch(/^[\w-]{43}$/);
    const guest = openBrowser();
    const chosen = await guest.post('/sign-in/invitation', { code: ` ${code} ` });
    expect(textOf(chosen.html)).toContain('Choose how you will sign in');
    local.next = { subject: 'subject-of-lena', amr: ['mfa'] };
    expect((await signInHere(guest)).html).toContain('Lena Fox');
    const second = await openBrowser().post('/sign-in/invitation', { code });
    expect([second.status, textOf(second.html).includes('Enter the code as you were given it')]).toEqual([400, true]);
    // From now on without it.
    expect((await signInHere(openBrowser())).html).toContain('Lena Fox');
  });

  test('does not give someone who is known here a second self', async () => {
    await world.access.actingAs(singleUser, 'access-management', { kind: 'area' }, (tx) =>
      addActor(tx, { ...lead, id: 'nora', name: 'Nora New' }, systemClock),
    );
    const code = await inviting('nora');
    const guest = openBrowser();
    await guest.post('/sign-in/invitation', { code });
    local.next = { subject: 'subject-of-owen', amr: ['mfa'] };
    expect((await signInHere(guest)).address).toBe(`${KITH}/sign-in?refused=already-tied`);
  });

  test('is refused for who has a way in; ending the ways ends invitations too, and all of it is told to who it is about', async () => {
    const admin = openBrowser();
    local.next = { subject: 'subject-of-asha', amr: ['mfa'] };
    await signInHere(admin);
    const refused = await admin.post('/sign-in/people', { do: 'invite', actor: 'owen' });
    expect([refused.status, refused.html.includes('data-code')]).toEqual([400, false]);
    expect(textOf(refused.html)).toContain('End all their ways to sign in first');
    expect(await htmlFaults(refused.html)).toEqual([]);

    const owen = openBrowser();
    local.next = { subject: 'subject-of-owen', amr: ['mfa'] };
    await signInHere(owen);
    await admin.post('/sign-in/people', { do: 'end-ways', actor: 'owen' });
    expect((await owen.get('/children')).address).toBe(`${KITH}/sign-in`);
    const code = await inviting('owen');
    await admin.post('/sign-in/people', { do: 'end-ways', actor: 'owen' });
    expect((await openBrowser().post('/sign-in/invitation', { code })).status).toBe(400);

    const again = await inviting('owen');
    await owen.post('/sign-in/invitation', { code: again });
    local.next = { subject: 'subject-of-owen', amr: ['mfa'] };
    await signInHere(owen);
    const own = await owen.get('/sign-in/own');
    expect(await htmlFaults(own.html)).toEqual([]);
    const told = textOf(own.html);
    expect(told).toContain('The local provider, since');
    expect(told).toContain('An administrator made an invitation (Asha Verma)');
    expect(told).toContain('An administrator ended all ways to sign in (Asha Verma)');
    expect(told).not.toContain('Everyone’s invitations');
  });

  test.each(['', 'x', 'made-up-0000000000000000000000000000000000000', '<script>'])('%o is none', async (code) => {
    const refused = await browser.post('/sign-in/invitation', { code });
    expect(refused.status).toBe(400);
    expect(await htmlFaults(refused.html)).toEqual([]);
  });
});

describe('one’s own page', () => {
  test('signs out elsewhere, and nobody else', async () => {
    const [here, there, asha] = [openBrowser(), openBrowser(), openBrowser()];
    await signInHere(here);
    await signInHere(there);
    local.next = { subject: 'subject-of-asha', amr: ['mfa'] };
    await signInHere(asha);
    expect(textOf((await here.get('/sign-in/own')).html)).toContain('Sign out everywhere else');
    await here.post('/sign-in/own', {});
    expect((await there.get('/children')).address).toBe(`${KITH}/sign-in`);
    expect((await here.get('/sign-in')).html).toContain('You are signed in as Owen Pryce');
    expect((await asha.get('/sign-in')).html).toContain('You are signed in as Asha Verma');
    expect((await openBrowser().get('/sign-in/own')).address).toBe(`${KITH}/sign-in`);
  });

  test('tells a data protection officer of everyone’s invitations', async () => {
    const dpo = { id: 'dpo', name: 'Dee Shaw', role: 'data-protection-officer', scope: 'area' } as const;
    await world.access.actingAs(administrator, 'access-management', { kind: 'area' }, async (tx) => {
      await addActor(tx, dpo, systemClock);
      await addActor(tx, { ...lead, id: 'nils', name: 'Nils New' }, systemClock);
      await invite(tx, systemClock, 'nils');
    });
    await world.tie('local', local.issuer, 'subject-of-dee', dpo);
    local.next = { subject: 'subject-of-dee', amr: ['mfa'] };
    await signInHere();
    const { html } = await browser.get('/sign-in/own');
    expect(await htmlFaults(html)).toEqual([]);
    const rows = [...parseHTML(html).document.querySelectorAll('#everyone tbody tr')].map((row) =>
      (row.textContent ?? '').replaceAll(/\s+/g, ' '),
    );
    expect(rows.some((row) => row.includes('Nils New') && row.includes('made an invitation (Asha Verma)'))).toBe(true);
    expect((await browser.get('/sign-in/people')).status).toBe(403);
  });
});

describe('an administrator', () => {
  test('sees who signs in and signs one out at once; others see nothing of it', async () => {
    await signInHere();
    expect((await browser.get('/sign-in/people')).status).toBe(403);
    expect((await browser.post('/sign-in/people', { do: 'sign-out-everyone' })).status).toBe(403);
    const admin = openBrowser();
    local.next = { subject: 'subject-of-asha', amr: ['mfa'] };
    await signInHere(admin);
    const people = await admin.get('/sign-in/people');
    expect(await htmlFaults(people.html)).toEqual([]);
    expect(textOf(people.html)).toContain('Signs in with The local provider.');
    await admin.post('/sign-in/people', { do: 'sign-out', actor: 'owen' });
    expect((await browser.get('/children')).address).toBe(`${KITH}/sign-in`);
    expect((await admin.get('/sign-in')).html).toContain('You are signed in as Asha Verma');
  });

  test('ends someone’s access, and the session ends with it', async () => {
    local.next = { subject: 'subject-of-lena', amr: ['mfa'] };
    await signInHere();
    expect((await browser.get('/sign-in')).html).toContain(lead.name);
    await world.access.actingAs(singleUser, 'access-management', { kind: 'area' }, (tx) =>
      endActor(tx, lead.id, systemClock),
    );
    expect((await browser.get('/children')).address).toBe(`${KITH}/sign-in`);
    expect((await signInHere()).address).toBe(`${KITH}/sign-in?refused=actor-ended`);
  });
});

describe('people to be', () => {
  const cast = [administrator, officer];
  const here = 'http://127.0.0.1:8642';
  const demonstration = () => world.signIn(settingsFor({ local: local.issuer }), here, true);

  test('in a process started as the demonstration one chooses one, goes on, and is someone else next', async () => {
    const shown = createWeb(world.web(demonstration(), { cast }));
    const one = openCookieBrowser(here, () => shown);
    const asked = await one.get('/sign-in/people');
    expect(asked.html).toContain('Be Asha Verma');
    expect(await htmlFaults(asked.html)).toEqual([]);
    const been = await one.post('/sign-in/as', { actor: 'asha' });
    expect(been.html).toContain('Asha Verma');
    expect(been.way[0]?.setCookie.some((line) => /^kith-session=[\w-]{43}; .*HttpOnly; SameSite=Lax$/.test(line))).toBe(
      true,
    );
    await one.post('/sign-in/as', { actor: 'owen' });
    expect((await one.get('/sign-in')).html).toContain('You are signed in as Owen Pryce');
    expect((await one.post('/sign-in/as', { actor: 'lena' })).status).toBe(404);
  });

  test('in any other process there is nobody to be, also where the area’s manifest says demonstration', async () => {
    const area = { ...world.web(undefined).area, demonstration: true };
    const real = createWeb(world.web(world.signIn(settingsFor({ local: local.issuer }), here), { area }));
    const one = openCookieBrowser(here, () => real);
    expect((await one.post('/sign-in/as', { actor: 'asha' })).status).toBe(404);
    expect((await one.get('/sign-in')).html).not.toContain('Be Asha Verma');
    // With one single user there is no signing in at all.
    const single = openCookieBrowser(here, () => createWeb(world.web(undefined, { area })));
    expect((await single.get('/sign-in')).status).toBe(404);
    expect((await single.post('/sign-in/as', { actor: 'asha' })).status).toBe(404);
  });
});
