// Writes docs/guides/roles.md from the table of roles: `npx tsx scripts/generate-roles.ts`, after any change there.
import { rolesText } from '#access';
import { writeFile } from 'node:fs/promises';
import { format } from 'prettier';

const PAGE = new URL('../docs/guides/roles.md', import.meta.url);
await writeFile(PAGE, await format(rolesText(), { parser: 'markdown', printWidth: 120 }));
