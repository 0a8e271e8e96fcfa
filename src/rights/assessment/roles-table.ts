import { getRole, listGranted, listPurposes, listRoles, seesByAgreement, type Role } from '#access';
import { table } from './markdown.ts';

/** Each role with what it sees, and for which purpose it may read or do what. */
export function rolesTable(): string {
  return table(
    ['Role', 'Sees', 'For which purpose, which classes of data'],
    listRoles().map((role) => [
      getRole(role).title,
      `${getRole(role).sees}${seesByAgreement(role) ? ' Only as far as an agreement in force goes.' : ''}`,
      grantsOf(role),
    ]),
  );
}

function grantsOf(role: Role): string {
  return listPurposes()
    .flatMap((purpose) => {
      const classes = listGranted(role, purpose);
      return classes.length === 0 ? [] : [`\`${purpose}\`: ${classes.join(', ')}`];
    })
    .join('; ');
}
