import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findInstant, findUpn, today, type Upn } from '#kernel';
import { recordRequest } from '#rights';
import {
  addActor,
  addOrganisation,
  addTie,
  findPurpose,
  listRoles,
  ROLES,
  singleUser,
  writeNote,
  type Actor,
  type DataClass,
  type Role,
  type Tie,
} from '#access';
import { asOwnerOf, crawlPages, heard, publishedArea, upnWith, workedArea, type PublishedArea } from '#testing';
import { createWeb } from './server.tsx';
import { WHO_MAY_ASK } from './who-may-ask.ts';

const ORIGIN = 'http://127.0.0.1';
const HERE = 900101;

let area: PublishedArea;
/** Each child with the schools it has a spell with in any year. */
let children: ReadonlyMap<string, ReadonlySet<number>>;
/** One address of each form that pages lead to, as whoever may see all of it finds them. */
let addresses: readonly string[];
let own: Upn;
let written: Written;
type Written = { readonly emergency: string; readonly note: string; readonly request: string };
const WRITER: Actor = { id: 'writer', name: 'Wren Writer', role: 'senco', scope: 'ties', organisation: 'school' };

beforeAll(async () => {
  const now = findInstant('2025-11-03T12:00:00Z');
  if (!now) throw new Error('no moment');
  area = await publishedArea(workedArea, { now, quality: true });
  const rows = await asOwnerOf(area, (tx) => tx.selectFrom('account.child_year').select(['upn', 'urns']).execute());
  const found = new Map<string, Set<number>>();
  for (const { upn, urns } of rows) found.set(upn, new Set([...(found.get(upn) ?? []), ...urns]));
  children = found;
  own = upnFrom([...found].find(([, urns]) => urns.has(HERE))?.[0] ?? '');
  const app = createWeb(area.web);
  const other = upnFrom([...children.keys()].find((upn) => upn !== own) ?? '');
  const pages = await crawlPages(
    async (path) => (await app.request(`${ORIGIN}${path}`)).text(),
    // Whom most of those tied here may not see.
    ['/schools/900102', `/children/${other}`],
  );
  // Only whoever reviews emergencies finds a link to them.
  addresses = [...pages.keys(), '/access/emergencies'];
  const { access, clock } = area.web;
  await access.actingAs(singleUser, 'access-management', { kind: 'area' }, async (tx) => {
    for (const role of listRoles()) {
      const actor = personOf(role);
      await addActor(tx, actor, clock);
      const tie = tieOf(role);
      if (actor.scope === 'ties' && tie) await addTie(tx, actor.id, tie, clock);
    }
    await addOrganisation(tx, { id: 'school', kind: 'school', name: 'School', urn: HERE }, clock);
    await addActor(tx, WRITER, clock);
    await addTie(tx, WRITER.id, { urn: HERE }, clock);
  });
  written = await writeAbout(own, other);
}, 300_000);
afterAll(() => area.close());

/** What somebody wrote down about children, by the names it has in addresses. */
async function writeAbout(mine: Upn, other: Upn): Promise<Written> {
  const { access, clock } = area.web;
  const { id: emergency } = await access.openEmergency(WRITER, mine, FIELDS.reason);
  const note = await access.actingAs(WRITER, 'attendance-and-inclusion-support', { kind: 'child', upn: mine }, (tx) =>
    writeNote(tx, { upn: mine, words: 'A note', whomToAsk: 'The desk', organisations: [], roles: ['senco'] }),
  );
  const request = await recordRequest(access, clock, personOf('data-protection-officer'), {
    upn: other,
    kind: 'access',
    askedBy: 'parent',
    receivedOn: today(clock),
    words: undefined,
  });
  return { emergency, note, request };
}

function upnFrom(text: string): Upn {
  const upn = findUpn(text);
  if (!upn) throw new Error(text);
  return upn;
}

function personOf(role: Role): Actor {
  const scope = ROLES[role].scopes[0] ?? 'ties';
  return { id: `one-${role}`, name: 'Some Person', role, scope };
}

/** What ties one of this role: the first kind of tie of its row. (The worked area has no classes and nobody in care.) */
function tieOf(role: Role): Tie | undefined {
  switch (ROLES[role].ties[0]) {
    case 'school':
      return { urn: HERE };
    case 'child':
      return { upn: own };
    case 'class':
      return { urn: HERE, class: 'no such class' };
    case 'in-care':
      return { member_of: 'in-care' };
    default:
      return undefined;
  }
}

/** Whom one of this role may see, said once more and plainly. */
function mayBeShown(role: Role, upn: string): boolean {
  const person = personOf(role);
  if (person.scope === 'area') return true;
  const tie = tieOf(role);
  if (!tie) return false;
  if ('upn' in tie) return tie.upn === upn;
  return 'urn' in tie && tie.class === undefined && children.get(upn)?.has(tie.urn) === true;
}

/** Whether an answer waited for its time, since it was last set to false. */
let waits = false;
const wait = async (): Promise<void> => void (waits = true);
/** The pages as one of each role is shown them. */
const webs = new Map<Role, ReturnType<typeof createWeb>>();

function webOf(role: Role): ReturnType<typeof createWeb> {
  const web = webs.get(role) ?? createWeb({ ...area.web, wait, actor: personOf(role) });
  webs.set(role, web);
  return web;
}

/** What is answered, and which statements the stores were given for it: with nothing of what differs in them, the time does not either. */
async function ask(role: Role, path: string, name: string, fields?: Fields): Promise<readonly unknown[]> {
  waits = false;
  const app = webOf(role);
  const { made, said } = await heard(async () => {
    const response = await app.request(`${ORIGIN}${path}`, fields && sent(fields));
    // A database is sooner done with a row that is not there.
    const searched = /^\/children[.?].*\bfind=[^&]/.test(path);
    expect([path, waits]).toEqual([path, response.status === 404 || searched]);
    return [response.status, response.headers.get('location'), await response.text()] as const;
  });
  const [status, location, text] = made;
  // Statements were heard: whoever is not refused by their role alone is asked of the records.
  const byRole = status === 404 && BY_ROLE.test(path);
  expect([path, byRole || said.some((text) => text.startsWith('records: '))]).toEqual([path, true]);
  return [status, location?.replaceAll(name, '?').replaceAll(/[0-9a-f]{32}/g, 'new'), text.replaceAll(name, '?'), said];
}

/** What some roles may never do, whomever it is about: they are told that it is not there before anything is asked. */
const BY_ROLE = /\/(consent|competence|emergency|notes\/new|notes\/\w+\/end|ties|emergencies\/\w+)$/;

type Fields = Readonly<Record<string, string>>;
/** What any form about a child asks for. */
const FIELDS = {
  reason: 'Police at the door; nobody knows which school she is at.',
  scope: 'account:camhs',
  answer: 'given',
  months: '3',
  by: 'parent',
  competent: 'yes',
  why: 'Told me what is shared with whom.',
  words: 'A note',
  ask: 'The desk',
  roles: 'head',
  kind: 'access',
  'received-day': '1',
  'received-month': '11',
  'received-year': '2025',
  happened: 'fulfilled',
  outcome: 'right',
  note: 'Right.',
};
function sent(fields: Fields): RequestInit {
  const headers = { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' };
  return { method: 'POST', headers, body: new URLSearchParams(fields).toString() };
}

function tiedRoles(): readonly Role[] {
  return listRoles().filter((role) => ROLES[role].scopes[0] === 'ties');
}

/** A child that one of this role may not see. */
function beyond(role: Role): Upn {
  return upnFrom([...children.keys()].find((upn) => !mayBeShown(role, upn)) ?? '');
}

/** UPNs that nobody has. The first is asked for before the others, so that what is read once and kept stands by then. */
const ABSENT = { first: upnWith('801499999998'), second: upnWith('801499999999') };

const NO_ID = '0'.repeat(32);
const A_UPN = /[A-HJ-NP-RT-Z]\d{11}[0-9A-Z]/g;

describe('whatever their role', () => {
  it.each(listRoles())(
    '%s is shown nobody beyond their reach, at any address, and no fault',
    async (role) => {
      const app = createWeb({ ...area.web, actor: personOf(role) });
      const faults: unknown[] = [];
      const answered = new Map<number, number>();
      for (const path of addresses) {
        const response = await app.request(`${ORIGIN}${path}`);
        const text = await response.text();
        answered.set(response.status, (answered.get(response.status) ?? 0) + 1);
        if (![200, 302, 403, 404].includes(response.status)) faults.push([path, response.status]);
        // A UPN in the address is the asker’s own word.
        const told = [...new Set(text.match(A_UPN) ?? [])].filter((upn) => children.has(upn) && !path.includes(upn));
        const beyond = told.filter((upn) => !mayBeShown(role, upn));
        if (beyond.length > 0) faults.push([path, response.status, 'shows', beyond.length]);
      }
      expect(faults).toEqual([]);
      // Everyone is answered somewhere, and nobody but the administrator everywhere.
      expect(answered.get(200) ?? 0).toBeGreaterThan(3);
      expect((answered.get(403) ?? 0) > 0).toBe(role !== 'area-administrator');
    },
    120_000,
  );

  it.each(tiedRoles())(
    'to %s a child and a school that may not be seen answer as those that are not there',
    async (role) => {
      const other = beyond(role);
      for (const path of addresses.filter((one) => new RegExp(A_UPN).test(one))) {
        const at = (upn: string) => ask(role, path.replaceAll(A_UPN, upn), upn);
        await at(ABSENT.first);
        expect([path, await at(other)]).toEqual([path, await at(ABSENT.second)]);
      }
      // That a school is there is known to everyone; whose children are shared with another school is for both to see.
      for (const path of addresses.filter((one) => /^\/(schools|lists|quality)\b.*\b9001\d\d\b/.test(one))) {
        const at = (urn: string) => ask(role, path.replaceAll(/\b9001\d\d\b/g, urn), urn);
        await at('999998');
        expect([path, await at('900102')]).toEqual([path, await at('999999')]);
      }
    },
    120_000,
  );

  it.each(tiedRoles())(
    'to %s every route about a child answers alike, forms too',
    async (role) => {
      const other = beyond(role);
      const routes = Object.keys(WHO_MAY_ASK).filter((route) => route.includes(':upn'));
      expect(routes.length).toBeGreaterThan(10);
      for (const route of routes) {
        const [method, pattern = ''] = route.split(' ');
        const path = pattern.replace(/:id\{[^}]*\}\}?/, NO_ID);
        const at = (upn: string) => ask(role, path.replace(':upn', upn), upn, method === 'POST' ? FIELDS : undefined);
        await at(ABSENT.first);
        expect([route, await at(other)]).toEqual([route, await at(ABSENT.second)]);
      }
    },
    120_000,
  );

  it.each(listRoles())('to %s what others wrote about a child answers as what is not there', async (role) => {
    const about: readonly (readonly [string, string, Fields | undefined, DataClass])[] = [
      [written.request, '/rights/?', undefined, 'requests'],
      [written.request, '/rights/?', FIELDS, 'requests'],
      [written.emergency, '/access/emergencies/?', FIELDS, 'emergencies'],
      // Nobody of these works where the note was written.
      [written.note, `/children/${own}/notes/?/end`, FIELDS, 'people'],
    ];
    for (const [id, path, fields] of about.filter(([, , , one]) => findPurpose(role, one) === undefined)) {
      const at = (name: string) => ask(role, path.replace('?', name), name, fields);
      await at(NO_ID);
      expect([path, await at(id)]).toEqual([path, await at(NO_ID)]);
    }
  });

  it.each(listRoles())('to %s a form that takes any UPN tells nothing of it', async (role) => {
    const other = upnFrom([...children.keys()].find((upn) => !mayBeShown('parent', upn)) ?? '');
    for (const [path, fields] of [
      ['/rights/new', FIELDS],
      [`/access/people/${WRITER.id}/ties`, { kind: 'child' }],
    ] as const) {
      const at = (upn: string) => ask(role, path, upn, { ...fields, upn });
      await at(ABSENT.first);
      expect([path, await at(other)]).toEqual([path, await at(ABSENT.second)]);
    }
  });
});
