import type { Chance } from './prng.ts';

const alphabet = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** roll.md §6: the check letter of the twelve characters after it. */
const checkLetter = (rest: string): string => {
  const values = [...rest].map((c) => (/\d/.test(c) ? Number(c) : alphabet.indexOf(c)));
  const sum = values.reduce((total, value, i) => total + value * (i + 2), 0);
  return alphabet[sum % 23] ?? '';
};

/** A valid UPN; a tenth are temporary ones that end in a letter. */
export const upnOf = (chance: Chance, serial: number): string => {
  const start = `801${chance.int(4000, 4009)}${chance.int(10, 24)}`;
  const number = String(serial).padStart(3, '0');
  const rest = start + (chance.is(0.1) ? number.slice(1) + chance.pick([...alphabet]) : number);
  // Two digits and a letter keep serials apart up to 99.
  return checkLetter(rest) + rest;
};

export const badUpnOf = (chance: Chance, upn: string): string =>
  chance.pick([
    (upn[0] === 'A' ? 'B' : 'A') + upn.slice(1),
    upn.slice(0, 12),
    `${upn}0`,
    upn.toLowerCase(),
    `${upn.slice(0, 5)}O${upn.slice(6)}`,
  ]);
