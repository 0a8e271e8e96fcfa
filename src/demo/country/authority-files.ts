import { join } from 'node:path';
import { broken, calendarDate, dayNumber, startYear } from '#kernel';
import { quoted, type Warehouse } from '#store';
import { happens } from '../chance.ts';
import type { Removal } from '../conduct.ts';
import { ETHNICITIES } from '../pupils.ts';
import { fillPage, findPage } from '../register.ts';
import { drawSchoolEvents, type SchoolEvents } from '../school-events.ts';
import { emptySheet } from '../sheet.ts';
import type { Spell } from '../spells.ts';
import { destinationOf, listNeighbours } from './borders.ts';
import { YEAR, type Authority, type Country, type CountrySchool } from './country.ts';
import { tellLife } from './life.ts';
import { RegisterRow } from './register-row.ts';
import { STATUSES, type Life, type Stay } from './stays.ts';
import { addRare } from './rare-marks.ts';
import { TypedRows } from './typed-rows.ts';

export type AuthorityRows = { readonly spells: number; readonly registers: number };

const KINDS: readonly Removal['kind'][] = [
  'internal-exclusion',
  'removed-from-lesson',
  'left-lesson',
  'late-to-lesson',
  'detention-in-lesson-time',
];
const SEXES = ['', 'F', 'M'] as const;
const SENS = ['', 'N', 'K', 'E'] as const;
const ETHNICITY_CODES = ['', ...ETHNICITIES.map(([code]) => code)];
const GROUNDS = ['', ...'abcdefghijklmno'];

/** Writes the files of one authority: the spells and registers of its schools, and what they told of removals. */
export class AuthorityFiles {
  private readonly sheet = emptySheet();
  private readonly removals: Removal[] = [];
  private readonly rows = [new RegisterRow(), new RegisterRow(), new RegisterRow()] as const;
  private readonly used: RegisterRow[] = [];
  /** What happens to the authority’s schools; those of the one before are let go. */
  private readonly events = new Map<number, SchoolEvents>();

  constructor(
    private readonly country: Country,
    private readonly warehouse: Warehouse,
    private readonly folder: string,
  ) {}

  async write(authority: Authority): Promise<AuthorityRows> {
    const spells = await TypedRows.into(
      this.warehouse,
      'stay',
      ['upn'],
      ['urn', 'entry', 'leave', 'destination', 'birth', 'facts'],
    );
    const registers = await TypedRows.into(this.warehouse, 'page', ['upn', 'marks', 'am_late', 'pm_late'], ['urn']);
    this.removals.length = 0;
    this.events.clear();
    for (const life of this.lives(authority)) {
      for (const stay of life.stays) {
        if (stay.school.authority !== authority.at) continue;
        // prettier-ignore
        spells.add([life.pupil.upn], [stay.school.urn, stay.entry, stay.leave ?? -1, stay.destination ?? -1, stay.attributes.birthDay, factsOf(stay)]);
      }
      for (const row of this.registersOf(life, authority)) {
        const text = row.text();
        if (text !== '') registers.add([life.pupil.upn, text, row.late(0), row.late(1)], [row.school?.urn ?? 0]);
      }
    }
    spells.close();
    registers.close();
    await this.fillRemovals();
    await this.copy('spell', authority.la, SPELLS);
    // Nobody packs what is not there.
    if (registers.rows > 0) await this.copy(`register/year=${startYear(YEAR)}`, authority.la, REGISTERS);
    await this.copy('removal', authority.la, REMOVALS);
    return { spells: spells.rows, registers: registers.rows };
  }

  private async copy(folder: string, la: string, sql: string): Promise<void> {
    const path = join(this.folder, folder, `la=${la}.parquet`);
    await this.warehouse.run(`copy (${sql}) to ${quoted(path)} (format parquet, compression zstd)`);
  }

  /** Everyone who was ever on a roll here: those of its own schools, and those who cross the border. */
  private *lives(authority: Authority): Generator<Life> {
    for (const school of authority.schools) {
      for (let each = 0; each < school.children; each += 1) {
        yield tellLife(this.country, authority, school, school.first + each);
      }
    }
    for (const other of listNeighbours(this.country, authority)) {
      for (const school of other.schools) {
        for (let number = school.first; number < school.first + school.children; number += 1) {
          if (destinationOf(this.country, other, number) === authority)
            yield tellLife(this.country, other, school, number);
        }
      }
    }
  }

  private registersOf(life: Life, authority: Authority): readonly RegisterRow[] {
    this.used.length = 0;
    for (const stay of life.stays) {
      const row = this.rowOf(stay.school, authority);
      if (row) this.fill(row, life, stay);
    }
    for (const { school, from, to, letter } of life.strays) this.rowOf(school, authority)?.put(from, to, letter);
    return this.used;
  }

  /** The child’s row at a school, or undefined where another authority keeps it, or nobody. */
  private rowOf(school: CountrySchool, authority: Authority): RegisterRow | undefined {
    const found = this.used.find((row) => row.school === school);
    if (found || school.authority !== authority.at || !school.listsDays) return found;
    const row = this.rows[this.used.length];
    if (!row) throw broken('country/too-many-registers', 'a child is at three schools of an authority at most');
    row.begin(school);
    this.used.push(row);
    return row;
  }

  private fill(row: RegisterRow, life: Life, stay: Stay): void {
    const { school } = stay;
    const page = findPage(this.country.seed, spellOf(life, stay), school.calendar, this.sheet);
    if (!page) return;
    const told = this.removals.length;
    const { seed, calendarOf } = this.country;
    const events = this.events.get(school.urn) ?? drawSchoolEvents(seed, school, school.calendar);
    this.events.set(school.urn, events);
    fillPage(page, events, { seed, calendarOf, suspensions: [], removals: this.removals });
    if (!school.tellsRemovals) this.removals.length = told;
    row.write(page, happens(page.random, 0.85));
    addRare(page, row, school);
  }

  private async fillRemovals(): Promise<void> {
    const table = await TypedRows.into(this.warehouse, 'taken', ['upn'], ['urn', 'day', 'half', 'kind', 'minutes']);
    this.removals.forEach(({ upn, urn, date, session, kind, minutes }, at) => {
      // Now and then one is told of a day on which the school was not open.
      const day = dayNumber(calendarDate(date)) + (at % 173 === 5 ? 100 : 0);
      table.add([upn], [urn, day, session === 'PM' ? 1 : 0, KINDS.indexOf(kind), minutes]);
    });
    table.close();
  }
}

// The demonstration knows spells of fewer kinds: a register is kept alike for all that are no guests.
function spellOf(
  { pupil, yearGroup }: Life,
  { school, status, entry, leave, elsewhere, ground, destination }: Stay,
): Spell {
  return {
    pupil,
    school,
    entry,
    leave,
    elsewhere,
    ground,
    destination,
    yearGroup,
    sequence: 0,
    status: status === 'G' ? 'G' : 'C',
    bornInto: startYear(YEAR),
    form: 'ABCDEFGHJK'.charAt(pupil.id % 10),
    leaveTold: 0,
    excludedOn: undefined,
    goneFrom: undefined,
  };
}

/** What a stay says beside its days, in one number that FACTS of the SQL below unfolds. */
function factsOf({ status, ground, attributes }: Stay): number {
  const { yearGroup, sex, ethnicity, fsm, sen, boarder } = attributes;
  return (
    STATUSES.indexOf(status) |
    (GROUNDS.indexOf(ground ?? '') << 3) |
    ((yearGroup === undefined ? 0 : yearGroup + 1) << 7) |
    (SEXES.indexOf(sex ?? '') << 11) |
    (ETHNICITY_CODES.indexOf(ethnicity ?? '') << 13) |
    (told(fsm) << 18) |
    (SENS.indexOf(sen ?? '') << 20) |
    (told(boarder) << 22)
  );
}

function told(value: boolean | undefined): number {
  return value === undefined ? 0 : value ? 2 : 1;
}

const listed = (texts: readonly string[]): string => `[${texts.map(quoted).join(', ')}]`;
const fact = (from: number, bits: number): string => `((facts >> ${from}) & ${2 ** bits - 1})`;
const one = (texts: readonly string[], from: number, bits: number): string =>
  `nullif(${listed(texts)}[1 + ${fact(from, bits)}], '')`;
const said = (from: number): string => `case ${fact(from, 2)} when 1 then false when 2 then true end`;

const SPELLS = `
  select upn, urn, ${one(STATUSES, 0, 3)} as status, date '1970-01-01' + entry as entry_date,
    case when leave >= 0 then date '1970-01-01' + leave end as leaving_date, ${one(GROUNDS, 3, 4)} as leaving_ground,
    nullif(destination, -1) as destination_urn, date '1970-01-01' + birth as birth_date,
    nullif(${fact(7, 4)}, 0) - 1 as year_group, ${one(SEXES, 11, 2)} as sex, ${one(ETHNICITY_CODES, 13, 5)} as ethnicity,
    ${said(18)} as fsm, ${one(SENS, 20, 2)} as sen, ${said(22)} as boarder
  from stay order by urn, upn, entry`;

const REGISTERS = `
  select upn, urn, marks, nullif(am_late, '') as am_late, nullif(pm_late, '') as pm_late from page order by urn, upn`;

// A child with two spells at one school has two pages there, of which the same may be told twice: one of them won.
const REMOVALS = `
  select upn, urn, date '1970-01-01' + day as date, case half when 1 then 'PM' else 'AM' end as session,
    ${listed(KINDS)}[1 + kind] as kind, minutes
  from taken
  qualify row_number() over (partition by upn, urn, day, half, kind order by minutes) = 1
  order by urn, upn, day, half, kind`;
