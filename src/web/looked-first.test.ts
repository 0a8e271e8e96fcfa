import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { crawlPages, useHostileArea } from '#testing';
import { createWeb } from './server.tsx';

const { web, asOwner } = useHostileArea();
const ORIGIN = 'http://127.0.0.1';

it('gives away no child, at any address, where the look cannot be committed', async () => {
  const app = createWeb(web());
  const ask = async (path: string): Promise<string> => (await app.request(`${ORIGIN}${path}`)).text();
  const owner = (statement: string) => asOwner((tx) => sql.raw(statement).execute(tx));
  const children = await asOwner((tx) =>
    tx.selectFrom('account.child_year').select(['upn', 'given_name', 'family_name']).distinct().execute(),
  );
  const words = children.flatMap(({ upn, given_name, family_name }) => [upn, `${given_name} ${family_name}`]);
  const shown = (text: string): readonly string[] => words.filter((word) => text.includes(word));

  const pages = await crawlPages(ask);
  const personal = [...pages].filter(([, text]) => shown(text).length > 0).map(([path]) => path);
  for (const kept of ['/access', '/access/agreements', '/access/roles']) expect([...pages.keys()]).toContain(kept);
  expect(personal.length).toBeGreaterThan(10);
  expect(personal.filter((path) => /\.(csv|xlsx|ods)/.test(path)).length).toBeGreaterThan(1);

  await owner(`create function access.full() returns trigger language plpgsql as
    $$ begin raise exception 'the disk is full'; end $$`);
  await owner(`create constraint trigger disk_full after insert on access.look deferrable initially deferred
    for each row execute function access.full()`);
  const given: string[] = [];
  for (const path of pages.keys()) {
    const response = await app.request(`${ORIGIN}${path}`);
    // A UPN in the address is the asker’s own word, and may come back in the form it was typed into.
    const told = shown(await response.text()).filter((word) => !decodeURIComponent(path).includes(word));
    if (told.length > 0 || (personal.includes(path) && response.ok)) given.push(`${path}: ${response.status}`);
  }
  expect(given).toEqual([]);
}, 300_000);
