import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvLine } from '#kernel';
import { schoolDays } from './school-days.ts';
import { areaUpn } from './upn.ts';

/** From one day to another: two letters a day, morning and afternoon; a blank is a register not taken. */
export type ToldMarks = readonly [from: string, to: string, codes: string];

export type ToldSpell = {
  readonly urn: number;
  readonly from: string;
  readonly to?: string;
  readonly status?: string;
  readonly ground?: string;
  readonly destination?: number;
  /** When the leaving, or where there is none the spell, was recorded. */
  readonly recorded?: string;
  readonly marks?: readonly ToldMarks[];
};

export type ToldSuspension = {
  readonly urn: number;
  readonly start: string;
  readonly sessions?: number;
  readonly category?: string;
  readonly recorded?: string;
};

/** A child by its given name: present wherever nothing else is told. */
export type ToldChild = {
  readonly born?: string;
  readonly year?: number;
  readonly class?: string;
  readonly spells: readonly ToldSpell[];
  readonly suspensions?: readonly ToldSuspension[];
};

export type ToldArea = {
  /** The days of each school. */
  readonly schools: Readonly<Record<number, readonly string[]>>;
  readonly children: Readonly<Record<string, ToldChild>>;
};

/** The school days of 2025/26 in told areas. */
export const yearDays = schoolDays(
  '2025-09-01',
  '2026-07-17',
  ['2025-10-27', '2025-10-31'],
  ['2025-12-22', '2026-01-02'],
  ['2026-02-16', '2026-02-20'],
  ['2026-03-30', '2026-04-10'],
  ['2026-05-25', '2026-05-29'],
);

const BEFORE_ALL = '2024-08-01T00:00:00Z';

/** Writes a told area as area files. */
export async function writeToldArea(folder: string, area: ToldArea): Promise<void> {
  for (const [name, rows] of Object.entries(filesOf(area))) {
    await writeFile(join(folder, name), rows.map((row) => csvLine(row)).join(''));
  }
}

type Rows = readonly (readonly string[])[];

function filesOf({ schools, children }: ToldArea): Readonly<Record<string, Rows>> {
  const urns = Object.keys(schools).map(Number);
  const told = Object.entries(children).map(([name, child], serial) => ({ name, child, upn: areaUpn(serial) }));
  return {
    'schools.csv': [
      ['urn', 'la', 'name', 'phase'],
      ...urns.map((urn) => [`${urn}`, '801', `School ${urn}`, 'primary']),
    ],
    'sessions.csv': [
      ['urn', 'date', 'am', 'pm'],
      ...urns.flatMap((urn) => (schools[urn] ?? []).map((day) => [`${urn}`, day, '1', '1'])),
    ],
    'roll.csv': [
      'upn,urn,status,entry_date,leaving_date,leaving_ground,destination_urn,birth_date,year_group,given_name,family_name,class,recorded_at'.split(
        ',',
      ),
      ...told.flatMap(({ name, child, upn }) => child.spells.flatMap((spell) => rollRows(name, child, upn, spell))),
    ],
    'marks.csv': [
      ['upn', 'urn', 'date', 'am', 'pm', 'recorded_at'],
      ...told.flatMap(({ child, upn }) =>
        child.spells.flatMap((spell) => markRows(upn, spell, schools[spell.urn] ?? [])),
      ),
    ],
    'suspensions.csv': [
      ['upn', 'urn', 'category', 'start_date', 'sessions', 'recorded_at'],
      ...told.flatMap(({ child, upn }) =>
        (child.suspensions ?? []).map((one) => [
          upn,
          `${one.urn}`,
          one.category ?? 'SUSP',
          one.start,
          `${one.sessions ?? ''}`,
          one.recorded ?? BEFORE_ALL,
        ]),
      ),
    ],
  };
}

// A leaving that was recorded later came as a second row of a spell that had none.
function rollRows(name: string, child: ToldChild, upn: string, spell: ToldSpell): Rows {
  const row = (leaving: boolean, recorded: string): readonly string[] => [
    upn,
    `${spell.urn}`,
    spell.status ?? 'C',
    spell.from,
    leaving ? (spell.to ?? '') : '',
    leaving ? (spell.ground ?? '') : '',
    leaving ? `${spell.destination ?? ''}` : '',
    child.born ?? '2014-03-03',
    `${child.year ?? 6}`,
    name,
    'Told',
    child.class ?? '',
    recorded,
  ];
  if (spell.recorded === undefined) return [row(true, BEFORE_ALL)];
  if (spell.to === undefined) return [row(false, spell.recorded)];
  return [row(false, BEFORE_ALL), row(true, spell.recorded)];
}

// Days before the year that lists are of have no marks: a gap may begin there.
function markRows(upn: string, spell: ToldSpell, days: readonly string[]): Rows {
  return days
    .filter((day) => day >= '2025-09-01' && day >= spell.from && day <= (spell.to ?? day))
    .map((day) => {
      const codes = (spell.marks ?? []).findLast(([from, to]) => day >= from && day <= to)?.[2] ?? '/\\';
      return [upn, `${spell.urn}`, day, codes.charAt(0).trim(), codes.charAt(1).trim(), `${day}T16:00:00Z`];
    })
    .filter(([, , , am, pm]) => am !== '' || pm !== '');
}
