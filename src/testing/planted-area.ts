import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvLine } from '#kernel';
import { areaUpn } from './upn.ts';

/**
 * From one day to another, on every day the school opens: what the morning and the afternoon say. Null leaves what was there,
 * '' is a register not taken, `L:12` is L and twelve minutes. With a moment, it is a correction recorded then.
 */
export type Painted = readonly [from: string, to: string, am: string | null, pm: string | null, recorded?: string];

export type PlantedSpell = {
  readonly urn?: number;
  readonly status?: string;
  readonly entry?: string;
  readonly leaving?: string;
  readonly marks?: readonly Painted[];
};

/** A child, present in every session but for what is painted over it. One spell at the first school unless told otherwise. */
export type PlantedChild = {
  readonly born?: string;
  readonly class?: string;
  readonly inCare?: boolean;
  readonly spells?: readonly PlantedSpell[];
  readonly marks?: readonly Painted[];
};

/** `name` is the given name: how a test speaks of the child. */
type PlantedRemoval = {
  readonly name: string;
  readonly urn?: number;
  readonly date: string;
  readonly session: 'AM' | 'PM';
  readonly minutes: number;
  readonly kind: string;
};

export type PlantedArea = {
  /** Each school’s days; one that ends in ` AM` has no afternoon. */
  readonly schools: Readonly<Record<number, readonly string[]>>;
  readonly children: Readonly<Record<string, PlantedChild>>;
  readonly removals?: readonly PlantedRemoval[];
};

/** Writes a small area as area files into a folder of its own, for tests whose every condition is planted. */
export async function plantedFolder(
  area: PlantedArea,
): Promise<{ readonly folder: string; readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-planted-'));
  for (const [name, [header, rows]] of Object.entries(filesOf(area))) {
    await writeFile(join(folder, name), `${header}\n${rows.map((row) => csvLine(row)).join('')}`);
  }
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

type Rows = readonly (readonly string[])[];

function filesOf(area: PlantedArea): Readonly<Record<string, readonly [header: string, rows: Rows]>> {
  const urns = Object.keys(area.schools).map(Number);
  const children = Object.entries(area.children).map(([name, child], serial) => ({
    name,
    child,
    upn: areaUpn(serial),
  }));
  const spells = children.flatMap(({ name, child, upn }) =>
    (child.spells ?? [{}]).map((spell) => ({
      name,
      upn,
      born: child.born ?? '2014-03-03',
      class: child.class ?? '',
      inCare: child.inCare === undefined ? '' : child.inCare ? 'Y' : 'N',
      urn: spell.urn ?? urns[0] ?? 0,
      status: spell.status ?? 'C',
      entry: spell.entry ?? '2025-09-01',
      leaving: spell.leaving ?? '',
      marks: [...(child.marks ?? []), ...(spell.marks ?? [])],
    })),
  );
  return {
    'schools.csv': ['urn,la,name,phase', urns.map((urn) => [`${urn}`, '801', `School ${urn}`, 'primary'])],
    'sessions.csv': [
      'urn,date,am,pm',
      urns.flatMap((urn) =>
        (area.schools[urn] ?? []).map((day) => [`${urn}`, day.slice(0, 10), '1', day.endsWith('AM') ? '0' : '1']),
      ),
    ],
    'roll.csv': [
      'upn,urn,status,entry_date,leaving_date,birth_date,given_name,family_name,class,in_care,recorded_at',
      spells.map((one) => [
        one.upn,
        `${one.urn}`,
        one.status,
        one.entry,
        one.leaving,
        one.born,
        one.name,
        'Planted',
        one.class,
        one.inCare,
        '2025-08-01T00:00:00Z',
      ]),
    ],
    'marks.csv': [
      'upn,urn,date,am,pm,am_minutes_late,pm_minutes_late,recorded_at',
      spells.flatMap((spell) => markRows(spell, area.schools[spell.urn] ?? [])),
    ],
    'removals.csv': [
      'upn,urn,date,session,minutes,kind,recorded_at',
      (area.removals ?? []).map((one) => [
        children.find(({ name }) => name === one.name)?.upn ?? one.name,
        `${one.urn ?? urns[0]}`,
        one.date,
        one.session,
        `${one.minutes}`,
        one.kind,
        `${one.date}T16:00:00Z`,
      ]),
    ],
  };
}

type Spell = Required<PlantedSpell> & { readonly upn: string };

function markRows(spell: Spell, days: readonly string[]): Rows {
  return days
    .map((day) => [day.slice(0, 10), day.endsWith('AM')] as const)
    .filter(([date]) => date >= spell.entry && (spell.leaving === '' || date <= spell.leaving))
    .flatMap(([date, morningOnly]) => {
      let [am, pm] = ['/', morningOnly ? '' : '\\'];
      const corrections: (readonly string[])[] = [];
      for (const [from, to, morning, afternoon, recorded] of spell.marks) {
        if (date < from || date > to) continue;
        if (recorded === undefined) [am, pm] = [morning ?? am, morningOnly ? '' : (afternoon ?? pm)];
        else corrections.push(markRow(spell, date, morning ?? '', afternoon ?? '', recorded));
      }
      return [markRow(spell, date, am, pm, `${date}T16:00:00Z`), ...corrections];
    })
    .filter(([, , , am, pm]) => am !== '' || pm !== '');
}

function markRow(spell: Spell, date: string, am: string, pm: string, recorded: string): readonly string[] {
  const [[amCode = '', amLate = ''], [pmCode = '', pmLate = '']] = [am.split(':'), pm.split(':')];
  return [spell.upn, `${spell.urn}`, date, amCode, pmCode, amLate, pmLate, recorded];
}
