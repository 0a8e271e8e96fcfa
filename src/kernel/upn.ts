/** A unique pupil number: check letter, local authority, school, year of allocation, serial. */
export type Upn = string & { readonly __brand: 'Upn' };

/** Alphabet of the check letter, 0…22: no I, O or S (DfE, “Unique pupil numbers”, annex on the check letter). */
export const UPN_ALPHABET = 'ABCDEFGHJKLMNPQRTUVWXYZ';

const SHAPE = new RegExp(`^[${UPN_ALPHABET}]\\d{11}[\\d${UPN_ALPHABET}]$`);

/** The letter that belongs before the other twelve characters. */
export function upnCheckLetter(twelve: string): string {
  // By place and without a pattern: England’s pupils are nine million.
  let sum = 0;
  for (let index = 0; index < twelve.length; index += 1) {
    const character = twelve.charAt(index);
    const isDigit = character >= '0' && character <= '9';
    sum += (isDigit ? Number(character) : UPN_ALPHABET.indexOf(character)) * (index + 2);
  }
  return UPN_ALPHABET.charAt(sum % 23);
}

export function findUpn(text: string): Upn | undefined {
  return SHAPE.test(text) && upnCheckLetter(text.slice(1)) === text.charAt(0) ? (text as Upn) : undefined;
}

/** A UPN given before a permanent one could be found ends in a letter. */
export function isTemporaryUpn(upn: Upn): boolean {
  return /[A-Z]$/.test(upn);
}
