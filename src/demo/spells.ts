import type { Pupil } from './pupils.ts';
import type { School } from './schools.ts';

/** Enrolment status (CBDS): single, main of dual, subsidiary of dual, guest. */
export type Status = 'C' | 'M' | 'S' | 'G';

/** An agreement that shapes a register: which weekdays (1–5) are spent at the other place, from one day to another. */
export type DaysElsewhere = {
  readonly other: School;
  readonly weekdays: readonly number[];
  readonly from: number;
  readonly to: number;
  /** What this register says on those days: `D` dual registered, `B` educated off site, nothing where it keeps no record. */
  readonly mark: 'D' | 'B' | '';
};

/** A child’s time on one school’s roll. Days are day numbers; both ends are on roll. */
export type Spell = {
  readonly pupil: Pupil;
  readonly school: School;
  readonly entry: number;
  readonly sequence: number;
  readonly status: Status;
  /** The year group in the academic year that starts in `bornInto`; it rises by one each September. */
  readonly yearGroup: number;
  readonly bornInto: number;
  readonly form: string;
  leave: number | undefined;
  ground: string | undefined;
  destination: number | undefined;
  /** Days after the leaving date on which the school told the area. */
  leaveTold: number;
  /** Agreements one after another, never two at a time. While one says `D`, a `C` becomes `M`. */
  readonly elsewhere: DaysElsewhere[];
  /** A permanent exclusion: the day it was decided. The review closes on the leaving day. */
  excludedOn: number | undefined;
  /** The last weeks before a deletion under ground (i): absent throughout, never with a good reason. */
  goneFrom: number | undefined;
};

export type SpellStart = Pick<Spell, 'pupil' | 'school' | 'entry' | 'yearGroup' | 'bornInto'> & {
  readonly status?: Status;
};

/** Keeps every spell in the order in which it was made. */
export function spellKeeper() {
  const spells: Spell[] = [];
  function open(start: SpellStart): Spell {
    const { school, pupil } = start;
    const forms = Math.max(1, Math.round(school.intake / school.formSize));
    const spell: Spell = {
      ...start,
      status: start.status ?? 'C',
      sequence: spells.length,
      form: 'ABCDEFGHJK'.charAt(pupil.id % Math.min(10, forms)),
      leave: undefined,
      ground: undefined,
      destination: undefined,
      leaveTold: 0,
      elsewhere: [],
      excludedOn: undefined,
      goneFrom: undefined,
    };
    spells.push(spell);
    return spell;
  }
  return { spells, open };
}

export type SpellKeeper = ReturnType<typeof spellKeeper>;

export type Leaving = { readonly ground?: string; readonly destination?: number; readonly told?: number };

export function close(spell: Spell, leave: number, how: Leaving): void {
  spell.leave = leave;
  spell.ground = how.ground;
  spell.destination = how.destination;
  spell.leaveTold = how.told ?? 0;
}

export function yearGroupIn(spell: Spell, start: number): number {
  return spell.yearGroup + start - spell.bornInto;
}

/** `4B` in a primary school; the form’s letter after the year group everywhere. */
export function className(spell: Spell, start: number): string {
  const group = yearGroupIn(spell, start);
  return `${group === 0 ? 'R' : group}${spell.form}`;
}
