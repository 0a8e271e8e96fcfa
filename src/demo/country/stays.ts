import { broken, type Random } from '#kernel';
import type { Pupil } from '../pupils.ts';
import type { DaysElsewhere } from '../spells.ts';
import type { Authority, CountrySchool } from './country.ts';

export const STATUSES = ['C', 'M', 'S', 'G', 'F', 'O'] as const;
export type Status = (typeof STATUSES)[number];

/** What a school’s file says of a child beside the dates. `undefined`: nothing. */
export type Attributes = {
  birthDay: number;
  yearGroup: number | undefined;
  sex: 'F' | 'M' | undefined;
  ethnicity: string | undefined;
  fsm: boolean | undefined;
  sen: 'N' | 'K' | 'E' | undefined;
  boarder: boolean | undefined;
};

/** A time on one school’s roll. Days are day numbers; both ends are on roll. */
export type Stay = {
  readonly school: CountrySchool;
  status: Status;
  entry: number;
  leave: number | undefined;
  ground: string | undefined;
  destination: number | undefined;
  readonly elsewhere: DaysElsewhere[];
  readonly attributes: Attributes;
};

/** A letter put over a child’s register at a school, sessions of one day to those of another. */
export type Stray = {
  readonly school: CountrySchool;
  readonly from: number;
  readonly to: number;
  readonly letter: string;
};

export type Life = {
  readonly pupil: Pupil;
  readonly yearGroup: number;
  readonly random: Random;
  readonly stays: Stay[];
  readonly strays: Stray[];
};

/** Where a story happens: the child’s first stay, and the schools it may lead to. */
export type Scene = { readonly life: Life; readonly first: Stay; readonly random: Random; readonly around: Authority };

export function open(life: Life, school: CountrySchool, entry: number): Stay {
  const [first] = life.stays;
  if (!first) throw broken('country/no-stay', 'every child has a first stay');
  const attributes = { ...first.attributes, boarder: school.saysBoarder ? false : undefined };
  // prettier-ignore
  const stay: Stay = { school, status: 'C', entry, leave: undefined, ground: undefined, destination: undefined, elsewhere: [], attributes };
  life.stays.push(stay);
  return stay;
}

export function close(stay: Stay, leave: number, ground?: string, destination?: number): void {
  stay.leave = leave;
  stay.ground = ground;
  stay.destination = destination;
}

/** Another school around that teaches the child’s year group, or undefined where there is none. */
export function findOther(
  { life, random, around }: Scene,
  but: CountrySchool,
  phase = but.phase,
): CountrySchool | undefined {
  const from = random.below(around.schools.length);
  let any: CountrySchool | undefined;
  for (let step = 0; step < around.schools.length; step += 1) {
    const school = around.schools[(from + step) % around.schools.length];
    if (!school || school === but || school.youngest > life.yearGroup || school.oldest < life.yearGroup) continue;
    if (school.phase === phase) return school;
    any ??= school;
  }
  return any;
}

/** A place in the school’s year, so many days from its ends. */
export function placeInYear(
  random: Random,
  { calendar }: CountrySchool,
  afterStart: number,
  beforeEnd: number,
): number {
  return afterStart + random.below(calendar.days.length - afterStart - beforeEnd);
}

export function dayAt({ calendar }: CountrySchool, place: number): number | undefined {
  return calendar.days[place];
}
