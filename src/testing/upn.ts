import { findUpn, upnCheckLetter, type Upn } from '#kernel';

/** The UPN of its other twelve characters. */
export function upnWith(twelve: string): Upn {
  const upn = findUpn(upnCheckLetter(twelve) + twelve);
  if (!upn) throw new Error(`${twelve} are not the last twelve characters of a UPN`);
  return upn;
}

/** The child of a number in an area whose conditions are planted or told. */
export function areaUpn(serial: number): Upn {
  return upnWith(`801400120${String(serial).padStart(3, '0')}`);
}
