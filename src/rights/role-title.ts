import { findRole, getRole } from '#access';

/** A role as it was written down, in words; as it stands where Kith knows it no more. */
export function titleOfRole(text: string): string {
  const role = findRole(text);
  return role ? getRole(role).title : text;
}
