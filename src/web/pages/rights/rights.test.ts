import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addActor, singleUser, type Access, type Actor } from '#access';
import { areaAt } from '#exchange/area-files';
import { findUpn, fixedClock, instantOf, upnCheckLetter } from '#kernel';
import type { PublishedStatistics } from '#place';
import { setHold } from '#rights';
import { carriedFigures, openAccess } from '#testing';
import type { WebContext } from '../../context.ts';
import { htmlFaults } from '../../layout/html-faults.ts';
import { createWeb } from '../../server.tsx';

const clock = fixedClock(instantOf(Date.UTC(2026, 10, 26, 9)));
const officer: Actor = { id: 'dpo', name: 'Dara Dee', role: 'data-protection-officer', scope: 'area' };
const lead: Actor = { id: 'lead', name: 'Lena Lead', role: 'inclusion-lead', scope: 'ties' };
const upn = findUpn(`${upnCheckLetter('801400999777')}801400999777`);
const WORDS = `Everything, "please" <script>alert(1)</script>`;

let published: PublishedStatistics;
let opened: { readonly access: Access; readonly close: () => Promise<void> };
beforeAll(async () => {
  published = await carriedFigures();
  opened = await openAccess(clock);
  await opened.access.actingAs(singleUser, 'access-management', { kind: 'area' }, async (tx) => {
    for (const actor of [officer, lead]) await addActor(tx, actor, clock);
  });
  if (upn) await setHold(opened.access, clock, officer, { upn }, 'A tribunal asked for it');
}, 120_000);
afterAll(async () => {
  await opened.close();
});

function webOf(actor: Actor): WebContext {
  return {
    clock,
    access: opened.access,
    actor,
    published,
    account: async () => ({ kind: 'empty' }),
    area: {
      folder: areaAt('/nowhere'),
      name: 'Workedshire',
      demonstration: false,
      region: undefined,
      imports: () => Promise.resolve([]),
    },
  };
}

async function ask(path: string, fields?: Readonly<Record<string, string>>, actor = officer): Promise<Response> {
  return createWeb(webOf(actor)).request(`http://127.0.0.1${path}`, {
    headers: {
      host: '127.0.0.1',
      ...(fields ? { origin: 'http://127.0.0.1', 'content-type': 'application/x-www-form-urlencoded' } : {}),
    },
    ...(fields ? { method: 'POST', body: new URLSearchParams(fields).toString() } : {}),
  });
}

async function textOf(response: Response, status = 200): Promise<string> {
  const html = await response.text();
  expect([response.status, await htmlFaults(html)]).toEqual([status, []]);
  const { document } = parseHTML(html);
  expect(document.querySelectorAll('script:not([src])')).toHaveLength(0);
  return (document.querySelector('body')?.textContent ?? '').replaceAll(/\s+/g, ' ');
}

test('a request is recorded, listed as overdue, extended and answered', async () => {
  const received = { 'received-day': '1', 'received-month': '10', 'received-year': '2026' };
  const made = await ask('/rights/new', { upn: upn ?? '', kind: 'access', by: 'parent', words: WORDS, ...received });
  expect(made.status).toBe(303);
  const path = (made.headers.get('location') ?? '').split('?')[0] ?? '';
  expect(await textOf(await ask('/rights'))).toMatch(
    /1 request is overdue\..*1 November 2026Open, overdue.*A tribunal asked for it/,
  );
  const one = await textOf(await ask(path));
  expect(one).toContain('Recorded by Dara Dee');
  expect(one).toContain(WORDS);
  expect(one).toContain(`kith rights export … ${upn} --to …`);
  expect(await textOf(await ask(path, { happened: 'identity-confirmed' }), 400)).toContain('Choose what happened');
  for (const happened of ['', 'closed', 'extended', 'refused/complex', 'withdrawn/complex']) {
    expect([happened, (await ask(path, { happened })).status]).toEqual([happened, 400]);
  }
  expect((await ask(path, { happened: 'extended/complex' })).status).toBe(303);
  expect(await textOf(await ask(path))).toMatch(/1 January 2027.*Extended by two months: it is complex/);
  expect((await ask(path, { happened: 'fulfilled' })).status).toBe(303);
  expect(await textOf(await ask('/rights'))).toMatch(/No request is overdue\..*Done/);
  expect(await textOf(await ask(`${path}?lang=ar`))).toContain('نُفّذ');
});

test('what is missing is said beside its field, and what was typed stays', async () => {
  const text = await textOf(
    await ask('/rights/new', { upn: 'K1', 'received-day': '27', 'received-month': '11', 'received-year': '2026' }),
    400,
  );
  for (const words of ['Enter a UPN', 'Choose what is asked', 'Choose who asks', 'today or before'])
    expect(text).toContain(words);
});

test('whoever does not answer requests is told the same whatever there is', async () => {
  const answers = await Promise.all(
    ['/rights', '/rights/new', `/rights/${'0'.repeat(32)}`].map(async (path) =>
      textOf(await ask(path, undefined, lead), 403),
    ),
  );
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toContain('You cannot see requests about people’s own data');
  expect(answers[0]).not.toContain('Requests about own data');
  expect(await textOf(await ask(`/rights/${'0'.repeat(32)}`), 404)).toContain('There is no such request');
});

test('the foot of a page leads everyone to what is for them, and to nothing that would be refused', async () => {
  const feet = await Promise.all(
    [officer, lead, singleUser].map(async (actor) => {
      const { document } = parseHTML(await (await ask('/access/roles', undefined, actor)).text());
      return [...document.querySelectorAll('.kith-footer__group a')].map((link) => link.getAttribute('href') ?? '');
    }),
  );
  const [officers = [], leads = [], users = []] = feet;
  const only = (foot: readonly string[]) => foot.slice(0, foot.indexOf('/access/roles'));
  expect(only(officers)).toEqual(['/access/agreements', '/access/emergencies', '/rights']);
  expect(only(leads)).toEqual(['/challenges']);
  expect(only(users)).toEqual(['/access', '/rights', '/challenges']);
  for (const [actor, foot] of [[officer, officers] as const, [singleUser, users] as const]) {
    for (const path of only(foot).filter((one) => one !== '/challenges')) {
      expect([path, (await ask(path, undefined, actor)).status]).toEqual([path, 200]);
    }
  }
});
