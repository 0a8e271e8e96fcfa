import type { Warehouse } from '#store';
import type { ChildToFold, Gap, Removed, Stay, Stretch } from './fold-child.ts';
import { DAYS } from './open-year.ts';
import type { FoldedSchools } from './read-schools.ts';

type StayRow = {
  readonly nth: number;
  readonly upn: string;
  readonly likeness: number;
  readonly urn: number | null;
  readonly spells: string | null;
  readonly counts_to: number | null;
  readonly marks: string | null;
  readonly am_late: string | null;
  readonly pm_late: string | null;
  readonly gaps: string | null;
  readonly removals: string | null;
};

const CHILDREN = `
  select child.nth, child.upn, child.likeness, stay.urn, stay.spells, stay.counts_to, packed.marks, packed.am_late, packed.pm_late,
    gap.gaps, removal.removals
  from folded_child as child
  left join folded_stay as stay on stay.child_no = child.child_no
  left join packed on packed.upn = child.upn and packed.urn = stay.urn
  left join folded_gap as gap on gap.child_no = child.child_no
  left join folded_removal as removal on removal.child_no = child.child_no
  order by child.nth, stay.urn`;

export type NamedChild = ChildToFold & { readonly upn: string };

/** The children of a part in order, each with what its schools, its registers (relation `packed`) and its roll say. */
export async function* readChildren(warehouse: Warehouse, schools: FoldedSchools): AsyncGenerator<NamedChild> {
  let nth = -1;
  let child: NamedChild & { readonly stays: Stay[] } = { upn: '', likeness: 0, stays: [], gaps: [], removals: [] };
  for await (const rows of warehouse.stream<StayRow>(CHILDREN)) {
    for (const row of rows) {
      if (row.nth !== nth) {
        if (nth >= 0) yield child;
        nth = row.nth;
        child = {
          upn: row.upn,
          likeness: row.likeness,
          stays: [],
          gaps: gapsOf(row.gaps, schools),
          removals: removalsOf(row.removals, schools),
        };
      }
      const stay = stayOf(row, schools);
      if (stay) child.stays.push(stay);
    }
  }
  if (nth >= 0) yield child;
}

function stayOf(row: StayRow, schools: FoldedSchools): Stay | undefined {
  const school = row.urn === null ? undefined : schools.numberOf.get(row.urn);
  if (row.urn === null || row.spells === null || school === undefined) return undefined;
  return {
    school,
    stretches: stretchesOf(row.spells),
    countsTo: row.counts_to ?? undefined,
    marks: row.marks ?? '',
    late: row.am_late === null && row.pm_late === null ? NO_MINUTES : minutesOf(row.am_late, row.pm_late),
  };
}

const NO_MINUTES: ReadonlyMap<number, number> = new Map();
const WHOLE_FLAGS = { own: 1, main: 2, enrolled: 4 } as const;

/** The spells of a child at a school: where several cover a day, it has what any of them has. */
function stretchesOf(spells: string): readonly Stretch[] {
  const parts = spells.split(' ').map((entry) => entry.split(':').map(Number));
  const [only] = parts;
  if (parts.length === 1 && only) return [stretch(only[0] ?? 0, only[1] ?? 0, only[2] ?? 0)];
  const days = new Uint8Array(DAYS);
  const covered = 8;
  for (const [from = 0, to = 0, flags = 0] of parts) {
    for (let day = from; day <= to; day += 1) days[day] = (days[day] ?? 0) | flags | covered;
  }
  const found: Stretch[] = [];
  for (let day = 0; day < DAYS;) {
    const flags = days[day] ?? 0;
    let end = day;
    while (end + 1 < DAYS && days[end + 1] === flags) end += 1;
    if ((flags & covered) !== 0) found.push(stretch(day, end, flags));
    day = end + 1;
  }
  return found;
}

function stretch(from: number, to: number, flags: number): Stretch {
  return {
    from,
    to,
    own: (flags & WHOLE_FLAGS.own) !== 0,
    main: (flags & WHOLE_FLAGS.main) !== 0,
    enrolled: (flags & WHOLE_FLAGS.enrolled) !== 0,
  };
}

function minutesOf(...lists: readonly (string | null)[]): ReadonlyMap<number, number> {
  const minutes = new Map<number, number>();
  for (const list of lists) {
    for (const entry of list === null || list === '' ? [] : list.split(' ')) {
      const [pos, late] = entry.split(':');
      minutes.set(Number(pos), Number(late));
    }
  }
  return minutes;
}

function gapsOf(text: string | null, schools: FoldedSchools): readonly Gap[] {
  return (text === null ? [] : text.split(' ')).flatMap((entry) => {
    const [urn = 0, from = 0, to = 0] = entry.split(':').map(Number);
    const school = schools.numberOf.get(urn);
    return school === undefined ? [] : [{ school, usualDays: schools.lists[school] === false, from, to }];
  });
}

function removalsOf(text: string | null, schools: FoldedSchools): readonly Removed[] {
  return (text === null ? [] : text.split(' ')).flatMap((entry) => {
    const [urn = 0, pos = 0, late = 0, minutes = 0] = entry.split(':').map(Number);
    const school = schools.numberOf.get(urn);
    return school === undefined ? [] : [{ school, pos, lateToLesson: late === 1, minutes }];
  });
}
