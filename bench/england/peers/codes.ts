import { states } from '#lost-learning';
import { attendanceCodes } from '#register';

/** A `D` decides nothing by itself: it stands behind all other rules. */
const RULE_OF_D = 11;

/**
 * `npx tsx bench/england/peers/codes.ts > codes.csv`: the table of codes as other engines read it, with the state that a mark
 * by itself comes to. From the tables that Kith goes by, so that no engine has rules of its own.
 */
const rows = attendanceCodes.map(({ letter, code }, at) => {
  const state = states.find(({ codes }) => codes.includes(code));
  return `"${letter}","${code}",${at + 1},${state?.rule ?? RULE_OF_D}`;
});
process.stdout.write(`${['letter,code,code_no,rule', ...rows].join('\n')}\n`);
