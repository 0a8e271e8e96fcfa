import { attendanceCodes } from '#register';
import { states } from '#lost-learning';
import { quoted } from '#store';

/** A `D` decides nothing by itself: it stands behind all other rules. */
export const RULE_OF_D = 11;

/** Rows of (letter, code, code_no, rule) as an SQL relation: which of the ten states a mark by itself comes to. */
export function codeRulesSql(): string {
  const rows = attendanceCodes.map((fact, index) => {
    const state = states.find((one) => one.codes.includes(fact.code));
    return `(${quoted(fact.letter)}, ${quoted(fact.code)}, ${index + 1}, ${state?.rule ?? RULE_OF_D})`;
  });
  return `(values ${rows.join(', ')}) as t(letter, code, code_no, rule)`;
}
