import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findInstant, findUpn, upnCheckLetter, type Upn } from '#kernel';
import { addActor, addTie, listRoles, ROLES, singleUser, type Actor, type Role, type Tie } from '#access';
import { asOwnerOf, crawlPages, publishedArea, workedArea, type PublishedArea } from '#testing';
import { createWeb } from './server.tsx';

const ORIGIN = 'http://127.0.0.1';
const HERE = 900101;

let area: PublishedArea;
/** Each child with the schools it has a spell with in any year. */
let children: ReadonlyMap<string, ReadonlySet<number>>;
/** One address of each form that pages lead to, as whoever may see all of it finds them. */
let addresses: readonly string[];
let own: Upn;

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
  });
}, 300_000);
afterAll(() => area.close());

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

  it.each(listRoles().filter((role) => ROLES[role].scopes[0] === 'ties'))(
    'to %s a child and a school that may not be seen answer as those that are not there',
    async (role) => {
      const app = createWeb({ ...area.web, actor: personOf(role) });
      const other = upnFrom([...children.keys()].find((upn) => !mayBeShown(role, upn)) ?? '');
      const twelve = '801499999999';
      const absent = upnFrom(`${upnCheckLetter(twelve)}${twelve}`);
      const ask = async (path: string, name: string): Promise<readonly unknown[]> => {
        const response = await app.request(`${ORIGIN}${path}`);
        return [response.status, response.headers.get('location'), (await response.text()).replaceAll(name, '?')];
      };
      for (const path of addresses.filter((one) => /\/children\/[A-Z]\d{11}/.test(one))) {
        const at = (upn: string) => ask(path.replaceAll(A_UPN, upn), upn);
        expect([path, ...(await at(other))]).toEqual([path, ...(await at(absent))]);
      }
      // That a school is there is known to everyone; whose children are shared with another school is for both to see.
      for (const path of addresses.filter((one) => /^\/(schools|lists|quality)\b.*\b9001\d\d\b/.test(one))) {
        const at = (urn: string) => ask(path.replaceAll(/\b9001\d\d\b/g, urn), urn);
        expect([path, ...(await at('900102'))]).toEqual([path, ...(await at('999999'))]);
      }
    },
    120_000,
  );
});
