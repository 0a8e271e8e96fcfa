import type { State } from './types.ts';

/** "the code sets changed on 19 August 2024" */
const change = '2024-08-19';

const newCodes = ['K', 'C1', 'C2', 'J1', 'Q', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7'];
const retiredCodes = ['J', 'H', 'F', 'Y'];
const lastingCodes = [
  '/',
  '\\',
  'L',
  'V',
  'P',
  'W',
  'B',
  'D',
  'C',
  'M',
  'S',
  'T',
  'R',
  'I',
  'E',
  'X',
  'G',
  'N',
  'O',
  'U',
  'Z',
  '#',
];

export const isKnownCode = (code: string): boolean =>
  newCodes.includes(code) || retiredCodes.includes(code) || lastingCodes.includes(code);

/** "Not in force: K C1 C2 J1 Q Y1–Y7 before 19 August 2024; J H F and bare Y from then." */
export const isInForce = (code: string, date: string): boolean =>
  date < change ? !newCodes.includes(code) : !retiredCodes.includes(code);

/**
 * The table of states, rules 1 to 6 and 8, for one code in force on its date. `D` alone says nothing about a
 * state: rules 7, 8 and 10 look at it together with the other marks.
 */
export const stateOfCode = (code: string): State | 'D' => {
  if (['/', '\\', 'L', 'K', 'V', 'P', 'W', 'B', 'J'].includes(code)) return 'attended';
  if (code === 'E') return 'suspended';
  if (['G', 'N', 'O', 'U'].includes(code)) return 'unauthorised';
  if (code === 'C2') return 'part-time';
  if (['C', 'C1', 'I', 'M', 'J1', 'R', 'S', 'T', 'H', 'F'].includes(code)) return 'authorised';
  if (['Q', 'Y1'].includes(code)) return 'access-failure';
  if (code === 'D') return 'D';
  return 'not-required';
};

/**
 * roll.md §6: check letter + 3-digit LA + 4-digit establishment + 2-digit year + 3-digit serial; position 13 is
 * a letter in a temporary UPN. Check = sum over positions 2–13 of value × position, mod 23.
 */
export const isUpn = (upn: string): boolean => {
  const alphabet = 'ABCDEFGHJKLMNPQRTUVWXYZ';
  if (!/^[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]$/.test(upn)) return false;
  let sum = 0;
  for (let i = 2; i <= 13; i += 1) {
    const c = upn[i - 1] ?? '';
    sum += i * (/\d/.test(c) ? Number(c) : alphabet.indexOf(c));
  }
  return upn[0] === alphabet[sum % 23];
};
