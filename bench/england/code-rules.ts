import { attendanceCodes } from '#register';
import { ruleOfCode } from '#lost-learning';
import { quoted } from '#store';

/** Rows of (letter, code, code_no, rule) as an SQL relation: which of the ten states a mark by itself comes to. */
export function codeRulesSql(): string {
  const rows = attendanceCodes.map((fact, index) => {
    return `(${quoted(fact.letter)}, ${quoted(fact.code)}, ${index + 1}, ${ruleOfCode(fact.code)})`;
  });
  return `(values ${rows.join(', ')}) as t(letter, code, code_no, rule)`;
}
