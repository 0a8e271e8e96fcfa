import { findUpn, upnCheckLetter, type Upn } from '#kernel';

/**
 * A UPN that no child holds: authority 399 does not exist. Check letter and layout are the real ones
 * (LA, establishment, year of allocation, serial).
 */
export function upnFor(establishment: number, year: number, serial: number): Upn {
  const digits = `399${pad(establishment, 4)}${pad(year % 100, 2)}${pad(serial, 3)}`;
  return getUpn(`${upnCheckLetter(digits)}${digits}`);
}

export function getUpn(text: string): Upn {
  const upn = findUpn(text);
  if (!upn) throw new Error(`demo/bad-upn: ${text} is not a UPN`);
  return upn;
}

/**
 * An NHS number from the range kept for tests (it begins with 999), with its modulus-11 check digit;
 * undefined where the nine digits have none (NHS Data Dictionary, “NHS Number”).
 */
export function findTestNhsNumber(serial: number): string | undefined {
  const nine = `999${pad(serial, 6)}`;
  const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? undefined : `${nine}${check === 11 ? 0 : check}`;
}

const INWARD = [
  'A',
  'B',
  'D',
  'E',
  'F',
  'G',
  'H',
  'J',
  'L',
  'N',
  'P',
  'Q',
  'R',
  'S',
  'T',
  'U',
  'W',
  'X',
  'Y',
  'Z',
] as const;

/** A postcode of the right shape that cannot exist: Royal Mail never begins one with Q (BS 7666, postcode format). */
export function postcodeOf(district: number, unit: number): string {
  const letters = `${INWARD[Math.floor(unit / 10) % 20] ?? 'A'}${INWARD[Math.floor(unit / 200) % 20] ?? 'A'}`;
  return `QN${district + 1} ${unit % 10}${letters}`;
}

/** A neighbourhood in the shape of an LSOA code, above every code that the census of 2021 gave out. */
export function neighbourhoodCode(neighbourhood: number): string {
  return `E0199${pad(neighbourhood, 4)}`;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
