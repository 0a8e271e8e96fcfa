import { DATA_CLASSES, listPurposes, PURPOSES } from './purposes.ts';
import {
  getRole,
  listGranted,
  listRoles,
  seesByAgreement,
  type OrganisationKind,
  type Role,
  type TieKind,
} from './roles.ts';

const REACH: Readonly<Record<TieKind, string>> = {
  school: 'the children of schools given',
  class: 'the children of classes given',
  child: 'children given one by one',
  'in-care': 'children in care',
};

const WORKPLACES: Readonly<Record<OrganisationKind, string>> = {
  area: 'the area',
  school: 'a school',
  trust: 'a trust',
  health: 'a health service',
  youth: 'a youth service',
  community: 'a community organisation',
  family: 'a family',
};

/** The guide to roles, in Markdown: docs/guides/roles.md is this text, and a test holds it to that. */
export function rolesText(): string {
  return `# Who may see what, and why

This page is made from the table that the database goes by (\`src/access/roles.ts\`): change it there, then run
\`npx tsx scripts/generate-roles.ts\`. Everyone can read the same at \`/access/roles\`.

Nobody sees a child without a role, a tie and a purpose. The lawful bases are assumptions: each area confirms them with its
data protection officer.

${listRoles().map(roleText).join('\n\n')}

## Purposes

| Purpose | Why | Lawful basis assumed |
| --- | --- | --- |
${listPurposes()
  .map((purpose) => `| \`${purpose}\` | ${PURPOSES[purpose].why} | ${PURPOSES[purpose].basis} |`)
  .join('\n')}

## Classes of data

| Class | What it is |
| --- | --- |
${Object.entries(DATA_CLASSES)
  .map(([name, words]) => `| \`${name}\` | ${words} |`)
  .join('\n')}
`;
}

function roleText(role: Role): string {
  const { title, sees, scopes, ties, organisations } = getRole(role);
  const at = organisations.map((kind) => WORKPLACES[kind]).join(' or ');
  const reach = [...(scopes.includes('area') ? ['every child of the area'] : []), ...ties.map((tie) => REACH[tie])];
  const agreed = seesByAgreement(role) ? ' Only as far as an agreement in force goes.' : '';
  const rows = listPurposes()
    .map((purpose) => ({ purpose, classes: listGranted(role, purpose) }))
    .filter(({ classes }) => classes.length > 0)
    .map(({ purpose, classes }) => `| \`${purpose}\` | ${classes.map((one) => `\`${one}\``).join(', ')} |`);
  return `## ${title}

${sees} Is of ${at}. Reaches: ${reach.join('; ')}.${agreed}

| For | May read or do |
| --- | --- |
${rows.join('\n')}`;
}
