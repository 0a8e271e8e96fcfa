import { expect, test } from 'vitest';
import { addDays, findInstant, firstDay, fixedClock, systemClock, type CalendarDate } from '#kernel';
import { areaAt, importFiles, listAreaFiles, openStore } from '#exchange/area-files';
import { bridgeSql, buildAccount, listYears, type PackedRegister } from '#lost-learning';
import type { Row } from '#store';
import { folderWith, randomArea, receivedAt, workFolder } from '../index.ts';

const clock = fixedClock(findInstant(receivedAt) ?? systemClock.now());

test.each([11, 13, 15])(
  'the packed register of area %i holds what the received marks say, session by session',
  async (seed) => {
    const area = areaAt(`${await workFolder()}/area`);
    const folder = await folderWith(Object.fromEntries(randomArea(seed).map((file) => [file.name, file.text])));
    await importFiles(area, await listAreaFiles(folder), { clock, by: 'tester' });
    const open = await openStore(area, {});
    const seen = { marks: 0, misplaced: 0 };
    for (const year of await listYears(open.warehouse)) {
      const told = async (
        asOf: CalendarDate | undefined,
        packed?: PackedRegister,
      ): Promise<readonly (readonly Row[])[]> => {
        const asked = asOf === undefined ? { year } : { year, asOf };
        await buildAccount(open.warehouse, asked, clock, packed, { bridge: true });
        return Promise.all(
          [
            'select child_no, urn, pos, own, letter, late from register_session order by all',
            'select * from unplaced_mark order by all',
            bridgeSql(),
            'select cast(as_of as varchar) as as_of from question',
          ].map((sql) => open.warehouse.rows(sql)),
        );
      };
      const agree = async (asOf?: CalendarDate): Promise<readonly Row[]> => {
        const received = await told(asOf);
        const [sessions = [], misplaced = []] = received;
        // An area that holds rows of a later moment is read from what was received: the packed form may not be all of it.
        const later = open.manifest.files.some((file) => (file.latest ?? '') > clock.now());
        const marked = sessions.filter((row) => row['letter'] !== null);
        expect(marked.length === 0 || (await open.packed(year)).length > 0 === !later).toBe(true);
        expect(await told(asOf, open.packed)).toEqual(received);
        seen.marks += marked.length;
        seen.misplaced += misplaced.length;
        return misplaced;
      };
      // Then as of a day whose afternoon has a mark that is used nowhere: others are still to come.
      const afternoons = (await agree()).map((row) => Number(row['pos'])).filter((pos) => pos % 2 === 1);
      await agree(addDays(firstDay(year), Math.floor((afternoons.toSorted((a, b) => a - b)[0] ?? 19) / 2)));
    }
    await open.close();
    expect(seen.marks).toBeGreaterThan(50);
    expect(seen.misplaced).toBeGreaterThan(0);
  },
);
