import { attendanceCodes } from '#register';
import { USUAL } from '../folded/layout.ts';
import { RULE_OF_D, ruleOfCode } from '../states.ts';

/** States are counted by their rule, 1 to 10; a `D` waits behind them all until the spells are looked at. */
export const RULE = {
  attended: 1,
  suspended: 2,
  unauthorised: 3,
  partTime: 4,
  authorised: 5,
  dual: 7,
  notRequired: 8,
  unmarked: 9,
  offRoll: 10,
  d: RULE_OF_D,
} as const;
export const RULES = 12;

/** The most minutes that count as lost inside one session of a child. */
export const MOST_LOST = 180;

/** Letters that stand for no code: neither school has a record, no register taken, on no roll. */
export const CAUSE = { dual: code('='), unmarked: code('?'), offRoll: code('~') } as const;
export const LETTERS = 128;

export const SPACE = code(' ');

/** The rule of a letter in a register; a space is a register not taken. */
export const RULE_OF: Uint8Array = ruleOf();

/** The rule of a letter in a school’s own register: a `D` there is not required. */
export const OWN_RULE_OF: Uint8Array = RULE_OF.map((rule) => (rule === RULE.d ? RULE.notRequired : rule));

export const LATE = code('L');

/** The usual letters of a stay, by their number: of mornings and of afternoons. */
export const USUAL_AM = Uint8Array.from(USUAL, (pair) => pair.charCodeAt(0));
export const USUAL_PM = Uint8Array.from(USUAL, (pair) => pair.charCodeAt(1));

function ruleOf(): Uint8Array {
  const rules = new Uint8Array(LETTERS);
  rules[SPACE] = RULE.unmarked;
  for (const fact of attendanceCodes) rules[code(fact.letter)] = ruleOfCode(fact.code);
  return rules;
}

/** A session in which nothing was marked is told of by its own letter. */
export function causeOf(letter: number): number {
  return letter === SPACE ? CAUSE.unmarked : letter;
}

function code(letter: string): number {
  return letter.charCodeAt(0);
}
