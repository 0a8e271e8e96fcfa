import { join } from 'node:path';
import type { AcademicYear } from '#kernel';
import type { Removal, Suspension } from './conduct.ts';
import { MarksFile } from './marks-file.ts';
import { fillPage, findPage } from './register.ts';
import { drawSchoolEvents } from './school-events.ts';
import { emptySheet } from './sheet.ts';
import type { Spell } from './spells.ts';
import type { World } from './world.ts';

/** Rows in one file, so that one file is written while the next is being filled. */
const FILE_ROWS = 960_000;

export type Incidents = { readonly suspensions: Suspension[]; readonly removals: Removal[] };

/**
 * Writes every register as `marks-2024-25-01.parquet`, …, sorted by school, pupil and date, and collects the incidents that
 * belong to them. Two files take turns: DuckDB compresses one while the other is being filled. Returns the rows written.
 */
export async function writeMarks(
  world: World,
  folder: string,
  incidents: Incidents,
  onProgress: (done: number, total: number, words: string) => void,
): Promise<number> {
  const bySchool = spellsBySchool(world);
  const total = world.years.length * world.keeper.spells.length;
  const sheet = emptySheet();
  const files = [await MarksFile.open(folder), await MarksFile.open(folder)] as const;
  let [current, other] = files;
  let writing: Promise<void> = Promise.resolve();
  let [done, rows] = [0, 0];
  try {
    for (const year of world.years) {
      let part = 0;
      const next = async (): Promise<void> => {
        if (current.rows === 0) return;
        part += 1;
        rows += current.rows;
        await writing;
        writing = current.write(join(folder, fileName(year, part)));
        // A failure is met at the next await; until then it must not count as unhandled.
        writing.catch(() => undefined);
        [current, other] = [other, current];
      };
      for (const school of world.schools) {
        const calendar = world.calendarOf(school, year);
        const events = drawSchoolEvents(world.seed, school, calendar);
        for (const spell of byUpn(bySchool.get(school.urn) ?? [])) {
          const page = findPage(world.seed, spell, calendar, sheet);
          done += 1;
          if (!page) continue;
          fillPage(page, events, { seed: world.seed, calendarOf: world.calendarOf, ...incidents });
          current.add(page);
          if (current.rows >= FILE_ROWS) await next();
        }
        onProgress(done, total, `Registers of ${school.name}, ${year}`);
        await breathe();
      }
      await next();
    }
    await writing;
    return rows;
  } finally {
    await writing.catch(() => undefined);
    for (const file of files) file.close();
  }
}

function spellsBySchool(world: World): ReadonlyMap<number, readonly Spell[]> {
  const found = new Map<number, Spell[]>(world.schools.map((school) => [school.urn, []]));
  for (const spell of world.keeper.spells) found.get(spell.school.urn)?.push(spell);
  return found;
}

function byUpn(spells: readonly Spell[]): readonly Spell[] {
  return spells.toSorted((a, b) =>
    a.pupil.upn < b.pupil.upn ? -1 : a.pupil.upn > b.pupil.upn ? 1 : a.entry - b.entry,
  );
}

function fileName(year: AcademicYear, part: number): string {
  return `marks-${year.replace('/', '-')}-${String(part).padStart(3, '0')}.parquet`;
}

// Lets a progress bar or a web request have its turn between two schools.
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
