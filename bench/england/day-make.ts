import { mkdir } from 'node:fs/promises';
import { countYear, groundOf, readYears, totalsOf, type Folded } from '#lost-learning';
import { beginPart, dayBeforeWeek } from './day-begin.ts';
import { statePart, writeAbout, writeDayPart, writeTotals } from './day-files.ts';
import { writeGround } from './day-ground.ts';
import { newHand } from './day-hand.ts';
import { emptyPart, roomFor, writePart } from './day-state.ts';
import { clipYears } from './day-words.ts';

/** Makes the folded register of one day of a folded year, as an import of that day would leave it behind. */
export async function makeDay(folded: Folded, day: number, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const ground = await writeGround(folder, folded);
  const parts = [];
  for (const one of folded.parts)
    parts.push(await writeDayPart(folder, one.part, clipYears(await readYears(folded, one), day, folded.schools.open)));
  await writeAbout(folder, { day, ground, parts });
}

/** Makes the state of a folded year as counted up to a day, from which days can go on; before the year, an empty one. */
export async function makeState(folded: Folded, asOf: number, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const ground = await writeGround(folder, folded);
  const children = Math.max(0, ...folded.parts.map((part) => part.children));
  const hand = newHand(folded, asOf, children);
  const before = newHand(folded, asOf < 0 ? asOf : dayBeforeWeek(groundOf(folded, asOf), asOf), children);
  const room = roomFor(children);
  const parts = [];
  for (const one of folded.parts) {
    const state = emptyPart(room, one.children);
    if (asOf >= 0) beginPart(hand, before, await readYears(folded, one), state);
    parts.push({ part: one.part, ...writePart(statePart(folder, one.part), state, false) });
  }
  const totals = writeTotals(folder, totalsOf(await countYear(folded, asOf)));
  await writeAbout(folder, { asOf, ground, parts, totals });
}
