import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { addDays, broken, firstDay, type AcademicYear, type CalendarDate } from '#kernel';
import { findCodeByLetter } from '#register';
import { states, type State, type StateId } from './states.ts';

/**
 * A child’s year, packed: one letter a session from 1 September morning to 31 August afternoon. A letter is an attendance
 * code’s (register/attendance-codes.ts), or one of these; a space is a session that is not in the calendar.
 */
const SPECIAL_LETTERS = { '?': 'unmarked', '=': 'unrecorded-dual', '~': 'off-roll' } as const;

/** One session of a child’s calendar, as it is shown. */
export type PackedSession = {
  readonly date: CalendarDate;
  readonly session: 'AM' | 'PM';
  readonly state: State;
  /** The attendance code that decided, or the state’s name where none did. */
  readonly cause: string;
  /** The cause in words. */
  readonly words: string;
};

export function packYear(letters: string): Uint8Array {
  return deflateRawSync(Buffer.from(letters, 'latin1'));
}

function unpackLetters(packed: Uint8Array): string {
  return inflateRawSync(packed, { maxOutputLength: 4096 }).toString('latin1');
}

/** The sessions of a packed year, in order, with state and cause in words. */
export function unpackYear(year: AcademicYear, packed: Uint8Array): readonly PackedSession[] {
  return sessionsOf(year, unpackLetters(packed));
}

export function sessionsOf(year: AcademicYear, letters: string): readonly PackedSession[] {
  const first = firstDay(year);
  return [...letters].flatMap((letter, place): readonly PackedSession[] => {
    if (letter === ' ') return [];
    const { state, cause, words } = meaningOf(letter);
    return [
      { date: addDays(first, Math.floor(place / 2)), session: place % 2 === 0 ? 'AM' : 'PM', state, cause, words },
    ];
  });
}

type Meaning = Pick<PackedSession, 'state' | 'cause' | 'words'>;

const meanings = new Map<string, Meaning>();

/** What a letter of a child’s account says: its state, the code or state that decided, and that in words. */
export function meaningOf(letter: string): Meaning {
  const known = meanings.get(letter);
  if (known) return known;
  const special = Object.entries(SPECIAL_LETTERS).find(([one]) => one === letter)?.[1];
  const meaning = special ? specialMeaning(special) : codeMeaning(letter);
  meanings.set(letter, meaning);
  return meaning;
}

function specialMeaning(id: StateId): Meaning {
  const state = getState(id);
  return { state, cause: id, words: state.words };
}

function codeMeaning(letter: string): Meaning {
  const code = findCodeByLetter(letter);
  if (!code) throw broken('account/letter', `“${letter}” stands for no code`);
  // A `D` that decided is not required: had the other school been in the area, the letter would be `=`.
  const state = states.find((one) => one.codes.includes(code.code)) ?? getState('not-required');
  return { state, cause: code.code, words: code.meaning };
}

export function getState(id: StateId): State {
  const state = states.find((one) => one.id === id);
  if (!state) throw broken('account/state', id);
  return state;
}

const AWAY: ReadonlySet<StateId> = new Set([
  'suspended',
  'unauthorised',
  'part-time',
  'authorised',
  'access-failure',
  'unrecorded-dual',
  'off-roll',
]);

/** The longest run of sessions in which the child was not in school: sessions not required or not marked are passed over. */
export function longestAway(letters: string): {
  readonly sessions: number;
  readonly from: number;
  readonly to: number;
} {
  let best = { sessions: 0, from: 0, to: 0 };
  let run = { sessions: 0, from: 0, to: 0 };
  for (let place = 0; place < letters.length; place += 1) {
    const letter = letters.charAt(place);
    if (letter === ' ') continue;
    const { state } = meaningOf(letter);
    if (state.id === 'attended') run = { sessions: 0, from: 0, to: 0 };
    if (!AWAY.has(state.id)) continue;
    run = { sessions: run.sessions + 1, from: run.sessions === 0 ? place : run.from, to: place };
    if (run.sessions > best.sessions) best = run;
  }
  return best;
}
