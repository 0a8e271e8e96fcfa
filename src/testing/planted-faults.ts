import { csvLine } from '#kernel';
import { schoolDays } from './school-days.ts';
import { upnWith } from './upn.ts';

/**
 * A small area in which every rule of data quality has one child or register of its own. What is not planted is mended, so
 * that an area without plants has nothing to mend. Two schools, four weeks of September 2024.
 */
export const PLANTED_A = 900100;
export const PLANTED_B = 900101;

/** How each is mended: `false` leaves the fault in. Where several ways are told apart, the word chooses one. */
export type Mended = Readonly<Record<string, string | false>>;

type Spell = Readonly<Record<string, string>>;
type Child = {
  readonly spells: readonly Spell[];
  /** Whether a school marks the child on a day at all. */
  readonly marks: readonly { readonly urn: number; readonly from: string; readonly to: string; readonly as?: 'D' }[];
  /** Marks that differ: `2024-09-10 AM 900100` → code. */
  readonly other?: Readonly<Record<string, string>>;
};

const DAYS: readonly string[] = schoolDays('2024-09-01', '2024-09-28');
const FIRST = DAYS[0] ?? '';
const LAST = DAYS.at(-1) ?? '';
const DAY_OFF = '2024-09-14';

function plantedUpn(serial: number, temporary = false): string {
  return upnWith(`8012000${temporary ? '24' : '15'}${String(serial).padStart(2, '0')}${temporary ? 'A' : '0'}`);
}

const always = (urn: number, as?: 'D'): Child['marks'][number] => ({
  urn,
  from: FIRST,
  to: LAST,
  ...(as ? { as } : {}),
});
const at = (urn: number, rest: Spell = {}): Spell => ({
  urn: String(urn),
  status: 'C',
  entry_date: '2024-09-02',
  ...rest,
});
const both = (date: string, urn: number, code: string): Record<string, string> => ({
  [`${date} AM ${urn}`]: code,
  [`${date} PM ${urn}`]: code,
});

/** The children, by the rule each is planted for. */
function children(mended: Mended): Readonly<Record<string, readonly Child[]>> {
  const [A, B] = [PLANTED_A, PLANTED_B];
  const is = (rule: string): boolean => mended[rule] !== false;
  const how = (rule: string): string => String(mended[rule]);
  const code = (rule: string, fault: string, right: Readonly<Record<string, string>>): string =>
    is(rule) ? (right[how(rule)] ?? '/') : fault;
  const bound = { absent: 'O' };
  const single = (other: Readonly<Record<string, string>> = {}, rest: Spell = {}): readonly Child[] => [
    { spells: [at(A, rest)], marks: [always(A)], other },
  ];
  const left = (last: string, rest: Spell): Spell => at(A, { leaving_date: last, ...rest });
  const until = (urn: number, to: string): Child['marks'][number] => ({ urn, from: FIRST, to });
  const from = (urn: number, day: string): Child['marks'][number] => ({ urn, from: day, to: LAST });
  const wednesdays = ['2024-09-04', '2024-09-11', '2024-09-18', '2024-09-25'];
  const wednesday = code('neither-school-has-record', 'D', bound);
  return {
    'register-not-taken': single({ '2024-09-05 AM 900100': code('register-not-taken', '', bound) }),
    'mark-outside-spell': [
      {
        spells: [
          left('2024-09-13', { leaving_ground: 'f' }),
          ...(how('mark-outside-spell') === 'on-roll'
            ? [at(A, { entry_date: '2024-09-16', leaving_date: '2024-09-17', leaving_ground: 'f' })]
            : []),
        ],
        marks: [
          until(A, is('mark-outside-spell') && how('mark-outside-spell') !== 'on-roll' ? '2024-09-13' : '2024-09-17'),
        ],
      },
    ],
    'unknown-code': single({ '2024-09-10 AM 900100': code('unknown-code', 'QQ', bound) }),
    'code-not-in-force': single({ '2024-09-10 PM 900100': code('code-not-in-force', 'H', bound) }),
    'session-not-open': single(
      is('session-not-open') && how('session-not-open') !== 'open' ? {} : { [`${DAY_OFF} AM 900100`]: '/' },
    ),
    'x-of-compulsory-age': single({ '2024-09-10 AM 900100': code('x-of-compulsory-age', 'X', bound) }),
    'c2-not-of-compulsory-age': single(
      { '2024-09-10 PM 900100': code('c2-not-of-compulsory-age', 'C2', { 'not-required': 'X' }) },
      { birth_date: '2020-06-01' },
    ),
    'reason-never-given': single({ '2024-09-03 AM 900100': code('reason-never-given', 'N', { authorised: 'I' }) }),
    'suspension-without-e': single(
      is('suspension-without-e') ? both('2024-09-10', A, how('suspension-without-e') === 'suspended' ? 'E' : 'B') : {},
    ),
    'e-without-suspension': single(both('2024-09-17', A, 'E')),
    'neither-school-has-record': [
      {
        spells: [at(A, { status: 'M' }), at(B, { status: 'S' })],
        marks: [always(A), always(B, 'D')],
        other: Object.fromEntries(wednesdays.flatMap((day) => Object.entries(both(day, A, wednesday)))),
      },
    ],
    'both-schools-count': [
      {
        spells: [at(A, { status: 'M' }), at(B, { status: 'S' })],
        marks: [always(A), always(B, 'D')],
        other: is('both-schools-count') ? {} : both('2024-09-10', B, '/'),
      },
    ],
    'main-without-subsidiary': [
      {
        spells: [
          at(A, { status: is('main-without-subsidiary') && how('main-without-subsidiary') === 'true' ? 'C' : 'M' }),
        ],
        marks: [always(A)],
        other: both('2024-09-10', A, code('main-without-subsidiary', 'D', bound)),
      },
    ],
    'subsidiary-without-main': [
      { spells: [at(B, { status: is('subsidiary-without-main') ? 'C' : 'S' })], marks: [always(B)] },
    ],
    'one-upn-two-children': [
      {
        spells: [
          left('2024-09-13', { leaving_ground: 'a', destination_urn: String(B) }),
          at(B, { entry_date: '2024-09-16', ...(is('one-upn-two-children') ? {} : { birth_date: '2012-05-05' }) }),
        ],
        marks: [until(A, '2024-09-13'), from(B, '2024-09-16')],
      },
    ],
    'two-upns-one-child': [
      { spells: [at(A)], marks: [always(A)] },
      {
        spells: [at(B, is('two-upns-one-child') ? { given_name: 'Another' } : {})],
        marks: [always(B)],
        other: both('2024-09-10', B, 'I'),
      },
    ],
    'temporary-upn': single({}, { entry_date: '2024-06-03' }),
    'overlapping-spells': [
      {
        spells: [
          at(
            A,
            is('overlapping-spells')
              ? { leaving_date: '2024-09-15', leaving_ground: 'a', destination_urn: String(B) }
              : {},
          ),
          at(B, { entry_date: '2024-09-16' }),
        ],
        marks: [is('overlapping-spells') ? until(A, '2024-09-13') : always(A), from(B, '2024-09-16')],
        other: both('2024-09-24', B, 'I'),
      },
    ],
    'no-school': [
      {
        spells: [left('2024-09-13', is('no-school') ? { leaving_ground: 'f' } : {})],
        marks: [until(A, '2024-09-13')],
      },
    ],
    'ground-without-leaving-date': [
      {
        spells: [
          at(
            A,
            is('ground-without-leaving-date')
              ? { leaving_ground: 'f', leaving_date: '2024-09-20' }
              : { leaving_ground: 'f' },
          ),
        ],
        marks: [until(A, '2024-09-20')],
      },
    ],
    'spell-after-death': [
      {
        spells: [
          left('2024-09-06', { leaving_ground: 'k' }),
          ...(how('spell-after-death') === 'true' ? [] : [at(B, { entry_date: '2024-09-16' })]),
        ],
        marks: [until(A, '2024-09-06'), ...(how('spell-after-death') === 'true' ? [] : [from(B, '2024-09-16')])],
      },
    ],
    'row-rejected': single(),
  };
}

/** The names of the rules that are planted, in the order in which their children are numbered. */
export const plantedRules: readonly string[] = Object.keys(children({}));

/** The UPN of the child a rule is planted on. */
export function plantedFor(rule: string, nth = 0): string {
  return plantedUpn(plantedRules.indexOf(rule) * 2 + nth, rule === 'temporary-upn');
}

/** The files of the area: every rule mended but those that `mended` leaves (`false`), or mends in a way of its own. */
export function faultyArea(mended: Mended): Readonly<Record<string, string>> {
  const ways: Mended = { ...Object.fromEntries(plantedRules.map((rule) => [rule, 'true'])), ...mended };
  const spells: string[] = [];
  const marks: string[] = [];
  for (const [rule, some] of Object.entries(children(ways))) {
    some.forEach((child, nth) => {
      const upn = upnOf(rule, nth, ways);
      child.spells.forEach((spell, which) => {
        const split = rule === 'one-upn-two-children' && ways[rule] === 'two' && which === 1;
        spells.push(spellLine(split ? plantedFor(rule, 1) : upn, rule, spell));
      });
      for (const { urn, from, to, as } of child.marks) {
        const split = rule === 'one-upn-two-children' && ways[rule] === 'two' && urn === PLANTED_B;
        for (const date of [...DAYS, DAY_OFF]) {
          const open = date >= from && date <= to && date !== DAY_OFF;
          const mark = (half: 'AM' | 'PM'): string =>
            child.other?.[`${date} ${half} ${urn}`] ?? (open ? (as ?? (half === 'AM' ? '/' : '\\')) : '');
          if (mark('AM') + mark('PM') !== '')
            marks.push(csvLine([split ? plantedFor(rule, 1) : upn, urn, date, mark('AM'), mark('PM')]));
        }
      }
    });
  }
  if (ways['row-rejected'] === false)
    spells.push(spellLine(plantedUpn(90), 'bad', at(PLANTED_A, { birth_date: '2013-13-01' })));
  const recorded = [
    ['suspension-without-e', '2024-09-10', true],
    ['e-without-suspension', '2024-09-17', ways['e-without-suspension'] !== false],
  ] as const;
  const opened = ways['session-not-open'] === 'open' ? [csvLine([PLANTED_A, DAY_OFF, 1, 0])] : [];
  return {
    'schools.csv': `urn,la,name,phase\n${PLANTED_A},801,Fenwick Road,all-through\n${PLANTED_B},801,Hill Top,all-through\n`,
    'sessions.csv': `urn,date,am,pm\n${[...[PLANTED_A, PLANTED_B].flatMap((urn) => DAYS.map((date) => csvLine([urn, date, 1, 1]))), ...opened].join('')}`,
    'roll.csv': csvLine(ROLL) + spells.join(''),
    'marks.csv': `upn,urn,date,am,pm\n${marks.join('')}`,
    'suspensions.csv': `upn,urn,category,start_date,sessions\n${recorded
      .flatMap(([rule, date, there]) => (there ? [csvLine([plantedFor(rule), PLANTED_A, 'SUSP', date, 2])] : []))
      .join('')}`,
  };
}

function upnOf(rule: string, nth: number, ways: Mended): string {
  if (rule === 'temporary-upn' && ways[rule] !== false) return plantedUpn(80);
  if (rule === 'two-upns-one-child' && ways[rule] === 'one') return plantedFor(rule, 0);
  return plantedFor(rule, nth);
}

const ROLL = (
  'upn urn status entry_date leaving_date leaving_ground ' +
  'destination_urn birth_date sex given_name family_name class'
).split(' ');

// Each child has a class of its own, so that a register is one child’s; and names that are nobody else’s.
function spellLine(upn: string, rule: string, spell: Spell): string {
  const rest: Spell = {
    birth_date: '2013-01-01',
    sex: 'F',
    given_name: 'Robin',
    family_name: rule,
    class: rule,
    ...spell,
  };
  return csvLine(ROLL.map((column) => (column === 'upn' ? upn : (rest[column] ?? ''))));
}
