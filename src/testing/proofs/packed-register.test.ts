import { expect, test } from 'vitest';
import { findInstant, fixedClock, systemClock } from '#kernel';
import { areaAt, importFiles, listAreaFiles, openStore } from '#exchange/area-files';
import { buildAccount, listYears } from '#lost-learning';
import { folderWith, randomArea, receivedAt, workFolder } from '../index.ts';

const clock = fixedClock(findInstant(receivedAt) ?? systemClock.now());

test.each([11, 13, 15])(
  'the packed register of area %i holds what the received marks say, session by session',
  async (seed) => {
    const area = areaAt(`${await workFolder()}/area`);
    const folder = await folderWith(Object.fromEntries(randomArea(seed).map((file) => [file.name, file.text])));
    await importFiles(area, await listAreaFiles(folder), { clock, by: 'tester' });
    const open = await openStore(area, {});
    let marks = 0;
    for (const year of await listYears(open.warehouse)) {
      const sessions = 'select child_no, urn, pos, own, letter, late from register_session order by all';
      await buildAccount(open.warehouse, { year }, clock);
      const received = await open.warehouse.rows(sessions);
      // An area that holds rows of a later moment is read from what was received: the packed form may not be all of it.
      const later = open.manifest.files.some((file) => (file.latest ?? '') > clock.now());
      const marked = received.some((row) => row['letter'] !== null);
      expect(!marked || (await open.packed(year)).length > 0 === !later).toBe(true);
      await buildAccount(open.warehouse, { year }, clock, open.packed);
      expect(await open.warehouse.rows(sessions)).toEqual(received);
      marks += received.filter((row) => row['letter'] !== null).length;
    }
    await open.close();
    expect(marks).toBeGreaterThan(50);
  },
);
