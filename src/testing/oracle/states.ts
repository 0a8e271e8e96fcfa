// "One state per child and session", the mark that decided it, and the minutes lost in it.
import { calendarOf } from './calendar.ts';
import { stateOfCode } from './codes.ts';
import { datesBetween } from './dates.ts';
import { byBytes, sessions, type RemovalRow, type Session, type SpellRow, type State } from './types.ts';
import { covers, isOpen, sessionKey, type Mark, type View } from './view.ts';

export type SessionState = {
  readonly upn: string;
  readonly date: string;
  readonly session: Session;
  readonly state: State;
  readonly cause: string;
  readonly minutes: number;
  /** The school last left where the session is of an off-roll date, whatever its state. */
  readonly lastLeft: string | undefined;
};

const ruleOrder: readonly State[] = [
  'attended',
  'suspended',
  'unauthorised',
  'part-time',
  'authorised',
  'access-failure',
  // Rule 7 needs every mark to be `D` and so cannot meet a mark that fits rule 8.
  'not-required',
];

/**
 * "`minutes_lost`: removals + minutes late (winning `L` marks), over all schools, in sessions whose state is
 * `attended`; at most 180 a child and session. A `late-to-lesson` removal does not count in a session with an `L`
 * at any of the child's schools"
 */
const minutesLost = (state: State, marks: readonly Mark[], removals: readonly RemovalRow[]): number => {
  if (state !== 'attended') return 0;
  const lates = marks.filter((mark) => mark.code === 'L');
  const counted = removals.filter((r) => r.kind !== 'late-to-lesson' || lates.length === 0);
  const minutes = [...lates.map((mark) => mark.late), ...counted.map((r) => r.minutes)];
  return Math.min(
    180,
    minutes.reduce((sum, m) => sum + m, 0),
  );
};

/** The first rule that fits, and the mark that decided. `spells` are the child's, guest ones apart. */
const decide = (
  marks: readonly Mark[],
  spells: readonly SpellRow[],
  date: string,
  onRoll: boolean,
): { readonly state: State; readonly cause: string } => {
  // "the mark that decided each session (of several with the same state: the main or single school's, then the
  // lowest urn)"
  const isMain = (urn: string): boolean =>
    spells.some((s) => s.urn === urn && (s.status === 'M' || s.status === 'C') && covers(s, date));
  const inOrder = [...marks].sort((a, b) => Number(isMain(b.urn)) - Number(isMain(a.urn)) || byBytes(a.urn, b.urn));

  // Rules 1 to 6, and 8 for any mark but `D`.
  for (const state of ruleOrder) {
    const deciding = inOrder.find((mark) => stateOfCode(mark.code) === state);
    if (deciding !== undefined) return { state, cause: deciding.code };
  }
  // From here there is no mark, or every mark is `D`.
  // Rule 10: "off roll by the calendar rule above, and no mark, or only `D`"
  if (!onRoll) return { state: 'off-roll', cause: 'off-roll' };
  // Rule 9: "on roll, session open, no mark"
  if (marks.length === 0) return { state: 'unmarked', cause: 'unmarked' };
  // Rule 7: "every mark there is is `D`, and spells (guest ones apart) at two or more schools cover the date"
  const schools = new Set(spells.filter((spell) => covers(spell, date)).map((spell) => spell.urn));
  if (schools.size >= 2) return { state: 'unrecorded-dual', cause: 'unrecorded-dual' };
  // Rule 8: "or every mark is `D` and the other school is outside the area"
  return { state: 'not-required', cause: 'D' };
};

const nonGuest = (view: View, upn: string): readonly SpellRow[] =>
  (view.spells.get(upn) ?? []).filter((spell) => spell.status !== 'G');

/** Every session of every child's calendar. */
export const childStates = (view: View): readonly SessionState[] => {
  const out: SessionState[] = [];
  for (const upn of [...view.spells.keys()].sort(byBytes)) {
    const spells = nonGuest(view, upn);
    for (const { date, session, lastLeft } of calendarOf(view, upn)) {
      const key = sessionKey(upn, date, session);
      const marks = view.marks.get(key) ?? [];
      const { state, cause } = decide(marks, spells, date, lastLeft === undefined);
      const minutes = minutesLost(state, marks, view.removals.get(key) ?? []);
      out.push({ upn, date, session, state, cause, minutes, lastLeft });
    }
  }
  return out;
};

export type RegisterState = SessionState & { readonly urn: string };

/** What one school's own register says of one session: "its own marks only, its `D` as not required". */
export const ownState = (
  view: View,
  upn: string,
  urn: string,
  date: string,
  session: Session,
): { readonly state: State; readonly cause: string; readonly minutes: number } => {
  const key = sessionKey(upn, date, session);
  const marks = (view.marks.get(key) ?? []).filter((mark) => mark.urn === urn);
  const removals = (view.removals.get(key) ?? []).filter((removal) => removal.urn === urn);
  const mark = marks[0];
  if (mark === undefined) return { state: 'unmarked', cause: 'unmarked', minutes: 0 };
  const own = stateOfCode(mark.code);
  const state = own === 'D' ? 'not-required' : own;
  // "in own-register rows: at that school"
  return { state, cause: mark.code, minutes: minutesLost(state, marks, removals) };
};

/**
 * "each school's own register: sessions it opens while the child is on its roll …; sessions whose state for the
 * child is off-roll go to the school last left; guest spells give no row"
 */
export const registerStates = (view: View): readonly RegisterState[] => {
  const out: RegisterState[] = [];
  for (const upn of [...view.spells.keys()].sort(byBytes)) {
    const spells = nonGuest(view, upn);
    for (const urn of new Set(spells.map((spell) => spell.urn))) {
      for (const date of datesBetween(view.first, view.last)) {
        if (!spells.some((spell) => spell.urn === urn && covers(spell, date))) continue;
        for (const session of sessions) {
          if (!isOpen(view.area, urn, date, session)) continue;
          out.push({ upn, urn, date, session, lastLeft: undefined, ...ownState(view, upn, urn, date, session) });
        }
      }
    }
  }
  for (const s of childStates(view)) {
    if (s.state === 'off-roll' && s.lastLeft !== undefined) out.push({ ...s, urn: s.lastLeft });
  }
  return out;
};
