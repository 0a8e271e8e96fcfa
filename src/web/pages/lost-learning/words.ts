import { printed } from '../../charts/scale.ts';
import { rateText } from '#place';

/** `12 days`, `12.5 days`, `1 day`: two sessions are a day. */
export function daysText(sessions: number): string {
  return sessions === 2 ? '1 day' : `${daysNumber(sessions)} days`;
}

/** The same without the word, for a column that is headed “Days”. */
export function daysNumber(sessions: number): string {
  return printed(sessions / 2, sessions % 2);
}

export function sessionsText(sessions: number): string {
  return sessions === 1 ? '1 session' : `${printed(sessions)} sessions`;
}

export function childrenText(children: number): string {
  return children === 1 ? '1 child' : `${printed(children)} children`;
}

/** `7.2%`; undefined where there is nothing to divide by. */
export function findPercentText(numerator: number, denominator: number, places = 1): string | undefined {
  return denominator > 0 ? `${rateText((100 * numerator) / denominator, places)}%` : undefined;
}

/** `a`, `a and b`, `a, b and c`. */
export function listText(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** Words of values that files carry as codes; a value that is not here is shown as it came. */
const WORDS = {
  phase: {
    primary: 'Primary schools',
    secondary: 'Secondary schools',
    'all-through': 'All-through schools',
    special: 'Special schools',
    'alternative-provision': 'Alternative provision',
  },
  'phase-of-one': {
    primary: 'Primary',
    secondary: 'Secondary',
    'all-through': 'All-through',
    special: 'Special',
    'alternative-provision': 'Alternative provision',
  },
  // CBDS code sets.
  sen: { N: 'No special educational needs', K: 'SEN support', E: 'Education, health and care plan' },
  fsm: { Y: 'Eligible for free school meals', N: 'Not eligible' },
  sex: { F: 'Female', M: 'Male' },
  'in-care': { Y: 'In care', N: 'Not in care' },
  'year-group': { '-2': 'Nursery, first year', '-1': 'Nursery, second year', '0': 'Reception' },
  status: {
    C: 'on its roll',
    M: 'on its roll as their main school',
    S: 'on its roll as their second school',
    G: 'as a guest',
    F: 'at a further education college',
    O: 'with another provider',
  },
  removal: {
    'internal-exclusion': 'Internal exclusion or isolation',
    'removed-from-lesson': 'Removed from a lesson',
    'left-lesson': 'Left a lesson',
    'late-to-lesson': 'Late to a lesson',
    'detention-in-lesson-time': 'Detention in lesson time',
  },
  suspension: {
    SUSP: 'Suspended',
    FIXD: 'Suspended',
    PERM: 'Permanently excluded',
    LNCH: 'Suspended at lunchtime',
  },
  // CBDS reasons for suspension and exclusion; several were added after 2020.
  'suspension-reason': {
    PP: 'physical assault against a pupil',
    PA: 'physical assault against an adult',
    VP: 'verbal abuse or threats to a pupil',
    VA: 'verbal abuse or threats to an adult',
    OW: 'use or threat of a weapon or prohibited item',
    BW: 'bringing a weapon or prohibited item',
    BU: 'bullying',
    TB: 'bullying or threats online',
    RA: 'racist abuse',
    LG: 'abuse about sexual orientation or gender identity',
    DS: 'abuse about disability',
    SM: 'sexual misconduct',
    SB: 'harmful sexual behaviour',
    MB: 'misogynistic behaviour',
    AB: 'misandrist behaviour',
    DA: 'drugs or alcohol',
    DR: 'drugs',
    AR: 'alcohol',
    SR: 'smoking',
    VR: 'vaping',
    DM: 'damage',
    TH: 'theft',
    DB: 'persistent or general disruption',
    LD: 'persistent disruption, low level',
    CB: 'persistent disruption, challenging',
    MT: 'misuse of social media or technology',
    MP: 'mobile phone',
    OS: 'misbehaviour outside school',
    PH: 'breach of public health measures',
  },
  // What the account makes of days on no roll: the roll’s rule for each gap.
  gap: {
    counted: 'counted as learning lost while they are of school age: no school had them on its roll',
    short: 'not counted: at most five school days between two schools',
    ground: 'not counted: the reason for leaving says that they are not waiting for a school',
    'destination-outside': 'not counted: they left for a school that is not in this area',
    'destination-unknown': 'not counted until it is known where they went: they left for a school that is not named',
    'no-school-left': 'not counted: the school they left is not known',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

export function wordsFor(kind: keyof typeof WORDS, value: string): string {
  if (value === '') return 'Not known';
  const words: Readonly<Record<string, string>> = WORDS[kind];
  return words[value] ?? (kind === 'year-group' ? `Year ${value}` : value);
}

/** Phases in the order in which children meet them. */
export const phaseOrder: readonly string[] = Object.keys(WORDS.phase);
