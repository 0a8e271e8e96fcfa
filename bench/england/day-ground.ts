import { join } from 'node:path';
import { DAYS, openYear, type Folded, type OpenYear } from '#lost-learning';
import { findSaid, hashOfText, writeSaid } from '#store';

/**
 * What all days of a year share: its schools with their calendars and its likenesses, by their numbers in the folded
 * register. As JSON, which is at hand sooner than a database is.
 */
export type DayGround = Omit<Folded, 'folder' | 'parts' | 'markedDays'>;

type Written = {
  readonly year: Folded['year'];
  readonly weekday: number;
  /** Each calendar once: the open sessions of its days, a digit a day. */
  readonly calendars: readonly string[];
  readonly usual: number;
  readonly calendarOf: readonly number[];
  readonly urns: readonly number[];
  readonly authorities: readonly string[];
  readonly regions: readonly string[];
  readonly phases: readonly string[];
  readonly trusts: readonly string[];
  readonly lists: readonly boolean[];
  readonly likenesses: Folded['likenesses'];
};

/** Writes it, and answers the hash by which days and states of one year know that they fit together. */
export async function writeGround(folder: string, { year, weekday, schools, likenesses }: Folded): Promise<string> {
  const numbers = new Map<string, number>();
  const numberOf = (open: OpenYear): number => {
    const days = daysOf(open);
    const number = numbers.get(days) ?? numbers.size;
    numbers.set(days, number);
    return number;
  };
  const { authorities, regions, phases, trusts, lists } = schools;
  const calendarOf = schools.open.map((open) => numberOf(open));
  const usual = numberOf(schools.usualDays);
  const written: Written = {
    year,
    weekday,
    calendars: [...numbers.keys()],
    usual,
    calendarOf,
    urns: [...schools.urns],
    authorities,
    regions,
    phases,
    trusts,
    lists,
    likenesses,
  };
  await writeSaid(join(folder, 'ground.json'), written);
  return hashOfText(JSON.stringify(written));
}

function daysOf({ posOf }: OpenYear): string {
  const days = new Uint8Array(DAYS);
  for (const pos of posOf) days[pos >> 1] = (days[pos >> 1] ?? 0) | (1 << (pos & 1));
  return days.join('');
}

export async function readGround(folder: string): Promise<DayGround> {
  const written = parseWritten(await findSaid(join(folder, 'ground.json')));
  if (!written) throw new Error(`${folder} has no whole ground.json: make the day again`);
  const { year, weekday, calendarOf, urns, authorities, regions, phases, trusts, lists, likenesses } = written;
  const calendars = written.calendars.map((days) => openYear(Uint8Array.from(days, Number), weekday));
  const calendarAt = (number: number): OpenYear => calendars[number] ?? openYear(new Uint8Array(DAYS), weekday);
  const schools = {
    urns: Int32Array.from(urns),
    authorities,
    regions,
    phases,
    trusts,
    lists,
    open: calendarOf.map(calendarAt),
    usualDays: calendarAt(written.usual),
    numberOf: new Map(urns.map((urn, at) => [urn, at])),
  };
  return { year, weekday, schools, likenesses };
}

// Written above, and its hash is right.
function parseWritten(said: unknown): Written | undefined {
  return said as Written | undefined;
}
