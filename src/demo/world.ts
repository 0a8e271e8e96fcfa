import type { AcademicYear } from '#kernel';
import type { SchoolYear } from './calendar.ts';
import type { MakePupil } from './pupils.ts';
import type { School } from './schools.ts';
import type { SpellKeeper } from './spells.ts';

/** One school’s calendar in one year. */
export type CalendarOf = (school: School, year: AcademicYear) => SchoolYear;

/** Northmoor while it is being made: who is where, and when each school opens. */
export type World = {
  readonly seed: number;
  readonly years: readonly AcademicYear[];
  readonly schools: readonly School[];
  readonly calendarOf: CalendarOf;
  readonly keeper: SpellKeeper;
  readonly makePupil: MakePupil;
};

export function getSchool(world: World, urn: number): School {
  const school = world.schools.find((each) => each.urn === urn);
  if (!school) throw new Error(`demo/no-such-school: ${urn} is not a school of Northmoor`);
  return school;
}
