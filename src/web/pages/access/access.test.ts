import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { addActor, addOrganisation, addTie, DATA_CLASSES, getRole, listRoles, type Actor } from '#access';
import { findUpn, upnCheckLetter, type Upn } from '#kernel';
import { findText, t } from '#language';
import { hostileChild, useHostileArea } from '#testing';
import { createWeb } from '../../server.tsx';
import { htmlFaults } from '../../layout/html-faults.ts';

const { web } = useHostileArea();
const [CHILD, UNKNOWN] = [upn(hostileChild.upn), upn('H801200001001')];
const REASON = 'Police at the door; nobody knows which school she is at.';
const HOSTILE = '<i>alert</i>"&';

const ties = { scope: 'ties' } as const;
const people = {
  clinician: { id: 'clinician', name: 'Cora Clinician', role: 'clinician', organisation: 'camhs', ...ties },
  head: { id: 'head', name: 'Hal Head', role: 'head', organisation: 'school', ...ties },
  teacher: { id: 'teacher', name: 'Tia Teacher', role: 'class-teacher', organisation: 'school', ...ties },
  mother: { id: 'mother', name: 'Mo Mother', role: 'parent', organisation: 'family', ...ties },
  senco: { id: 'senco', name: 'Sam Senco', role: 'senco', organisation: 'school', ...ties },
  lead: { id: 'lead', name: 'Lea Lead', role: 'inclusion-lead', organisation: 'school', ...ties },
  young: { id: 'young', name: 'Young Person', role: 'young-person', organisation: 'family', ...ties },
  officer: { id: 'dpo', name: 'Dee Officer', role: 'data-protection-officer', organisation: 'area', scope: 'area' },
} as const satisfies Readonly<Record<string, Actor>>;

function upn(text: string): Upn {
  const found = findUpn(text);
  if (!found) throw new Error(text);
  return found;
}

/** With the letter that its digits ask for. */
function checked(text: string): Upn {
  return upn(`${upnCheckLetter(text.slice(1))}${text.slice(1)}`);
}

beforeAll(async () => {
  const { access, actor, clock } = web();
  await access.actingAs(actor, 'access-management', { kind: 'area' }, async (tx) => {
    await addOrganisation(tx, { id: 'area', kind: 'area', name: 'Area' }, clock);
    await addOrganisation(tx, { id: 'school', kind: 'school', name: 'School', urn: 900901 }, clock);
    await addOrganisation(tx, { id: 'camhs', kind: 'health', name: 'CAMHS' }, clock);
    await addOrganisation(tx, { id: 'family', kind: 'family', name: 'Families' }, clock);
    for (const person of Object.values(people)) await addActor(tx, person, clock);
    for (const id of ['clinician', 'mother', 'young', 'senco', 'lead']) await addTie(tx, id, { upn: CHILD }, clock);
  });
});

function get(path: string, actor: Actor = web().actor): Promise<Response> {
  return Promise.resolve(createWeb({ ...web(), actor }).request(`http://127.0.0.1${path}`));
}

type Fields = Readonly<Record<string, string>>;
function post(path: string, fields: Fields, actor: Actor = web().actor): Promise<Response> {
  const headers = { origin: 'http://127.0.0.1', 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams(fields).toString();
  return Promise.resolve(
    createWeb({ ...web(), actor }).request(`http://127.0.0.1${path}`, { method: 'POST', headers, body }),
  );
}

/** The page as a document, having found that its HTML is good and nothing in it runs. */
async function pageOf(response: Response, status = 200): Promise<Document> {
  const html = await response.text();
  expect([response.status, await htmlFaults(html)]).toEqual([status, []]);
  const { document } = parseHTML(html);
  expect(document.querySelectorAll('[style], style, script:not([src])')).toHaveLength(0);
  return document;
}
const textOf = (document: Document) => (document.querySelector('main')?.textContent ?? '').replaceAll(/\s+/g, ' ');
const errorsOf = (document: Document) =>
  [...document.querySelectorAll('.govuk-error-summary__list a')].map((one) => {
    const at = one.getAttribute('href') ?? '';
    expect([at, document.querySelector(at) !== null]).toEqual([at, true]);
    return one.textContent;
  });

const AGREEMENT: Fields = {
  giver: 'area',
  receiver: 'camhs',
  mode: 'fetch',
  classes: 'account',
  purpose: 'direct-care',
  basis: `Article 6(1)(e) ${HOSTILE}`,
  consent: 'yes',
  'from-day': '1',
  'from-month': '9',
  'from-year': '2025',
  'to-day': '31',
  'to-month': '8',
  'to-year': '2026',
};

describe('who may not', () => {
  it('is answered at every address of these rooms as at one that does not exist', async () => {
    const absent = await (await get('/access/nothing-here', people.teacher)).text();
    for (const path of [
      '/access',
      '/access/people/new',
      '/access/agreements',
      '/access/emergencies',
      `/access/people/head`,
    ]) {
      const response = await get(path, people.teacher);
      expect([path, response.status]).toEqual([path, 404]);
      // The address itself stands in the page, in its links to other languages.
      expect((await response.text()).replaceAll(`"${path}?`, '"/access/nothing-here?')).toBe(absent);
    }
    expect((await post('/access/agreements/new', AGREEMENT, people.officer)).status).toBe(404);
    expect((await post('/access/people/head/end', {}, people.teacher)).status).toBe(404);
    expect((await get(`/children/${CHILD}/emergency`, people.teacher)).status).toBe(404);
  });

  it('learns nothing about a child: one that is there and one that is not answer alike', async () => {
    for (const page of ['', '/consent', '/notes/new', '/emergency']) {
      const [there, not] = await Promise.all(
        [CHILD, UNKNOWN].map(async (one) => {
          const response = await get(`/children/${one}${page}`, people.head);
          return [response.status, (await response.text()).replaceAll(one, 'UPN')] as const;
        }),
      );
      expect([page, there]).toEqual([page, not]);
    }
  });
});

describe('people', () => {
  it('are added, tied and ended by the administrator; what is wrong is said', async () => {
    expect(errorsOf(await pageOf(await post('/access/people/new', {}), 400))).toHaveLength(3);
    const protector = { name: 'Dee', role: 'data-protection-officer:area', organisation: 'school' };
    expect((await post('/access/people/new', protector)).status).toBe(400);
    const wrong = { name: 'Olu', role: 'clinician:ties', organisation: 'family' };
    expect(errorsOf(await pageOf(await post('/access/people/new', wrong), 400))).toEqual([t('people.fault.workplace')]);
    const added = await post('/access/people/new', { ...wrong, name: HOSTILE, organisation: 'camhs' });
    const at = (added.headers.get('location') ?? '').replace(/\?.*/, '');
    expect(errorsOf(await pageOf(await post(`${at}/ties`, { kind: 'child', upn: 'X' }), 400))).toEqual([
      t('people.fault.upn'),
    ]);
    expect((await post(`${at}/ties`, { kind: 'child', upn: CHILD })).status).toBe(303);
    expect(textOf(await pageOf(await get(at)))).toContain(`The child with UPN ${CHILD}`);
    expect(textOf(await pageOf(await get('/access')))).toContain(HOSTILE);
    const tie = (await pageOf(await get(at))).querySelector('input[name=tie]')?.getAttribute('value') ?? '';
    expect((await post(`${at}/ties/end`, { tie })).status).toBe(303);
    expect(textOf(await pageOf(await get(at)))).toContain(t('people.no-ties'));
    expect((await post(`${at}/end`, {})).status).toBe(303);
    expect((await get(at)).status).toBe(404);
    expect((await post('/access/people/single-user/end', {})).status).toBe(400);
  });
});

describe('agreement, consent and withdrawal', () => {
  it('open a child to a clinician and close it at once', async () => {
    const sees = async () => (await get(`/children/${CHILD}`, people.clinician)).status;
    expect(await sees()).toBe(404);
    const empty = await pageOf(await post('/access/agreements/new', { 'to-day': '32' }), 400);
    expect(errorsOf(empty)).toHaveLength(9);
    expect((await post('/access/agreements/new', AGREEMENT)).status).toBe(303);
    expect(await sees()).toBe(404);
    const consent = `/children/${CHILD}/consent`;
    expect(textOf(await pageOf(await get(consent, people.mother)))).toContain(t('consent.stands.unanswered'));
    expect(errorsOf(await pageOf(await post(consent, {}, people.mother), 400))).toHaveLength(2);
    const yes = { scope: 'account:camhs', answer: 'given', months: '6' };
    expect((await post(consent, yes, people.mother)).status).toBe(303);
    expect(await sees()).toBe(200);
    expect((await post(consent, { ...yes, answer: 'withdrawn' }, people.mother)).status).toBe(303);
    expect(await sees()).toBe(404);
    const judged = { competent: 'yes', why: 'Told me what is shared with whom.' };
    expect((await post(`${consent}/competence`, judged, people.mother)).status).toBe(404);
    expect((await post(`${consent}/competence`, judged, people.senco)).status).toBe(303);
    // Not by whoever judged it.
    expect((await post(consent, { ...yes, by: 'young-person' }, people.senco)).status).toBe(303);
    expect(await sees()).toBe(404);
    expect((await post(consent, { ...yes, by: 'young-person' }, people.lead)).status).toBe(303);
    expect(await sees()).toBe(200);
    const theirs = textOf(await pageOf(await get(consent, people.mother)));
    expect(theirs).toContain(t('consent.stands.confided'));
    expect(theirs).not.toContain('Told me what is shared');
    expect(theirs).not.toContain('Lea Lead');
    const own = textOf(await pageOf(await get(consent, people.young)));
    expect(own).toContain(t('consent.stands.yes', { who: t('consent.by.young-person') }));
    expect(own).not.toContain('Told me what is shared');
    expect(textOf(await pageOf(await get(consent, people.lead)))).toContain('Told me what is shared');
    const list = await pageOf(await get('/access/agreements', people.officer));
    expect(textOf(list)).toContain(HOSTILE);
    const revoke = list.querySelector('form[action$="/revoke"]')?.getAttribute('action') ?? '';
    expect(errorsOf(await pageOf(await post(revoke, {}, people.officer), 400))).toHaveLength(1);
    expect((await post(revoke, { because: 'No longer needed' }, people.officer)).status).toBe(303);
    expect(await sees()).toBe(404);
  });

  it('to find shows the school to ask, and no name', async () => {
    await post('/access/agreements/new', { ...AGREEMENT, mode: 'find', consent: 'no' });
    const text = textOf(await pageOf(await get(`/children/${CHILD}`, people.clinician)));
    expect(text).toContain(t('found.title'));
    expect(text).toContain('URN');
  });
});

describe('an emergency', () => {
  it('opens one child for a reason, is seen by the family, and is reviewed', async () => {
    const at = `/children/${CHILD}/emergency`;
    expect(await (await get(`/children/${CHILD}`, people.head)).text()).toContain(`href="${at}"`);
    expect(errorsOf(await pageOf(await post(at, { reason: 'urgent' }, people.head), 400))).toHaveLength(1);
    const opened = await Promise.all(
      [CHILD, UNKNOWN].map(async (one) => {
        const posted = await post(`/children/${one}/emergency`, { reason: REASON }, people.head);
        const page = await (await get(`/children/${one}/emergency`, people.head)).text();
        return [posted.status, posted.headers.get('location'), page].map((part) => String(part).replaceAll(one, 'UPN'));
      }),
    );
    expect(opened[0]).toEqual(opened[1]);
    const child = await pageOf(await get(`/children/${CHILD}`, people.head));
    expect(child.body.textContent).toContain('You see this page in an emergency, until');
    expect((await get(`/children/${UNKNOWN}`, people.head)).status).toBe(404);
    const looksOf = async (actor: Actor) => textOf(await pageOf(await get(`/children/${CHILD}/looks`, actor)));
    const own = await looksOf(people.young);
    expect(own).toContain('Hal Head (Head teacher');
    expect(own).toContain('To protect a child when there is no time to ask for access');
    expect(own).not.toContain('Police');
    const family = await looksOf(people.mother);
    expect(family).toContain(t('looks.held-back'));
    expect(family).not.toContain('To protect a child when there is no time');
    const list = await pageOf(await get('/access/emergencies', people.officer));
    expect(textOf(list)).toContain(REASON);
    expect(textOf(list)).toContain('2 wait for review; none is overdue.');
    // Told without looking for it, on a page about something else; nobody else is.
    const notice = async (actor: Actor) => {
      const { document } = parseHTML(await (await get('/access/roles', actor)).text());
      const link = document.querySelector('.govuk-notification-banner a');
      return [link?.textContent.trim(), link?.getAttribute('href')];
    };
    expect(await notice(people.officer)).toEqual(['2 emergency looks wait for your review', '/access/emergencies']);
    for (const actor of [people.head, people.mother, web().actor])
      expect(await notice(actor)).toEqual([undefined, undefined]);
    const arabic = await createWeb({ ...web(), actor: people.officer }).request('http://127.0.0.1/access/roles', {
      headers: { cookie: 'kith-language=ar' },
    });
    expect(await htmlFaults(await arabic.text())).toEqual([]);
    const section = [...list.querySelectorAll('main section')].find((part) => part.textContent.includes(CHILD));
    const review = section?.querySelector('form')?.getAttribute('action') ?? '';
    expect(errorsOf(await pageOf(await post(review, {}, people.officer), 400))).toHaveLength(1);
    expect((await post(review, { outcome: 'right' }, people.officer)).status).toBe(303);
    const after = textOf(await pageOf(await get('/access/emergencies', people.officer)));
    expect(after).toContain('It was right. Dee Officer');
    expect(await looksOf(people.mother)).toContain('To protect a child when there is no time');
    expect(await notice(people.officer)).toEqual(['1 emergency look waits for your review', '/access/emergencies']);
  });

  it('that was not right is over and does not open again, and three are enough: alike for who is not here', async () => {
    const breakGlass = (one: string) => post(`/children/${one}/emergency`, { reason: REASON }, people.senco);
    const refusals: string[] = [];
    for (const one of [CHILD, UNKNOWN]) {
      expect((await breakGlass(one)).status).toBe(303);
      const list = await pageOf(await get('/access/emergencies', people.officer));
      const mine = [...list.querySelectorAll('section')].find(
        (part) => part.textContent.includes(people.senco.name) && part.querySelector('form'),
      );
      await post(mine?.querySelector('form')?.getAttribute('action') ?? '', { outcome: 'not-right' }, people.officer);
      const again = await pageOf(await breakGlass(one), 403);
      expect(errorsOf(again)).toEqual([t('emergency.fault.not-again')]);
      refusals.push(again.documentElement.outerHTML.replaceAll(one, 'UPN'));
    }
    expect(refusals[0]).toBe(refusals[1]);
    const more = ['H801200001002', 'H801200001003', 'H801200001004', 'H801200001005'].map(checked);
    const opened: Response[] = [];
    for (const one of more) opened.push(await breakGlass(one));
    expect(opened.map(({ status }) => status)).toEqual([303, 303, 303, 403]);
    const [last] = opened.slice(-1);
    const told = last ? errorsOf(await pageOf(last, 403)) : [];
    expect(told).toEqual([t('emergency.fault.too-many', { most: '3' })]);
  });
});

describe('a restricted note', () => {
  it('shows its words to those it names, and to others that it exists', async () => {
    const at = `/children/${CHILD}/notes/new`;
    expect(errorsOf(await pageOf(await post(at, {}, people.senco), 400))).toHaveLength(3);
    const note = { words: HOSTILE, roles: 'senco', ask: 'the SENCo' };
    expect((await post(at, note, people.senco)).status).toBe(303);
    const own = await pageOf(await get(`/children/${CHILD}`, people.senco));
    expect(textOf(own)).toContain(HOSTILE);
    const theirs = textOf(await pageOf(await get(`/children/${CHILD}`, people.mother)));
    expect(theirs).toContain('School holds a restricted note');
    expect(theirs).not.toContain(HOSTILE);
    const end = own.querySelector('form[action*="/notes/"]')?.getAttribute('action') ?? '';
    expect((await post(end, {}, people.mother)).status).toBe(404);
    expect((await post(end, {}, people.senco)).status).toBe(303);
    expect(textOf(await pageOf(await get(`/children/${CHILD}`, people.mother)))).not.toContain('restricted note');
  });
});

describe('the table of roles', () => {
  it('is for everyone, in the words of the table', async () => {
    const text = textOf(await pageOf(await get('/access/roles', people.teacher)));
    for (const role of listRoles()) {
      expect(text).toContain(getRole(role).title);
      expect(text).toContain(getRole(role).sees);
    }
    expect(Object.keys(DATA_CLASSES).filter((one) => !text.includes(findText(`roles.class.${one}`) ?? '?'))).toEqual(
      [],
    );
    expect(await (await get('/access/roles?lang=ar')).text()).toContain('<html lang="ar" dir="rtl"');
  });
});
