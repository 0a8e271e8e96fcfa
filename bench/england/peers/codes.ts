import { ruleOfCode } from '#lost-learning';
import { attendanceCodes } from '#register';

/**
 * `npx tsx bench/england/peers/codes.ts > codes.csv`: the table of codes as other engines read it, with the state that a mark
 * by itself comes to. From the tables that Kith goes by, so that no engine has rules of its own.
 */
const rows = attendanceCodes.map(({ letter, code }, at) => `"${letter}","${code}",${at + 1},${ruleOfCode(code)}`);
process.stdout.write(`${['letter,code,code_no,rule', ...rows].join('\n')}\n`);
